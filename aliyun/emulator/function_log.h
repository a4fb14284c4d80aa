#pragma once

#include <mutex>
#include <string>
#include <string_view>

namespace miaobu::emulator {

/// What the instances of one function say: a file in the emulator's folder, and the megabyte before it beside it in
/// {file}.1. Thread-safe.
class FunctionLog {
public:
    explicit FunctionLog(std::string path) : m_path(std::move(path)) { }

    void append(std::string_view text);
    /// The last lines, at most a kilobyte.
    [[nodiscard]] std::string tail() const;

private:
    const std::string m_path;
    mutable std::mutex m_mutex;
};

/// Whole lines of a function's log.
struct FunctionLogPiece {
    std::string text;
    std::string cursor; ///< Where the next piece begins
    bool more = false; ///< There is more already.
};

/// What stands in the log at \a path behind \a cursor, at most 256 KiB. From the beginning for an empty cursor, or for one
/// whose place is gone. Also while the log is written, and after it was moved aside.
[[nodiscard]] FunctionLogPiece readFunctionLog(const std::string& path, const std::string& cursor);

} // namespace miaobu::emulator
