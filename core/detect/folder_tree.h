#pragma once

#include "core/detect/file_tree.h"

namespace miaobu {

/// The files of a folder on disk. Nothing outside the folder is ever seen: a path with "..", an absolute one, and a
/// link that leads out are as if they did not exist. Of a folder with more than 20,000 entries the first 20,000 are
/// listed.
class FolderTree final : public FileTree {
public:
    explicit FolderTree(const QString& path);

    [[nodiscard]] bool hasFile(const QString& path) const override;
    [[nodiscard]] bool hasFolder(const QString& path) const override;
    [[nodiscard]] std::optional<QByteArray> read(const QString& path) const override;
    [[nodiscard]] QStringList entries(const QString& folder) const override;

private:
    /// Where \a path really is; empty when it does not exist or lies outside.
    [[nodiscard]] QString locate(const QString& path) const;

    QString m_root;
};

} // namespace miaobu
