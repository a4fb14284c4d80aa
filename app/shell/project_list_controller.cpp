#include "app/shell/project_list_controller.h"

#include "core/ports/clock.h"
#include "core/store/change_watcher.h"
#include "core/store/deployment_table.h"
#include "core/store/project_table.h"
#include "core/store/removal_table.h"

#include <algorithm>

namespace miaobu::app {

namespace {

bool has(const QList<RemovalStep>& steps, RemovalStep::State state) {
    return std::ranges::find(steps, state, &RemovalStep::state) != steps.end();
}

} // namespace

ProjectListController::ProjectListController(const WindowServices& services) : m_services(services) {
    m_soon.setSingleShot(true);
    m_soon.setInterval(30);
    connect(&m_soon, &QTimer::timeout, this, &ProjectListController::refresh);
    const auto soon = [this] {
        if (!m_soon.isActive()) {
            m_soon.start();
        }
    };
    const auto now = [this] { return m_services.clock.now().toMSecsSinceEpoch(); };
    connect(&services.deployer, &Deployer::deploymentChanged, this, [this, soon, now](const Deployment& deployment) {
        m_runs.take(deployment, now());
        soon();
    });
    connect(
        &services.deployer, &Deployer::progressChanged, this, [this, soon, now](const DeploymentProgress& progress) {
            m_runs.take(progress, now());
            soon();
        });
    connect(&services.deployer, &Deployer::projectChanged, this, soon);
    connect(&services.deployer, &Deployer::projectRemoved, this, soon);
    connect(&services.deployer, &Deployer::removalChanged, this,
        [this, soon](ProjectId project, const QList<RemovalStep>& steps) {
            if (has(steps, RemovalStep::State::Running)) {
                m_removing.insert(project);
            } else {
                m_removing.remove(project);
            }
            soon();
        });
    connect(&services.deployer, &Deployer::routesChanged, this, soon);
    connect(&services.changes, &ChangeWatcher::changed, this, soon);
    refresh();
}

ProjectRow ProjectListController::rowOf(const Project& project, const QHash<ProjectId, Deployment>& latest) const {
    ProjectRow row{.id = project.id,
        .name = project.name,
        .slug = project.slug,
        .state = {},
        .live = false,
        .percent = -1,
        .pinned = project.pinned};
    const auto found = latest.constFind(project.id);
    if (found == latest.constEnd()) {
        return row;
    }
    row.state = found->state;
    if (found->state == DeploymentState::Running) {
        row.percent = percentOf(m_runs.of(*found));
    }
    // Only where the latest one does not say it: asking costs a query for each.
    row.live = toneOf(found->state) == Tone::Idle
        && DeploymentTable(m_services.database).live(project.id, project.target).has_value();
    return row;
}

void ProjectListController::refresh() {
    QHash<ProjectId, Deployment> latest;
    m_running = 0;
    m_queued = 0;
    for (const Deployment& deployment : DeploymentTable(m_services.database).latestOfEach()) {
        latest.insert(deployment.project, deployment);
    }
    for (const Deployment& deployment : DeploymentTable(m_services.database).active()) {
        m_running += deployment.state == DeploymentState::Running ? 1 : 0;
        m_queued += deployment.state == DeploymentState::Queued ? 1 : 0;
    }
    QList<ProjectRow> rows;
    const QList<ProjectId> removed = RemovalTable(m_services.database).projects();
    for (const Project& project : ProjectTable(m_services.database).all()) {
        rows.append(rowOf(project, latest));
        if (removed.contains(project.id)) {
            rows.last().isBeingRemoved = true;
            rows.last().isRemovalRunning = m_removing.contains(project.id);
            rows.last().isRemovalStuck
                = has(RemovalTable(m_services.database).ofProject(project.id), RemovalStep::State::Failed);
        }
    }
    m_model.setRows(rows);
    emit refreshed();
}

} // namespace miaobu::app
