#pragma once

#include "core/log/log_reader.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace miaobu::app {

/// The lines of one deployment's log, read from its file where they are needed, so that a million of them cost no
/// memory. While the log grows it looks at the file; lines that could not be written to it (disk full) are kept here.
class LogLines final : public QObject {
    Q_OBJECT

public:
    explicit LogLines(QObject* parent = nullptr);

    /// Shows the log at \a path; an empty path is an empty log. \a growing: somebody writes it now.
    void open(const QString& path, bool growing);
    void setGrowing(bool growing);
    /// Lines that were just written, by this process: seen at once instead of at the next look.
    void append(const QList<LogLine>& lines);

    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] qint64 count() const;
    /// Lines \a first, first + 1 … (the first one is 1), at most \a wanted.
    [[nodiscard]] QList<LogLine> lines(qint64 first, qint64 wanted) const;
    [[nodiscard]] LogLine line(qint64 number) const;
    /// The stages in the order of the log.
    [[nodiscard]] QList<LogSection> sections() const;

signals:
    void grown();
    /// Everything is different: another log, or one that was shortened.
    void replaced();

private:
    void look();
    void addUnwritten(const LogLine& line);

    QString m_path;
    std::unique_ptr<LogReader> m_reader;
    QList<LogLine> m_unwritten; ///< Follow those of the file
    QList<LogSection> m_unwrittenSections;
    QTimer m_timer;
};

} // namespace miaobu::app
