#include "app/screens/project/propagation_controller.h"

#include "app/screens/project/project_page.h"
#include "core/deploy/deployer.h"
#include "core/ports/clock.h"
#include "core/store/deployment_table.h"

namespace miaobu::app {

PropagationController::PropagationController(const WindowServices& services, ProjectPage& page)
    : m_services(services), m_page(page) {
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &PropagationController::show);
    const Deployer* const deployer = &services.deployer;
    connect(deployer, &Deployer::hostProgressed, this, &PropagationController::take);
    connect(deployer, &Deployer::operationFinished, this, &PropagationController::forgetArrived);
    connect(deployer, &Deployer::operationFailed, this, &PropagationController::forgetArrived);
    connect(deployer, &Deployer::deploymentChanged, this, [this](const Deployment& deployment) {
        if (!isActive(deployment.state)) {
            forgetArrived();
        }
    });
}

void PropagationController::setProject(const Project& project) {
    m_project = project.id;
    show();
}

void PropagationController::take(const HostProgress& progress) {
    PropagationView& view = m_views[progress.project];
    const bool isNews = view.hosts.isEmpty() || view.hosts.constFirst().deployment != progress.deployment;
    if (isNews) {
        const DeploymentTable table(m_services.database);
        const auto deployment = table.find(progress.deployment);
        const auto live = deployment ? table.live(progress.project, deployment->target) : std::nullopt;
        view.number = deployment ? deployment->number : 0;
        view.before = live && live->id != progress.deployment ? live->number : 0;
    }
    view.take(progress, m_services.clock.now());
    show();
}

void PropagationController::forgetArrived() {
    m_views.removeIf([](const auto& one) { return !one.value().isOnItsWay(); });
    show();
}

void PropagationController::show() {
    PropagationView view = m_views.value(m_project);
    view.now = m_services.clock.now();
    view.isOnItsWay() ? m_second.start() : m_second.stop();
    m_page.setPropagation(view);
}

} // namespace miaobu::app
