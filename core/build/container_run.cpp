#include "core/build/container_run.h"

#include "core/async/sleep.h"
#include "core/build/engine_call.h"
#include "core/build/private_folder.h"
#include "core/process/leftovers.h"

#include <QCoreApplication>
#include <QDir>
#include <QRegularExpression>
#include <QUuid>

#include <unistd.h>

#include <exception>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace miaobu {

namespace {

constexpr QLatin1StringView namePrefix("miaobu-build-");
constexpr QLatin1StringView scriptFolder("/miaobu-start");
constexpr int attemptsToRemove = 50;
constexpr int engineFailed = 125; ///< Of `run`, when the command was not even begun

QString freshName() {
    return namePrefix + QString::number(QCoreApplication::applicationPid()) + u'-'
        + QUuid::createUuid().toString(QUuid::Id128).left(12);
}

bool isLeft(const QString& name) {
    return name.startsWith(namePrefix) && !isProcessThere(name.mid(namePrefix.size()).section(u'-', 0, 0).toLongLong());
}

QCoro::Task<QStringList> namesOf(ContainerEngine engine, QStringList filters) {
    QStringList question{u"ps"_s, u"--all"_s, u"--format"_s, u"{{.Names}}"_s};
    for (const QString& filter : std::as_const(filters)) {
        question << u"--filter"_s << filter;
    }
    const EngineAnswer answer = co_await callEngine(engine, question, {});
    co_return answer.isGood() ? QString::fromUtf8(answer.output).split(u'\n', Qt::SkipEmptyParts) : QStringList();
}

/// Ends \a name, and comes back when it is gone. An engine that has stopped has taken it along.
QCoro::Task<> removeContainer(ContainerEngine engine, QString name) {
    const QStringList removal{u"rm"_s, u"--force"_s, u"--volumes"_s, name};
    const QStringList filters{u"name=^/?%1$"_s.arg(name)};
    try {
        // What was asked for in the last moment may still be coming.
        for (int attempt = 0; attempt < attemptsToRemove; ++attempt) {
            co_await callEngine(engine, removal, {});
            const QStringList left = co_await namesOf(engine, filters);
            if (left.isEmpty()) {
                co_return;
            }
            co_await sleepFor(100ms, {});
        }
    } catch (const Error&) {
        co_return;
    }
}

/// The engine's own failure behind a command that ended with \a result, if it is that.
QCoro::Task<std::optional<Error>> engineFailure(ContainerEngine engine, StepResult result) {
    static const QRegularExpression ownWords(
        u"^(?:docker: |Error: |Error response from daemon)"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression unseenMount(u"bind source path does not exist|statfs .*no such file"_s);
    const QString name = engine.name();
    const bool isThere = co_await doesAnswer(engine);
    if (!isThere) {
        co_return Error(ErrorKind::EngineNotRunning, name, result.lastLines);
    }
    if (result.exitCode != engineFailed || !result.output.contains(ownWords)) {
        co_return std::nullopt;
    }
    if (result.output.contains(unseenMount)) {
        co_return Error(ErrorKind::EngineElsewhere, engine.text(), result.lastLines);
    }
    co_return Error(ErrorKind::ProcessFailed, name, result.lastLines);
}

struct Started {
    std::shared_ptr<QTemporaryDir> folder; ///< With the script
    ContainerCall call;
};

Started prepare(const ContainerRoom& room, const BuildStep& step) {
    Started started{privateFolder(), {}};
    const PersonId person{::getuid(), ::getgid()};
    const QProcessEnvironment& environment = step.environment.environment;
    writePrivateFile(started.folder->filePath(u"start"_s), containerScript(environment, step.folder, step.line));
    QList<ContainerMount> mounts = room.mounts;
    mounts.append({started.folder->path(), scriptFolder, true});
    if (needsPasswordLines(room.engine, person)) {
        const QString file = started.folder->filePath(u"passwd"_s);
        writePrivateFile(file, passwordLines(person, environment.value(u"HOME"_s)));
        mounts.append({file, u"/etc/passwd"_s, true});
    }
    started.call = {freshName(), room.labels, room.image, scriptFolder + u"/start"_s, mounts, room.network, person};
    return started;
}

} // namespace

QCoro::Task<StepResult> runInContainer(ContainerRoom room, BuildStep step, LogSink& log, std::stop_token stop) {
    LogSink* const sink = &log;
    const Started started = prepare(room, step);
    Command command;
    command.program = room.engine.program;
    command.arguments = containerArguments(room.engine, started.call);
    command.workingDirectory = QDir::rootPath();
    command.environment = room.engine.environment;
    StepResult result;
    std::exception_ptr failure;
    try {
        result = co_await runStepBy(command, step, *sink, stop);
    } catch (...) {
        failure = std::current_exception();
    }
    if (failure) {
        co_await removeContainer(room.engine, started.call.name);
        std::rethrow_exception(failure);
    }
    if (result.exitCode != 0) {
        if (const std::optional<Error> error = co_await engineFailure(room.engine, result)) {
            throw Error(*error);
        }
    }
    co_return result;
}

QCoro::Task<> removeLeftContainers(ContainerEngine engine, QStringList labels) {
    QStringList filters;
    for (const QString& label : std::as_const(labels)) {
        filters.append(u"label="_s + label);
    }
    const QStringList names = co_await namesOf(engine, filters);
    for (const QString& name : names) {
        if (isLeft(name)) {
            co_await removeContainer(engine, name);
        }
    }
}

} // namespace miaobu
