#include "core/ports/clock.h"
#include "core/store/deployment_table.h"
#include "core/store/project_table.h"
#include "core/store/removal_table.h"
#include "core/store/watch_table.h"
#include "core/watch/push_rules.h"
#include "core/watch/push_watcher.h"

#include <algorithm>

namespace miaobu {

// One look of PushWatcher, from the question to the verdict.

QCoro::Task<> PushWatcher::look(ProjectId id, std::stop_token stop) {
    const std::optional<Project> project = ProjectTable(m_parts.database).find(id);
    if (!project || project->source.kind != SourceKind::Git
        || RemovalTable(m_parts.database).isBeingRemoved(project->id)) {
        m_entries.remove(id);
        co_return;
    }
    entryOf(id).state.phase = WatchPhase::Looking;
    announce(id);
    const QString known = WatchTable(m_parts.database).ofProject(id).lastSeen;
    const std::optional<PushHead> found = co_await m_parts.source.head(*project, known, stop);
    Entry& entry = entryOf(id);
    entry.state.lookedAt = m_parts.clock.now();
    entry.state.head = found ? found->commit : known;
    if (found && !found->branch.isEmpty()) {
        entry.state.branch = found->branch;
    }
    // Switched off, it is only looked at.
    if (!WatchTable(m_parts.database).ofProject(id).enabled) {
        co_return;
    }
    if (found && found->commit != known) {
        const PushOutcome outcome = co_await judge(*project, *found, stop);
        if (outcome.verdict != PushVerdict::Waiting) {
            WatchTable(m_parts.database).setSeen(id, found->commit, outcome);
        }
        emit pushJudged(id, outcome);
    }
    co_await lookAtBranches(*project, stop);
}

QCoro::Task<PushOutcome> PushWatcher::judge(Project project, PushHead head, std::stop_token stop) {
    const WatchRecord record = WatchTable(m_parts.database).ofProject(project.id);
    PushOutcome outcome{PushVerdict::AlreadyDeployed, head.commit, {}, {}, 0, m_parts.clock.now()};
    if (head.commit == record.lastDeployed || isDeployed(project, head.commit)) {
        co_return outcome;
    }
    if (record.lastSeen.isEmpty()) {
        outcome.verdict = PushVerdict::Baseline;
        co_return outcome;
    }
    // What is online, not what was pushed last: the change of a push that was skipped is not lost with it.
    const QString online = commitOnline(project);
    const PushComparison push
        = co_await m_parts.source.compare(project, online.isEmpty() ? record.lastSeen : online, head, stop);
    const QString root = withOverrides(project.plan, project.overrides).rootDirectory;
    outcome.message = push.message.section(u'\n', 0, 0);
    outcome.author = push.author;
    outcome.verdict = judgePush(push, root, record.paths);
    if (outcome.verdict == PushVerdict::Deployed) {
        outcome = deployHead(project, head, outcome);
    }
    co_return outcome;
}

PushOutcome PushWatcher::deployHead(const Project& project, const PushHead& head, PushOutcome outcome) {
    const WatchTable table(m_parts.database);
    const QString before = table.ofProject(project.id).lastDeployed;
    // Another process may look after the same project: only one of them gets the commit.
    if (!table.claim(project.id, head.commit)) {
        outcome.verdict = PushVerdict::AlreadyDeployed;
        return outcome;
    }
    try {
        DeployRequest request;
        request.project = project.id;
        request.branch = head.branch;
        request.commit = head.commit;
        outcome.deployment = m_parts.deploy(request);
    } catch (const Error& error) {
        table.setLastDeployed(project.id, before);
        if (error.kind != ErrorKind::DeploymentActive) {
            throw;
        }
        // The newest head is deployed once that one has ended, whatever was pushed in between.
        entryOf(project.id).waits = true;
        outcome.verdict = PushVerdict::Waiting;
    }
    return outcome;
}

bool PushWatcher::isDeployed(const Project& project, const QString& commit) const {
    const QList<Deployment> deployments = DeploymentTable(m_parts.database).ofProject(project.id);
    return std::ranges::any_of(deployments, [&](const Deployment& deployment) {
        // What is shown beside the site is not the site.
        return deployment.target == project.target && deployment.preview.isEmpty() && !deployment.revision.modified
            && (deployment.revision.commit == commit || deployment.requestedCommit == commit);
    });
}

QString PushWatcher::commitOnline(const Project& project) const {
    const std::optional<Deployment> live = DeploymentTable(m_parts.database).live(project.id, project.target);
    return live ? live->revision.commit : QString();
}

void PushWatcher::finishLook(ProjectId project, const std::optional<Error>& error) {
    const auto found = m_entries.find(project);
    if (found == m_entries.end() || m_isShuttingDown) {
        return;
    }
    Entry& entry = *found;
    entry.state.error = error;
    entry.state.phase = entry.isEnabled ? WatchPhase::Resting : WatchPhase::Off;
    if (error) {
        noteFailure(entry, *error);
    } else {
        entry.failures = 0;
        // Asked for once more meanwhile, it is looked at once more.
        if (!entry.due.isValid()) {
            entry.due = m_parts.clock.now().addMSecs(interval().count());
        }
    }
    if (!entry.isEnabled) {
        entry.due = {};
    }
    announce(project);
}

void PushWatcher::noteFailure(Entry& entry, const Error& error) const {
    const QDateTime now = m_parts.clock.now();
    QDateTime next = now.addMSecs(std::chrono::milliseconds(m_pace.afterFailure).count());
    switch (error.kind) {
    case ErrorKind::RateLimited:
    case ErrorKind::Throttled:
        entry.state.phase = WatchPhase::Limited;
        next = error.retryAt.isValid() ? error.retryAt : next;
        break;
    case ErrorKind::HostNotFound:
    case ErrorKind::NetworkUnreachable:
    case ErrorKind::ConnectionLost:
    case ErrorKind::Timeout: {
        constexpr int mostDoublings = 3;
        entry.state.phase = WatchPhase::Offline;
        const auto pause = interval() * (1 << std::min(entry.failures++, mostDoublings));
        next = std::min(next, now.addMSecs(pause.count()));
        break;
    }
    case ErrorKind::SignInNeeded:
    case ErrorKind::TokenMissing:
    case ErrorKind::TokenNotPermitted:
    case ErrorKind::AuthenticationRequired:
    case ErrorKind::KeychainLocked:
    case ErrorKind::KeychainMissing:
        entry.state.phase = WatchPhase::NeedsSignIn;
        break;
    default:
        entry.state.phase = WatchPhase::Failed;
        break;
    }
    entry.due = next;
}

} // namespace miaobu
