#include "aliyun/emulator/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

namespace miaobu::emulator {

namespace {

/// Two ends, both closed with it unless they were taken.
struct Pipe {
    std::array<int, 2> ends{-1, -1};
    Pipe() {
        if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
            throw std::system_error(errno, std::generic_category(), "pipe");
        }
    }
    ~Pipe() {
        for (const int end : ends) {
            if (end >= 0) {
                ::close(end);
            }
        }
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    int take(std::size_t end) { return std::exchange(ends.at(end), -1); }
};

/// How a child begins: with our three pipes, no signal blocked, no file of ours open, and in a group of its own so that
/// a terminal's Ctrl-C does not reach it before us.
class Beginning {
public:
    Beginning(int input, int output, int errors, const std::string& folder) {
        ::posix_spawn_file_actions_init(&m_actions);
        if (!folder.empty()) {
            ::posix_spawn_file_actions_addchdir_np(&m_actions, folder.c_str());
        }
        ::posix_spawn_file_actions_adddup2(&m_actions, input, 0);
        ::posix_spawn_file_actions_adddup2(&m_actions, output, 1);
        ::posix_spawn_file_actions_adddup2(&m_actions, errors, 2);
        ::posix_spawn_file_actions_addclosefrom_np(&m_actions, 3);
        ::posix_spawnattr_init(&m_attributes);
        sigset_t none;
        ::sigemptyset(&none);
        ::posix_spawnattr_setsigmask(&m_attributes, &none);
        sigset_t ignored;
        ::sigemptyset(&ignored);
        ::sigaddset(&ignored, SIGPIPE);
        ::posix_spawnattr_setsigdefault(&m_attributes, &ignored);
        ::posix_spawnattr_setpgroup(&m_attributes, 0);
        ::posix_spawnattr_setflags(
            &m_attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    }
    ~Beginning() {
        ::posix_spawn_file_actions_destroy(&m_actions);
        ::posix_spawnattr_destroy(&m_attributes);
    }
    Beginning(const Beginning&) = delete;
    Beginning& operator=(const Beginning&) = delete;

    [[nodiscard]] int spawn(pid_t& pid, const std::vector<char*>& arguments, const std::vector<char*>& environment) {
        return ::posix_spawn(&pid, arguments.front(), &m_actions, &m_attributes, arguments.data(), environment.data());
    }

private:
    posix_spawn_file_actions_t m_actions{};
    posix_spawnattr_t m_attributes{};
};

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> list;
    for (std::string& text : texts) {
        list.push_back(text.data());
    }
    list.push_back(nullptr);
    return list;
}

/// What is there to read now; \a open is cleared at the end.
std::string take(int descriptor, bool& open) {
    std::string piece(16 * 1024, '\0');
    const ssize_t count = ::read(descriptor, piece.data(), piece.size());
    open = count > 0 || (count < 0 && (errno == EINTR || errno == EAGAIN));
    piece.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
    return piece;
}

int spawned(std::vector<std::string>& arguments, std::vector<std::string>& environment, std::string_view input,
    const std::string& folder, Pipe& output, Pipe& errors) {
    Pipe given;
    pid_t pid = -1;
    Beginning beginning(given.ends[0], output.ends[1], errors.ends[1], folder);
    const int failure = beginning.spawn(pid, pointers(arguments), pointers(environment));
    if (failure != 0) {
        throw std::system_error(failure, std::generic_category(), arguments.front());
    }
    while (!input.empty()) {
        const ssize_t count = ::write(given.ends[1], input.data(), input.size());
        if (count <= 0) {
            break; // It has ended; its exit code tells.
        }
        input.remove_prefix(static_cast<std::size_t>(count));
    }
    return pid;
}

Pipe& closedForUs(Pipe& pipe) {
    ::close(pipe.take(1));
    return pipe;
}

} // namespace

ChildProcess::ChildProcess(std::vector<std::string> arguments, std::vector<std::string> environment,
    std::string_view input, const std::string& folder)
    : m_output(-1), m_errors(-1) {
    Pipe output;
    Pipe errors;
    m_pid = spawned(arguments, environment, input, folder, output, errors);
    m_output.reset(closedForUs(output).take(0));
    m_errors.reset(closedForUs(errors).take(0));
}

ChildProcess::~ChildProcess() {
    if (m_pid > 0) {
        kill();
        static_cast<void>(exitCode());
    }
}

bool ChildProcess::read(std::chrono::milliseconds patience, const Take& taken) {
    std::array<pollfd, 2> entries{
        pollfd{m_outputOpen ? m_output.descriptor() : -1, POLLIN, 0},
        pollfd{m_errorsOpen ? m_errors.descriptor() : -1, POLLIN, 0},
    };
    if (m_outputOpen || m_errorsOpen) {
        const int ready = ::poll(entries.data(), entries.size(), static_cast<int>(patience.count()));
        if (ready > 0) {
            const std::string output
                = entries[0].revents != 0 ? take(m_output.descriptor(), m_outputOpen) : std::string();
            const std::string errors
                = entries[1].revents != 0 ? take(m_errors.descriptor(), m_errorsOpen) : std::string();
            taken(output, errors);
        }
    }
    return m_outputOpen || m_errorsOpen;
}

bool ChildProcess::hasEnded() const {
    siginfo_t info{};
    // Left unreaped, so that its number and that of its group stay its own.
    return ::waitid(P_PID, static_cast<id_t>(m_pid), &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid == m_pid;
}

int ChildProcess::exitCode() {
    int status = 0;
    while (::waitpid(m_pid, &status, 0) < 0 && errno == EINTR) { }
    m_pid = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

void ChildProcess::kill() const {
    ::kill(-m_pid, SIGKILL);
}

ChildResult runChild(std::vector<std::string> arguments, std::vector<std::string> environment, std::string_view input,
    std::chrono::milliseconds patience, const std::function<bool()>& cancelled) {
    ChildResult result;
    try {
        ChildProcess child(std::move(arguments), std::move(environment), input);
        const auto until = std::chrono::steady_clock::now() + patience;
        const auto taken = [&result](std::string_view output, std::string_view errors) {
            result.output += output;
            result.errors += errors;
        };
        while (child.read(std::chrono::milliseconds(200), taken)) {
            if (std::chrono::steady_clock::now() > until || (cancelled && cancelled())) {
                child.kill();
                static_cast<void>(child.exitCode());
                return result;
            }
        }
        result.exitCode = child.exitCode();
    } catch (const std::system_error& failure) {
        result.exitCode = 127;
        result.errors = failure.what();
    }
    return result;
}

} // namespace miaobu::emulator
