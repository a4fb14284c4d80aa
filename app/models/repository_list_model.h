#pragma once

#include "core/model/github_repository.h"

#include <QAbstractListModel>
#include <QHash>

namespace miaobu::app {

/// Repositories as a list shows them: those that fit the filter, or empty rows while the first ones are on their way.
class RepositoryListModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        RepositoryRole = Qt::UserRole + 1, ///< GitHubRepository
        ImportedRole, ///< int: how many projects it has
        SkeletonRole, ///< bool: there is nothing yet to be shown
    };

    using QAbstractListModel::QAbstractListModel;

    /// \a imported: projects by the repository's id.
    void setRepositories(const QList<GitHubRepository>& repositories, const QHash<qint64, int>& imported);
    /// \a rows that stand for what is not known yet.
    void setSkeleton(int rows);
    /// Nothing while it shows a skeleton.
    [[nodiscard]] const QList<GitHubRepository>& repositories() const { return m_repositories; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    QList<GitHubRepository> m_repositories;
    QHash<qint64, int> m_imported;
    int m_skeleton = 0;
};

} // namespace miaobu::app
