#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace miaobu {

/// What a Git LFS pointer stands for (https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md).
struct LargeFile {
    QString path; ///< Relative to the folder that was checked out.
    QByteArray hash; ///< SHA-256 of the content, 64 lower-case hexadecimal digits.
    qint64 size = 0;
};

/// The file at \a folder/\a path, where it is a pointer that can be read.
[[nodiscard]] std::optional<LargeFile> readPointer(const QString& folder, const QString& path);

/// Where contents are kept by their hash, as git-lfs itself keeps them: <folder>/ab/cd/abcd….
class LargeFileStore {
public:
    explicit LargeFileStore(QString folder) : m_folder(std::move(folder)) { }

    [[nodiscard]] QString pathOf(const QByteArray& hash) const;
    /// Whether the content is there in its full length.
    [[nodiscard]] bool has(const LargeFile& file) const;

private:
    QString m_folder;
};

/// Puts the content of \a file, out of \a store, in the place of its pointer below \a folder.
/// \throws Error(ChecksumMismatch), Error(DiskFull), Error(FileSystem)
void putContent(const LargeFileStore& store, const LargeFile& file, const QString& folder);

} // namespace miaobu
