#pragma once

#include "core/model/manifest_difference.h"

#include <QAbstractListModel>

#include <optional>

namespace miaobu::app {

/// The files that two deployments do not have alike, as far as a filter lets them through. Made for 100,000 of them.
class FileChangeModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { ChangeRole = Qt::UserRole + 1 };

    using QAbstractListModel::QAbstractListModel;

    void setChanges(const QList<FileChange>& changes);
    /// Only those of \a kind whose path has \a text in it, in any case.
    void setFilter(const QString& text, std::optional<FileChange::Kind> kind);
    /// Of every change, whatever the filter.
    [[nodiscard]] qsizetype total() const { return m_changes.size(); }
    [[nodiscard]] const FileChange* change(int row) const;
    /// -1: it is not shown.
    [[nodiscard]] int rowOf(const QString& path) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    void choose();

    QList<FileChange> m_changes;
    QList<int> m_shown; ///< Which of the changes, in their order
    QString m_text;
    std::optional<FileChange::Kind> m_kind;
};

/// "+", "~" or "−"
[[nodiscard]] QString signOf(FileChange::Kind kind);

} // namespace miaobu::app
