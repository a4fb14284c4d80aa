#include "app/screens/project/project_page.h"
#include "app/screens/target/target_page.h"
#include "app/shell/window_controller.h"
#include "core/reality/reality_service.h"

namespace miaobu::app {

void WindowController::connectReality() {
    connect(&m_project, &ProjectController::realityRequested, &m_reality, &RealityController::openProject);
    connect(&m_frame.target().intents(), &TargetIntents::checkReality, this,
        [this] { m_reality.openTarget(m_target.target()); });
    connect(&m_reality, &RealityController::opened, this, [this] { show(WindowFrame::Page::Reality); });
    connect(&m_reality, &RealityController::left, this, [this](ProjectId project, const QString& target) {
        project == 0 ? openTarget(target) : m_list.model().rowOf(project) < 0 ? goHome() : openProject(project);
    });
    connect(&m_reality, &RealityController::begun, &m_activity, &ActivityController::addRealityOperation);
    connect(&m_rebuild, &RebuildController::begun, &m_activity, &ActivityController::addRealityOperation);
    const RealityService* const service = &m_services.reality;
    // What is put right or rebuilt is told by the service that does it; the deployer knows nothing of it.
    const auto refresh = [this] {
        m_list.refresh();
        m_project.refresh();
        if (m_frame.page() == WindowFrame::Page::Target) {
            m_target.open(m_target.target());
        }
    };
    connect(service, &RealityService::finished, this, refresh);
    connect(service, &RealityService::failed, this, refresh);
}

} // namespace miaobu::app
