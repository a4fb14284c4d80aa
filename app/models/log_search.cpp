#include "app/models/log_search.h"

#include "core/log/ansi_spans.h"

#include <QElapsedTimer>
#include <QRegularExpression>

#include <algorithm>

namespace miaobu::app {

namespace {
constexpr qint64 sliceMilliseconds = 5;
constexpr qint64 linesAtOnce = 32; // A hard expression may take a millisecond for each.
constexpr qsizetype mostFound = 200'000;
} // namespace

LogSearch::LogSearch(const LogLines& lines, QObject* parent) : QObject(parent), m_lines(lines) {
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &LogSearch::slice);
    connect(&lines, &LogLines::grown, this, &LogSearch::lookFurther);
    connect(&lines, &LogLines::replaced, this, [this] { start(m_question); });
}

void LogSearch::start(Question question) {
    m_question = std::move(question);
    m_found.clear();
    m_looked = 0;
    m_tooHard = 0;
    lookFurther();
    emit changed();
}

bool LogSearch::isOver() const {
    return !m_question || m_looked >= m_lines.count() || m_found.size() >= mostFound || hasGivenUp();
}

void LogSearch::lookFurther() {
    if (isOver()) {
        m_timer.stop();
    } else if (!m_timer.isActive()) {
        m_timer.start();
    }
}

void LogSearch::slice() {
    QElapsedTimer clock;
    clock.start();
    while (!isOver() && clock.elapsed() < sliceMilliseconds) {
        const QList<LogLine> lines = m_lines.lines(m_looked + 1, linesAtOnce);
        if (lines.isEmpty()) {
            // Taken away under us; the next growth goes on.
            m_timer.stop();
            return emit changed();
        }
        for (qsizetype index = 0; index < lines.size() && !hasGivenUp(); ++index) {
            lookAt(lines.at(index));
            if (clock.elapsed() >= sliceMilliseconds) {
                break;
            }
        }
    }
    lookFurther();
    emit changed();
}

void LogSearch::lookAt(const LogLine& line) {
    ++m_looked;
    switch (m_question(withoutAnsi(line.text))) {
    case LogPattern::Answer::Yes:
        m_found.append(m_looked);
        break;
    case LogPattern::Answer::TooHard:
        ++m_tooHard;
        break;
    case LogPattern::Answer::No:
        break;
    }
}

qsizetype LogSearch::placeOf(qint64 line) const {
    const auto at = std::lower_bound(m_found.begin(), m_found.end(), line);
    return at != m_found.end() && *at == line ? at - m_found.begin() + 1 : 0;
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
    // Most lines hold none of these, and are done with before the expression.
    if (!plain.contains(u"rror", Qt::CaseInsensitive) && !plain.contains(u"err!", Qt::CaseInsensitive)
        && !plain.contains(u"fatal", Qt::CaseInsensitive) && !plain.contains(u"ERR_")
        && !plain.contains(u"Traceback")) {
        return false;
    }
    static const QRegularExpression words(QStringLiteral(
        R"((?:^|[\s\[(])(?:error|ERROR|Error|fatal|FATAL)(?:\s+[A-Z]{1,4}\d+)?(?:[:\])!]|\s+(?:in|during)\b|\s+TS\d)|npm (?:ERR!|error)|\b\w+Error:|\bERR_[A-Z]{2}|^Traceback \()"));
    return words.match(plain).hasMatch();
}

} // namespace miaobu::app
