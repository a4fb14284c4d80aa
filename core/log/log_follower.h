#pragma once

#include "core/log/log_reader.h"

#include <QObject>
#include <QTimer>

namespace miaobu {

/// Watches a log that another process writes, and tells of its lines as BuildLog does for its own.
class LogFollower : public QObject {
    Q_OBJECT

public:
    /// Tells of the lines after those that \a reader has now. \a reader outlives this and is refreshed by it alone.
    explicit LogFollower(LogReader& reader, QObject* parent = nullptr);

    /// Looks at once instead of at the next tick; before the last look at a log that has ended.
    void poll();
    void stop() { m_timer.stop(); }

signals:
    void linesAppended(const QList<miaobu::LogLine>& lines);
    /// The file has been shortened and lines have new numbers: a view reads it again.
    void shortened();

private:
    LogReader& m_reader;
    QTimer m_timer;
};

} // namespace miaobu
