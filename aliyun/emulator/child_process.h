#pragma once

#include "aliyun/emulator/request.h"

#include <sys/types.h>

#include <chrono>
#include <functional>
#include <string>
#include <vector>

namespace miaobu::emulator {

struct ChildResult {
    int exitCode = -1; ///< 128 + signal for one that was ended by a signal; -1 when it did not end in time
    std::string output;
    std::string errors;
};

/// Another program, started on any thread, with nothing of ours but the environment it is given.
class ChildProcess {
public:
    /// \a arguments begin with the program, an absolute path. \a input is what it reads; at most 64 KiB. \a folder is where
    /// it runs; empty: where this program does.
    /// \throws std::system_error when it cannot be started
    ChildProcess(std::vector<std::string> arguments, std::vector<std::string> environment, std::string_view input,
        const std::string& folder = {});
    /// Kills it when it still runs.
    ~ChildProcess();
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;

    using Take = std::function<void(std::string_view output, std::string_view errors)>;
    /// Gives what it says within \a patience. \returns false when it will say nothing more
    [[nodiscard]] bool read(std::chrono::milliseconds patience, const Take& take);
    [[nodiscard]] bool hasEnded() const;
    /// Waits until it has ended.
    [[nodiscard]] int exitCode();
    void kill() const;
    [[nodiscard]] pid_t pid() const { return m_pid; }

private:
    FileHandle m_output;
    FileHandle m_errors;
    pid_t m_pid = -1;
    bool m_outputOpen = true;
    bool m_errorsOpen = true;
};

/// Runs a program until it ends, or kills it when it takes longer than \a patience or is \a cancelled. One that cannot be
/// started has the exit code 127.
[[nodiscard]] ChildResult runChild(std::vector<std::string> arguments, std::vector<std::string> environment,
    std::string_view input, std::chrono::milliseconds patience, const std::function<bool()>& cancelled = {});

} // namespace miaobu::emulator
