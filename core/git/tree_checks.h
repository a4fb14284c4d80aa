#pragma once

#include <QStringList>

#include <filesystem>

namespace miaobu {

/// Removes every link below \a root that leads out of it, be it directly, by an absolute path, or through other links.
/// Gives the removed links, relative to \a root. Links to nowhere inside \a root stay.
[[nodiscard]] QStringList removeEscapingLinks(const std::filesystem::path& root);

/// The files below \a root, relative to it, that are Git LFS pointers in place of their content
/// (https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md).
[[nodiscard]] QStringList findLargeFilePointers(const std::filesystem::path& root);

/// Both checks. Gives the links that were removed.
/// \throws Error(LargeFilePointers) with the number of pointers as the subject and the first of them in the detail.
[[nodiscard]] QStringList checkTree(const std::filesystem::path& root);

/// What the log says of a link that was removed.
[[nodiscard]] QString removedLinkNote(const QString& link);

} // namespace miaobu
