#include "app/models/log_search.h"

#include "core/log/ansi_spans.h"

#include <QElapsedTimer>
#include <QRegularExpression>

#include <algorithm>

namespace miaobu::app {

namespace {
constexpr qint64 sliceMilliseconds = 6;
constexpr qint64 blockLines = 1000;
constexpr qsizetype mostFound = 200'000;
} // namespace

LogSearch::LogSearch(const LogLines& lines, QObject* parent) : QObject(parent), m_lines(lines) {
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &LogSearch::slice);
    connect(&lines, &LogLines::grown, this, &LogSearch::lookFurther);
    connect(&lines, &LogLines::replaced, this, [this] { start(m_matches); });
}

void LogSearch::start(Predicate matches) {
    m_matches = std::move(matches);
    m_found.clear();
    m_looked = 0;
    emit changed();
    lookFurther();
}

void LogSearch::lookFurther() {
    if (m_matches && m_looked < m_lines.count()) {
        m_timer.start();
    } else {
        m_timer.stop();
    }
}

void LogSearch::slice() {
    QElapsedTimer clock;
    clock.start();
    while (m_looked < m_lines.count() && m_found.size() < mostFound && clock.elapsed() < sliceMilliseconds) {
        // Up to a block's end, so that every block of the file is read once.
        const QList<LogLine> lines = m_lines.lines(m_looked + 1, blockLines - m_looked % blockLines);
        if (lines.isEmpty()) {
            break;
        }
        for (const LogLine& line : lines) {
            ++m_looked;
            if (m_matches(withoutAnsi(line.text))) {
                m_found.append(m_looked);
            }
        }
    }
    if (m_looked >= m_lines.count() || m_found.size() >= mostFound) {
        m_timer.stop();
    }
    emit changed();
}

qint64 LogSearch::next(qint64 line) const {
    if (m_found.isEmpty()) {
        return 0;
    }
    const auto after = std::upper_bound(m_found.begin(), m_found.end(), line);
    return after == m_found.end() ? m_found.constFirst() : *after;
}

qint64 LogSearch::previous(qint64 line) const {
    if (m_found.isEmpty()) {
        return 0;
    }
    const auto at = std::lower_bound(m_found.begin(), m_found.end(), line);
    return at == m_found.begin() ? m_found.constLast() : *std::prev(at);
}

bool tellsError(const QString& plain) {
    static const QRegularExpression words(QStringLiteral(
        R"((?:^|[\s\[(])(?:error|ERROR|Error|fatal|FATAL)(?:\s+[A-Z]{1,4}\d+)?(?:[:\])!]|\s+in\b|\s+TS\d)|npm (?:ERR!|error)|\b\w+Error:)"));
    return words.match(plain).hasMatch();
}

} // namespace miaobu::app
