#include "app/models/deployment_list_model.h"

#include "app/text/state_text.h"

#include <algorithm>

namespace miaobu::app {

namespace {

bool sameIds(const QList<Deployment>& first, const QList<Deployment>& second) {
    return std::equal(first.begin(), first.end(), second.begin(), second.end(),
        [](const Deployment& one, const Deployment& other) { return one.id == other.id; });
}

} // namespace

void DeploymentListModel::setDeployments(const QList<Deployment>& deployments) {
    const qsizetype added = deployments.size() - m_deployments.size();
    if (added > 0 && sameIds(deployments.mid(added), m_deployments)) {
        beginInsertRows({}, 0, static_cast<int>(added) - 1);
        m_deployments = deployments.first(added) + m_deployments;
        endInsertRows();
    } else if (!sameIds(deployments, m_deployments)) {
        beginResetModel();
        m_deployments = deployments;
        endResetModel();
        return;
    }
    for (int row = 0; row < static_cast<int>(deployments.size()); ++row) {
        if (m_deployments.at(row) != deployments.at(row)) {
            m_deployments[row] = deployments.at(row);
            emit dataChanged(index(row), index(row));
        }
    }
}

void DeploymentListModel::setPercent(int percent) {
    if (percent == m_percent) {
        return;
    }
    m_percent = percent;
    for (int row = 0; row < static_cast<int>(m_deployments.size()); ++row) {
        if (isActive(m_deployments.at(row).state)) {
            emit dataChanged(index(row), index(row), {PercentRole});
        }
    }
}

int DeploymentListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_deployments.size());
}

QVariant DeploymentListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Deployment& deployment = m_deployments.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return QStringLiteral("#%1").arg(deployment.number);
    case Qt::AccessibleTextRole:
        return QStringLiteral("#%1, %2, %3")
            .arg(deployment.number)
            .arg(stateTitle(deployment.state), deployment.revision.message);
    case IdRole:
        return deployment.id;
    case DeploymentRole:
        return QVariant::fromValue(deployment);
    case PercentRole:
        return isActive(deployment.state) ? m_percent : -1;
    default:
        return {};
    }
}

} // namespace miaobu::app
