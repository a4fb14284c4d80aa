#include "core/build/toolchains.h"

#include "core/async/parallel.h"
#include "core/build/node_package.h"
#include "core/build/node_places.h"
#include "core/build/package_fetch.h"
#include "core/detect/node_version.h"
#include "core/process/build_environment.h"
#include "core/process/run_process.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace miaobu {

namespace {

constexpr auto versionTimeout = 15s;
constexpr int atOnce = 4;

QProcessEnvironment toolEnvironment(const QProcessEnvironment& host, const QString& path) {
    return buildEnvironment(host, path, {}, BuildPhase::Install).environment;
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
    const QString tools = u"node %1, %2 %3"_s.arg(toString(node.version), manager.name, managerVersion);
    return image.isEmpty() ? tools : tools + u" in "_s + image;
}

Toolchains::Toolchains(QString folder, QProcessEnvironment host, LoginShell& shell)
    : m_folder(std::move(folder)), m_host(std::move(host)), m_shell(shell) { }

QCoro::Task<QList<NodeInstallation>> Toolchains::nodes(std::stop_token stop) {
    const QString path = co_await m_shell.path(stop);
    const QStringList programs = nodePrograms(m_host, path) + fetchedNodes();
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

QCoro::Task<Toolchain> Toolchains::provide(ProjectLayout layout, BuildPlan plan, LogSink& log, std::stop_token stop) {
    LogSink* const sink = &log;
    std::optional<Error> unsuitable;
    Toolchain toolchain;
    try {
        toolchain = co_await find(layout, plan, stop);
    } catch (const Error& error) {
        if (error.kind != ErrorKind::NodeUnsuitable) {
            throw;
        }
        unsuitable = error;
    }
    if (unsuitable) {
        toolchain = co_await findAfterFetch(*unsuitable, layout, plan, *sink, stop);
    }
    co_return co_await withManager(toolchain, *sink, stop);
}

QCoro::Task<Toolchain> Toolchains::findAfterFetch(
    Error unsuitable, ProjectLayout layout, BuildPlan plan, LogSink& log, std::stop_token stop) {
    LogSink* const sink = &log;
    try {
        co_await fetchNode(plan.nodeVersion, *sink, stop);
    } catch (const Error& error) {
        if (error.kind == ErrorKind::Cancelled) {
            throw;
        }
        // What is missing is Node.js; why it could not be fetched is a detail of it.
        unsuitable.detail = error.detail.isEmpty() ? errorKindName(error.kind) : error.detail;
        throw unsuitable;
    }
    co_return co_await find(layout, plan, stop);
}

QCoro::Task<Toolchain> Toolchains::withManager(Toolchain toolchain, LogSink& log, std::stop_token stop) {
    if (!toolchain.managerProgram.isEmpty()) {
        co_return toolchain;
    }
    log.note(u"Fetching %1 %2 for Miaobu alone."_s.arg(toolchain.manager.name, toolchain.manager.version));
    co_await fetchManager(toolchain, stop);
    toolchain.managerProgram = fetchedProgram(toolchain.manager);
    toolchain.path = pathWith(toolchain.managerProgram, toolchain.path);
    const std::optional<Version> version = co_await versionOf(toolchain.managerProgram, toolchain.path, stop);
    if (!version) {
        throw Error(ErrorKind::PackageManagerMissing, managerPackage(toolchain.manager));
    }
    toolchain.managerVersion = toString(*version);
    co_return toolchain;
}

QCoro::Task<> Toolchains::fetchNode(QString declared, LogSink& log, std::stop_token stop) {
    LogSink* const sink = &log;
    const QStringList packages = nodePackages(declared);
    if (packages.isEmpty()) {
        co_return;
    }
    const QList<NodeInstallation> installed = co_await nodes(stop);
    QString path = co_await m_shell.path(stop);
    // A version manager's Node.js is not on the PATH of a program that was started from the desktop.
    for (const NodeInstallation& node : installed) {
        path += u':' + QFileInfo(node.program).absolutePath();
    }
    sink->note(u"No installed Node.js fits what the project asks for (%1): fetching %2 for Miaobu alone."_s.arg(
        declared, packages.join(u" and "_s)));
    const PackageFetch fetch{findProgram(u"npm"_s, path), packages, m_folder + u"/node-"_s + nodeMajor(declared),
        toolEnvironment(m_host, path)};
    co_await fetchPackages(fetch, stop);
}

QCoro::Task<> Toolchains::fetchManager(Toolchain toolchain, std::stop_token stop) {
    const QString npm
        = findProgram(u"npm"_s, withFolder(QFileInfo(toolchain.node.program).absolutePath(), toolchain.path));
    const PackageFetch fetch{npm, {managerPackage(toolchain.manager) + u'@' + toolchain.manager.version},
        fetchedFolder(toolchain.manager), toolEnvironment(m_host, toolchain.path)};
    co_await fetchPackages(fetch, stop);
}

QCoro::Task<std::optional<Version>> Toolchains::versionOf(QString program, QString path, std::stop_token stop) {
    const QDateTime changed = QFileInfo(program).lastModified();
    if (m_known.contains(program) && m_known.value(program).changed == changed) {
        co_return m_known.value(program).version;
    }
    const QString folder = QFileInfo(program).absolutePath();
    const QString ownPath = withFolder(folder, path);
    const bool isNode = QFileInfo(program).fileName() == u"node";
    Command command;
    command.program = program;
    command.arguments = QStringList{u"--version"_s};
    command.environment = toolEnvironment(m_host, isNode ? ownPath : path);
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

QStringList Toolchains::fetchedNodes() const {
    // "node-22-Xy12ab" is one that is being fetched at this moment, or never was to its end.
    static const QRegularExpression whole(u"\\Anode-\\d+\\z"_s);
    QStringList programs;
    for (const QString& name : QDir(m_folder).entryList(QDir::Dirs).filter(whole)) {
        const QString program = m_folder + u'/' + name + u"/node_modules/.bin/node"_s;
        if (QFileInfo(program).isExecutable()) {
            programs.append(program);
        }
    }
    return programs;
}

QString Toolchains::fetchedFolder(const WantedManager& manager) const {
    return m_folder + u'/' + manager.name + u'-' + manager.version;
}

QString Toolchains::fetchedProgram(const WantedManager& manager) const {
    return fetchedFolder(manager) + u"/node_modules/.bin/"_s + manager.name;
}

} // namespace miaobu
