#pragma once

#include <QString>

namespace miaobu {

/// Writes the log at \a logFile as a person reads it to \a textFile: the lines alone, without colours, a head before
/// every stage. Slow for a large log: for the thread pool. \throws Error(FileSystem), Error(DiskFull)
void writeLogText(const QString& logFile, const QString& textFile);

/// The lines \a first to \a last (1, 2, 3 …) of the log at \a logFile, without colours. For the thread pool as well.
[[nodiscard]] QString logText(const QString& logFile, qint64 first, qint64 last);

} // namespace miaobu
