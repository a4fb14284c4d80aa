#include "core/log/log_follower.h"

using namespace std::chrono_literals;

namespace miaobu {

namespace {

constexpr auto pollTime = 50ms;
constexpr qint64 batchLines = 2000;

} // namespace

LogFollower::LogFollower(LogReader& reader, QObject* parent) : QObject(parent), m_reader(reader) {
    connect(&m_timer, &QTimer::timeout, this, &LogFollower::poll);
    m_timer.start(pollTime);
}

void LogFollower::poll() {
    qint64 told = m_reader.lineCount();
    if (m_reader.refresh() == LogReader::Change::Rewritten) {
        emit shortened();
        return;
    }
    while (told < m_reader.lineCount()) {
        const QList<LogLine> lines = m_reader.lines(told + 1, batchLines);
        if (lines.isEmpty()) {
            return;
        }
        told += lines.size();
        emit linesAppended(lines);
    }
}

} // namespace miaobu
