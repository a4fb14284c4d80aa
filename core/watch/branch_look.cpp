#include "core/store/deployment_table.h"
#include "core/store/preview_table.h"
#include "core/store/project_table.h"
#include "core/store/watch_table.h"
#include "core/watch/push_rules.h"
#include "core/watch/push_watcher.h"

#include <algorithm>

namespace miaobu {

// What one look of PushWatcher does for the previews of a project.

namespace {

QList<Preview> previewsOf(const Database& database, const Project& project) {
    QList<Preview> previews = PreviewTable(database).ofProject(project.id);
    previews.removeIf([&project](const Preview& preview) { return preview.target != project.target; });
    return previews;
}

/// The previews that \a branch is shown as: those that follow it, else one of its own where it is to have one.
QStringList namesFor(const Database& database, const Project& project, const QString& branch, bool mayBeNew) {
    QStringList names;
    bool isTaken = false;
    const QString own = previewNameOf(project.slug, branch);
    for (const Preview& preview : previewsOf(database, project)) {
        if (preview.branch == branch) {
            names.append(preview.name);
        }
        isTaken = isTaken || preview.name == own;
    }
    if (names.isEmpty() && mayBeNew) {
        names.append(isTaken ? otherPreviewNameOf(project.slug, branch) : own);
    }
    return names;
}

bool isPreviewed(const Database& database, const Project& project, const QString& name, const QString& commit) {
    const QList<Deployment> deployments = DeploymentTable(database).ofProject(project.id);
    return std::ranges::any_of(deployments, [&](const Deployment& deployment) {
        return deployment.target == project.target && deployment.preview == name
            && (deployment.revision.commit == commit || deployment.requestedCommit == commit);
    });
}

} // namespace

void PushWatcher::listBranches(ProjectId id) {
    const std::optional<Project> project = ProjectTable(m_parts.database).find(id);
    if (project && !m_isShuttingDown) {
        m_operations.begin(
            [this, asked = *project](OperationId, std::stop_token stop) { return executeList(asked, stop); });
    }
}

QCoro::Task<> PushWatcher::executeList(Project project, std::stop_token stop) {
    std::optional<Error> failure;
    QStringList names;
    try {
        const BranchList list = co_await m_parts.source.branches(project, stop);
        for (const PushHead& head : list.heads) {
            names.append(head.branch);
        }
    } catch (const Error& error) {
        failure = error;
    }
    if (failure) {
        emit listingFailed(project.id, *failure);
    } else {
        emit branchesListed(project.id, names);
    }
}

QCoro::Task<> PushWatcher::lookAtBranches(Project project, std::stop_token stop) {
    const QList<Preview> previews = PreviewTable(m_parts.database).ofProject(project.id);
    const bool follows
        = std::ranges::any_of(previews, [](const Preview& preview) { return !preview.branch.isEmpty(); });
    const WatchTable table(m_parts.database);
    if (!follows && !table.ofProject(project.id).branches) {
        co_return;
    }
    const BranchList list = co_await m_parts.source.branches(project, stop);
    if (!list.isComplete || list.heads.isEmpty()) {
        co_return;
    }
    QStringList names;
    for (const PushHead& head : list.heads) {
        names.append(head.branch);
    }
    m_parts.removeGone(project.id, names);
    const QHash<QString, QString> seen = table.branchHeads(project.id);
    for (auto branch = seen.cbegin(); branch != seen.cend(); ++branch) {
        if (!names.contains(branch.key())) {
            table.setBranchHead(project.id, branch.key(), {});
        }
    }
    for (const PushHead& head : list.heads) {
        co_await lookAtBranch(project, head, seen.isEmpty(), stop);
    }
}

QCoro::Task<> PushWatcher::lookAtBranch(Project project, PushHead head, bool isFirstLook, std::stop_token stop) {
    const WatchTable table(m_parts.database);
    const QString before = table.branchHeads(project.id).value(head.branch);
    if (before == head.commit) {
        co_return;
    }
    const WatchRecord record = table.ofProject(project.id);
    const bool isSite = head.branch == entryOf(project.id).state.branch;
    const BuildPlan plan = withOverrides(project.plan, project.overrides);
    const bool mayBeNew = record.branches && !isFirstLook && !isSite && !isWebApp(plan.kind);
    QStringList names = namesFor(m_parts.database, project, head.branch, mayBeNew);
    names.removeIf([&](const QString& name) { return isPreviewed(m_parts.database, project, name, head.commit); });
    if (!names.isEmpty()) {
        // Against where the branch was; a new one against what is online, which it shows as long as it changes nothing.
        const PushComparison push
            = co_await m_parts.source.compare(project, before.isEmpty() ? record.lastSeen : before, head, stop);
        const PushVerdict verdict = judgePush(push, plan.rootDirectory, record.paths);
        if (verdict == PushVerdict::SkipWord || verdict == PushVerdict::NothingChanged) {
            names.clear();
        }
    }
    // Another process may look after the same project: only one of them gets the commit.
    if (!table.claimBranch(project.id, head.branch, head.commit)) {
        co_return;
    }
    for (const QString& name : std::as_const(names)) {
        DeployRequest request;
        request.project = project.id;
        request.branch = head.branch;
        request.commit = head.commit;
        request.preview = name;
        try {
            (void)m_parts.deploy(request);
        } catch (const Error& error) {
            if (error.kind == ErrorKind::DeploymentActive) {
                // The next look tries again, with what is the newest by then.
                table.setBranchHead(project.id, head.branch, before);
            } else {
                qWarning("a preview of %s is not deployed: %s", qUtf8Printable(head.branch), error.what());
            }
        }
    }
}

} // namespace miaobu
