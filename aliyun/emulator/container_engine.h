#pragma once

#include "aliyun/emulator/child_process.h"

#include <map>
#include <optional>

namespace miaobu::emulator {

/// The login of a registry that images are pulled from.
struct PullLogin {
    std::string host;
    std::string user;
    std::string password;
};

/// Docker or Podman, through its command line.
class ContainerEngine {
public:
    /// The engine that answers: the program MIAOBU_CONTAINER_ENGINE names ("none" is none), or docker or podman on PATH.
    [[nodiscard]] static std::optional<ContainerEngine> find();

    [[nodiscard]] ChildResult run(std::vector<std::string> arguments, std::chrono::seconds patience,
        const std::function<bool()>& cancelled = {}) const;
    /// A program of its own, to go on beside us. \a variables are added to its environment.
    [[nodiscard]] std::unique_ptr<ChildProcess> start(std::vector<std::string> arguments,
        const std::map<std::string, std::string>& variables, std::string_view input) const;

    /// Makes the image be there. \a always asks the registry even when there is one of that name.
    /// \returns why it cannot be had, in the engine's words; empty when it is there
    [[nodiscard]] std::string pull(const std::string& image, const std::optional<PullLogin>& login, bool always,
        const std::function<bool()>& cancelled) const;
    /// Removes every container that has the label.
    void removeAll(const std::string& label) const;

    /// What containers are told so that they run as in the cloud: linux/amd64 where this computer is another.
    [[nodiscard]] static std::vector<std::string> platformArguments();

private:
    explicit ContainerEngine(std::string program) : m_program(std::move(program)) { }
    [[nodiscard]] bool isPodman() const { return m_program.ends_with("podman"); }

    std::string m_program;
};

} // namespace miaobu::emulator
