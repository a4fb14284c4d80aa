#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace miaobu {

/// The files of a repository as the detector sees them: on disk, or listed by a host. Paths are relative, with forward
/// slashes.
class FileTree {
public:
    virtual ~FileTree() = default;

    /// Whether \a path is a file.
    [[nodiscard]] virtual bool hasFile(const QString& path) const = 0;
    [[nodiscard]] virtual bool hasFolder(const QString& path) const = 0;
    /// The content of a file; nothing when there is no such file, or it is larger than the tree is ready to read (4
    /// MiB).
    [[nodiscard]] virtual std::optional<QByteArray> read(const QString& path) const = 0;
    /// Names of the files (and folders, each with a slash at the end) directly in \a folder; "" is the top.
    [[nodiscard]] virtual QStringList entries(const QString& folder) const = 0;
};

} // namespace miaobu
