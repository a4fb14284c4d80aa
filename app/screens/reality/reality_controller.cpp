#include "app/screens/reality/reality_controller.h"

#include "app/screens/reality/reality_page.h"
#include "app/text/state_text.h"
#include "core/reality/reality_service.h"
#include "core/store/project_table.h"

namespace miaobu::app {

RealityController::RealityController(const WindowServices& services, RealityPage& page)
    : m_services(services), m_page(page) {
    connectPage();
    connectService();
}

void RealityController::connectPage() {
    connect(&m_page, &RealityPage::backRequested, this, [this] { emit left(m_shown.project, m_shown.target); });
    connect(&m_page, &RealityPage::checkRequested, this, &RealityController::check);
    connect(&m_page, &RealityPage::stopRequested, this, &RealityController::stop);
    connect(&m_page, &RealityPage::fixRequested, this, &RealityController::fix);
}

void RealityController::connectService() {
    RealityService* const service = &m_services.reality;
    connect(service, &RealityService::partChecked, this,
        [this](OperationId operation, const QString& target, const QString& part) {
            if (m_work.contains(operation)) {
                m_states[m_work.value(operation).scope].parts.append({target, part});
                show();
            }
        });
    connect(service, &RealityService::checked, this, &RealityController::takeReport);
    connect(service, &RealityService::finished, this, [this](OperationId operation) {
        if (m_work.contains(operation)) {
            end(m_work.take(operation), {});
        }
    });
    connect(service, &RealityService::failed, this, [this](OperationId operation, const Error& error) {
        if (m_work.contains(operation)) {
            end(m_work.take(operation), error);
        }
    });
}

void RealityController::openProject(ProjectId project) {
    open({project, {}});
}

void RealityController::openTarget(const QString& target) {
    open({0, target});
}

void RealityController::open(const Scope& scope) {
    m_shown = scope;
    RealityState& state = shown();
    state.project = scope.project;
    state.target = scope.target;
    const auto project = scope.project == 0 ? std::nullopt : ProjectTable(m_services.database).find(scope.project);
    state.projectName = project ? project->name : QString();
    emit opened();
    if (state.isChecking || state.isFixing()) {
        show();
    } else {
        check();
    }
}

void RealityController::check() {
    RealityState& state = shown();
    if (state.isChecking || state.isFixing()) {
        return;
    }
    state.isChecking = true;
    state.parts.clear();
    state.error.reset();
    begin(m_services.reality.check(m_shown.project, m_shown.target), {m_shown, {}}, tr("Comparing with the cloud"));
    show();
}

void RealityController::begin(OperationId operation, const Work& work, const QString& working) {
    m_work.insert(operation, work);
    const QString title = shown().projectName.isEmpty() ? targetTitle(m_shown.target) : shown().projectName;
    emit begun(operation, m_shown.project, title, working);
}

void RealityController::stop() {
    for (auto work = m_work.cbegin(); work != m_work.cend(); ++work) {
        if (work->scope == m_shown && !work->finding) {
            m_services.reality.cancel(work.key());
        }
    }
}

void RealityController::fix(const RealityFinding& finding, RealityFix fix) {
    for (FindingView& one : shown().findings) {
        if (one.finding == finding && one.state != FindingView::State::Working) {
            one.state = FindingView::State::Working;
            one.error.reset();
            begin(m_services.reality.fix(finding, fix), {m_shown, finding}, tr("Putting right"));
        }
    }
    show();
}

void RealityController::takeReport(OperationId operation, const RealityReport& report) {
    if (!m_work.contains(operation)) {
        return;
    }
    RealityState& state = m_states[m_work.value(operation).scope];
    state.findings.clear();
    for (const RealityFinding& finding : report.findings) {
        state.findings.append({finding, FindingView::State::Open, {}});
    }
    state.gaps = report.gaps;
    state.checkedAt = report.checkedAt;
}

void RealityController::end(const Work& work, const std::optional<Error>& error) {
    if (work.finding) {
        endFix(work, error);
    } else {
        RealityState& state = m_states[work.scope];
        state.isChecking = false;
        if (error && error->kind != ErrorKind::Cancelled) {
            state.error = shownError(*error);
            // What a target could not be asked is a gap of the report; anything else is tried again.
            state.error->words.action = ErrorAction::Retry;
        }
    }
    show();
}

void RealityController::endFix(const Work& work, const std::optional<Error>& error) {
    for (FindingView& one : m_states[work.scope].findings) {
        if (one.finding == *work.finding) {
            one.state = error ? FindingView::State::Failed : FindingView::State::Done;
            one.error = error ? std::optional(shownError(*error)) : std::nullopt;
        }
    }
}

void RealityController::show() {
    m_page.setState(shown());
}

} // namespace miaobu::app
