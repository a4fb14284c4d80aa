#pragma once

#include <QString>

namespace miaobu {

enum class SourceKind { Folder, Git };

/// Where the files of a project come from.
struct Source {
    SourceKind kind = SourceKind::Folder;
    QString location; ///< Absolute path of a folder, or the URL of a Git repository (never with a credential in it).
    QString branch; ///< Empty: the default branch of the repository; unused for a folder.
    bool submodules = false; ///< Of a Git repository: also fetch what it names as submodules.

    bool operator==(const Source&) const = default;
};

/// The commit, or the content of a folder, that a deployment was made from.
struct Revision {
    QString commit; ///< Full hash; empty for a folder without Git.
    QString tree; ///< Names the content exactly as it was checked out: equal trees build alike.
    QString branch;
    QString message; ///< First line of the commit message.
    QString author;
    bool modified = false; ///< The folder differed from the commit.

    bool operator==(const Revision&) const = default;
};

} // namespace miaobu
