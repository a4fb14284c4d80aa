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

} // namespace miaobu::emulator
