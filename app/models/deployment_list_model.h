#pragma once

#include "core/model/deployment.h"

#include <QAbstractListModel>

namespace miaobu::app {

/// The deployments of a project, newest first.
class DeploymentListModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole + 1, DeploymentRole, PercentRole };

    using QAbstractListModel::QAbstractListModel;

    /// Tells views of what is different only; new ones come in at the top.
    void setDeployments(const QList<Deployment>& deployments);
    /// How far the running one is; -1: none runs.
    void setPercent(int percent);
    [[nodiscard]] const QList<Deployment>& deployments() const { return m_deployments; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    QList<Deployment> m_deployments;
    int m_percent = -1;
};

} // namespace miaobu::app
