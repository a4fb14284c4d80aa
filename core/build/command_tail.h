#pragma once

#include "core/log/channel_text.h"
#include "core/log/log_line.h"

#include <QStringList>

namespace miaobu {

/// Remembers the last lines a command printed on both channels: without colours, secrets masked.
class CommandTail {
public:
    explicit CommandTail(const QStringList& secrets);

    void write(LogChannel channel, const QByteArray& bytes);
    /// The last twenty lines that are not empty, for a person to read.
    [[nodiscard]] QString lastLines();
    /// The last few hundred lines, to look for a known cause in.
    [[nodiscard]] QString text();

private:
    void keep(const QList<QByteArray>& lines);
    void finish();

    Redactor m_redactor;
    ChannelText m_output;
    ChannelText m_errorOutput;
    QStringList m_lines;
};

} // namespace miaobu
