#pragma once

#include "core/async/error.h"
#include "core/deploy/publisher.h"
#include "core/model/manifest_difference.h"

#include <QString>

namespace miaobu {

// Sentences of the build log, which is English everywhere.

/// "1 file", "3 files"
[[nodiscard]] QString fileCountText(qint64 count);
/// "66 bytes", "261.2 kB"; 1 kB is 1024 bytes.
[[nodiscard]] QString byteCountText(qint64 bytes);
/// "Sent 2 files (14.2 kB), copied 40 that had not changed." Says nothing of what did not happen.
[[nodiscard]] QString publishedText(const PublishResult& result);
/// "Against #42: 3 added, 12 changed, 1 removed, 140 as they were."
[[nodiscard]] QString differenceText(int number, const ManifestDifference& difference);
/// "Failed: OutputEscapes: pw.txt (/etc/passwd)". Of a command that failed it repeats no output: that stands above it.
[[nodiscard]] QString failureText(const Error& error);

} // namespace miaobu
