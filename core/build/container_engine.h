#pragma once

#include <QProcessEnvironment>
#include <QString>

namespace miaobu {

/// A container engine of this computer, as it was found: its program and what that program can do.
struct ContainerEngine {
    enum class Kind { Docker, Podman };
    /// How `build` has to be spoken to. Buildx and BuildKit know secrets and say their progress; the legacy builder of a
    /// docker without buildx knows neither; podman knows secrets.
    enum class Builder { Buildx, BuildKit, Legacy, Podman };

    Kind kind = Kind::Docker;
    Builder builder = Builder::Legacy;
    QString program; ///< Absolute path
    QString version; ///< Of the program: "28.2.2"
    QString architecture; ///< Of the machine that the engine runs on, in its own words: "amd64", "arm64"
    bool isRootless = false;
    bool hasInit = true; ///< Can put a process of its own first in a container, which passes signals on
    QProcessEnvironment environment; ///< For each call: how the engine is reached, and nothing else of this process's.

    /// Whether a build can be given secrets that end up in no layer.
    [[nodiscard]] bool knowsSecrets() const { return builder != Builder::Legacy; }
    /// Whether linux/amd64 has to be emulated: slow, and worth a word.
    [[nodiscard]] bool emulatesTarget() const;
    /// As a person calls it: "docker", "podman"
    [[nodiscard]] QString name() const;
    /// "docker 28.2.2 (buildx)"
    [[nodiscard]] QString text() const;
};

/// What stands in the way of an engine, or nothing.
enum class EngineState {
    Ready,
    Missing, ///< There is no such program.
    NotRunning, ///< The program is there, its service does not answer.
    NotPermitted, ///< The service is there, and this person may not speak to it: not in the group "docker", say.
    Broken, ///< Anything else; the detail says what.
};

struct EngineFinding {
    QString name; ///< "docker" or "podman"
    EngineState state = EngineState::Missing;
    ContainerEngine engine; ///< Where it is Ready, all of it; else what is known.
    QString detail; ///< What the program said

    [[nodiscard]] bool isReady() const { return state == EngineState::Ready; }
};

/// What `docker version` or `podman version` with \a exitCode and \a errors says of the engine.
[[nodiscard]] EngineState engineState(int exitCode, const QString& errors);

} // namespace miaobu
