#include "core/build/private_folder.h"

#include "core/async/error.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace miaobu {

std::unique_ptr<QTemporaryDir> privateFolder() {
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    for (const QString& parent : {runtime, u"/dev/shm"_s, QDir::tempPath()}) {
        if (parent.isEmpty() || !QDir(parent).exists()) {
            continue;
        }
        auto folder = std::make_unique<QTemporaryDir>(parent + u"/miaobu-XXXXXX"_s);
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
