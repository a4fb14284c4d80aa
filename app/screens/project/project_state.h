#pragma once

#include "app/models/run_progress.h"
#include "app/screens/common/shown_error.h"
#include "app/widgets/stage_bar.h"
#include "core/compare/change_counter.h"
#include "core/deploy/listening.h"
#include "core/model/deployment.h"
#include "core/model/host_progress.h"

#include <QImage>

#include <algorithm>
#include <optional>

namespace miaobu::app {

/// Going back to an earlier deployment: asked for, under way, or gone wrong.
struct RollBackState {
    bool shown = false;
    DeploymentId chosen = 0;
    std::optional<ChangeCounts> changes; ///< Against the live one; nothing while they are not known
    bool running = false;
    QList<HostProgress> hosts; ///< In the order in which they were begun
    std::optional<ShownError> error;
};

/// What the live site looks like.
struct SiteView {
    QString title; ///< As the page says it; empty while it is not known
    QString description;
    QImage image; ///< Null: none
    QImage icon; ///< Null: none
};

/// What a project's page shows.
struct ProjectState {
    Project project;
    QStringList targets; ///< That there are
    QList<Deployment> deployments; ///< Newest first
    std::optional<Deployment> live; ///< The one that answers the project's own host
    QStringList hosts; ///< That answer with it, the project's own first
    std::optional<ChangeCounts> lastChange; ///< What the live one changed; nothing while that is not known
    RunProgress run; ///< Of the active one
    qint64 timeLeft = -1; ///< Of the active one, milliseconds; -1: not known
    QList<StageStep> steps; ///< Of the active one
    std::optional<ShownError> error; ///< Why the latest one failed, or why something that was asked for did not happen
    RollBackState rollBack;
    QString working; ///< What is done beside deployments, in words; empty: nothing
    QDateTime now; ///< UTC

    /// The newest one of the site itself.
    [[nodiscard]] std::optional<Deployment> latest() const {
        const auto isSite = [](const Deployment& deployment) { return deployment.preview.isEmpty(); };
        const auto found = std::ranges::find_if(deployments, isSite);
        return found == deployments.end() ? std::nullopt : std::optional(*found);
    }
    [[nodiscard]] std::optional<Deployment> active() const {
        const std::optional<Deployment> newest = latest();
        return newest && isActive(newest->state) ? newest : std::nullopt;
    }
    /// Complete ones that could answer instead of the live one.
    [[nodiscard]] QList<Deployment> restorable() const {
        QList<Deployment> found;
        for (const Deployment& deployment : deployments) {
            if (deployment.state == DeploymentState::Ready && deployment.target == project.target
                && deployment.preview.isEmpty()) {
                found.append(deployment);
            }
        }
        return found;
    }
};

/// What the log tab shows beside the lines themselves.
struct LogState {
    QList<Deployment> choices; ///< Newest first
    DeploymentId shown = 0;
    QList<StageStep> steps; ///< Of the shown one
    QString cause; ///< The line that most likely says why the shown one failed; empty: not known
    std::optional<Unreached> unreached{}; ///< What that line says of a web app that does not listen where it is asked
    int offeredPort = 0; ///< That the app can be asked on from now on; 0: there is none to offer.
    int ahead = 0; ///< How many are before it in the queue, while it waits
    QString folder; ///< What was built, where that is a folder of this computer; else empty
    bool follows = true; ///< When another log is shown
    bool cancellable = false; ///< The shown one is under way and can still be ended.
    bool hasRunning = false; ///< There is a web app that may say something.
    bool running = false; ///< What it says is shown, instead of a build.
    QString problem{}; ///< Why that cannot be read

    bool operator==(const LogState&) const = default;
};

} // namespace miaobu::app
