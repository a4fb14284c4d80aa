#pragma once

#include "core/git/git_handles.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace miaobu {

/// A repository that another one names at one of its folders.
struct Submodule {
    QString path; ///< Relative to the folder that was checked out.
    QString url; ///< As readGitLocation() reads it.
    QString commit; ///< Full hash
};

struct SubmoduleList {
    QList<Submodule> submodules;
    QStringList notes; ///< What could not be read, and stays an empty folder.
};

/// The submodules of \a commit below \a subfolder (empty: all of it). \a parentUrl is what relative addresses are
/// relative to; empty for a repository that has no address. ssh addresses become https.
/// \throws Error(InvalidInput) for an address that is not fetched: file, git, http to another computer.
[[nodiscard]] SubmoduleList listSubmodules(
    git_repository* repository, git_commit* commit, const QString& subfolder, const QString& parentUrl);

/// The folders below \a tree that stand for another repository.
struct Gitlink {
    QString path;
    QString commit; ///< Full hash
};
[[nodiscard]] QList<Gitlink> gitlinksOf(git_tree* tree);

/// The https address that \a text means beside \a parentUrl. \throws Error(InvalidInput)
[[nodiscard]] QString submoduleUrl(const QString& text, const QString& parentUrl);

/// The content of the file \a path of \a commit; empty when there is none or it is longer than \a most.
[[nodiscard]] QByteArray fileOf(git_repository* repository, git_commit* commit, const QString& path, qsizetype most);

} // namespace miaobu
