#pragma once

#include "core/detect/file_tree.h"

namespace miaobu {

/// One folder of a tree, the one that may be an app: paths given to it are relative to it.
class AppFolder {
public:
    /// \a tree must outlive this.
    AppFolder(const FileTree& tree, QString root);

    [[nodiscard]] const FileTree& tree() const { return *m_tree; }
    /// Relative to the repository; empty for its top.
    [[nodiscard]] const QString& root() const { return m_root; }
    [[nodiscard]] bool has(const QString& name) const;
    [[nodiscard]] bool hasFolder(const QString& name) const;
    [[nodiscard]] std::optional<QByteArray> read(const QString& name) const;
    /// The content as UTF-8 text without a byte order mark; empty when there is no such file.
    [[nodiscard]] QString text(const QString& name) const;
    [[nodiscard]] QStringList entries(const QString& folder = {}) const;
    /// The first of \a names that is a file here; empty when none is.
    [[nodiscard]] QString firstOf(const QStringList& names) const;
    /// The first of \a stem with the endings a JavaScript or TypeScript module can have; empty when there is none.
    [[nodiscard]] QString module(const QString& stem) const;
    /// This folder and those around it, the nearest first, up to the top of the repository.
    [[nodiscard]] QList<AppFolder> upwards() const;
    /// The folder \a name inside this one.
    [[nodiscard]] AppFolder inside(const QString& name) const;

private:
    [[nodiscard]] QString path(const QString& name) const;

    const FileTree* m_tree;
    QString m_root;
};

/// \a path without "." and doubled or trailing slashes; "" becomes ".". A leading slash, which hosts read as the folder
/// itself, is dropped.
[[nodiscard]] QString tidyPath(const QString& path);

} // namespace miaobu
