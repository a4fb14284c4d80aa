#pragma once

#include "core/detect/file_tree.h"

#include <QHash>
#include <QMap>
#include <QSet>
#include <QStringList>

namespace miaobu {

/// One entry of a repository's tree, as GitHub lists it.
struct TreeEntry {
    enum class Kind { File, Folder, Link, Submodule };

    QString path; ///< From the top of the repository, with forward slashes.
    Kind kind = Kind::File;
    QString blob; ///< Hash of the content of a file, or of the target of a link.
    qint64 size = 0;

    bool operator==(const TreeEntry&) const = default;
};

/// The files of a commit that lies elsewhere: the names are all known, a content only once it was fetched. What the detector reads and is not
/// here yet is noted and answered as if it did not exist: an answer counts only when nothing was missing.
class ListedTree final : public FileTree {
public:
    explicit ListedTree(const QList<TreeEntry>& entries);

    [[nodiscard]] bool hasFile(const QString& path) const override;
    [[nodiscard]] bool hasFolder(const QString& path) const override;
    [[nodiscard]] std::optional<QByteArray> read(const QString& path) const override;
    [[nodiscard]] QStringList entries(const QString& folder) const override;

    /// The blobs that were asked for and are not here, since the last call.
    [[nodiscard]] QStringList takeMissing();
    void add(const QString& blob, const QByteArray& content) { m_contents.insert(blob, content); }

private:
    /// The entry that \a path leads to, through links inside the repository; nothing where it leads nowhere or out of it.
    [[nodiscard]] const TreeEntry* find(const QString& path) const;
    /// The target of a link, from the top of the repository; nothing where it is not known yet.
    [[nodiscard]] std::optional<QString> targetOf(const TreeEntry& link) const;
    [[nodiscard]] const QByteArray* contentOf(const QString& blob) const;

    QMap<QString, TreeEntry> m_entries;
    QHash<QString, QStringList> m_children; ///< Names by folder
    QHash<QString, QByteArray> m_contents; ///< By blob
    mutable QSet<QString> m_missing;
};

} // namespace miaobu
