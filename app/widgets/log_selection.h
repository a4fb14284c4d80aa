#pragma once

#include <QtGlobal>

#include <compare>
#include <utility>

namespace miaobu::app {

/// A place in a log: before character \a column of line \a line.
struct LogPlace {
    qint64 line = 0; ///< 1, 2, 3 …; 0 is nowhere
    qsizetype column = 0;

    auto operator<=>(const LogPlace&) const = default;
};

/// The stretch of a log between two places, whichever comes first.
struct LogSelection {
    LogPlace anchor;
    LogPlace cursor;

    [[nodiscard]] bool isEmpty() const { return anchor == cursor; }
    [[nodiscard]] LogPlace begin() const { return anchor < cursor ? anchor : cursor; }
    [[nodiscard]] LogPlace end() const { return anchor < cursor ? cursor : anchor; }

    /// The columns of \a line that are selected, the second one not included; equal when there are none.
    [[nodiscard]] std::pair<qsizetype, qsizetype> columnsOf(qint64 line, qsizetype length) const {
        const LogPlace first = begin();
        const LogPlace last = end();
        if (line < first.line || line > last.line) {
            return {0, 0};
        }
        return {line == first.line ? first.column : 0, line == last.line ? last.column : length};
    }
};

} // namespace miaobu::app
