#pragma once

#include "core/async/operations.h"
#include "core/deploy/deploy_types.h"
#include "core/model/push_watch.h"
#include "core/watch/push_source.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

namespace miaobu {

/// How often is looked. The defaults are the product's.
struct WatchPace {
    std::chrono::seconds inFront{60}; ///< While the window is seen.
    std::chrono::seconds hidden{300};
    double jitter = 0.2; ///< Of the interval, either way: not all computers at the same moment.
    std::chrono::seconds freshEnough{15}; ///< After a look no older than this, coming to the front asks for none.
    std::chrono::seconds heartbeat{10}; ///< A clock that jumped further than a few of them tells of a sleep.
    std::chrono::seconds afterFailure{300}; ///< Where looking again soon helps nobody.
    bool keepsTime = true; ///< False: the caller calls tick().
};

struct PushWatchParts {
    const Database& database;
    PushSource& source;
    const Clock& clock;
    /// Begins a deployment, as Deployer::deploy() does, and throws what that throws.
    std::function<DeploymentId(DeployRequest)> deploy;
    /// Takes away the previews whose branch is none of those, as Deployer::removeGonePreviews() does, and throws what that throws.
    std::function<void(ProjectId, QStringList)> removeGone;
    std::function<double()> random; ///< 0 … 1
};

/// Looks after the branches of the projects that deploy on push, and deploys the newest head. One look at a time. It works while the program runs:
/// what was pushed before is deployed at the next start. Belongs to the main thread, outlives the event loop.
///
/// The first look of a project deploys nothing, no commit is deployed twice, and what is skipped says why: see PushVerdict.
///
/// A preview that follows a branch is deployed again when the branch is pushed, and goes when the branch goes.
class PushWatcher final : public QObject {
    Q_OBJECT

public:
    explicit PushWatcher(PushWatchParts parts, WatchPace pace = {});
    ~PushWatcher() override;

    /// Begins to look after every project that is switched on, at once.
    void start();
    /// Switched on, the project is looked at at once. \throws Error(ProjectUnknown), Error(InvalidInput) for a folder
    void setEnabled(ProjectId project, bool enabled);
    /// Relative to the repository; what lies below them is watched beside the root directory.
    void setPaths(ProjectId project, const QStringList& paths);
    /// Whether every other branch becomes a preview when it is pushed.
    void setBranches(ProjectId project, bool enabled);

    [[nodiscard]] WatchState state(ProjectId project) const;

    /// Looks at \a project at once; also at one that is switched off, for which nothing is deployed.
    void lookNow(ProjectId project);
    /// Asks for the branches of \a project, for a person to choose from; ends in branchesListed() or listingFailed().
    void listBranches(ProjectId project);
    /// Whether the window is seen. Coming to the front, or being turned to, looks at once where the last look is not quite fresh.
    void setInFront(bool inFront);
    /// The computer woke up, or the network came back, or somebody signed in: everything is looked at at once.
    void wake();
    /// A deployment changed: a push that waited for its end is deployed.
    void noteDeployment(const Deployment& deployment);
    /// Projects or watches were changed by another process.
    void reload();
    void forget(ProjectId project);

    /// Begins what is due; does nothing in between.
    void tick();
    [[nodiscard]] bool isBusy() const { return m_operations.isBusy(); }
    /// Cancels the look that is under way and begins none; idle() follows from the event loop.
    void shutDown();

signals:
    void stateChanged(miaobu::ProjectId project, const miaobu::WatchState& state);
    /// A push was noticed and judged; of Deployed ones the deployment is queued already.
    void pushJudged(miaobu::ProjectId project, const miaobu::PushOutcome& outcome);
    void branchesListed(miaobu::ProjectId project, const QStringList& branches);
    void listingFailed(miaobu::ProjectId project, const miaobu::Error& error);
    void idle();

private:
    struct Entry {
        WatchState state;
        QDateTime due; ///< Invalid: never
        bool isEnabled = false;
        bool waits = false; ///< For the end of a deployment
        int failures = 0; ///< In a row, of a server that cannot be reached
    };

    QCoro::Task<> executeLooks(std::stop_token stop);
    QCoro::Task<> look(ProjectId project, std::stop_token stop);
    QCoro::Task<PushOutcome> judge(Project project, PushHead head, std::stop_token stop);
    QCoro::Task<> executeList(Project project, std::stop_token stop);
    /// Lets previews follow their branches. A list that is not complete says nothing of what is gone.
    QCoro::Task<> lookAtBranches(Project project, std::stop_token stop);
    QCoro::Task<> lookAtBranch(Project project, PushHead head, bool isFirstLook, std::stop_token stop);
    [[nodiscard]] PushOutcome deployHead(const Project& project, const PushHead& head, PushOutcome outcome);
    [[nodiscard]] bool isDeployed(const Project& project, const QString& commit) const;
    [[nodiscard]] QString commitOnline(const Project& project) const;
    void finishLook(ProjectId project, const std::optional<Error>& error);
    void noteFailure(Entry& entry, const Error& error) const;

    [[nodiscard]] ProjectId nextDue() const;
    [[nodiscard]] std::chrono::milliseconds interval() const;
    [[nodiscard]] Entry& entryOf(ProjectId project);
    void makeDue(Entry& entry) const;
    void makeAllDue();
    void announce(ProjectId project);
    void schedule();

    PushWatchParts m_parts;
    WatchPace m_pace;
    Operations m_operations;
    QHash<ProjectId, Entry> m_entries;
    QTimer m_timer;
    QDateTime m_lastTick;
    bool m_isStarted = false;
    bool m_isInFront = true;
    bool m_isLooking = false;
    bool m_isShuttingDown = false;
};

} // namespace miaobu
