#include "app/screens/common/prompt.h"
#include "app/screens/project/project_controller.h"
#include "app/screens/project/project_page.h"
#include "core/ports/clock.h"
#include "core/runtime/runtime_log_service.h"
#include "core/store/settings_table.h"

#include <QUrl>

#include <utility>

namespace miaobu::app {

void ProjectController::connectIntents(ProjectIntents& intents) {
    Deployer* const deployer = &m_services.deployer;
    connect(&intents, &ProjectIntents::deploy, this, &ProjectController::deploy);
    connect(&intents, &ProjectIntents::cancel, this, &ProjectController::cancel);
    connect(&intents, &ProjectIntents::openSite, this, &ProjectController::openSite);
    connect(&intents, &ProjectIntents::openDeployment, this,
        [this](const Deployment& deployment) { m_prompt.openUrl(QUrl(deployment.url)); });
    connect(&intents, &ProjectIntents::cancelDeployment, deployer, &Deployer::cancel);
    connect(&intents, &ProjectIntents::showLog, this, &ProjectController::openLogOf);
    connect(&intents, &ProjectIntents::saveLog, this, &ProjectController::saveLog);
    connect(&intents, &ProjectIntents::openLog, this, &ProjectController::openLog);
    connect(&intents, &ProjectIntents::openFolder, this, &ProjectController::openFolder);
    connect(&intents, &ProjectIntents::followLogs, this,
        [this](bool follow) { SettingsTable(m_services.database).setValue(settings::followLog(), follow); });
    connect(&intents, &ProjectIntents::copyLog, this, &ProjectController::copyLog);
    connect(&intents, &ProjectIntents::openLink, this, &ProjectController::openLink);
    connect(&intents, &ProjectIntents::prepareRollBack, this, &ProjectController::prepareRollBack);
    connect(&intents, &ProjectIntents::leaveRollBack, this, &ProjectController::leaveRollBack);
    connect(&intents, &ProjectIntents::rollBack, this, &ProjectController::rollBack);
    connect(&intents, &ProjectIntents::compare, this,
        [this](DeploymentId deployment) { emit comparisonRequested(m_state.project.id, 0, deployment); });
    connect(&intents, &ProjectIntents::compareWithAnother, this,
        [this](DeploymentId deployment) { emit choiceRequested(m_state.project.id, deployment); });
    connect(&intents, &ProjectIntents::pin, this, [this, deployer](DeploymentId deployment, bool pinned) {
        attempt([deployer, deployment, pinned] { deployer->pin(deployment, pinned); });
    });
    connect(&intents, &ProjectIntents::resume, this, [this, deployer](DeploymentId deployment) {
        attempt([deployer, deployment] { deployer->resume(deployment); });
    });
    connect(&intents, &ProjectIntents::discard, this, [this, deployer](DeploymentId deployment) {
        runOperation(tr("Discarding"), tr("What it had uploaded is gone."),
            [deployer, deployment] { return deployer->discard(deployment); });
    });
    connect(&intents, &ProjectIntents::applySettings, this, &ProjectController::applySettings);
    connect(&intents, &ProjectIntents::usePackage, this, &ProjectController::usePackage);
    connect(&intents, &ProjectIntents::buildInContainer, this, &ProjectController::buildInContainer);
    connect(&intents, &ProjectIntents::usePort, this, &ProjectController::usePort);
    connect(&intents, &ProjectIntents::showRunningLog, this, &ProjectController::showRunningLog);
    connect(&intents, &ProjectIntents::setSubmodules, this, [this](bool fetched) {
        Project project = m_state.project;
        project.source.submodules = fetched;
        attempt([this, project] { m_services.deployer.updateProject(project); });
    });
    connect(&intents, &ProjectIntents::startAnew, this, &ProjectController::startAnewRequested);
    connect(&intents, &ProjectIntents::openTarget, this, [this] { emit targetRequested(m_state.project.target); });
    connect(&intents, &ProjectIntents::openPage, this, [this](const QUrl& page) { m_prompt.openUrl(page); });
    connect(&intents, &ProjectIntents::chooseRoot, this, [this](const QString& root) {
        BuildOverrides overrides = m_state.project.overrides;
        overrides.rootDirectory = root.isEmpty() ? QStringLiteral("") : root;
        applySettings(m_state.project.name, m_state.project.target, overrides, m_state.project.function);
    });
    connect(&intents, &ProjectIntents::checkReality, this, [this] { emit realityRequested(m_state.project.id); });
}

void ProjectController::openLogOf(DeploymentId deployment) {
    showLog(deployment);
    m_page->showTab(ProjectPage::Tab::Log);
}

QList<Deployment> ProjectController::restorable() const {
    return m_state.active() || !m_state.working.isEmpty() ? QList<Deployment>() : m_state.restorable();
}

void ProjectController::connectServices() {
    connect(&m_counter, &ChangeCounter::counted, this, [this](DeploymentId, DeploymentId after) {
        if (m_state.live && m_state.live->id == after) {
            show();
        }
    });
    Deployer* const deployer = &m_services.deployer;
    connect(deployer, &Deployer::deploymentChanged, this, [this](const Deployment& deployment) {
        if (deployment.project != m_state.project.id) {
            return;
        }
        if (isActive(deployment.state)) {
            m_askedError.reset();
        } else if (deployment.id == m_logShown && !m_showsRunning) {
            m_log.setGrowing(false);
            m_logStarts = stageStartsIn(m_log);
        }
        refresh();
    });
    connect(deployer, &Deployer::progressChanged, this, [this](const DeploymentProgress& progress) {
        if (const auto active = m_state.active(); active && active->id == progress.deployment) {
            show();
        }
    });
    connect(deployer, &Deployer::logAppended, this, [this](DeploymentId deployment, const QList<LogLine>& lines) {
        if (deployment == m_logShown && !m_showsRunning) {
            m_log.append(lines);
        }
    });
    connect(deployer, &Deployer::projectChanged, this, [this](const Project& project) {
        if (project.id == m_state.project.id) {
            refresh();
        }
    });
    connect(deployer, &Deployer::routesChanged, this, [this](ProjectId project) {
        if (project == m_state.project.id) {
            refresh();
        }
    });
    connect(&m_services.runtimeLog, &RuntimeLogService::failed, this, [this](ProjectId project, const Error& error) {
        if (project == m_state.project.id) {
            m_runningError = shownError(error);
            showLogState();
        }
    });
    const auto ended = [this](OperationId operation) {
        const bool ours = operation == m_operation && m_operation != 0;
        if (ours) {
            m_operation = 0;
            m_state.working.clear();
        }
        return ours;
    };
    connect(deployer, &Deployer::operationFinished, this, [this, ended](OperationId operation) {
        if (ended(operation)) {
            m_undoable = std::exchange(m_rolledFrom, 0);
            if (m_state.rollBack.running) {
                m_state.rollBack = {};
            }
            emit told(m_operationDone);
            refresh();
        }
    });
    connect(deployer, &Deployer::operationFailed, this, [this, ended](OperationId operation, const Error& error) {
        if (ended(operation)) {
            m_rolledFrom = 0;
            if (m_state.rollBack.running && m_state.rollBack.shown) {
                m_state.rollBack.running = false;
                m_state.rollBack.error = shownError(error);
                return refresh();
            }
            m_state.rollBack = {};
            m_askedError = shownError(error);
            if (m_page) {
                m_page->showTab(ProjectPage::Tab::Overview);
            }
            refresh();
        }
    });
}

void ProjectController::applySettings(
    const QString& name, const QString& target, const BuildOverrides& overrides, const FunctionSettings& function) {
    Project project = m_state.project;
    if (!name.isEmpty()) {
        project.name = name;
    }
    if (!target.isEmpty()) {
        project.target = target;
    }
    project.overrides = overrides;
    project.function = withinLimits(function);
    attempt([this, project] { m_services.deployer.updateProject(project); });
}

void ProjectController::usePackage() {
    FunctionSettings function = m_state.project.function;
    function.way = AppWay::Package;
    deployAs(function);
}

void ProjectController::usePort(int port) {
    FunctionSettings function = m_state.project.function;
    function.port = port;
    deployAs(withinLimits(function));
}

void ProjectController::deployAs(const FunctionSettings& function) {
    Project project = m_state.project;
    project.function = function;
    deployChanged(project);
}

void ProjectController::buildInContainer() {
    Project project = m_state.project;
    project.overrides.place = BuildPlace::Container;
    deployChanged(project);
}

void ProjectController::deployChanged(const Project& project) {
    attempt([this, project] {
        m_services.deployer.updateProject(project);
        DeployRequest request;
        request.project = project.id;
        m_services.deployer.deploy(request);
    });
}

} // namespace miaobu::app
