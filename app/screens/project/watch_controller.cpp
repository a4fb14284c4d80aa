#include "app/screens/project/watch_controller.h"

#include "app/screens/project/project_page.h"
#include "core/ports/clock.h"
#include "core/watch/push_watcher.h"

namespace miaobu::app {

WatchController::WatchController(const WindowServices& services, ProjectPage& page)
    : m_services(services), m_page(page) {
    constexpr int interval = 5000;
    m_passing.setInterval(interval);
    connect(&m_passing, &QTimer::timeout, this, [this] {
        if (m_page.isVisible()) {
            show();
        }
    });
    PushWatcher* const watcher = &m_services.pushes;
    ProjectIntents* const intents = &page.intents();
    connect(intents, &ProjectIntents::watch, this, [this, watcher](bool on) {
        watcher->setEnabled(m_project.id, on);
        show();
    });
    connect(intents, &ProjectIntents::watchPaths, this,
        [this, watcher](const QStringList& paths) { watcher->setPaths(m_project.id, paths); });
    connect(intents, &ProjectIntents::watchBranches, this,
        [this, watcher](bool on) { watcher->setBranches(m_project.id, on); });
    connect(intents, &ProjectIntents::lookForPushes, this, [this, watcher] { watcher->lookNow(m_project.id); });
    connect(watcher, &PushWatcher::stateChanged, this, [this](ProjectId project) {
        if (project == m_project.id) {
            show();
        }
    });
}

void WatchController::setProject(const Project& project) {
    m_project = project;
    show();
}

void WatchController::show() {
    WatchView view;
    view.now = m_services.clock.now();
    if (m_project.id != 0) {
        view.state = m_services.pushes.state(m_project.id);
        const BuildPlan plan = withOverrides(m_project.plan, m_project.overrides);
        view.rootDirectory = plan.rootDirectory;
        view.hasPreviews = !isWebApp(plan.kind);
    }
    view.knowsHead() ? m_passing.start() : m_passing.stop();
    m_page.setWatch(view);
}

} // namespace miaobu::app
