#include "core/build/toolchains.h"

#include "core/async/parallel.h"
#include "core/build/command_tail.h"
#include "core/build/node_places.h"
#include "core/process/build_environment.h"
#include "core/process/run_process.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace miaobu {

namespace {

constexpr auto versionTimeout = 15s;
constexpr auto fetchTimeout = 5min;
constexpr int atOnce = 4;

Command quietCommand(
    const QString& program, const QStringList& arguments, const QProcessEnvironment& host, const QString& path) {
    Command command;
    command.program = program;
    command.arguments = arguments;
    command.environment = buildEnvironment(host, path, {}, BuildPhase::Install).environment;
    return command;
}

/// npm's name of a package manager: the package "yarn" is yarn 1, and its later versions are of something else.
QString packageOf(const WantedManager& manager) {
    return manager.name == u"yarn" && !manager.version.startsWith(u"1.") ? u"@yarnpkg/cli-dist"_s : manager.name;
}

QString withFolder(const QString& folder, const QString& path) {
    return folder + u':' + path;
}

/// \a path, changed only where it would find another file under the name of \a program.
QString pathWith(const QString& program, const QString& path) {
    const QFileInfo file(program);
    const QString found = QStandardPaths::findExecutable(file.fileName(), path.split(u':', Qt::SkipEmptyParts));
    return found == program ? path : withFolder(file.absolutePath(), path);
}

} // namespace

QString Toolchain::text() const {
    return u"node %1, %2 %3"_s.arg(toString(node.version), manager.name, managerVersion);
}

Toolchains::Toolchains(QString folder, QProcessEnvironment host, LoginShell& shell)
    : m_folder(std::move(folder)), m_host(std::move(host)), m_shell(shell) { }

QCoro::Task<QList<NodeInstallation>> Toolchains::nodes(std::stop_token stop) {
    const QString path = co_await m_shell.path(stop);
    const QStringList programs = nodePrograms(m_host, path);
    const auto ask = [](Toolchains* self, QString program, QString searchPath, std::stop_token token) -> QCoro::Task<> {
        co_await self->versionOf(program, searchPath, token);
    };
    const auto askOne = [this, ask, path, stop](const QString& program) { return ask(this, program, path, stop); };
    co_await forEachLimited(programs, atOnce, askOne, stop);
    QList<NodeInstallation> found;
    for (const QString& program : programs) {
        const std::optional<Version> version = m_known.value(program).version;
        if (version) {
            found.append({program, *version});
        }
    }
    co_return found;
}

QCoro::Task<Toolchain> Toolchains::find(ProjectLayout layout, BuildPlan plan, std::stop_token stop) {
    Toolchain result;
    const QList<NodeInstallation> installed = co_await nodes(stop);
    result.node = chooseNode(installed, plan.nodeVersion);
    result.path = co_await m_shell.path(stop);
    result.path = pathWith(result.node.program, result.path);
    const QString name = plan.packageManager.isEmpty() ? u"npm"_s : plan.packageManager;
    result.manager = wantedManager(layout, name);
    result.managerVersion = result.manager.version;

    const std::optional<VersionRange> range = parseRange(result.manager.range);
    const QString nodeFolder = QFileInfo(result.node.program).absolutePath();
    const QStringList candidates{
        findProgram(name, withFolder(nodeFolder, result.path)), fetchedProgram(result.manager)};
    for (const QString& program : candidates) {
        std::optional<Version> version;
        if (QFileInfo(program).isExecutable()) {
            version = co_await versionOf(program, result.path, stop);
        }
        // Any npm will do: it is part of its Node.
        if (version && (name == u"npm" || (range && satisfies(*version, *range)))) {
            result.managerProgram = program;
            result.managerVersion = toString(*version);
            result.path = pathWith(program, result.path);
            co_return result;
        }
    }
    if (name == u"npm") {
        throw Error(ErrorKind::PackageManagerMissing, name);
    }
    co_return result;
}

QCoro::Task<Toolchain> Toolchains::provide(Toolchain toolchain, std::stop_token stop) {
    if (!toolchain.managerProgram.isEmpty()) {
        co_return toolchain;
    }
    co_await fetch(toolchain, stop);
    toolchain.managerProgram = fetchedProgram(toolchain.manager);
    toolchain.path = pathWith(toolchain.managerProgram, toolchain.path);
    const std::optional<Version> version = co_await versionOf(toolchain.managerProgram, toolchain.path, stop);
    if (!version) {
        throw Error(ErrorKind::PackageManagerMissing, packageOf(toolchain.manager));
    }
    toolchain.managerVersion = toString(*version);
    co_return toolchain;
}

QCoro::Task<> Toolchains::fetch(Toolchain toolchain, std::stop_token stop) {
    const QString npm
        = findProgram(u"npm"_s, withFolder(QFileInfo(toolchain.node.program).absolutePath(), toolchain.path));
    const QString wanted = packageOf(toolchain.manager) + u'@' + toolchain.manager.version;
    if (npm.isEmpty()) {
        throw Error(ErrorKind::PackageManagerMissing, wanted);
    }
    const QString folder = fetchedFolder(toolchain.manager);
    QDir().mkpath(m_folder);
    QTemporaryDir fresh(folder + u"-XXXXXX"_s);
    // Its own package.json keeps npm from looking for a project in the folders around.
    QFile package(fresh.filePath(u"package.json"_s));
    if (!fresh.isValid() || !package.open(QIODevice::WriteOnly) || package.write("{\"private\":true}") < 0) {
        throw Error(ErrorKind::FileSystem, m_folder, package.errorString());
    }
    package.close();
    Command command
        = quietCommand(npm, {u"install"_s, u"--no-audit"_s, u"--no-fund"_s, wanted}, m_host, toolchain.path);
    command.workingDirectory = fresh.path();
    command.timeout = fetchTimeout;
    const auto tail = std::make_shared<CommandTail>(QStringList());
    const OutputHandler keep = [tail](LogChannel channel, const QByteArray& bytes) { tail->write(channel, bytes); };
    const ProcessResult result = co_await runProcess(command, keep, stop);
    if (result.exitCode != 0) {
        throw Error(ErrorKind::PackageManagerMissing, wanted, tail->lastLines());
    }
    QDir(folder).removeRecursively();
    if (!QDir().rename(fresh.path(), folder)) {
        throw Error(ErrorKind::FileSystem, folder);
    }
    fresh.setAutoRemove(false);
}

QCoro::Task<std::optional<Version>> Toolchains::versionOf(QString program, QString path, std::stop_token stop) {
    const QDateTime changed = QFileInfo(program).lastModified();
    if (m_known.contains(program) && m_known.value(program).changed == changed) {
        co_return m_known.value(program).version;
    }
    const QString folder = QFileInfo(program).absolutePath();
    const QString ownPath = withFolder(folder, path);
    const bool isNode = QFileInfo(program).fileName() == u"node";
    Command command = quietCommand(program, {u"--version"_s}, m_host, isNode ? ownPath : path);
    // Outside of every project: a package manager hands over to the version that the folder it runs in asks for.
    command.workingDirectory = QDir::rootPath();
    command.timeout = versionTimeout;
    const auto output = std::make_shared<QByteArray>();
    const OutputHandler keep = [output](LogChannel channel, const QByteArray& bytes) {
        if (channel == LogChannel::Output) {
            *output += bytes;
        }
    };
    std::optional<Version> version;
    try {
        const ProcessResult result = co_await runProcess(command, keep, stop);
        version = result.exitCode == 0 ? parseVersion(QString::fromUtf8(*output).trimmed()) : std::nullopt;
    } catch (const Error& error) {
        if (error.kind == ErrorKind::Cancelled) {
            throw;
        }
    }
    m_known.insert(program, {changed, version});
    co_return version;
}

QString Toolchains::fetchedFolder(const WantedManager& manager) const {
    return m_folder + u'/' + manager.name + u'-' + manager.version;
}

QString Toolchains::fetchedProgram(const WantedManager& manager) const {
    return fetchedFolder(manager) + u"/node_modules/.bin/"_s + manager.name;
}

} // namespace miaobu
