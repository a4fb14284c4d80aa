#pragma once

#include "core/log/line_splitter.h"
#include "core/log/redactor.h"

namespace miaobu {

/// Longer lines are continued on further lines.
inline constexpr qsizetype longestLine = 4096;

/// One channel of a log: from the bytes of a command to lines that may be stored and shown.
class ChannelText {
public:
    /// \a redactor outlives this.
    explicit ChannelText(const Redactor& redactor) : m_redactor(redactor) { }

    /// Appends the lines that \a bytes complete, in UTF-8, masked, and none longer than longestLine characters.
    void write(QByteArrayView bytes, QList<QByteArray>& lines);
    /// Gives the line that has begun away as well, unless a secret might be cut in two by that.
    void flush(QList<QByteArray>& lines);
    /// Ends the channel: what has begun is a line, and the next command starts afresh.
    void finish(QList<QByteArray>& lines);

private:
    void add(const QByteArray& masked, QList<QByteArray>& lines);

    const Redactor& m_redactor;
    LineSplitter m_splitter;
    Redactor::Memory m_memory;
    QList<QByteArray> m_complete;
};

} // namespace miaobu
