#include "aliyun/emulator/emulator_process.h"

#include "aliyun/emulator/emulator_log.h"
#include "aliyun/emulator/emulator_state.h"
#include "aliyun/emulator/folder_lock.h"
#include "core/async/cancel.h"
#include "core/async/sleep.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryFile>

#include <signal.h>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace miaobu::emulator {

namespace {

constexpr auto pause = 20ms;
constexpr qint64 startPatience = 30'000;
constexpr qint64 endPatience = 60'000; ///< Each of its containers has time to end by itself
constexpr int shownLogLines = 20;

bool isAlive(qint64 pid) {
    if (::kill(static_cast<pid_t>(pid), 0) != 0) {
        return false;
    }
    // One that ended and nobody asked for yet is still listed, with the state Z behind its name.
    QFile status(u"/proc/%1/stat"_s.arg(pid));
    const QByteArray text = status.open(QIODevice::ReadOnly) ? status.readAll() : QByteArray();
    return !text.mid(text.lastIndexOf(')')).startsWith(") Z");
}

Error failure(const EmulatorLocation& location) {
    return Error(ErrorKind::EmulatorFailed, location.folder, lastLogLines(location.folder, shownLogLines));
}

/// What the emulator, its Node.js and a container engine need; tokens and keys in our own environment stay with us.
QProcessEnvironment environmentToInherit() {
    static const QStringList names{
        u"PATH"_s, u"HOME"_s, u"USER"_s, u"LOGNAME"_s, u"LANG"_s, u"TMPDIR"_s, u"NVM_DIR"_s, u"LD_LIBRARY_PATH"_s};
    static const QStringList prefixes{
        u"LC_"_s, u"XDG_"_s, u"MIAOBU_"_s, u"DOCKER_"_s, u"CONTAINER"_s, u"ASAN_"_s, u"UBSAN_"_s, u"LSAN_"_s, u"QT_"_s};
    const QProcessEnvironment ours = QProcessEnvironment::systemEnvironment();
    QProcessEnvironment inherited;
    for (const QString& name : ours.keys()) {
        const bool known = names.contains(name)
            || std::any_of(
                prefixes.begin(), prefixes.end(), [&name](const QString& prefix) { return name.startsWith(prefix); });
        if (known) {
            inherited.insert(name, ours.value(name));
        }
    }
    return inherited;
}

QStringList argumentsFor(const EmulatorLocation& location) {
    QStringList arguments{u"emulator"_s, u"run"_s};
    if (location.sitePort) {
        arguments += {u"--port"_s, QString::number(*location.sitePort)};
    }
    return arguments;
}

/// A start on its way: the process and the file its first line comes in.
struct Start {
    qint64 pid = 0;
    std::shared_ptr<QTemporaryFile> firstLine;
};

Start startInBackground(const EmulatorLocation& location) {
    QDir().mkpath(location.folder);
    Start start;
    // The line holds the keys: it goes to a file that is ours alone and gone at once.
    start.firstLine = std::make_shared<QTemporaryFile>(location.folder + u"/starting-XXXXXX"_s);
    if (!start.firstLine->open()) {
        throw Error(ErrorKind::FileSystem, location.folder, start.firstLine->errorString());
    }
    QProcess process;
    process.setProgram(location.program);
    process.setArguments(argumentsFor(location));
    process.setWorkingDirectory(location.folder);
    process.setProcessEnvironment(environmentToInherit());
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(start.firstLine->fileName());
    process.setStandardErrorFile(location.folder + u"/emulator.log"_s, QIODevice::Append);
    if (!process.startDetached(&start.pid)) {
        throw Error(ErrorKind::EmulatorFailed, location.program, process.errorString());
    }
    return start;
}

/// The error the first line tells, if it tells one.
std::optional<Error> refusalIn(const QByteArray& line) {
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    if (!object.contains(u"error"_s)) {
        return std::nullopt;
    }
    return Error(errorKindFromName(object.value(u"error"_s).toString()), object.value(u"subject"_s).toString(),
        object.value(u"detail"_s).toString());
}

QByteArray firstLineOf(const Start& start) {
    QFile file(start.firstLine->fileName());
    const QByteArray line = file.open(QIODevice::ReadOnly) ? file.readLine() : QByteArray();
    return line.endsWith('\n') ? line : QByteArray();
}

/// The emulator \a start became; nothing when somebody else's was quicker.
QCoro::Task<std::optional<EmulatorInfo>> outcomeOf(EmulatorLocation location, Start start, std::stop_token stop) {
    QElapsedTimer timer;
    timer.start();
    while (!timer.hasExpired(startPatience)) {
        const bool alive = isAlive(start.pid);
        const QByteArray line = firstLineOf(start);
        if (!line.isEmpty()) {
            const std::optional<Error> refusal = refusalIn(line);
            if (refusal && refusal->kind != ErrorKind::Conflict) {
                throw Error(*refusal);
            }
            co_return refusal ? std::nullopt : infoFromLine(line);
        }
        if (!alive) {
            throw failure(location);
        }
        co_await sleepFor(pause, stop);
    }
    ::kill(static_cast<pid_t>(start.pid), SIGTERM);
    throw failure(location);
}

} // namespace

QCoro::Task<EmulatorInfo> ensureEmulator(EmulatorLocation location, std::stop_token stop) {
    QElapsedTimer timer;
    timer.start();
    while (!timer.hasExpired(endPatience)) {
        if (const auto running = runningEmulator(location)) {
            co_return *running;
        }
        if (isFolderLocked(location.folder)) {
            // One is starting or ending.
            co_await sleepFor(pause, stop);
            continue;
        }
        Start start = startInBackground(location);
        const std::optional<EmulatorInfo> info = co_await outcomeOf(location, std::move(start), stop);
        if (info) {
            co_return *info;
        }
    }
    throw failure(location);
}

std::optional<EmulatorInfo> runningEmulator(EmulatorLocation location) {
    if (!isFolderLocked(location.folder)) {
        return std::nullopt;
    }
    auto state = readState(location.folder);
    return state && isAlive(state->pid) ? state : std::nullopt;
}

QCoro::Task<> stopEmulator(EmulatorLocation location, std::stop_token stop) {
    QElapsedTimer timer;
    timer.start();
    qint64 asked = 0;
    while (isFolderLocked(location.folder) || (asked > 0 && isAlive(asked))) {
        const auto running = runningEmulator(location);
        if (running && running->pid != asked) {
            asked = running->pid;
            ::kill(static_cast<pid_t>(asked), SIGTERM);
        }
        if (timer.hasExpired(endPatience)) {
            throw failure(location);
        }
        co_await sleepFor(pause, stop);
    }
}

} // namespace miaobu::emulator
