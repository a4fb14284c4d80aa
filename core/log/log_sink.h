#pragma once

#include "core/log/log_line.h"

#include <QByteArray>

namespace miaobu {

/// What stages write to. Implemented by BuildLog; a test may collect.
class LogSink {
public:
    virtual ~LogSink() = default;

    /// Raw bytes of a command as they arrive; may end in the middle of a line, of a character or of a secret.
    virtual void write(LogChannel channel, const QByteArray& bytes) = 0;
    /// One whole line in the program's own words ("Restored node_modules from the cache").
    virtual void note(const QString& line) = 0;
};

} // namespace miaobu
