#include "core/model/home.h"

#include "core/async/error.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include <sys/stat.h>

#include <cerrno>
#include <cstring>

namespace miaobu {

namespace {

void makePrivateFolder(const QString& path) {
    const QByteArray encoded = QFile::encodeName(path);
    if (!QDir().mkpath(QFileInfo(path).path()) || (::mkdir(encoded.constData(), 0700) != 0 && errno != EEXIST)) {
        const int reason = errno;
        const ErrorKind kind = reason == ENOSPC   ? ErrorKind::DiskFull
            : reason == EACCES || reason == EROFS ? ErrorKind::PermissionDenied
                                                  : ErrorKind::FileSystem;
        throw Error(kind, path, QString::fromLocal8Bit(std::strerror(reason)));
    }
}

} // namespace

Home openHome() {
    const QString moved = qEnvironmentVariable("MIAOBU_HOME");
    const Home home = moved.isEmpty()
        ? Home{QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation),
              QStandardPaths::writableLocation(QStandardPaths::CacheLocation)}
        : Home{QDir(moved).absolutePath(), QDir(moved).absolutePath() + QStringLiteral("/cache")};
    for (const QString& folder : {home.data, home.cache, home.logFolder(), home.targetFolder(), home.emulatorFolder(),
             home.mirrorFolder(), home.dependencyFolder(), home.buildFolder()}) {
        makePrivateFolder(folder);
    }
    return home;
}

} // namespace miaobu
