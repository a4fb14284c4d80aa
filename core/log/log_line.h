#pragma once

#include "core/model/deployment.h"

#include <QString>

namespace miaobu {

/// Where a line came from: the program's own words, or a command's two channels.
enum class LogChannel { Note, Output, ErrorOutput };

/// One line of a build log, after redaction. The text may hold SGR colour sequences and nothing else below U+0020.
struct LogLine {
    qint64 number = 0; ///< 1, 2, 3 … within the log
    qint64 time = 0; ///< Milliseconds since the epoch, UTC
    Stage stage = Stage::Queue;
    LogChannel channel = LogChannel::Note;
    QString text;

    bool operator==(const LogLine&) const = default;
};

} // namespace miaobu
