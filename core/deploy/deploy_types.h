#pragma once

#include "core/async/operation.h"
#include "core/model/deployment.h"
#include "core/model/environment_variable.h"
#include "core/model/home.h"
#include "core/model/host_progress.h"

#include <QList>

#include <chrono>

namespace miaobu {

class AppBuilder;
class Builder;
class Clock;
class Database;
class HostOwnership;
class ProjectVariables;
class RunVariables;
class SourceCheckout;
class Targets;

/// What a person asks for with Deploy.
struct DeployRequest {
    ProjectId project = 0;
    QString target; ///< Empty: the project's own.
    QString branch; ///< Empty: the source's own.
    QString commit; ///< Empty: the head of the branch, or the folder as it is now.
    QString preview; ///< Shown as this preview instead of as the site; empty: as the site
    QByteArray password; ///< Asked of its visitors from its first moment; empty: as it is, or none
    QList<EnvironmentVariable> variables; ///< Beside the project's own, and in the place of those of the same name.
};

/// Where a running deployment is. A value; sent at most ten times a second.
struct DeploymentProgress {
    DeploymentId deployment = 0;
    Stage stage = Stage::Queue;
    qint64 done = 0; ///< In the unit of the stage: bytes, files or objects.
    qint64 total = 0; ///< 0: unknown
    int ahead = 0; ///< While queued: how many are before it.
    bool cancellable = true; ///< Routing is the point of no return.
};

/// How long and how much. The defaults are the product's; tests shorten them.
struct DeployLimits {
    int concurrent = 2; ///< Deployments under way at once.
    int keep = 10; ///< Complete deployments of a project and target that retention leaves.
    int maximumFiles = 100'000;
    qint64 maximumBytes = 5LL * 1024 * 1024 * 1024;
    std::chrono::milliseconds routeConfirmation{60'000}; ///< Until a written entry must be read back.
    std::chrono::milliseconds proof{60'000}; ///< Until the edge must answer with the new deployment, on this computer.
    std::chrono::milliseconds cloudProof{300'000}; ///< The same elsewhere: what Edge KV promises.
    std::chrono::milliseconds appHealth{20'000}; ///< Until a web app that has started must answer well.
    int goodAnswers = 3; ///< In a row that prove it: the edge is many machines, and one may follow before another.
    std::chrono::milliseconds cloudAnswerPause{1'000}; ///< Between two of them, elsewhere.
    std::chrono::milliseconds firstPause{100}; ///< Before asking again; doubled up to two seconds.
    std::chrono::milliseconds cleanupGrace{10'000}; ///< For what is put in order after a failure or Cancel.
};

/// The parts of the program that a deployment works with. All of them outlive the deployer.
struct DeployParts {
    const Database& database;
    SourceCheckout& checkout;
    Builder& builder;
    Targets& targets;
    const Clock& clock;
    const ProjectVariables& variables;
    AppBuilder& apps;
    const RunVariables& runVariables;
    Home home;
    HostOwnership* ownership = nullptr; ///< Asked before a person's own domain is changed; null: nobody has one.
};

/// Where the log of a deployment is kept.
[[nodiscard]] QString logFile(const Home& home, DeploymentId deployment);

} // namespace miaobu
