#include "core/build/folder_moves.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace miaobu {

bool moveFolder(const QString& from, const QString& to) {
    const QFileInfo source(from);
    if (!source.isDir() || source.isSymLink()) {
        return false;
    }
    QDir(to).removeRecursively();
    QDir().mkpath(QFileInfo(to).path());
    return QDir().rename(from, to);
}

bool moveTree(const QString& fromRoot, const QString& toRoot, const QStringList& folders) {
    bool all = true;
    for (const QString& folder : folders) {
        all = moveFolder(fromRoot + u'/' + folder, toRoot + u'/' + folder) && all;
    }
    return all;
}

QStringList foldersNamed(const QString& root, const QString& name) {
    QStringList found;
    QStringList waiting{QString()};
    while (!waiting.isEmpty()) {
        const QString at = waiting.takeFirst();
        const QDir folder(at.isEmpty() ? root : root + u'/' + at);
        for (const QString& entry :
            folder.entryList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot | QDir::NoSymLinks, QDir::Name)) {
            const QString path = at.isEmpty() ? entry : at + u'/' + entry;
            if (entry == name) {
                found.append(path);
            } else if (entry != u".git") {
                waiting.append(path);
            }
        }
    }
    return found;
}

qint64 treeSize(const QString& folder) {
    qint64 size = 0;
    QDirIterator files(
        folder, QDir::Files | QDir::Hidden | QDir::System | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        size += files.fileInfo().size();
    }
    return size;
}

} // namespace miaobu
