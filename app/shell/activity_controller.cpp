#include "app/shell/activity_controller.h"

#include "app/shell/project_list_controller.h"
#include "app/text/error_text.h"
#include "core/deploy/deployer.h"
#include "core/github/deployment_reporter.h"
#include "core/purge/purge_service.h"
#include "core/reality/reality_service.h"
#include "core/store/deployment_table.h"
#include "core/targets/target_service.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

constexpr qsizetype mostEnded = 20;

QString deployerId(OperationId operation) {
    return u"operation/%1"_s.arg(operation);
}

QString targetId(OperationId operation) {
    return u"target-operation/%1"_s.arg(operation);
}

QString purgeId(OperationId operation) {
    return u"purge/%1"_s.arg(operation);
}

QString realityId(OperationId operation) {
    return u"reality/%1"_s.arg(operation);
}

QString removalId(ProjectId project) {
    return u"removal/%1"_s.arg(project);
}

} // namespace

ActivityController::ActivityController(const WindowServices& services, ProjectListController& list)
    : m_services(services), m_list(list) {
    connect(&list, &ProjectListController::refreshed, this, &ActivityController::refresh);
    connectOperations();
    refresh();
}

void ActivityController::connectOperations() {
    const Deployer* const deployer = &m_services.deployer;
    connect(deployer, &Deployer::operationFinished, this, [this](OperationId id) { endWell(deployerId(id)); });
    connect(deployer, &Deployer::operationFailed, this,
        [this](OperationId id, const Error& error) { endBadly(deployerId(id), error); });
    const RealityService* const reality = &m_services.reality;
    connect(reality, &RealityService::finished, this, [this](OperationId id) { endWell(realityId(id)); });
    connect(reality, &RealityService::failed, this,
        [this](OperationId id, const Error& error) { endBadly(realityId(id), error); });
    connect(&m_services.reporter, &DeploymentReporter::failed, this, [this](ProjectId project, const Error& error) {
        const QString id = u"report/%1"_s.arg(project);
        begin(id, project, [name = nameOf(project)] { return name; }, [] { return tr("Telling GitHub"); });
        end(id, Tone::Failed,
            [error] { return tr("GitHub was not told of the deployment: %1").arg(wordsFor(error).what); });
    });
    connectTargets();
    connectPurging();
    connectRemovals();
}

void ActivityController::connectTargets() {
    const auto aliyun = [] { return tr("Aliyun"); };
    const TargetService* const targets = &m_services.targetService;
    connect(targets, &TargetService::setupChanged, this,
        [this, aliyun](OperationId id) { begin(targetId(id), 0, aliyun, [] { return tr("Setting up"); }); });
    connect(targets, &TargetService::routineStageReached, this, [this, aliyun](OperationId id) {
        begin(targetId(id), 0, aliyun, [] { return tr("Installing the edge routine"); });
    });
    connect(targets, &TargetService::finished, this, [this](OperationId id) { endWell(targetId(id)); });
    connect(targets, &TargetService::failed, this,
        [this](OperationId id, const Error& error) { endBadly(targetId(id), error); });
}

void ActivityController::connectPurging() {
    const PurgeService* const purging = &m_services.purging;
    connect(purging, &PurgeService::begun, this, [this](OperationId id, const QStringList& subjects) {
        const auto count = static_cast<int>(subjects.size());
        const auto title = [subjects] { return subjects.value(0).left(120); };
        begin(purgeId(id), 0, title, [count] {
            return count == 1 ? tr("Purging the cache") : tr("Purging the cache of %n addresses", nullptr, count);
        });
    });
    connect(purging, &PurgeService::taskChanged, this,
        [this](OperationId id, const PurgeTask& task) { progress(purgeId(id), task.percent); });
    connect(purging, &PurgeService::finished, this, [this](OperationId id) { endWell(purgeId(id)); });
    connect(purging, &PurgeService::failed, this,
        [this](OperationId id, const Error& error) { endBadly(purgeId(id), error); });
}

void ActivityController::connectRemovals() {
    const Deployer* const deployer = &m_services.deployer;
    connect(deployer, &Deployer::removalChanged, this, [this](ProjectId project, const QList<RemovalStep>& steps) {
        const QString id = removalId(project);
        const auto in
            = [&steps](RemovalStep::State state) { return std::ranges::count(steps, state, &RemovalStep::state); };
        if (in(RemovalStep::State::Running) > 0) {
            begin(id, project, [name = nameOf(project)] { return name; }, [] { return tr("Deleting"); });
            progress(id, static_cast<int>(in(RemovalStep::State::Done) * 100 / steps.size()));
        } else if (const auto failed = static_cast<int>(in(RemovalStep::State::Failed)); failed > 0) {
            end(id, Tone::Failed, [failed] { return tr("%n thing(s) could not be deleted", nullptr, failed); });
        } else if (steps.isEmpty()) {
            end(id, Tone::Idle, [] { return tr("Kept after all"); });
        }
    });
    connect(deployer, &Deployer::projectRemoved, this, [this](ProjectId project) { endWell(removalId(project)); });
}

QString ActivityController::nameOf(ProjectId project) const {
    const ProjectListModel& projects = m_list.model();
    const int row = projects.rowOf(project);
    return row < 0 ? QString() : projects.rows().at(row).name;
}

void ActivityController::refresh() {
    const QList<Deployment> active = DeploymentTable(m_services.database).active();
    QSet<DeploymentId> ids;
    QList<ActivityRow> rows;
    for (const Deployment& deployment : active) {
        ids.insert(deployment.id);
        rows.append(rowOfActive(deployment, nameOf(deployment.project), m_list.runs().of(deployment)));
    }
    noteEnded(ids);
    for (const Work& work : std::as_const(m_operations)) {
        rows.append(rowOf(work));
    }
    for (const Deployment& deployment : std::as_const(m_ended)) {
        rows.append(rowOfEnded(deployment, nameOf(deployment.project)));
    }
    if (rows != m_rows) {
        m_rows = rows;
        emit changed();
    }
}

void ActivityController::noteEnded(const QSet<DeploymentId>& active) {
    const QSet<DeploymentId> over = m_active - active;
    m_active = active;
    m_ended.removeIf([&](const Deployment& deployment) {
        return active.contains(deployment.id) || m_list.model().rowOf(deployment.project) < 0;
    });
    for (const DeploymentId id : over) {
        const auto deployment = DeploymentTable(m_services.database).find(id);
        if (!deployment) {
            continue;
        }
        if (deployment->state != DeploymentState::Cancelled) {
            m_ended.prepend(*deployment);
        }
        emit ended(*deployment);
    }
    m_ended = m_ended.mid(0, mostEnded);
}

void ActivityController::addOperation(OperationId operation, ProjectId project, const QString& working) {
    begin(deployerId(operation), project, [name = nameOf(project)] { return name; }, [working] { return working; });
}

void ActivityController::addRealityOperation(
    OperationId operation, ProjectId project, const QString& title, const QString& working) {
    begin(realityId(operation), project, [title] { return title; }, [working] { return working; });
}

ActivityRow ActivityController::rowOf(const Work& work) {
    ActivityRow row = work.row;
    row.title = work.title();
    row.text = work.working();
    if (work.outcome) {
        row.text = row.tone == Tone::Failed ? work.outcome() : u"%1  ·  %2"_s.arg(row.text, work.outcome());
    }
    return row;
}

void ActivityController::begin(const QString& id, ProjectId project, const Words& title, const Words& working) {
    const auto isIt = [&](const Work& work) { return work.row.id == id && work.row.isActive; };
    if (std::ranges::any_of(m_operations, isIt)) {
        return;
    }
    // What is tried again takes the place of the try before.
    m_operations.removeIf([&](const Work& work) { return work.row.id == id; });
    Work work{.row = {}, .title = title, .working = working, .outcome = {}};
    work.row.id = id;
    work.row.project = project;
    m_operations.prepend(work);
    refresh();
}

void ActivityController::progress(const QString& id, int percent) {
    for (Work& work : m_operations) {
        if (work.row.id == id && work.row.isActive) {
            work.row.percent = percent;
        }
    }
    refresh();
}

void ActivityController::end(const QString& id, Tone tone, const Words& outcome) {
    for (Work& work : m_operations) {
        if (work.row.id == id && work.row.isActive) {
            work.outcome = outcome;
            work.row.tone = tone;
            work.row.percent = -1;
            work.row.isActive = false;
        }
    }
    refresh();
}

void ActivityController::endWell(const QString& id) {
    end(id, Tone::Live, [] { return tr("Done"); });
}

void ActivityController::endBadly(const QString& id, const Error& error) {
    if (error.kind == ErrorKind::Cancelled) {
        end(id, Tone::Idle, [] { return tr("Stopped"); });
    } else {
        end(id, Tone::Failed, [error] { return wordsFor(error).what; });
    }
}

void ActivityController::dismiss(const QString& id) {
    m_ended.removeIf([&](const Deployment& deployment) { return u"deployment/%1"_s.arg(deployment.id) == id; });
    m_operations.removeIf([&](const Work& work) { return work.row.id == id && !work.row.isActive; });
    refresh();
}

void ActivityController::dismissAll() {
    m_ended.clear();
    m_operations.removeIf([](const Work& work) { return !work.row.isActive; });
    refresh();
}

void ActivityController::stop(DeploymentId deployment) {
    m_services.deployer.cancel(deployment);
}

} // namespace miaobu::app
