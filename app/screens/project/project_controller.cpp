#include "app/screens/project/project_controller.h"

#include "app/screens/common/prompt.h"
#include "app/screens/project/project_cards.h"
#include "app/screens/project/project_page.h"
#include "app/screens/project/stage_steps.h"
#include "core/ports/clock.h"
#include "core/ports/targets.h"
#include "core/store/deployment_table.h"
#include "core/store/preview_table.h"
#include "core/store/project_table.h"
#include "core/store/route_table.h"

#include <QUrl>

#include <algorithm>

namespace miaobu::app {

namespace {
constexpr int usualOf = 5; ///< So many deployments say what the next one takes.
}

ProjectController::ProjectController(const WindowServices& services, const RunTable& runs, Prompt& prompt)
    : m_services(services), m_runs(runs), m_prompt(prompt), m_counter(services.home), m_variables(services, prompt) {
    m_deployments.setCounter(m_counter);
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &ProjectController::show);
    connectServices();
    connectRollBack();
}

ProjectController::~ProjectController() = default;

void ProjectController::attach(ProjectPage& page) {
    m_page = &page;
    m_cards = std::make_unique<ProjectCards>(m_services, m_prompt, page);
    connect(&m_cards->removal, &RemovalController::told, this, &ProjectController::told);
    connect(&m_cards->domains, &DomainsController::told, this, &ProjectController::told);
    connect(&m_cards->previews, &PreviewsController::told, this, &ProjectController::told);
    connect(&m_cards->previews, &PreviewsController::logRequested, this, &ProjectController::openLogOf);
    connectIntents(page.intents());
    connect(&page, &ProjectPage::tabShown, this, &ProjectController::showLogState);
    m_variables.attach(page.variables());
    connect(&m_variables, &VariablesController::told, this, &ProjectController::told);
    connect(&m_variables, &VariablesController::deployRequested, this, &ProjectController::deploy);
    connect(&m_variables, &VariablesController::attentionRequested, this,
        [this] { m_page->showTab(ProjectPage::Tab::Environment); });
}

qint64 ProjectController::now() const {
    return m_services.clock.now().toMSecsSinceEpoch();
}

void ProjectController::setProject(ProjectId project) {
    m_askedError.reset();
    m_operation = 0;
    m_rolledFrom = 0;
    m_undoable = 0;
    m_state = {};
    m_state.project.id = project;
    leaveRunningLog();
    m_runningError.reset();
    m_logShown = 0;
    m_log.open({}, false);
    m_variables.setProject(project);
    if (m_page) {
        m_page->showTab(ProjectPage::Tab::Overview);
    }
    refresh();
}

void ProjectController::refresh() {
    readState();
    followLatest();
    show();
    if (m_cards) {
        m_cards->setProject(m_state.project);
        m_cards->picture.setLive(m_state.live);
    }
}

void ProjectController::readState() {
    const ProjectId id = m_state.project.id;
    const auto project = id == 0 ? std::nullopt : ProjectTable(m_services.database).find(id);
    if (!project) {
        m_state = {};
        m_deployments.setDeployments({});
        m_second.stop();
        return;
    }
    const DeploymentTable table(m_services.database);
    m_state.project = *project;
    m_state.targets = m_services.targets.names();
    m_state.deployments = table.ofProject(id);
    m_state.live = table.live(id, project->target);
    m_deployments.setDeployments(m_state.deployments);
    m_usual = usualTimes(table.stageTimes(id, m_state.active().value_or(Deployment{}).target, usualOf));
    readHosts();
}

void ProjectController::readHosts() {
    QList<Route> routes = RouteTable(m_services.database).ofProject(m_state.project.id);
    // What is shown beside the site is not to answer with it.
    const PreviewTable previews(m_services.database);
    routes.removeIf([&](const Route& route) {
        return route.target != m_state.project.target || previews.ofHost(route.host, route.target).has_value();
    });
    const DeploymentId live = m_state.live ? m_state.live->id : 0;
    const auto answered = std::ranges::count(routes, live, &Route::deployment);
    m_state.hosts.clear();
    for (const Route& route : routes) {
        if (route.deployment == live && live != 0) {
            route.own ? m_state.hosts.prepend(route.host) : m_state.hosts.append(route.host);
        }
    }
    m_deployments.setHosts(static_cast<int>(answered), static_cast<int>(routes.size()));
}

void ProjectController::followLatest() {
    const std::optional<Deployment> latest = m_state.latest();
    if (!latest) {
        return;
    }
    const bool begun = isActive(latest->state) && m_logShown < latest->id;
    if (m_logShown == 0 || begun) {
        showLog(latest->id);
    }
}

void ProjectController::show() {
    if (!m_page || m_state.project.id == 0) {
        return;
    }
    m_state.now = m_services.clock.now();
    const auto active = m_state.active();
    m_state.steps.clear();
    m_state.error = m_askedError;
    m_state.timeLeft = -1;
    const DeploymentId live = m_state.live ? m_state.live->id : 0;
    const DeploymentId before = m_deployments.before(live);
    m_state.lastChange = before != 0 ? m_counter.between(before, live) : std::nullopt;
    if (active) {
        m_state.run = m_runs.of(*active);
        m_state.steps = stageSteps(*active, m_state.run.startedAt, m_state.run, now());
        if (active->state == DeploymentState::Running) {
            m_state.timeLeft = timeLeft(m_state.run, m_usual, now());
        }
        m_deployments.setPercent(active->state == DeploymentState::Queued ? -1 : percentOf(m_state.run));
        m_second.start();
    } else {
        m_second.stop();
        if (const auto latest = m_state.latest(); !m_state.error && latest && latest->failure) {
            m_state.error = shownError(*latest->failure);
        }
    }
    if (m_state.error && m_state.error->words.action == ErrorAction::UsePackage
        && withOverrides(m_state.project.plan, m_state.project.overrides).kind != ProjectKind::Python) {
        // Other apps have no such way.
        m_state.error->words.action = ErrorAction::Retry;
    }
    if (m_state.rollBack.shown && m_state.live) {
        m_state.rollBack.changes = m_counter.between(m_state.live->id, m_state.rollBack.chosen);
    }
    m_page->setState(m_state);
    showLogState();
}

void ProjectController::attempt(const std::function<void()>& work) {
    m_askedError.reset();
    try {
        work();
    } catch (const Error& error) {
        m_askedError = shownError(error);
        if (m_page) {
            m_page->showTab(ProjectPage::Tab::Overview);
        }
    }
    refresh();
}

void ProjectController::runOperation(
    const QString& working, const QString& done, const std::function<qint64()>& start) {
    attempt([&] {
        m_operation = start();
        m_operationDone = done;
        m_state.working = working;
        emit operationBegun(m_operation, m_state.project.id, working);
    });
}

void ProjectController::deploy() {
    if (m_state.project.id != 0 && !m_state.active()) {
        attempt([this] {
            DeployRequest request;
            request.project = m_state.project.id;
            m_services.deployer.deploy(request);
        });
    }
}

void ProjectController::cancel() {
    if (const auto active = m_state.active()) {
        m_services.deployer.cancel(active->id);
    }
}

void ProjectController::openPreviewForm() {
    if (m_cards && m_page) {
        m_page->showTab(ProjectPage::Tab::Deployments);
        m_cards->previews.openForm();
    }
}

void ProjectController::openSite() {
    if (m_state.live) {
        m_prompt.openUrl(QUrl(m_state.live->url));
    }
}

} // namespace miaobu::app
