#include "core/build/private_folder.h"

#include "core/async/error.h"
#include "core/process/leftovers.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

constexpr QLatin1StringView beginning("miaobu-private-");

void removeLeftovers(const QString& parent) {
    const QFileInfoList folders
        = QDir(parent).entryInfoList({beginning + u'*'}, QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot);
    for (const QFileInfo& folder : folders) {
        const qint64 process = folder.fileName().mid(beginning.size()).section(u'-', 0, 0).toLongLong();
        if (!isProcessThere(process) && folder.ownerId() == ::getuid() && !folder.isSymLink()) {
            QDir(folder.filePath()).removeRecursively();
        }
    }
}

} // namespace

std::unique_ptr<QTemporaryDir> privateFolder() {
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    for (const QString& parent : {runtime, u"/dev/shm"_s, QDir::tempPath()}) {
        if (parent.isEmpty() || !QDir(parent).exists()) {
            continue;
        }
        removeLeftovers(parent);
        const QString name = beginning + QString::number(QCoreApplication::applicationPid()) + u"-XXXXXX"_s;
        auto folder = std::make_unique<QTemporaryDir>(parent + u'/' + name);
        if (folder->isValid()) {
            return folder; // Made with mode 0700.
        }
    }
    throw Error(ErrorKind::FileSystem, QDir::tempPath());
}

void writePrivateFile(const QString& path, const QByteArray& content) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate, QFile::ReadOwner | QFile::WriteOwner)
        || file.write(content) != content.size() || !file.flush()) {
        throw Error(file.error() == QFileDevice::ResourceError ? ErrorKind::DiskFull : ErrorKind::FileSystem, path,
            file.errorString());
    }
}

} // namespace miaobu
