#pragma once

#include "core/model/source.h"

#include <QStringList>

#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace miaobu {

/// What of a folder belongs to the project.
struct FolderListing {
    std::vector<std::string> files; ///< Relative to the folder, as bytes; links are files. Sorted, each once.
    QStringList notes; ///< What was left out and a person might miss.
    Revision revision; ///< Without the tree when \a modified, or without Git.
};

/// How a folder relates to Git.
struct FolderRepository {
    std::filesystem::path repository; ///< The working folder that holds .git, or the bare repository itself.
    std::string subfolder; ///< The folder, relative to the repository; empty when they are the same.
    QString branch; ///< The checked-out one; empty when HEAD names a commit.
    bool isBare = false;
    bool isForeign = false; ///< It belongs to another user: Git refuses to work in it, and nothing else is known of it.
};

/// The repository \a folder is, or lies in; none when there is none, or when it ignores the folder (a build's output,
/// for instance).
/// \throws Error(FolderMissing)
[[nodiscard]] std::optional<FolderRepository> findRepository(const std::filesystem::path& folder);

/// What Git would know: tracked files as they are now, and untracked ones that are not ignored.
/// Of the untracked ones .env files, node_modules and caches are left out all the same.
[[nodiscard]] FolderListing listRepository(const FolderRepository& repository, std::stop_token stop);

/// All files, without node_modules, caches, .env files and what version control keeps.
[[nodiscard]] FolderListing listPlainFolder(const std::filesystem::path& folder, std::stop_token stop);

} // namespace miaobu
