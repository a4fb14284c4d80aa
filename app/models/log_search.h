#pragma once

#include "app/models/log_lines.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace miaobu::app {

/// Finds lines in a log without holding up the window: looks at it in short slices, and goes on as the log grows.
class LogSearch final : public QObject {
    Q_OBJECT

public:
    using Predicate = std::function<bool(const QString& plain)>;

    /// \a lines outlives this.
    explicit LogSearch(const LogLines& lines, QObject* parent = nullptr);

    /// Forgets what was found and looks for lines that \a matches accepts; a null function finds nothing.
    void start(Predicate matches);
    [[nodiscard]] const QList<qint64>& found() const { return m_found; }
    [[nodiscard]] bool isDone() const { return !m_timer.isActive(); }
    /// The match after (or before) \a line, going around the end; 0 where there is none.
    [[nodiscard]] qint64 next(qint64 line) const;
    [[nodiscard]] qint64 previous(qint64 line) const;

signals:
    void changed();

private:
    void lookFurther();
    void slice();

    const LogLines& m_lines;
    Predicate m_matches;
    QList<qint64> m_found;
    qint64 m_looked = 0; ///< Lines looked at
    QTimer m_timer;
};

/// Whether a line of a tool's output tells of an error: "error TS2322:", "ERROR in", "npm ERR!", "✘ [ERROR]".
[[nodiscard]] bool tellsError(const QString& plain);

} // namespace miaobu::app
