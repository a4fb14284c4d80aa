#pragma once

#include <QDateTime>
#include <QString>

namespace miaobu {

/// A repository at a GitHub, as its lists say it.
struct GitHubRepository {
    qint64 id = 0; ///< GitHub's, which stays when the repository is renamed or moved.
    QString owner;
    QString name;
    QString description;
    QString language;
    QString defaultBranch; ///< Empty where GitHub does not say one.
    bool isPrivate = false;
    bool isArchived = false;
    bool isFork = false;
    qint64 kibibytes = 0; ///< Its size, as GitHub counts it.
    QDateTime pushedAt; ///< UTC; invalid for one that never was.

    [[nodiscard]] QString fullName() const { return owner + QChar(u'/') + name; }

    bool operator==(const GitHubRepository&) const = default;
};

/// A branch and its newest commit.
struct GitHubBranch {
    QString name;
    QString commit; ///< Full hash

    bool operator==(const GitHubBranch&) const = default;
};

/// Which repository a project was imported from.
struct ProjectRepository {
    qint64 project = 0;
    QString host; ///< GitHubHost::name
    qint64 repository = 0; ///< GitHubRepository::id
    QString fullName; ///< As it was called when it was last looked at.

    bool operator==(const ProjectRepository&) const = default;
};

} // namespace miaobu
