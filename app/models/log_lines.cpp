#include "app/models/log_lines.h"

#include <utility>

namespace miaobu::app {

namespace {
constexpr int lookMilliseconds = 16;
}

LogLines::LogLines(QObject* parent) : QObject(parent) {
    m_timer.setInterval(lookMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &LogLines::look);
}

void LogLines::open(const QString& path, bool growing) {
    m_path = path;
    m_unwritten.clear();
    m_unwrittenSections.clear();
    m_reader = path.isEmpty() ? nullptr : std::make_unique<LogReader>(path);
    setGrowing(growing);
    emit replaced();
}

void LogLines::setGrowing(bool growing) {
    if (growing == m_timer.isActive()) {
        return;
    }
    if (growing) {
        m_timer.start();
    } else {
        m_timer.stop();
        look();
    }
}

void LogLines::append(const QList<LogLine>& lines) {
    look();
    const qint64 written = m_reader ? m_reader->lineCount() : 0;
    bool any = false;
    for (const LogLine& line : lines) {
        const qint64 last = m_unwritten.isEmpty() ? written : m_unwritten.constLast().number;
        if (line.number > last) {
            addUnwritten(line);
            any = true;
        }
    }
    if (any) {
        emit grown();
    }
}

void LogLines::look() {
    if (!m_reader) {
        return;
    }
    switch (m_reader->refresh()) {
    case LogReader::Change::None:
        return;
    case LogReader::Change::Grown:
        if (!m_unwritten.isEmpty()) {
            m_unwrittenSections.clear();
            for (const LogLine& line : std::exchange(m_unwritten, {})) {
                if (line.number > m_reader->lineCount()) {
                    addUnwritten(line);
                }
            }
        }
        emit grown();
        return;
    case LogReader::Change::Rewritten:
        m_unwritten.clear();
        m_unwrittenSections.clear();
        emit replaced();
        return;
    }
}

void LogLines::addUnwritten(const LogLine& line) {
    if (m_unwritten.isEmpty() || m_unwritten.constLast().stage != line.stage) {
        m_unwrittenSections.append({line.number, line.stage, line.time});
    }
    m_unwritten.append(line);
}

QList<LogSection> LogLines::sections() const {
    QList<LogSection> all = m_reader ? m_reader->sections() : QList<LogSection>();
    for (const LogSection& section : m_unwrittenSections) {
        if (all.isEmpty() || all.constLast().stage != section.stage) {
            all.append(section);
        }
    }
    return all;
}

qint64 LogLines::count() const {
    return (m_reader ? m_reader->lineCount() : 0) + m_unwritten.size();
}

QList<LogLine> LogLines::lines(qint64 first, qint64 wanted) const {
    const qint64 written = m_reader ? m_reader->lineCount() : 0;
    QList<LogLine> found;
    if (m_reader && first <= written) {
        found = m_reader->lines(first, std::min(wanted, written - first + 1));
    }
    const qint64 missing = wanted - found.size();
    if (missing > 0 && !m_unwritten.isEmpty()) {
        const qint64 from = std::max<qint64>(0, first - written - 1);
        found.append(m_unwritten.mid(from, missing));
    }
    return found;
}

LogLine LogLines::line(qint64 number) const {
    const QList<LogLine> found = lines(number, 1);
    return found.isEmpty() ? LogLine{} : found.constFirst();
}

} // namespace miaobu::app
