#pragma once

#include "core/deploy/context.h"
#include "core/deploy/routing.h"
#include "core/deploy/start_log.h"
#include "core/log/log_sink.h"

#include <exception>
#include <optional>

namespace miaobu {

/// A function that is to run another deployment.
struct FunctionMove {
    OpenTarget target;
    Project project;
    Deployment deployment; ///< A web app's
    QList<EnvironmentVariable> variables; ///< All it runs with
    std::shared_ptr<LogSink> log{}; ///< Where what the app says goes when it does not start; null: nowhere.
    bool isRehearsed = false; ///< It has not run before, and is tried beside what visitors get first.
};

/// What became of a FunctionMove: enough to undo it.
struct FunctionChange {
    OpenTarget target;
    QString name;
    std::optional<FunctionState> before; ///< Nothing: there was no such function.
    QString endpoint; ///< Of the function: "https://…"
};

/// Points the one function of a project at a deployment, and back.
class FunctionSwitch {
public:
    explicit FunctionSwitch(const DeployContext& context) : m_context(context) { }

    /// Lets the function run the deployment, waits until it is ready and asks it as a visitor would be passed on. What is somebody
    /// else's in its environment stays. When it does not start or is not well, it runs what it ran before; one that is rehearsed fails
    /// before the function changes at all.
    /// \throws Error(FunctionFailed, with what the app and the service said), which is Unreached where it listens where
    /// nobody asks it (then with the line that says so as its detail), and else names the apps that could be run instead; and what FunctionHost throws
    QCoro::Task<FunctionChange> point(FunctionMove move, std::stop_token stop) const;
    /// The function that \a function is rehearsed as; no project has one of that name.
    [[nodiscard]] static QString rehearsalOf(const QString& function);
    /// point() for a deployment that ran before, with the variables it had then.
    /// \throws Error(KindNotSupported) for a target without functions, (VariableUnreadable) when one of them was not kept, and what
    /// point() throws
    QCoro::Task<FunctionChange> pointAgain(OpenTarget target, Project project, Deployment deployment) const;
    /// Lets the function run what it ran before \a change; one that is new is removed. Never throws.
    QCoro::Task<> putBack(FunctionChange change, Routing::Note note) const;
    /// Removes what only \a deployment has of images: its tag, here and in the registry, unless another one that could run has it.
    QCoro::Task<> removeImage(OpenTarget target, Project project, Deployment deployment, std::stop_token stop) const;

private:
    QCoro::Task<FunctionSpecification> specificationOf(
        FunctionMove move, std::optional<FunctionState> before, std::stop_token stop) const;
    /// Starts it as a function of its own, which nobody is led to, and removes that again. What fails here is seen by no visitor.
    QCoro::Task<> rehearse(FunctionMove move, FunctionSpecification specification, std::stop_token stop) const;
    QCoro::Task<QString> putAndAsk(FunctionMove move, FunctionSpecification specification, std::stop_token stop) const;
    /// Writes what the app said while it did not start. \returns what that explains \a failure with.
    QCoro::Task<std::optional<Error>> explain(FunctionMove move, StartLog said, std::exception_ptr failure) const;
    QCoro::Task<> awaitWell(
        OpenTarget target, QString name, QString endpoint, QString path, std::stop_token stop) const;
    QCoro::Task<> putOnce(FunctionChange change) const;

    const DeployContext& m_context;
};

} // namespace miaobu
