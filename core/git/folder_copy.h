#pragma once

#include <QString>

#include <atomic>
#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace miaobu {

/// How far a copy is; read from another thread while it runs.
struct CopyProgress {
    std::atomic<qint64> done{0};
    std::atomic<qint64> total{0};
};

/// Copies \a files, relative to \a from, into \a to, which is made with mode 0700 and must not exist. Shares the blocks
/// where the file system can. Links are copied as links; files keep only whether they can be executed. A file that is
/// gone meanwhile is left out.
/// \throws Error(DiskFull), Error(PermissionDenied), Error(FileSystem), Error(Cancelled)
void copyFiles(const std::filesystem::path& from, const std::vector<std::string>& files,
    const std::filesystem::path& to, CopyProgress& progress, const std::stop_token& stop);

/// "folder-" and the SHA-256 of path, mode and content of every file below \a folder, in the order of their paths.
[[nodiscard]] QString contentName(const std::filesystem::path& folder, const std::stop_token& stop);

} // namespace miaobu
