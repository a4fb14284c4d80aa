#include "core/detect/folder_tree.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace miaobu {

FolderTree::FolderTree(const QString& path) : m_root(QFileInfo(path).canonicalFilePath()) { }

QString FolderTree::locate(const QString& path) const {
    if (m_root.isEmpty() || QDir::isAbsolutePath(path)) {
        return {};
    }
    const QString real = QFileInfo(m_root + u'/' + path).canonicalFilePath();
    const QString prefix = m_root.endsWith(u'/') ? m_root : m_root + u'/';
    return real == m_root || real.startsWith(prefix) ? real : QString();
}

bool FolderTree::hasFile(const QString& path) const {
    const QString real = locate(path);
    return !real.isEmpty() && QFileInfo(real).isFile();
}

bool FolderTree::hasFolder(const QString& path) const {
    const QString real = locate(path);
    return !real.isEmpty() && QFileInfo(real).isDir();
}

std::optional<QByteArray> FolderTree::read(const QString& path) const {
    constexpr qint64 largestFile = 4 * 1024 * 1024;
    if (!hasFile(path)) {
        return std::nullopt;
    }
    QFile file(locate(path));
    if (file.size() > largestFile || !file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    return file.read(largestFile);
}

QStringList FolderTree::entries(const QString& folder) const {
    constexpr qsizetype mostEntries = 20'000;
    if (!hasFolder(folder)) {
        return {};
    }
    QStringList names;
    QDirIterator iterator(locate(folder), QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    while (iterator.hasNext() && names.size() < mostEntries) {
        const QFileInfo entry(iterator.next());
        names.append(entry.isDir() ? entry.fileName() + u'/' : entry.fileName());
    }
    names.sort();
    return names;
}

} // namespace miaobu
