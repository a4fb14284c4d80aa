#include "core/github/deployment_reporter.h"

#include "core/async/caught_error.h"
#include "core/github/deployment_calls.h"
#include "core/github/project_place.h"
#include "core/model/target.h"
#include "core/store/deployment_table.h"
#include "core/store/github_report_table.h"
#include "core/store/project_table.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

/// How GitHub calls the state of \a deployment; empty where it is told nothing.
QString stateOf(const Deployment& deployment) {
    switch (deployment.state) {
    case DeploymentState::Queued:
        return u"queued"_s;
    case DeploymentState::Running:
        return u"in_progress"_s;
    case DeploymentState::Live:
        return u"success"_s;
    case DeploymentState::Failed:
        return u"failure"_s;
    case DeploymentState::Cancelled:
    case DeploymentState::Interrupted:
        return u"error"_s;
    case DeploymentState::Ready:
    case DeploymentState::Purged:
        return u"inactive"_s;
    }
    return {};
}

// What people at GitHub read; it is the same in every language, as the log is.
QString descriptionOf(const Deployment& deployment) {
    switch (deployment.state) {
    case DeploymentState::Queued:
        return u"#%1 is waiting"_s.arg(deployment.number);
    case DeploymentState::Running:
        return u"#%1 is under way"_s.arg(deployment.number);
    case DeploymentState::Live:
        return u"#%1 is live"_s.arg(deployment.number);
    case DeploymentState::Failed:
        return u"#%1 failed while it was in: %2"_s.arg(deployment.number).arg(stageName(deployment.stage));
    case DeploymentState::Cancelled:
        return u"#%1 was cancelled"_s.arg(deployment.number);
    case DeploymentState::Interrupted:
        return u"#%1 was interrupted"_s.arg(deployment.number);
    case DeploymentState::Ready:
    case DeploymentState::Purged:
        return u"#%1 is no longer live"_s.arg(deployment.number);
    }
    return {};
}

QString commitOf(const Deployment& deployment) {
    return deployment.revision.commit.isEmpty() ? deployment.requestedCommit : deployment.revision.commit;
}

bool isTold(const Deployment& deployment) {
    constexpr qsizetype fullHash = 40;
    return deployment.target != localTargetName && !deployment.revision.modified
        && commitOf(deployment).size() >= fullHash;
}

bool isOpen(const QString& state) {
    return state == u"queued"_s || state == u"in_progress"_s;
}

bool mayTell(const GitHubAccount& account) {
    return mayUse(account, "repo"_L1) || mayUse(account, "public_repo"_L1) || mayUse(account, "repo_deployment"_L1);
}

bool mayMark(const GitHubAccount& account) {
    return mayUse(account, "repo"_L1) || mayUse(account, "public_repo"_L1) || mayUse(account, "repo:status"_L1);
}

} // namespace

DeploymentReporter::DeploymentReporter(const Database& database, GitHubAccess& access)
    : m_database(database), m_access(access), m_operations({.finished = [](OperationId) {},
                                                  .failed = [](OperationId, const Error&) {},
                                                  .idle = [this] { emit idle(); }}) { }

DeploymentReporter::~DeploymentReporter() = default;

void DeploymentReporter::noteDeployment(const Deployment& deployment) {
    const QString state = stateOf(deployment);
    const bool isPreview = !deployment.preview.isEmpty();
    if (!isTold(deployment) || isPreview || m_notPermitted.contains(deployment.project)) {
        return;
    }
    // What ceased to be live is told only where GitHub believes that it is.
    const std::optional<GitHubReport> known = GitHubReportTable(m_database).find(deployment.id);
    const bool isPending = std::ranges::any_of(
        m_waiting, [&deployment](const Message& message) { return message.deployment == deployment.id; });
    if (state == u"inactive"_s && !isPending
        && (!known || (known->lastState != u"success"_s && !isOpen(known->lastState)))) {
        return;
    }
    enqueue({deployment.id, deployment.project, state, deployment});
}

void DeploymentReporter::catchUp() {
    const QList<GitHubReport> open = GitHubReportTable(m_database).open();
    for (const GitHubReport& report : open) {
        const std::optional<Deployment> deployment = DeploymentTable(m_database).find(report.deployment);
        if (deployment && !isActive(deployment->state)) {
            noteDeployment(*deployment);
        }
    }
}

void DeploymentReporter::noteRemoval(ProjectId project) {
    m_waiting.removeIf([project](const Message& message) { return message.project == project; });
    const QList<GitHubReport> reports = GitHubReportTable(m_database).ofProject(project);
    for (const GitHubReport& report : reports) {
        if (report.lastState == u"success"_s || isOpen(report.lastState)) {
            enqueue({report.deployment, project, u"inactive"_s, {}});
        } else {
            GitHubReportTable(m_database).remove(report.deployment);
        }
    }
}

void DeploymentReporter::enqueue(const Message& message) {
    const auto waiting = std::ranges::find_if(
        m_waiting, [&message](const Message& other) { return other.deployment == message.deployment; });
    if (waiting != m_waiting.end()) {
        *waiting = message;
    } else {
        m_waiting.append(message);
    }
    if (!m_isTelling) {
        m_isTelling = true;
        m_operations.begin([this](OperationId, std::stop_token stop) { return executeMessages(stop); });
    }
}

QCoro::Task<> DeploymentReporter::executeMessages(std::stop_token stop) {
    while (!m_waiting.isEmpty() && !stop.stop_requested()) {
        const Message message = m_waiting.takeFirst();
        std::optional<Error> error;
        try {
            co_await tell(message, stop);
            m_failing.remove(message.project);
        } catch (...) {
            error = caughtError(std::current_exception());
        }
        if (error) {
            noteFailure(message.project, *error);
        }
    }
    m_isTelling = false;
}

QCoro::Task<> DeploymentReporter::tell(Message message, std::stop_token stop) {
    const std::optional<GitHubReport> known = GitHubReportTable(m_database).find(message.deployment);
    if (!known && message.state != u"inactive"_s) {
        co_await tellNew(message, stop);
    } else if (known && known->lastState != message.state) {
        co_await tellState(message, stop);
    }
}

QCoro::Task<> DeploymentReporter::tellNew(Message message, std::stop_token stop) {
    const std::optional<Project> project = ProjectTable(m_database).find(message.project);
    const std::optional<GitHubPlace> place
        = project ? gitHubPlaceOf(*project, m_database, m_access) : std::optional<GitHubPlace>();
    if (!place || !mayTell(place->account)) {
        co_return;
    }
    const std::shared_ptr<GitHubClient> client = co_await m_access.open(place->account, stop);
    const GitHubDeployment deployment{commitOf(message.told), u"Production – "_s + project->slug,
        u"Deployed by Miaobu to %1"_s.arg(message.told.target)};
    GitHubReport report{
        message.deployment, message.project, place->account.host, place->fullName, 0, deployment.environment, {}};
    report.number = co_await createDeployment(client, place->fullName, deployment, stop);
    GitHubReportTable(m_database).put(report);
    co_await tellState(message, stop);
}

QCoro::Task<> DeploymentReporter::tellState(Message message, std::stop_token stop) {
    GitHubReport report = *GitHubReportTable(m_database).find(message.deployment);
    const std::optional<GitHubAccount> account = m_access.accountAt(report.host);
    if (!account) {
        co_return;
    }
    const std::shared_ptr<GitHubClient> client = co_await m_access.open(*account, stop);
    const bool isGone = message.told.id == 0;
    GitHubDeploymentState state{message.state, {}, isGone ? u"The site was removed"_s : descriptionOf(message.told)};
    if (message.state == u"success"_s) {
        state.url = message.told.url;
    }
    co_await setDeploymentState(client, report.repository, report.number, state, stop);
    report.lastState = message.state;
    if (isGone) {
        GitHubReportTable(m_database).remove(report.deployment);
        co_return;
    }
    GitHubReportTable(m_database).put(report);
    // The mark stays what it was when another deployment took over: that one has a commit of its own.
    if (message.state != u"inactive"_s && mayMark(*account)) {
        const QString slug = report.environment.section(u" – "_s, 1);
        const QString context = u"miaobu/production (%1)"_s.arg(slug);
        co_await setCommitStatus(client, report.repository, commitOf(message.told), context, state, stop);
    }
}

void DeploymentReporter::noteFailure(ProjectId project, const Error& error) {
    if (error.kind == ErrorKind::Cancelled) {
        return;
    }
    // GitHub says "not found" of what a token may not write to.
    if (error.kind == ErrorKind::TokenNotPermitted || error.kind == ErrorKind::NotFound) {
        m_notPermitted.insert(project);
    }
    if (!m_failing.contains(project)) {
        m_failing.insert(project);
        emit failed(project, error);
    }
}

} // namespace miaobu
