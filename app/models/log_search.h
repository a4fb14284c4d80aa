#pragma once

#include "app/models/log_lines.h"
#include "app/models/log_pattern.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace miaobu::app {

/// Finds lines in a log without holding up the window: looks at it in short slices, and goes on as the log grows.
class LogSearch final : public QObject {
    Q_OBJECT

public:
    using Question = std::function<LogPattern::Answer(const QString& plain)>;

    /// \a lines outlives this.
    explicit LogSearch(const LogLines& lines, QObject* parent = nullptr);

    /// Forgets what was found and looks for the lines that \a question says yes to; a null function ends the search.
    void start(Question question);
    /// Ascending.
    [[nodiscard]] const QList<qint64>& found() const { return m_found; }
    [[nodiscard]] bool isSearching() const { return m_question != nullptr; }
    [[nodiscard]] bool isDone() const { return !m_timer.isActive(); }
    /// Too many lines were too hard for the expression; the rest was not looked at.
    [[nodiscard]] bool hasGivenUp() const { return m_tooHard >= mostTooHard; }
    /// The match after (or before) \a line, going around the end; 0 where there is none.
    [[nodiscard]] qint64 next(qint64 line) const;
    [[nodiscard]] qint64 previous(qint64 line) const;
    /// Which match \a line is, 1, 2, 3 …; 0: none.
    [[nodiscard]] qsizetype placeOf(qint64 line) const;

signals:
    void changed();

private:
    static constexpr int mostTooHard = 50;

    void lookFurther();
    void slice();
    void lookAt(const LogLine& line);
    [[nodiscard]] bool isOver() const;

    const LogLines& m_lines;
    Question m_question;
    QList<qint64> m_found;
    qint64 m_looked = 0; ///< Lines looked at
    int m_tooHard = 0;
    QTimer m_timer;
};

/// Whether a line of a tool's output tells of an error: "error TS2322:", "ERROR in", "npm ERR!", "✘ [ERROR]".
[[nodiscard]] bool tellsError(const QString& plain);

} // namespace miaobu::app
