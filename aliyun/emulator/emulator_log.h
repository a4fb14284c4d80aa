#pragma once

#include <QString>

#include <mutex>

namespace miaobu::emulator {

/// The emulator's own log: emulator.log in its folder, one line an event, the previous megabyte beside it in
/// emulator.log.1. For the main thread.
class EmulatorLog {
public:
    explicit EmulatorLog(const QString& folder);
    /// Must hold no key.
    void write(const QString& line);

private:
    const QString m_path;
    std::mutex m_mutex;
};

/// The end of the log in \a folder, for an error's details.
[[nodiscard]] QString lastLogLines(const QString& folder, int lines);

} // namespace miaobu::emulator
