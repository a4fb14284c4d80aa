#pragma once

#include "core/build/container_engine.h"
#include "core/process/login_shell.h"

#include <QCoro/QCoroTask>
#include <QList>

#include <stop_token>

namespace miaobu {

/// Looks for Docker and Podman. MIAOBU_CONTAINER_ENGINE in \a host names the one to use; "none" is none.
class ContainerEngines {
public:
    /// \a host: the environment of this process. \a shell outlives this.
    ContainerEngines(QProcessEnvironment host, LoginShell& shell);

    /// Asks each engine that may be used, the preferred one first; each is given 10 s. Never cached: a person starts
    /// Docker and presses Retry.
    /// \throws Error(Cancelled)
    QCoro::Task<QList<EngineFinding>> look(std::stop_token stop);
    /// The first that is ready.
    /// \throws Error(EngineMissing), Error(EngineNotRunning), Error(EngineNotPermitted): subject the engine's name,
    /// detail what it said; Error(Cancelled)
    QCoro::Task<ContainerEngine> find(std::stop_token stop);

private:
    QProcessEnvironment m_host;
    LoginShell& m_shell;
};

/// What find() throws or gives for \a findings, the preferred one first.
[[nodiscard]] ContainerEngine readyEngine(const QList<EngineFinding>& findings);

} // namespace miaobu
