#include "app/screens/target/target_controller.h"

#include "app/emulator_control.h"
#include "app/screens/common/prompt.h"
#include "app/screens/target/target_page.h"
#include "core/model/target.h"
#include "core/ports/clock.h"
#include "core/ports/secret_store.h"
#include "core/secrets/secret_bytes.h"
#include "core/store/project_table.h"
#include "core/targets/target_service.h"

#include <algorithm>

namespace miaobu::app {

TargetController::TargetController(const WindowServices& services, Prompt& prompt, TargetPage& page)
    : m_services(services), m_prompt(prompt), m_page(page) {
    connectIntents();
    connectService();
    connectEmulator();
}

TargetController::~TargetController() {
    forgetKey();
}

void TargetController::open(const QString& target) {
    m_shown = target;
    readTarget(target);
    const bool isCloud = !shown().isLocal() && !shown().error;
    if (isCloud && !shown().keyPlace) {
        begin(Kind::Place, m_services.targetService.findKeyPlace(target));
    }
    if (isCloud && shown().setup.phase == SetupView::Phase::Unknown) {
        lookAgain();
    }
    show();
}

void TargetController::readTarget(const QString& target) {
    TargetState& state = m_states[target];
    state.config.name = target;
    const QList<Project> projects = ProjectTable(m_services.database).all();
    state.projects = static_cast<int>(std::count_if(
        projects.begin(), projects.end(), [&target](const Project& project) { return project.target == target; }));
    if (target == localTargetName) {
        return;
    }
    try {
        state.config = m_services.targetStore.config(target);
    } catch (const Error& error) {
        state.error = shownError(error);
    }
}

void TargetController::begin(Kind kind, OperationId operation) {
    m_work.insert(operation, {m_shown, kind});
    if (kind != Kind::Place) {
        shown().error.reset();
    }
    show();
}

void TargetController::lookAgain() {
    shown().setup.phase = SetupView::Phase::Planning;
    shown().routine.isBusy = true;
    begin(Kind::Plan, m_services.targetService.plan(m_shown));
    begin(Kind::FindRoutine, m_services.targetService.findRoutine(m_shown));
}

void TargetController::checkPermissions() {
    shown().permissions = {.isChecking = true, .checkedAt = {}, .checks = {}};
    begin(Kind::Check, m_services.targetService.check(m_shown));
}

void TargetController::setUp() {
    shown().setup.phase = SetupView::Phase::Running;
    begin(Kind::SetUp, m_services.targetService.setUp(m_shown));
}

void TargetController::changeRoutine(OperationId operation) {
    shown().routine.isBusy = true;
    begin(Kind::ChangeRoutine, operation);
}

void TargetController::stop() {
    for (auto work = m_work.cbegin(); work != m_work.cend(); ++work) {
        if (work->target == m_shown) {
            m_services.targetService.cancel(work.key());
        }
    }
}

void TargetController::remove() {
    m_prompt.confirmTargetRemoval(m_shown, shown().projects, [this, target = m_shown] {
        if (target == m_shown) {
            shown().isRemoving = true;
            begin(Kind::Remove, m_services.targetService.remove(target));
        }
    });
}

void TargetController::enterKey(bool entering) {
    shown().isEnteringKey = entering;
    if (!entering) {
        m_page.forget();
        forgetKey();
    }
    show();
}

void TargetController::suspend() {
    m_page.forget();
    if (!m_shown.isEmpty() && !shown().isKeyBusy) {
        shown().isEnteringKey = false;
        forgetKey();
    }
}

void TargetController::tryKey(const AccessKey& key, KeepSecret keep) {
    forgetKey();
    m_key = {unsharedCopy(key.id), unsharedCopy(key.secret), unsharedCopy(key.token), key.expires};
    m_keep = keep;
    shown().isKeyBusy = true;
    TargetConfig config = shown().config;
    config.accessKeyId = QString::fromUtf8(key.id);
    begin(Kind::TryKey, m_services.targetService.identify(config, m_key));
}

void TargetController::storeKey(const QString& target) {
    TargetConfig config = m_states[target].config;
    config.accessKeyId = QString::fromUtf8(m_key.id);
    m_states[target].isKeyBusy = true;
    m_work.insert(m_services.targetService.add(config, m_key, m_keep), {target, Kind::StoreKey});
    show();
}

void TargetController::onIdentified(const QString& target, const CallerIdentity& identity) {
    TargetState& state = m_states[target];
    const QString expected = state.config.accountId;
    if (expected.isEmpty() || expected == identity.accountId) {
        return storeKey(target);
    }
    ShownError error = shownError(Error(ErrorKind::CredentialsRejected));
    reword(error.words, [target, expected, given = identity.accountId](ErrorWords& words) {
        words.what = tr("This key belongs to another account, %1.").arg(given);
        words.why = tr("%1 is in account %2, with its bucket and its site.").arg(target, expected);
        words.next = tr("Enter a key of that account, or connect the other account as a target of its own.");
    });
    state.isKeyBusy = false;
    state.error = error;
    forgetKey();
    show();
}

void TargetController::onFinished(const Work& work) {
    TargetState& state = m_states[work.target];
    end(state, work.kind);
    switch (work.kind) {
    case Kind::Check:
        state.permissions.checkedAt = m_services.clock.now();
        break;
    case Kind::SetUp:
        // The routine is a part of it.
        readTarget(work.target);
        if (work.target == m_shown) {
            shown().routine.isBusy = true;
            begin(Kind::FindRoutine, m_services.targetService.findRoutine(m_shown));
        }
        break;
    case Kind::StoreKey:
        forgetKey();
        state.isEnteringKey = false;
        state.keyPlace.reset();
        emit told(tr("%1 is used with its new key.").arg(work.target));
        state.setup.phase = SetupView::Phase::Unknown;
        if (work.target == m_shown) {
            return open(m_shown);
        }
        break;
    case Kind::Remove:
        m_states.remove(work.target);
        emit told(tr("%1 is forgotten on this computer.").arg(work.target));
        return emit removed(work.target);
    case Kind::Plan:
    case Kind::FindRoutine:
    case Kind::ChangeRoutine:
    case Kind::Place:
    case Kind::TryKey:
        break;
    }
    show();
}

void TargetController::end(TargetState& state, Kind kind) {
    switch (kind) {
    case Kind::Plan:
    case Kind::SetUp:
        settleSteps(state.setup.steps);
        state.setup.phase = state.setup.isComplete() ? SetupView::Phase::Done : SetupView::Phase::Planned;
        return;
    case Kind::FindRoutine:
    case Kind::ChangeRoutine:
        state.routine.isBusy = false;
        return state.routine.stage.reset();
    case Kind::Check:
        state.permissions.isChecking = false;
        return;
    case Kind::StoreKey:
        state.isKeyBusy = false;
        return;
    case Kind::Remove:
        state.isRemoving = false;
        return;
    case Kind::Place:
    case Kind::TryKey:
        return;
    }
}

void TargetController::onFailed(const Work& work, const Error& error) {
    TargetState& state = m_states[work.target];
    end(state, work.kind);
    if (work.kind == Kind::TryKey) {
        state.isKeyBusy = false;
    }
    if (work.kind == Kind::SetUp || (work.kind == Kind::Plan && state.setup.steps.isEmpty())) {
        state.setup.phase = work.kind == Kind::SetUp ? SetupView::Phase::Stopped : SetupView::Phase::Unknown;
    }
    // Where a key is kept is a note; what needs it says what is wrong.
    if (error.kind != ErrorKind::Cancelled && work.kind != Kind::Place) {
        state.error = shownError(error);
        const bool isRefused = error.kind == ErrorKind::KeychainLocked || error.kind == ErrorKind::KeychainMissing;
        if (work.kind == Kind::StoreKey && isRefused) {
            state.error->words.action = ErrorAction::KeepForSession;
        } else if (work.kind == Kind::StoreKey || work.kind == Kind::TryKey) {
            forgetKey();
        }
    }
    show();
}

TargetState* TargetController::stateOf(OperationId operation) {
    const auto work = m_work.constFind(operation);
    return work == m_work.cend() ? nullptr : &m_states[work->target];
}

void TargetController::forgetKey() {
    wipe(m_key.secret);
    wipe(m_key.token);
    m_key = {};
}

void TargetController::show() {
    tellHealth();
    if (m_shown.isEmpty() || !m_states.contains(m_shown)) {
        return;
    }
    shown().now = m_services.clock.now();
    if (shown().isLocal()) {
        const EmulatorControl::State local = m_services.emulator.state();
        shown().local = {local.isRunning, local.isBusy, local.port, local.process};
    }
    m_page.setState(shown());
}

void TargetController::tellHealth() {
    for (auto state = m_states.cbegin(); state != m_states.cend(); ++state) {
        const TargetState::Health health = state->health();
        if (!state->isLocal() && m_told.value(state.key(), TargetState::Health::Unknown) != health) {
            m_told.insert(state.key(), health);
            emit healthChanged(state.key(), health);
        }
    }
}

} // namespace miaobu::app
