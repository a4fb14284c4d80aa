#include "core/deploy/removal.h"

#include "core/build/app_builder.h"
#include "core/deploy/guards.h"
#include "core/deploy/manifest_store.h"
#include "core/deploy/publisher.h"
#include "core/deploy/removal_plan.h"
#include "core/deploy/route_record.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

using State = RemovalStep::State;

QStringList targetsOf(const QList<RemovalStep>& steps) {
    QStringList targets;
    for (const RemovalStep& step : steps) {
        if (step.part != RemovalPart::Local && step.state != State::Done && !targets.contains(step.target)) {
            targets.append(step.target);
        }
    }
    return targets;
}

bool hasLeft(const QList<RemovalStep>& steps, const QString& target, RemovalPart part) {
    return std::ranges::any_of(steps, [&target, part](const RemovalStep& step) {
        return step.target == target && step.part == part && step.state != State::Done;
    });
}

/// Whether something must not go before something else has gone: visitors are led to it, or what runs needs it.
bool isHeldBack(const QList<RemovalStep>& steps, const RemovalStep& step) {
    if (step.part == RemovalPart::Entry) {
        return false;
    }
    return hasLeft(steps, step.target, RemovalPart::Entry)
        || (step.part == RemovalPart::Images && hasLeft(steps, step.target, RemovalPart::Function));
}

Error incomplete(const Project& project, const QList<RemovalStep>& steps) {
    Error error(ErrorKind::RemovalIncomplete, project.slug);
    error.retryable = true;
    for (const RemovalStep& step : steps) {
        if (step.part != RemovalPart::Local && step.state != State::Done) {
            error.alternatives.append(step.subject);
        }
        if (step.error && error.detail.isEmpty()) {
            error.detail = QString::fromUtf8(step.error->what());
            error.requestId = step.error->requestId;
        }
    }
    return error;
}

} // namespace

QCoro::Task<> Removal::removeProject(Project project) const {
    const std::shared_ptr<Checklist> list = checklistOf(project);
    const QStringList targets = targetsOf(list->steps);
    for (const QString& target : targets) {
        co_await removeFrom(target, list);
    }
    if (!targetsOf(list->steps).isEmpty()) {
        throw incomplete(project, list->steps);
    }
    forget(project);
}

std::shared_ptr<Removal::Checklist> Removal::checklistOf(const Project& project) const {
    auto list = std::make_shared<Checklist>(Checklist{project, m_context.removals().ofProject(project.id)});
    if (list->steps.isEmpty()) {
        list->steps = planRemoval(m_context, project);
    }
    for (RemovalStep& step : list->steps) {
        step.state = step.state == State::Done ? State::Done : State::Waiting;
    }
    m_context.removals().put(project.id, list->steps);
    emit m_context.announcements.removalChanged(project.id, list->steps);
    return list;
}

QCoro::Task<> Removal::removeFrom(QString targetName, std::shared_ptr<Checklist> list) const {
    OpenTarget target;
    std::optional<Error> failure;
    try {
        target = co_await m_context.parts.targets.open(targetName, {});
    } catch (const Error& error) {
        failure = error;
    }
    for (int position = 0; position < list->steps.size(); ++position) {
        const RemovalStep step = list->steps.at(position);
        if (step.target != targetName || step.part == RemovalPart::Local || step.state == State::Done) {
            continue;
        }
        if (failure) {
            setState(*list, position, State::Failed, failure);
        } else if (!isHeldBack(list->steps, step)) {
            co_await removeStep(target, position, list);
        }
    }
}

QCoro::Task<> Removal::removeStep(OpenTarget target, int position, std::shared_ptr<Checklist> list) const {
    setState(*list, position, State::Running, {});
    std::optional<Error> failure;
    try {
        const RemovalStep step = list->steps.at(position);
        co_await removePart(target, step, list->project);
    } catch (const Error& error) {
        failure = error;
    }
    setState(*list, position, failure ? State::Failed : State::Done, failure);
}

QCoro::Task<> Removal::removePart(OpenTarget target, RemovalStep step, Project project) const {
    switch (step.part) {
    case RemovalPart::Entry:
        co_await removeEntry(target, step.subject, project);
        break;
    case RemovalPart::Hostname:
        co_await removeHostname(target, step.subject);
        break;
    case RemovalPart::Function:
        if (target.functions) {
            co_await target.functions->remove(step.subject, {});
        }
        break;
    case RemovalPart::Images:
        co_await removeImages(target, step.subject, project);
        break;
    case RemovalPart::Objects:
        co_await removeFiles(target, step.subject, project);
        break;
    case RemovalPart::Local:
        break;
    }
}

QCoro::Task<> Removal::removeEntry(OpenTarget target, QString host, Project project) const {
    const std::optional<RoutingEntry> entry = co_await target.router->readEntry(host, {});
    if (entry && entry->projectSlug == project.slug) {
        co_await target.router->removeEntry(host, {});
        try {
            const QStringList hosts{host};
            co_await target.router->purge(hosts, {});
        } catch (const Error& error) {
            // The host answers nothing any more once the edge's cache runs out; that must not keep the rest.
            qWarning("cache of a removed host not purged: %s", error.what());
        }
    }
    forgetRoute(m_context, project.id, host, target.target.name);
}

QCoro::Task<> Removal::removeHostname(OpenTarget target, QString host) const {
    if (!target.domains) {
        co_return;
    }
    // An entry that is there belongs to another project, which has the domain.
    const std::optional<RoutingEntry> entry = co_await target.router->readEntry(host, {});
    const std::optional<CustomHostname> found = co_await target.domains->find(host, {});
    if (found && !entry) {
        co_await target.domains->remove(found->id, {});
    }
}

QCoro::Task<> Removal::removeImages(OpenTarget target, QString repository, Project project) const {
    co_await m_context.parts.apps.removeImages(project.slug);
    if (!target.images) {
        co_return;
    }
    const QStringList tags = co_await target.images->tags(repository, {});
    for (const QString& tag : tags) {
        co_await target.images->removeTag(repository, tag, {});
    }
}

QCoro::Task<> Removal::removeFiles(OpenTarget target, QString prefix, Project project) const {
    co_await removeObjects(target, prefix, {});
    for (Deployment deployment : m_context.deployments().ofProject(project.id)) {
        if (deployment.target == target.target.name && isComplete(deployment)) {
            deployment.state = DeploymentState::Purged;
            m_context.save(deployment);
        }
    }
}

void Removal::setState(Checklist& list, int position, State state, const std::optional<Error>& error) const {
    RemovalStep& step = list.steps[position];
    step.state = state;
    step.error = error;
    m_context.removals().update(list.project.id, position, step);
    emit m_context.announcements.removalChanged(list.project.id, list.steps);
}

void Removal::forget(const Project& project) const {
    const QList<Deployment> deployments = m_context.deployments().ofProject(project.id);
    m_context.projects().remove(project.id);
    for (const Deployment& deployment : deployments) {
        QFile::remove(logFile(m_context.parts.home, deployment.id));
        ManifestStore(m_context.parts.home).forget(deployment.id);
    }
    emit m_context.announcements.projectRemoved(project.id);
}

void Removal::keep(ProjectId project) const {
    m_context.removals().remove(project);
    emit m_context.announcements.removalChanged(project, {});
}

} // namespace miaobu
