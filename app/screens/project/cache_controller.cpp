#include "app/screens/project/cache_controller.h"

#include "app/emulator_control.h"
#include "app/screens/project/project_page.h"
#include "core/model/target.h"
#include "core/ports/clock.h"

namespace miaobu::app {

CacheController::CacheController(const WindowServices& services, ProjectPage& page)
    : m_services(services), m_page(page) {
    connectIntents();
    connectService();
}

void CacheController::connectIntents() {
    ProjectIntents* const intents = &m_page.intents();
    connect(intents, &ProjectIntents::lookAtCache, this, &CacheController::look);
    connect(intents, &ProjectIntents::purge, this, &CacheController::purge);
    connect(intents, &ProjectIntents::stopPurging, this, &CacheController::stop);
    connect(&m_page, &ProjectPage::tabShown, this, &CacheController::lookOnce);
}

void CacheController::connectService() {
    PurgeService* const service = &m_services.purging;
    connect(service, &PurgeService::cacheFound, this, [this](OperationId operation, const CacheState& cache) {
        if (CacheView* const view = viewOf(operation)) {
            view->cache = cache;
        }
    });
    connect(service, &PurgeService::begun, this, [this](OperationId operation, const QStringList& subjects) {
        if (CacheView* const view = viewOf(operation)) {
            view->purging = subjects;
            show();
        }
    });
    connect(service, &PurgeService::taskChanged, this, [this](OperationId operation, const PurgeTask& task) {
        if (CacheView* const view = viewOf(operation)) {
            view->percent = task.percent;
            show();
        }
    });
    connect(service, &PurgeService::finished, this, [this](OperationId operation) {
        if (m_work.contains(operation)) {
            end(m_work.take(operation), {});
        }
    });
    connect(service, &PurgeService::failed, this, [this](OperationId operation, const Error& error) {
        if (m_work.contains(operation)) {
            end(m_work.take(operation), error);
        }
    });
}

void CacheController::setProject(const Project& project) {
    const bool isOther = project.id != m_project.id || project.target != m_project.target;
    if (isOther && !m_views.value(project.id).isBusy()) {
        m_views.remove(project.id);
    }
    m_project = project;
    lookOnce();
    show();
}

void CacheController::lookOnce() {
    const CacheView view = m_views.value(m_project.id);
    const bool isSeen = m_project.id != 0 && m_page.tab() == ProjectPage::Tab::Settings;
    const bool isThere = m_project.target != localTargetName || m_services.emulator.state().isRunning;
    if (isSeen && isThere && !view.cache && !view.error && !view.isBusy()) {
        look();
    }
}

void CacheController::look() {
    m_views[m_project.id].error.reset();
    beginLooking();
}

void CacheController::beginLooking() {
    CacheView& view = m_views[m_project.id];
    try {
        m_work.insert(m_services.purging.look(m_project.id), {m_project.id, Kind::Look});
        view.isLooking = true;
    } catch (const Error& error) {
        view.error = shownError(error);
    }
    show();
}

void CacheController::purge(PurgeKind kind, const QStringList& subjects) {
    CacheView& view = m_views[m_project.id];
    try {
        m_work.insert(m_services.purging.purge({m_project.id, {}, kind, subjects}), {m_project.id, Kind::Purge});
        view.isPurging = true;
        view.purging.clear();
        view.purged.clear();
        view.percent = -1;
        view.error.reset();
    } catch (const Error& error) {
        view.error = shownError(error);
    }
    show();
}

void CacheController::stop() {
    for (auto work = m_work.cbegin(); work != m_work.cend(); ++work) {
        if (work->project == m_project.id) {
            m_services.purging.cancel(work.key());
        }
    }
}

void CacheController::end(const Work& work, const std::optional<Error>& error) {
    CacheView& view = m_views[work.project];
    const bool isPurge = work.kind == Kind::Purge;
    (isPurge ? view.isPurging : view.isLooking) = false;
    if (error && error->kind != ErrorKind::Cancelled) {
        view.error = shownError(*error);
    }
    if (isPurge && !error) {
        view.purged = view.purging;
    }
    // Quota and tasks are others by now, also after a purge that was refused for its quota.
    if (isPurge && work.project == m_project.id) {
        beginLooking();
    }
    show();
}

CacheView* CacheController::viewOf(OperationId operation) {
    const auto work = m_work.constFind(operation);
    return work == m_work.cend() ? nullptr : &m_views[work->project];
}

void CacheController::show() {
    CacheView view = m_views.value(m_project.id);
    view.now = m_services.clock.now();
    m_page.setCache(view);
}

} // namespace miaobu::app
