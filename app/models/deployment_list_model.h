#pragma once

#include "core/model/deployment.h"

#include <QAbstractListModel>
#include <QHash>

namespace miaobu {
class ChangeCounter;
} // namespace miaobu

namespace miaobu::app {

/// The deployments of a project, newest first.
class DeploymentListModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole + 1,
        DeploymentRole,
        StateRole, ///< An int that is a DeploymentState
        PercentRole,
        ChangesRole, ///< "+3 ~12 −1" since the complete one before; empty while it is not known
        DetailRole, ///< What is to be said of it in a second line: of the live one its change and hosts, of a failed one its first error
    };

    using QAbstractListModel::QAbstractListModel;

    /// Counts changes from here on, of the rows that are looked at. \a counter outlives this.
    void setCounter(ChangeCounter& counter);
    /// Tells views of what is different only; new ones come in at the top.
    void setDeployments(const QList<Deployment>& deployments);
    /// How far the one that runs for the site is; -1: none runs.
    void setPercent(int percent);
    /// How many of the project's hosts the live one answers.
    void setHosts(int answered, int all);
    [[nodiscard]] const QList<Deployment>& deployments() const { return m_deployments; }
    /// The complete one before \a deployment on its target, of the same preview where it is one; 0: there is none.
    [[nodiscard]] DeploymentId before(DeploymentId deployment) const { return m_before.value(deployment, 0); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    void findBefore();
    [[nodiscard]] QString changesOf(const Deployment& deployment, bool withBytes) const;
    [[nodiscard]] QString detailOf(const Deployment& deployment) const;

    QList<Deployment> m_deployments;
    QHash<DeploymentId, DeploymentId> m_before;
    ChangeCounter* m_counter = nullptr;
    int m_percent = -1;
    int m_hostsAnswered = 0;
    int m_hosts = 0;
};

} // namespace miaobu::app
