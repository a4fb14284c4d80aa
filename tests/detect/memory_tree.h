#pragma once

#include "core/detect/file_tree.h"

#include <QMap>

/// A tree whose files are given as text: {"package.json", "{}"}.
class MemoryTree final : public miaobu::FileTree {
public:
    using Files = QMap<QString, QByteArray>;

    explicit MemoryTree(Files files) : m_files(std::move(files)) { }

    [[nodiscard]] bool hasFile(const QString& path) const override { return m_files.contains(path); }

    [[nodiscard]] bool hasFolder(const QString& path) const override {
        return path.isEmpty() || !entries(path).isEmpty();
    }

    [[nodiscard]] std::optional<QByteArray> read(const QString& path) const override {
        return hasFile(path) ? std::optional(m_files.value(path)) : std::nullopt;
    }

    [[nodiscard]] QStringList entries(const QString& folder) const override {
        const QString prefix = folder.isEmpty() ? QString() : folder + QLatin1Char('/');
        QStringList names;
        for (const QString& path : m_files.keys()) {
            if (path.startsWith(prefix)) {
                const QString rest = path.mid(prefix.size());
                const qsizetype slash = rest.indexOf(QLatin1Char('/'));
                names.append(slash < 0 ? rest : rest.left(slash + 1));
            }
        }
        names.removeDuplicates();
        return names;
    }

private:
    Files m_files;
};
