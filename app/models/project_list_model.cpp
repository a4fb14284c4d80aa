#include "app/models/project_list_model.h"

#include "app/text/state_text.h"

#include <algorithm>

namespace miaobu::app {

Tone toneOf(DeploymentState state) {
    switch (state) {
    case DeploymentState::Live:
        return Tone::Live;
    case DeploymentState::Queued:
    case DeploymentState::Running:
        return Tone::Building;
    case DeploymentState::Failed:
    case DeploymentState::Interrupted:
        return Tone::Failed;
    case DeploymentState::Ready:
    case DeploymentState::Cancelled:
    case DeploymentState::Purged:
        break;
    }
    return Tone::Idle;
}

Tone toneOf(const ProjectRow& row) {
    if (row.isBeingRemoved) {
        return row.isRemovalRunning ? Tone::Building : row.isRemovalStuck ? Tone::Failed : Tone::Idle;
    }
    const Tone latest = row.state ? toneOf(*row.state) : Tone::Idle;
    return latest == Tone::Idle && row.live ? Tone::Live : latest;
}

void ProjectListModel::setRows(const QList<ProjectRow>& rows) {
    const bool sameRows = std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
        [](const ProjectRow& first, const ProjectRow& second) { return first.id == second.id; });
    if (!sameRows) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
        return;
    }
    for (int row = 0; row < static_cast<int>(rows.size()); ++row) {
        if (m_rows.at(row) != rows.at(row)) {
            m_rows[row] = rows.at(row);
            emit dataChanged(index(row), index(row));
        }
    }
}

int ProjectListModel::rowOf(ProjectId id) const {
    for (int row = 0; row < static_cast<int>(m_rows.size()); ++row) {
        if (m_rows.at(row).id == id) {
            return row;
        }
    }
    return -1;
}

int ProjectListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ProjectListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const ProjectRow& row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.name;
    case Qt::AccessibleTextRole:
        if (row.isBeingRemoved) {
            return row.isRemovalRunning ? tr("%1, being deleted").arg(row.name)
                                        : tr("%1, partly deleted").arg(row.name);
        }
        return row.state ? QStringLiteral("%1, %2").arg(row.name, stateTitle(*row.state)) : row.name;
    case IdRole:
        return row.id;
    case SlugRole:
        return row.slug;
    case ToneRole:
        return static_cast<int>(toneOf(row));
    case PercentRole:
        return row.percent;
    case RemovedRole:
        return !row.isBeingRemoved ? QString() : row.isRemovalRunning ? tr("deleting") : tr("partly deleted");
    case PinnedRole:
        return row.pinned;
    case SearchRole:
        return QString(row.name + QLatin1Char(' ') + row.slug);
    default:
        return {};
    }
}

} // namespace miaobu::app
