#include "app/shell/activity_controller.h"

#include "app/shell/project_list_controller.h"
#include "app/text/error_text.h"
#include "core/deploy/deployer.h"
#include "core/store/deployment_table.h"
#include "core/targets/target_service.h"

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

} // namespace

ActivityController::ActivityController(const WindowServices& services, ProjectListController& list)
    : m_services(services), m_list(list) {
    connect(&list, &ProjectListController::refreshed, this, &ActivityController::refresh);
    connectOperations();
    refresh();
}

void ActivityController::connectOperations() {
    const auto done = [] { return tr("Done"); };
    connect(&m_services.deployer, &Deployer::operationFinished, this,
        [this, done](OperationId operation) { end(deployerId(operation), done(), Tone::Live); });
    connect(&m_services.deployer, &Deployer::operationFailed, this, [this](OperationId operation, const Error& error) {
        end(deployerId(operation), wordsFor(error).what, Tone::Failed);
    });
    TargetService* const targets = &m_services.targetService;
    connect(targets, &TargetService::setupChanged, this,
        [this](OperationId operation) { begin(targetId(operation), 0, tr("Aliyun"), tr("Setting up")); });
    connect(targets, &TargetService::routineStageReached, this, [this](OperationId operation) {
        begin(targetId(operation), 0, tr("Aliyun"), tr("Installing the edge routine"));
    });
    connect(targets, &TargetService::finished, this,
        [this, done](OperationId operation) { end(targetId(operation), done(), Tone::Live); });
    connect(targets, &TargetService::failed, this, [this](OperationId operation, const Error& error) {
        end(targetId(operation), wordsFor(error).what, Tone::Failed);
    });
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
    rows += m_operations;
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
    begin(deployerId(operation), project, nameOf(project), working);
}

void ActivityController::begin(const QString& id, ProjectId project, const QString& title, const QString& text) {
    const auto has = [&](const ActivityRow& row) { return row.id == id; };
    if (!std::any_of(m_operations.begin(), m_operations.end(), has)) {
        ActivityRow row;
        row.id = id;
        row.project = project;
        row.title = title;
        row.text = text;
        m_operations.prepend(row);
        refresh();
    }
}

void ActivityController::end(const QString& id, const QString& text, Tone tone) {
    for (ActivityRow& row : m_operations) {
        if (row.id == id) {
            row.text = tone == Tone::Failed ? text : u"%1  ·  %2"_s.arg(row.text, text);
            row.tone = tone;
            row.isActive = false;
        }
    }
    refresh();
}

void ActivityController::dismiss(const QString& id) {
    m_ended.removeIf([&](const Deployment& deployment) { return u"deployment/%1"_s.arg(deployment.id) == id; });
    m_operations.removeIf([&](const ActivityRow& row) { return row.id == id && !row.isActive; });
    refresh();
}

void ActivityController::dismissAll() {
    m_ended.clear();
    m_operations.removeIf([](const ActivityRow& row) { return !row.isActive; });
    refresh();
}

void ActivityController::stop(DeploymentId deployment) {
    m_services.deployer.cancel(deployment);
}

} // namespace miaobu::app
