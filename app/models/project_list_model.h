#pragma once

#include "app/theme/tokens.h"
#include "core/model/deployment.h"

#include <QAbstractListModel>

#include <optional>

namespace miaobu::app {

/// One project as the sidebar shows it.
struct ProjectRow {
    ProjectId id = 0;
    QString name;
    QString slug;
    std::optional<DeploymentState> state; ///< Of the latest deployment; nothing: never deployed.
    bool live = false; ///< Something answers its host.
    int percent = -1; ///< While it deploys
    bool pinned = false;
    bool isBeingRemoved = false; ///< Its removal was begun and has not ended.
    bool isRemovalRunning = false; ///< By this process
    bool isRemovalStuck = false; ///< Something of it could not be removed.

    bool operator==(const ProjectRow&) const = default;
};

/// The mark of a project: what is under way first, then what went wrong, then whether it is live.
[[nodiscard]] Tone toneOf(const ProjectRow& row);
[[nodiscard]] Tone toneOf(DeploymentState state);

class ProjectListModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole + 1, SlugRole, ToneRole, PercentRole, RemovedRole, PinnedRole, SearchRole };

    using QAbstractListModel::QAbstractListModel;

    /// Tells views of what is different only.
    void setRows(const QList<ProjectRow>& rows);
    [[nodiscard]] const QList<ProjectRow>& rows() const { return m_rows; }
    [[nodiscard]] int rowOf(ProjectId id) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    QList<ProjectRow> m_rows;
};

} // namespace miaobu::app
