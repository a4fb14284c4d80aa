#include "app/models/repository_list_model.h"

namespace miaobu::app {

void RepositoryListModel::setRepositories(
    const QList<GitHubRepository>& repositories, const QHash<qint64, int>& imported) {
    if (m_skeleton == 0 && repositories == m_repositories && imported == m_imported) {
        return;
    }
    beginResetModel();
    m_skeleton = 0;
    m_repositories = repositories;
    m_imported = imported;
    endResetModel();
}

void RepositoryListModel::setSkeleton(int rows) {
    if (rows == m_skeleton) {
        return;
    }
    beginResetModel();
    m_skeleton = rows;
    m_repositories.clear();
    endResetModel();
}

int RepositoryListModel::rowCount(const QModelIndex& parent) const {
    if (parent.isValid()) {
        return 0;
    }
    return m_skeleton > 0 ? m_skeleton : static_cast<int>(m_repositories.size());
}

QVariant RepositoryListModel::data(const QModelIndex& index, int role) const {
    if (role == SkeletonRole) {
        return m_skeleton > 0;
    }
    if (m_skeleton > 0 || !index.isValid() || index.row() >= m_repositories.size()) {
        return {};
    }
    const GitHubRepository& repository = m_repositories.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return repository.fullName();
    case RepositoryRole:
        return QVariant::fromValue(repository);
    case ImportedRole:
        return m_imported.value(repository.id);
    default:
        return {};
    }
}

Qt::ItemFlags RepositoryListModel::flags(const QModelIndex& index) const {
    return m_skeleton > 0 ? Qt::NoItemFlags : QAbstractListModel::flags(index);
}

} // namespace miaobu::app
