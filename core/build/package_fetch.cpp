#include "core/build/package_fetch.h"

#include "core/build/command_tail.h"
#include "core/process/run_process.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace miaobu {

namespace {

constexpr auto fetchTimeout = 10min;

/// Its own package.json keeps npm from looking for a project in the folders around.
void writeEmptyProject(const QString& folder) {
    QFile package(folder + u"/package.json"_s);
    if (!package.open(QIODevice::WriteOnly) || package.write("{\"private\":true}") < 0) {
        throw Error(ErrorKind::FileSystem, folder, package.errorString());
    }
}

/// A build that runs from the former folder finds the same programs in the new one.
void moveIntoPlace(QTemporaryDir& fresh, const QString& folder) {
    const QTemporaryDir former(folder + u"-XXXXXX"_s);
    QDir().rename(folder, former.filePath(u"former"_s));
    if (!QDir().rename(fresh.path(), folder)) {
        throw Error(ErrorKind::FileSystem, folder);
    }
    fresh.setAutoRemove(false);
}

} // namespace

QCoro::Task<> fetchPackages(PackageFetch fetch, std::stop_token stop) {
    const QString wanted = fetch.packages.join(u' ');
    if (fetch.npm.isEmpty()) {
        throw Error(ErrorKind::PackageManagerMissing, wanted);
    }
    QDir().mkpath(QFileInfo(fetch.folder).path());
    QTemporaryDir fresh(fetch.folder + u"-XXXXXX"_s);
    if (!fresh.isValid()) {
        throw Error(ErrorKind::FileSystem, fetch.folder, fresh.errorString());
    }
    writeEmptyProject(fresh.path());
    Command command;
    command.program = fetch.npm;
    command.arguments = QStringList{u"install"_s, u"--no-audit"_s, u"--no-fund"_s} + fetch.packages;
    command.environment = fetch.environment;
    command.workingDirectory = fresh.path();
    command.timeout = fetchTimeout;
    const auto tail = std::make_shared<CommandTail>(QStringList());
    const OutputHandler keep = [tail](LogChannel channel, const QByteArray& bytes) { tail->write(channel, bytes); };
    const ProcessResult result = co_await runProcess(command, keep, stop);
    if (result.exitCode != 0) {
        throw Error(ErrorKind::PackageManagerMissing, wanted, tail->lastLines());
    }
    moveIntoPlace(fresh, fetch.folder);
}

} // namespace miaobu
