#pragma once

#include "core/log/log_reader.h"

#include <QSet>

#include <vector>

namespace miaobu::app {

/// One row of a log as it is shown: the head of a stage, or a line under it.
struct LogRow {
    qsizetype section = -1; ///< -1: there is no such row
    qint64 line = 0; ///< 0: the head

    [[nodiscard]] bool isHead() const { return section >= 0 && line == 0; }
    bool operator==(const LogRow&) const = default;
};

/// Which rows a log has: a head for every stage, and its lines unless it is folded or a filter hides them. Knows no
/// line itself; a row or a line is found in O(log n), and folding costs as much as there are stages.
class LogRows {
public:
    /// The stages of a log that has \a lineCount lines. Folds are kept while the log only grows.
    void setSections(const QList<LogSection>& sections, qint64 lineCount);
    /// Shows these lines alone, and the heads of their stages; null shows every line. \a lines ascends and outlives
    /// this; call filterChanged() when it has grown.
    void setFilter(const QList<qint64>* lines);
    void filterChanged() { measure(); }
    [[nodiscard]] bool isFiltered() const { return m_filter != nullptr; }

    void setFolded(qsizetype section, bool folded);
    void setAllFolded(bool folded);
    [[nodiscard]] bool isFolded(qsizetype section) const { return m_folded.contains(section); }

    [[nodiscard]] qint64 count() const { return m_count; }
    [[nodiscard]] LogRow at(qint64 row) const;
    /// Where \a line is shown; where it is not, the row of its stage's head, or of the head that comes next.
    [[nodiscard]] qint64 rowOf(qint64 line) const;
    [[nodiscard]] bool shows(qint64 line) const;

    [[nodiscard]] const QList<LogSection>& sections() const { return m_sections; }
    [[nodiscard]] qsizetype sectionOf(qint64 line) const; ///< -1: none
    [[nodiscard]] qint64 headRow(qsizetype section) const { return m_starts.at(static_cast<std::size_t>(section)); }
    [[nodiscard]] qint64 lastLine(qsizetype section) const;

private:
    void measure();
    /// The lines of \a section that the filter lets through, as positions in the filter's list.
    [[nodiscard]] std::pair<qsizetype, qsizetype> passed(qsizetype section) const;

    QList<LogSection> m_sections;
    qint64 m_lineCount = 0;
    const QList<qint64>* m_filter = nullptr;
    QSet<qsizetype> m_folded;
    std::vector<qint64> m_starts; ///< The row each section begins with; one more for the end
    qint64 m_count = 0;
};

} // namespace miaobu::app
