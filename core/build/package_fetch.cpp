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

QCoro::Task<StepResult> runNpm(PackageFetch fetch, QString folder, std::stop_token stop) {
    Command command;
    command.program = fetch.npm;
    command.arguments = fetchArguments(fetch.packages);
    command.environment = fetch.environment;
    command.workingDirectory = folder;
    command.timeout = fetchTimeout;
    const auto tail = std::make_shared<CommandTail>(QStringList());
    const OutputHandler keep = [tail](LogChannel channel, const QByteArray& bytes) { tail->write(channel, bytes); };
    const ProcessResult result = co_await runProcess(command, keep, stop);
    co_return StepResult{result.exitCode, tail->lastLines(), tail->text()};
}

} // namespace

QStringList fetchArguments(const QStringList& packages) {
    return QStringList{u"install"_s, u"--no-audit"_s, u"--no-fund"_s} + packages;
}

QCoro::Task<> fetchPackages(PackageFetch fetch, std::stop_token stop) {
    if (fetch.npm.isEmpty()) {
        throw Error(ErrorKind::PackageManagerMissing, fetch.packages.join(u' '));
    }
    const FetchRun run = [fetch, stop](const QString& folder) { return runNpm(fetch, folder, stop); };
    co_await fetchPackagesBy(run, fetch.packages, fetch.folder);
}

QCoro::Task<> fetchPackagesBy(FetchRun run, QStringList packages, QString folder) {
    QDir().mkpath(QFileInfo(folder).path());
    QTemporaryDir fresh(folder + u"-XXXXXX"_s);
    if (!fresh.isValid()) {
        throw Error(ErrorKind::FileSystem, folder, fresh.errorString());
    }
    writeEmptyProject(fresh.path());
    const StepResult result = co_await run(fresh.path());
    if (result.exitCode != 0) {
        throw Error(ErrorKind::PackageManagerMissing, packages.join(u' '), result.lastLines);
    }
    moveIntoPlace(fresh, folder);
}

} // namespace miaobu
