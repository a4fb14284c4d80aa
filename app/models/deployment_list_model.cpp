#include "app/models/deployment_list_model.h"

#include "app/text/difference_text.h"
#include "app/text/error_text.h"
#include "app/text/state_text.h"
#include "app/text/visible_text.h"
#include "core/compare/change_counter.h"

#include <algorithm>

namespace miaobu::app {

namespace {

bool sameIds(const QList<Deployment>& first, const QList<Deployment>& second) {
    return std::equal(first.begin(), first.end(), second.begin(), second.end(),
        [](const Deployment& one, const Deployment& other) { return one.id == other.id; });
}

bool isComplete(DeploymentState state) {
    return state == DeploymentState::Live || state == DeploymentState::Ready;
}

QString firstError(const Failure& failure) {
    for (const QString& line : failure.detail.split(QLatin1Char('\n'))) {
        if (!line.trimmed().isEmpty()) {
            return visibleText(line.trimmed().left(400));
        }
    }
    return wordsFor(failure).why;
}

} // namespace

void DeploymentListModel::setCounter(ChangeCounter& counter) {
    m_counter = &counter;
    connect(&counter, &ChangeCounter::counted, this, [this](DeploymentId, DeploymentId after) {
        const auto found = std::ranges::find(m_deployments, after, &Deployment::id);
        if (found != m_deployments.end()) {
            const QModelIndex changed = index(static_cast<int>(found - m_deployments.begin()));
            emit dataChanged(changed, changed, {ChangesRole, DetailRole});
        }
    });
}

void DeploymentListModel::findBefore() {
    m_before.clear();
    QHash<QString, DeploymentId> latest;
    for (auto deployment = m_deployments.crbegin(); deployment != m_deployments.crend(); ++deployment) {
        if (isComplete(deployment->state)) {
            // A preview follows what was that preview before.
            DeploymentId& before = latest[deployment->target + u'/' + deployment->preview];
            m_before.insert(deployment->id, before);
            before = deployment->id;
        }
    }
}

void DeploymentListModel::setHosts(int answered, int all) {
    if (answered == m_hostsAnswered && all == m_hosts) {
        return;
    }
    m_hostsAnswered = answered;
    m_hosts = all;
    for (int row = 0; row < static_cast<int>(m_deployments.size()); ++row) {
        if (m_deployments.at(row).state == DeploymentState::Live) {
            emit dataChanged(index(row), index(row), {DetailRole});
        }
    }
}

QString DeploymentListModel::changesOf(const Deployment& deployment, bool withBytes) const {
    const DeploymentId earlier = before(deployment.id);
    if (!m_counter || earlier == 0) {
        return {};
    }
    const auto counts = m_counter->between(earlier, deployment.id);
    if (!counts) {
        return {};
    }
    const QString files = countsText(counts->added, counts->changed, counts->removed);
    const QString shown = files.isEmpty() ? tr("no change") : files;
    return withBytes ? shown + QStringLiteral("  ·  ") + growthText(counts->growth) : shown;
}

QString DeploymentListModel::detailOf(const Deployment& deployment) const {
    if (deployment.failure) {
        return firstError(*deployment.failure);
    }
    if (deployment.state != DeploymentState::Live) {
        return {};
    }
    QStringList words;
    if (const QString changes = changesOf(deployment, true); !changes.isEmpty()) {
        words.append(changes);
    }
    if (deployment.byteCount > 0) {
        words.append(tr("%n file(s), %1", nullptr, deployment.fileCount).arg(sizeText(deployment.byteCount)));
    }
    if (m_hosts > 0 && deployment.preview.isEmpty()) {
        words.append(tr("hosts: %1/%2").arg(m_hostsAnswered).arg(m_hosts));
    }
    return words.join(QStringLiteral("  ·  "));
}

void DeploymentListModel::setDeployments(const QList<Deployment>& deployments) {
    const qsizetype added = deployments.size() - m_deployments.size();
    if (added > 0 && sameIds(deployments.mid(added), m_deployments)) {
        beginInsertRows({}, 0, static_cast<int>(added) - 1);
        m_deployments = deployments.first(added) + m_deployments;
        findBefore();
        endInsertRows();
    } else if (!sameIds(deployments, m_deployments)) {
        beginResetModel();
        m_deployments = deployments;
        findBefore();
        endResetModel();
        return;
    }
    for (int row = 0; row < static_cast<int>(deployments.size()); ++row) {
        if (m_deployments.at(row) != deployments.at(row)) {
            m_deployments[row] = deployments.at(row);
            emit dataChanged(index(row), index(row));
        }
    }
    findBefore();
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
            .arg(stateTitle(deployment.state), deployment.revision.message.left(200));
    case IdRole:
        return deployment.id;
    case DeploymentRole:
        return QVariant::fromValue(deployment);
    case StateRole:
        return static_cast<int>(deployment.state);
    case ChangesRole:
        return changesOf(deployment, false);
    case DetailRole:
        return detailOf(deployment);
    case Qt::ToolTipRole:
        return deployment.state == DeploymentState::Purged
            ? tr("Its files were removed to save room. Deploy its commit again to have them back.")
            : QVariant();
    case PercentRole:
        return isActive(deployment.state) && deployment.preview.isEmpty() ? m_percent : -1;
    default:
        return {};
    }
}

} // namespace miaobu::app
