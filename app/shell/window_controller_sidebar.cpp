// The menus of the sidebar, and what it shows of targets.
#include "app/emulator_control.h"
#include "app/screens/project/project_page.h"
#include "app/shell/production_targets.h"
#include "app/shell/project_menu.h"
#include "app/shell/sidebar.h"
#include "app/shell/status_strip.h"
#include "app/shell/window_controller.h"
#include "core/build/engine_watch.h"
#include "core/deploy/deployer.h"
#include "core/model/target.h"
#include "core/store/deployment_table.h"
#include "core/store/project_table.h"

#include <QMenu>

namespace miaobu::app {

void WindowController::connectSidebar() {
    connect(&m_frame.sidebar(), &Sidebar::projectMenuRequested, this, &WindowController::openProjectMenu);
    connect(&m_frame.sidebar(), &Sidebar::targetMenuRequested, this, &WindowController::openTargetMenu);
    connect(&m_services.emulator, &EmulatorControl::changed, this, &WindowController::showServing);
    connect(&m_services.engines, &EngineWatch::changed, this, [this] {
        const auto engine = m_services.engines.engine();
        m_frame.status().setEngine(engine ? engine->name : QString(), engine ? engine->state : EngineState::Missing);
    });
    connect(&m_frame.status(), &StatusStrip::engineRequested, &m_services.engines, &EngineWatch::look);
    connect(&m_frame.status(), &StatusStrip::localTargetRequested, this, [this] { openTarget(localTargetName); });
    connect(
        &m_frame.status(), &StatusStrip::activityRequested, &m_actions[Actions::Act::ShowActivity], &QAction::trigger);
    connect(&m_frame.status(), &StatusStrip::languageRequested, this, [this](const QString& language) {
        m_actions.setLanguage(language);
        emit m_actions.languageChosen(language);
    });
    connect(&m_palette, &PaletteController::productionToggled, this, [this](const QString& target) {
        markProduction(target, !productionTargets(m_services.database).contains(target));
    });
    m_frame.sidebar().setProduction(productionTargets(m_services.database));
    showServing();
}

void WindowController::showServing() {
    const bool isServing = m_services.emulator.state().isRunning;
    m_frame.status().setServing(isServing);
    using Health = TargetState::Health;
    m_frame.sidebar().setTargetHealth(localTargetName, isServing ? Health::Ready : Health::Stopped);
}

void WindowController::openProjectMenu(ProjectId project, QPoint global) {
    const ProjectListModel& projects = m_list.model();
    const int index = projects.rowOf(project);
    if (index < 0) {
        return;
    }
    const ProjectRow row = projects.rows().at(index);
    ProjectMenuActions actions;
    actions.open = [this, project] { openProject(project); };
    actions.deploy = [this, project] { deploy(project); };
    if (row.live || row.state == DeploymentState::Live) {
        actions.openSite = [this, project] {
            openProject(project);
            m_project.openSite();
        };
    }
    actions.pin = [this, project] { togglePinned(project); };
    actions.remove = [this, project] {
        openProject(project);
        emit m_frame.project().intents().remove();
    };
    projectMenu(actions, row.pinned, &m_frame)->popup(global);
}

void WindowController::deploy(ProjectId project) {
    openProject(project);
    m_project.deploy();
}

void WindowController::rollBack(ProjectId project) {
    openProject(project);
    const auto stored = ProjectTable(m_services.database).find(project);
    const auto live = stored ? DeploymentTable(m_services.database).live(project, stored->target) : std::nullopt;
    for (const Deployment& complete : m_project.restorable()) {
        if (live && complete.id < live->id) {
            return m_project.rollBack(complete.id);
        }
    }
}

void WindowController::togglePinned(ProjectId project) {
    if (auto stored = ProjectTable(m_services.database).find(project)) {
        stored->pinned = !stored->pinned;
        m_services.deployer.updateProject(*stored);
    }
}

void WindowController::markProduction(const QString& target, bool production) {
    setProduction(m_services.database, target, production);
    m_frame.sidebar().setProduction(productionTargets(m_services.database));
}

void WindowController::openTargetMenu(const QString& target, QPoint global) {
    if (target == localTargetName) {
        return;
    }
    const bool isProduction = productionTargets(m_services.database).contains(target);
    const auto mark = [this, target](bool production) { markProduction(target, production); };
    targetMenu([this, target] { openTarget(target); }, mark, isProduction, &m_frame)->popup(global);
}

} // namespace miaobu::app
