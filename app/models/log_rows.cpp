#include "app/models/log_rows.h"

#include <algorithm>

namespace miaobu::app {

void LogRows::setSections(const QList<LogSection>& sections, qint64 lineCount) {
    const bool grown = sections.size() >= m_sections.size() && lineCount >= m_lineCount
        && std::equal(m_sections.begin(), m_sections.end(), sections.begin());
    if (!grown) {
        m_folded.clear();
    }
    m_sections = sections;
    m_lineCount = lineCount;
    measure();
}

void LogRows::setFilter(const QList<qint64>* lines) {
    m_filter = lines;
    measure();
}

void LogRows::setFolded(qsizetype section, bool folded) {
    if (folded) {
        m_folded.insert(section);
    } else {
        m_folded.remove(section);
    }
    measure();
}

void LogRows::setAllFolded(bool folded) {
    m_folded.clear();
    for (qsizetype section = 0; folded && section < m_sections.size(); ++section) {
        m_folded.insert(section);
    }
    measure();
}

qint64 LogRows::lastLine(qsizetype section) const {
    return section + 1 < m_sections.size() ? m_sections.at(section + 1).firstLine - 1 : m_lineCount;
}

std::pair<qsizetype, qsizetype> LogRows::passed(qsizetype section) const {
    const auto from = std::lower_bound(m_filter->begin(), m_filter->end(), m_sections.at(section).firstLine);
    const auto to = std::upper_bound(from, m_filter->end(), lastLine(section));
    return {from - m_filter->begin(), to - m_filter->begin()};
}

void LogRows::measure() {
    m_starts.clear();
    m_count = 0;
    for (qsizetype section = 0; section < m_sections.size(); ++section) {
        m_starts.push_back(m_count);
        qint64 lines = lastLine(section) - m_sections.at(section).firstLine + 1;
        if (m_filter) {
            const auto [from, to] = passed(section);
            lines = to - from;
        }
        if (!m_filter || lines > 0) {
            m_count += 1 + (isFolded(section) ? 0 : lines);
        }
    }
    m_starts.push_back(m_count);
}

LogRow LogRows::at(qint64 row) const {
    if (row < 0 || row >= m_count) {
        return {};
    }
    const auto after = std::upper_bound(m_starts.begin(), m_starts.end(), row);
    const qsizetype section = after - m_starts.begin() - 1;
    const qint64 under = row - headRow(section) - 1;
    if (under < 0) {
        return {section, 0};
    }
    return {section, m_filter ? m_filter->at(passed(section).first + under) : m_sections.at(section).firstLine + under};
}

qsizetype LogRows::sectionOf(qint64 line) const {
    const auto after = std::upper_bound(m_sections.begin(), m_sections.end(), line,
        [](qint64 wanted, const LogSection& section) { return wanted < section.firstLine; });
    return line > m_lineCount ? -1 : after - m_sections.begin() - 1;
}

bool LogRows::shows(qint64 line) const {
    const qsizetype section = sectionOf(line);
    return section >= 0 && !isFolded(section)
        && (!m_filter || std::binary_search(m_filter->begin(), m_filter->end(), line));
}

qint64 LogRows::rowOf(qint64 line) const {
    const qsizetype section = sectionOf(line);
    if (section < 0) {
        return line < 1 ? 0 : std::max<qint64>(0, m_count - 1);
    }
    if (!shows(line)) {
        return std::clamp<qint64>(headRow(section), 0, std::max<qint64>(0, m_count - 1));
    }
    if (!m_filter) {
        return headRow(section) + 1 + line - m_sections.at(section).firstLine;
    }
    const auto at = std::lower_bound(m_filter->begin(), m_filter->end(), line);
    return headRow(section) + 1 + (at - m_filter->begin()) - passed(section).first;
}

} // namespace miaobu::app
