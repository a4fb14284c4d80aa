#include "core/runtime/runtime_log_service.h"

#include "core/async/caught_error.h"
#include "core/async/sleep.h"
#include "core/log/log_format.h"
#include "core/ports/targets.h"

#include <QDateTime>
#include <QDir>
#include <QFile>

#include <exception>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace miaobu {

namespace {

constexpr qint64 mostBytes = 16LL << 20; ///< Then the file begins anew.

/// \throws Error(FileSystem)
void append(const QString& path, const QByteArray& text) {
    QFile file(path);
    const bool isFull = file.size() > mostBytes;
    if (!file.open(isFull ? QIODevice::WriteOnly | QIODevice::Truncate : QIODevice::WriteOnly | QIODevice::Append)) {
        throw Error(ErrorKind::FileSystem, path, file.errorString());
    }
    file.write(text);
}

/// \a text as lines of a log that was written now.
QByteArray asLog(const QByteArray& text) {
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    QByteArray log;
    for (const QByteArray& line : text.chopped(1).split('\n')) {
        appendLogLine(log, now, Stage::Start, LogChannel::Output, line);
    }
    return log;
}

} // namespace

RuntimeLogService::RuntimeLogService(Targets& targets, Home home) : m_targets(targets), m_home(std::move(home)) { }

RuntimeLogService::~RuntimeLogService() {
    stop();
}

QString RuntimeLogService::fileOf(const Project& project) const {
    return m_home.cache + u"/runtime-logs/%1.log"_s.arg(project.slug);
}

void RuntimeLogService::follow(const Project& project) {
    stop();
    m_stop = std::stop_source();
    QDir().mkpath(m_home.cache + u"/runtime-logs"_s);
    QFile::remove(fileOf(project));
    executeFollow(project, m_stop.get_token());
}

void RuntimeLogService::stop() {
    m_stop.request_stop();
}

QCoro::Task<> RuntimeLogService::executeFollow(Project project, std::stop_token stop) {
    std::exception_ptr failure;
    try {
        co_await copyOn(project, stop);
    } catch (...) {
        failure = std::current_exception();
    }
    // After a stop this may be gone.
    if (failure && !stop.stop_requested()) {
        emit failed(project.id, caughtError(failure));
    }
}

QCoro::Task<> RuntimeLogService::copyOn(Project project, std::stop_token stop) {
    const QString file = fileOf(project);
    const OpenTarget target = co_await m_targets.open(project.target, stop);
    if (!target.runtimeLog) {
        throw Error(ErrorKind::KindNotSupported, project.target);
    }
    const QString function = functionName(project.slug);
    QString cursor;
    while (true) {
        const RuntimeLogPiece piece = co_await target.runtimeLog->read(function, cursor, stop);
        cursor = piece.cursor;
        if (!piece.text.isEmpty()) {
            append(file, asLog(piece.text));
        }
        if (!piece.more) {
            co_await sleepFor(300ms, stop);
        }
    }
}

} // namespace miaobu
