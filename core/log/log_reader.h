#pragma once

#include "core/log/log_line.h"

#include <QFile>
#include <QList>
#include <QString>

#include <array>

namespace miaobu {

/// A stretch of a log whose lines belong to one stage. It ends where the next one begins. A deployment that was resumed
/// goes through a stage more than once.
struct LogSection {
    qint64 firstLine = 1;
    Stage stage = Stage::Queue;
    qint64 time = 0; ///< Of the first line, milliseconds since the epoch, UTC

    bool operator==(const LogSection&) const = default;
};

/// Reads a log file at any place without holding it in memory: it knows where every 1,000th line begins and keeps the
/// few blocks read last. The file may be growing, written by this process or by another one.
class LogReader {
public:
    enum class Change { None, Grown, Rewritten };

    /// Reads what is there. A file that is not there (yet) is an empty log.
    explicit LogReader(const QString& path);

    /// Looks whether the file has changed. Rewritten: it was replaced by a shorter one, and lines have other numbers.
    Change refresh();
    /// Complete lines, as of the last refresh().
    [[nodiscard]] qint64 lineCount() const { return m_lineCount; }
    /// The stages in the order of the file, as of the last refresh(); the first one begins with line 1.
    [[nodiscard]] const QList<LogSection>& sections() const { return m_sections; }
    /// Lines \a first, first + 1 …, at most \a count; the first line of a log has the number 1. Fewer where the log
    /// ends.
    [[nodiscard]] QList<LogLine> lines(qint64 first, qint64 count) const;

private:
    /// As it stands in the file: lines are taken apart when they are asked for, as a page of long ones is much less than a block.
    struct Block {
        qint64 index = -1;
        QByteArray bytes;
        QList<qsizetype> ends; ///< Of its lines: where their line feeds are
        [[nodiscard]] QByteArrayView at(qsizetype row) const;
    };

    void open();
    void indexNewLines();
    void takeStage(QByteArrayView line);
    [[nodiscard]] const Block& block(qint64 index) const;

    QString m_path;
    mutable QFile m_file;
    QList<qint64> m_blockStarts; ///< Where lines 1, 1001, 2001 … begin
    QList<LogSection> m_sections;
    QByteArray m_stageName; ///< Of the last section, as the file spells it
    qint64 m_lineCount = 0;
    qint64 m_indexed = 0; ///< Bytes looked at, up to the end of the last complete line
    mutable std::array<Block, 4> m_cache;
    mutable std::size_t m_nextSlot = 0;
};

} // namespace miaobu
