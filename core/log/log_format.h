#pragma once

#include "core/log/log_line.h"

#include <QByteArray>

namespace miaobu {

/// How a line stands in a log file: "<milliseconds>\t<stage>\t<note|out|err>\t<text>\n", UTF-8. Readable with any
/// pager, and a line can be found by counting line feeds: its number is not written.
void appendLogLine(QByteArray& file, qint64 time, Stage stage, LogChannel channel, QByteArrayView utf8);

/// Reads one line, without its line feed. A line of another shape becomes a note that holds all of it.
[[nodiscard]] LogLine parseLogLine(QByteArrayView bytes, qint64 number);

} // namespace miaobu
