#pragma once

#include "core/detect/file_tree.h"

#include <QHash>

#include <memory>

namespace miaobu {

/// Another tree, and after that one is gone what was asked of it: a checkout that is removed again can still be
/// described. What was never asked for is not there then. Not for two threads at once.
class KeptTree final : public FileTree {
public:
    explicit KeptTree(std::unique_ptr<const FileTree> source) : m_source(std::move(source)) { }

    /// From now on only what was asked before is answered.
    void letGo() { m_source.reset(); }

    [[nodiscard]] bool hasFile(const QString& path) const override;
    [[nodiscard]] bool hasFolder(const QString& path) const override;
    [[nodiscard]] std::optional<QByteArray> read(const QString& path) const override;
    [[nodiscard]] QStringList entries(const QString& folder) const override;

private:
    std::unique_ptr<const FileTree> m_source;
    mutable QHash<QString, bool> m_files;
    mutable QHash<QString, bool> m_folders;
    mutable QHash<QString, std::optional<QByteArray>> m_contents;
    mutable QHash<QString, QStringList> m_entries;
};

} // namespace miaobu
