#include "app/screens/target/rebuild_controller.h"

#include "app/screens/target/target_page.h"
#include "app/text/state_text.h"
#include "core/reality/reality_service.h"

namespace miaobu::app {

RebuildController::RebuildController(const WindowServices& services, TargetPage& page)
    : m_services(services), m_page(page) {
    connect(&page.intents(), &TargetIntents::rebuild, this, &RebuildController::rebuild);
    connect(&page.intents(), &TargetIntents::stopRebuilding, this, &RebuildController::stop);
    connectService();
}

void RebuildController::connectService() {
    RealityService* const service = &m_services.reality;
    connect(service, &RealityService::deploymentChanged, this, [this](const Deployment& deployment) {
        if (RebuildView& view = m_views[deployment.target]; view.isRunning) {
            ++view.deployments;
            show();
        }
    });
    connect(service, &RealityService::rebuilt, this, [this](OperationId operation, const RebuildReport& report) {
        if (m_work.contains(operation)) {
            m_views[m_work.value(operation)].report = report;
        }
    });
    connect(service, &RealityService::finished, this, [this](OperationId operation) { end(operation, {}); });
    connect(service, &RealityService::failed, this,
        [this](OperationId operation, const Error& error) { end(operation, error); });
}

void RebuildController::setTarget(const QString& target) {
    m_shown = target;
    show();
}

void RebuildController::rebuild() {
    m_views[m_shown] = {.isRunning = true, .deployments = 0, .report = {}, .error = {}};
    const OperationId operation = m_services.reality.rebuild(m_shown);
    m_work.insert(operation, m_shown);
    emit begun(operation, 0, targetTitle(m_shown), tr("Rebuilding from the cloud"));
    show();
}

void RebuildController::stop() {
    m_services.reality.cancel(m_work.key(m_shown));
}

void RebuildController::end(OperationId operation, const std::optional<Error>& error) {
    if (!m_work.contains(operation)) {
        return;
    }
    RebuildView& view = m_views[m_work.take(operation)];
    view.isRunning = false;
    if (error && error->kind != ErrorKind::Cancelled) {
        view.error = shownError(*error);
    }
    show();
}

void RebuildController::show() {
    m_page.setRebuild(m_views.value(m_shown));
}

} // namespace miaobu::app
