#pragma once

#include "app/cli/output.h"
#include "app/services.h"
#include "core/model/deployment.h"

#include <QCommandLineParser>
#include <QCoro/QCoroTask>
#include <QStringList>

#include <stop_token>

namespace miaobu::app {

/// What a command works with. The pointers outlive it.
struct CommandContext {
    const QCommandLineParser* options = nullptr;
    QStringList arguments; ///< Without the command's own name.
    Home home;
    QString program;
    Services* services = nullptr; ///< Null for a command that does not ask for them.
    Output output{false};
    std::stop_token stop; ///< Requested by Ctrl-C.
};

// One function a command; each gives the exit code or throws Error.
QCoro::Task<int> runDetect(CommandContext context);
QCoro::Task<int> runDeploy(CommandContext context);
QCoro::Task<int> runProjects(CommandContext context);
QCoro::Task<int> runDeployments(CommandContext context);
QCoro::Task<int> runLogs(CommandContext context);
QCoro::Task<int> runRollback(CommandContext context);
QCoro::Task<int> runPromote(CommandContext context);
QCoro::Task<int> runDomains(CommandContext context);
QCoro::Task<int> runPreviews(CommandContext context);
QCoro::Task<int> runPurge(CommandContext context);
QCoro::Task<int> runDoctor(CommandContext context);
QCoro::Task<int> runDelete(CommandContext context);
QCoro::Task<int> runWatch(CommandContext context);
QCoro::Task<int> runTarget(CommandContext context);
QCoro::Task<int> runLogin(CommandContext context);
QCoro::Task<int> runLogout(CommandContext context);
QCoro::Task<int> runRepositories(CommandContext context);
QCoro::Task<int> runEnv(CommandContext context);
QCoro::Task<int> runEdge(CommandContext context);
QCoro::Task<int> runEmulatorCommand(CommandContext context);
QCoro::Task<int> runSettings(CommandContext context);
QCoro::Task<int> runReport(CommandContext context);
QCoro::Task<int> runCompletion(CommandContext context);
QCoro::Task<int> runManual(CommandContext context);

/// The project called \a slug. \throws Error(ProjectUnknown, with those that exist)
[[nodiscard]] Project projectCalled(const Services& services, const QString& slug);

/// The deployment a person means with "42", "#42" or its full id, within \a project.
/// \throws Error(DeploymentUnknown)
[[nodiscard]] Deployment deploymentCalled(const Services& services, const Project& project, const QString& text);

/// What machines are told of a deployment.
[[nodiscard]] QJsonObject toJson(const Deployment& deployment);

} // namespace miaobu::app
