#include "core/deploy/deployer.h"

#include "core/deploy/deployer_work.h"
#include "core/deploy/deployment_id.h"
#include "core/deploy/guards.h"
#include "core/deploy/owner.h"
#include "core/model/slug.h"
#include "core/store/domain_table.h"
#include "core/store/preview_table.h"
#include "core/store/transaction.h"
#include "core/variables/project_variables.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

QString prefixOf(const Project& project, DeploymentId deployment) {
    return u"projects/%1/%2"_s.arg(project.slug).arg(deployment);
}

QStringList sortedNames(const QList<EnvironmentVariable>& variables) {
    QStringList names;
    for (const EnvironmentVariable& variable : variables) {
        names.append(variable.name);
    }
    names.sort();
    return names;
}

/// Without its variables it would build something else under the same number. One that is stored by now need not be given.
void refuseOtherVariables(
    const DeployContext& context, const Deployment& deployment, const QList<EnvironmentVariable>& variables) {
    const QStringList given = sortedNames(variables);
    const QStringList wanted = context.deployments().variableNames(deployment.id);
    const VariableScope scope = deployment.preview.isEmpty() ? VariableScope::Production : VariableScope::Preview;
    const QStringList stored = context.parts.variables.revisions(deployment.project, scope).keys();
    const auto isMissing = [&](const QString& name) { return !given.contains(name) && !stored.contains(name); };
    const auto isForeign = [&wanted](const QString& name) { return !wanted.contains(name); };
    if (std::ranges::any_of(wanted, isMissing) || std::ranges::any_of(given, isForeign)) {
        throw Error(ErrorKind::InvalidInput, wanted.join(u", "_s));
    }
}

} // namespace

Deployer::Deployer(DeployParts parts, DeployLimits limits)
    : m_work(std::make_unique<DeployerWork>(std::move(parts), limits)) {
    passOn();
}

Deployer::~Deployer() = default;

void Deployer::passOn() {
    const Announcements* told = &m_work->announcements();
    connect(told, &Announcements::deploymentChanged, this, &Deployer::deploymentChanged);
    connect(told, &Announcements::progressChanged, this, &Deployer::progressChanged);
    connect(told, &Announcements::logAppended, this, &Deployer::logAppended);
    connect(told, &Announcements::projectChanged, this, &Deployer::projectChanged);
    connect(told, &Announcements::projectRemoved, this, &Deployer::projectRemoved);
    connect(told, &Announcements::removalChanged, this, &Deployer::removalChanged);
    connect(told, &Announcements::hostProgressed, this, &Deployer::hostProgressed);
    connect(told, &Announcements::routesChanged, this, &Deployer::routesChanged);
    connect(told, &Announcements::previewGone, this, &Deployer::previewGone);
    connect(told, &Announcements::operationFinished, this, &Deployer::operationFinished);
    connect(told, &Announcements::operationFailed, this, &Deployer::operationFailed);
    connect(told, &Announcements::idle, this, &Deployer::idle);
}

OperationId Deployer::recover() {
    return m_work->begin(0, [this] { return m_work->recovery().recover(); });
}

Project Deployer::addProject(Project project) {
    const DeployContext& context = m_work->context();
    const auto isTaken = [&context](const QString& slug) { return context.projects().findBySlug(slug).has_value(); };
    if (project.slug.isEmpty()) {
        project.slug = suggestSlug(project.name, isTaken);
    }
    if (!isValidSlug(project.slug)) {
        throw Error(ErrorKind::SlugInvalid, project.slug);
    }
    if (project.name.isEmpty()) {
        project.name = project.slug;
    }
    if (project.target.isEmpty()) {
        project.target = localTargetName;
    }
    project.createdAt = context.parts.clock.now();
    const Project added = context.projects().insert(std::move(project));
    emit projectChanged(added);
    return added;
}

void Deployer::updateProject(const Project& project) {
    m_work->context().projects().update(project);
    emit projectChanged(project);
}

OperationId Deployer::removeProject(ProjectId project) {
    const Project removed = projectOrThrow(m_work->context(), project);
    m_work->refuseBesideActive(project, {});
    return m_work->begin(project, [this, removed] { return m_work->removal().removeProject(removed); });
}

void Deployer::forgetProject(ProjectId project) {
    const Project forgotten = projectOrThrow(m_work->context(), project);
    m_work->refuseBesideActive(project, {});
    m_work->removal().forget(forgotten);
}

void Deployer::keepProject(ProjectId project) {
    (void)projectOrThrow(m_work->context(), project);
    m_work->refuseBesideActive(project, {});
    m_work->removal().keep(project);
}

std::shared_ptr<void> Deployer::reserve(ProjectId project) {
    m_work->refuseBesideActive(project, {});
    return m_work->reserve(project);
}

DeploymentId Deployer::deploy(DeployRequest request) {
    const DeployContext& context = m_work->context();
    const Project project = projectOrThrow(context, request.project);
    refuseBeingRemoved(context, project);
    if (m_work->isShuttingDown()) {
        throw Error(ErrorKind::Cancelled);
    }
    Deployment deployment;
    deployment.project = project.id;
    deployment.target = request.target.isEmpty() ? project.target : request.target;
    deployment.preview = request.preview;
    deployment.revision.branch = request.branch;
    deployment.requestedCommit = request.commit;
    deployment.createdAt = context.parts.clock.now();
    Transaction transaction(context.parts.database.connection());
    const DeploymentId previous = context.parts.database.value(u"SELECT max(id) FROM deployment"_s).toLongLong();
    deployment.id = newDeploymentId(deployment.createdAt, previous);
    deployment.objectPrefix = prefixOf(project, deployment.id);
    deployment = context.deployments().insert(deployment, ownerOfThisProcess());
    context.deployments().setVariableNames(deployment.id, sortedNames(request.variables));
    keepPreview(project, deployment, request);
    transaction.commit();
    m_work->enqueue(project, deployment, request.variables, false);
    if (const std::shared_ptr<Run> run = m_work->find(deployment.id)) {
        run->password = request.password;
    }
    emit deploymentChanged(deployment);
    return deployment.id;
}

void Deployer::keepPreview(const Project& project, const Deployment& deployment, const DeployRequest& request) {
    if (request.preview.isEmpty()) {
        return;
    }
    const DeployContext& context = m_work->context();
    if (!isValidPreviewName(project.slug, request.preview)) {
        throw Error(ErrorKind::PreviewNameInvalid, request.preview);
    }
    const QString label = project.slug + u'-' + request.preview;
    const QList<CustomDomain> domains = DomainTable(context.parts.database).all();
    const auto hasLabel = [&label, &deployment](const CustomDomain& domain) {
        return domain.isBelowBase && domain.target == deployment.target && domain.host.section(u'.', 0, 0) == label;
    };
    if (context.projects().findBySlug(label) || std::ranges::any_of(domains, hasLabel)) {
        throw Error(ErrorKind::SlugTaken, label);
    }
    const PreviewTable table(context.parts.database);
    Preview preview
        = table.find(project.id, deployment.target, request.preview)
              .value_or(Preview{project.id, deployment.target, request.preview, {}, {}, false, deployment.createdAt});
    preview.branch = request.branch;
    preview.isProtected = preview.isProtected || !request.password.isEmpty();
    table.put(preview);
}

void Deployer::cancel(DeploymentId deployment) {
    const std::optional<Deployment> found = m_work->context().deployments().find(deployment);
    if (found && isActive(found->state)) {
        m_work->cancel(deployment);
    }
}

void Deployer::resume(DeploymentId id, QList<EnvironmentVariable> variables) {
    const DeployContext& context = m_work->context();
    Deployment deployment = deploymentOrThrow(context, id);
    const Project project = projectOrThrow(context, deployment.project);
    refuseBeingRemoved(context, project);
    if (isActive(deployment.state) || m_work->isShuttingDown()) {
        throw Error(ErrorKind::DeploymentActive, deployment.target);
    }
    if (isComplete(deployment) || deployment.state == DeploymentState::Purged) {
        throw Error(ErrorKind::InvalidInput, QString::number(deployment.number), deploymentStateName(deployment.state));
    }
    refuseOtherVariables(context, deployment, variables);
    if (project.source.kind == SourceKind::Git && deployment.requestedCommit.isEmpty()) {
        deployment.requestedCommit = deployment.revision.commit;
    }
    deployment.objectPrefix = prefixOf(project, id);
    deployment.state = DeploymentState::Queued;
    deployment.stage = Stage::Queue;
    deployment.finishedAt = {};
    deployment.failure.reset();
    Transaction transaction(context.parts.database.connection());
    context.deployments().setOwner(id, ownerOfThisProcess());
    context.deployments().update(deployment);
    transaction.commit();
    m_work->enqueue(project, deployment, variables, true);
    emit deploymentChanged(deployment);
}

OperationId Deployer::discard(DeploymentId id) {
    const Deployment deployment = deploymentOrThrow(m_work->context(), id);
    if (isComplete(deployment)) {
        throw Error(ErrorKind::DeploymentProtected, QString::number(deployment.number));
    }
    m_work->refuseBesideActive(deployment.project, deployment.target);
    return m_work->begin(deployment.project, [this, deployment] { return executeDiscard(deployment); });
}

QCoro::Task<> Deployer::executeDiscard(Deployment deployment) {
    const DeployContext& context = m_work->context();
    const OpenTarget target = co_await context.parts.targets.open(deployment.target, {});
    if (!deployment.objectPrefix.isEmpty()) {
        co_await m_work->retention().removeFiles(target, deployment, {});
    }
    if (deployment.state == DeploymentState::Interrupted) {
        deployment.state = DeploymentState::Cancelled;
    }
    context.save(deployment);
}

void Deployer::pin(DeploymentId id, bool pinned) {
    const DeployContext& context = m_work->context();
    (void)deploymentOrThrow(context, id);
    context.deployments().setPinned(id, pinned);
    if (const std::shared_ptr<Run> run = m_work->find(id)) {
        run->deployment.pinned = pinned;
    }
    emit deploymentChanged(*context.deployments().find(id));
}

std::shared_ptr<const BuildLog> Deployer::runningLog(DeploymentId deployment) const {
    const std::shared_ptr<Run> run = m_work->find(deployment);
    return run ? run->log() : nullptr;
}

bool Deployer::isBusy() const {
    return m_work->isBusy();
}

void Deployer::shutDown() {
    m_work->shutDown();
}

} // namespace miaobu
