#include "app/screens/connect/connect_controller.h"

#include "app/screens/connect/connect_page.h"
#include "core/ports/secret_store.h"
#include "core/ports/targets.h"
#include "core/secrets/secret_bytes.h"
#include "core/targets/target_service.h"

namespace miaobu::app {

namespace {

/// Where a key is asked about whose region is not known yet; accounts are the same everywhere.
TargetConfig askable(TargetConfig draft) {
    if (draft.region.isEmpty()) {
        draft.region = QStringLiteral("cn-hangzhou");
    }
    return draft;
}

bool isKeychainFailure(const Error& error) {
    return error.kind == ErrorKind::KeychainLocked || error.kind == ErrorKind::KeychainMissing
        || (error.kind == ErrorKind::Timeout && error.subject == keychainSubject);
}

} // namespace

ConnectController::ConnectController(const WindowServices& services, Prompt& prompt, ConnectPage& page)
    : m_services(services), m_prompt(prompt), m_page(page) {
    connectPage();
    connectService();
}

ConnectController::~ConnectController() {
    forget();
}

void ConnectController::begin(bool leadsBackToDeploying) {
    const bool runs = m_state.step == ConnectState::Step::SetUp && m_operation != 0;
    if (!runs) {
        stop();
        forget();
        m_state = {};
        m_state.leadsBackToDeploying = leadsBackToDeploying;
    }
    show();
    emit opened();
}

void ConnectController::suspend() {
    m_page.forget();
    if (m_state.step != ConnectState::Step::SetUp) {
        stop();
        forget();
        m_state = {};
        show();
    }
}

void ConnectController::takeKey(const AccessKey& key, KeepSecret keep, const TargetConfig& endpoints) {
    forget();
    m_key = {unsharedCopy(key.id), unsharedCopy(key.secret), unsharedCopy(key.token), key.expires};
    m_state.keep = keep;
    m_state.config = endpoints;
    m_state.config.accessKeyId = QString::fromUtf8(key.id);
    identify();
}

void ConnectController::identify() {
    m_state.step = ConnectState::Step::Account;
    m_state.identity.reset();
    m_state.isBusy = true;
    begin(Work::Identify, m_services.targetService.identify(askable(m_state.config), m_key));
}

void ConnectController::findChoices() {
    m_state.step = ConnectState::Step::Account;
    m_state.isBusy = true;
    begin(Work::Choices, m_services.targetService.findChoices(askable(m_state.config), m_key));
}

void ConnectController::store() {
    m_state.isBusy = true;
    begin(Work::Store, m_services.targetService.add(m_state.config, m_key, m_state.keep));
}

void ConnectController::plan() {
    m_state.setup.phase = SetupView::Phase::Planning;
    begin(Work::Plan, m_services.targetService.plan(m_state.config.name));
}

void ConnectController::setUp() {
    m_state.setup.phase = SetupView::Phase::Running;
    begin(Work::SetUp, m_services.targetService.setUp(m_state.config.name));
}

void ConnectController::begin(Work work, OperationId operation) {
    m_work = work;
    m_operation = operation;
    m_state.error.reset();
    show();
}

void ConnectController::lookAgain() {
    if (m_state.step == ConnectState::Step::SetUp) {
        plan();
    } else if (m_state.identity) {
        findChoices();
    } else {
        identify();
    }
}

void ConnectController::onFinished() {
    const Work done = m_work;
    m_work = Work::None;
    m_operation = 0;
    m_state.isBusy = false;
    switch (done) {
    case Work::None:
        return;
    case Work::Identify:
        // A root user's key is gone on with only after its warning was read.
        return m_state.identity->kind == CallerIdentity::Kind::Root ? show() : findChoices();
    case Work::Choices:
        m_state.step = ConnectState::Step::Choose;
        return show();
    case Work::AddSite:
    case Work::LookAtSite:
        m_state.site.work = SiteProgress::Work::None;
        return show();
    case Work::Store:
        forget();
        m_state.step = ConnectState::Step::SetUp;
        return plan();
    case Work::Plan:
    case Work::SetUp:
        m_state.setup.phase = m_state.setup.isComplete() ? SetupView::Phase::Done : SetupView::Phase::Planned;
        return show();
    }
}

void ConnectController::onFailed(const Error& error) {
    const Work failed = m_work;
    m_work = Work::None;
    m_operation = 0;
    m_state.isBusy = false;
    m_state.site.work = SiteProgress::Work::None;
    if (failed == Work::Store) {
        return onStoreFailed(error);
    }
    if (failed == Work::Plan || failed == Work::SetUp) {
        m_state.setup.phase = SetupView::Phase::Stopped;
        settleSteps(m_state.setup.steps);
    }
    const bool isKeyWrong = error.kind == ErrorKind::CredentialsRejected || error.kind == ErrorKind::SignatureRejected;
    if (isKeyWrong && m_state.step != ConnectState::Step::SetUp) {
        forget();
        m_state.step = ConnectState::Step::Key;
    }
    fail(error);
    // Beside it stands the button that was pressed, and it is that one that tries again.
    if (m_state.error && (failed == Work::AddSite || failed == Work::LookAtSite)
        && m_state.error->words.action == ErrorAction::Retry) {
        m_state.error->words.action = ErrorAction::None;
        show();
    }
}

void ConnectController::onStoreFailed(const Error& error) {
    m_state.isKeychainRefused = isKeychainFailure(error);
    fail(error);
    if (m_state.isKeychainRefused && m_state.error) {
        reword(m_state.error->words, [](ErrorWords& words) {
            words.next = tr("Unlock or start it and press Continue again, or keep the secret in memory: you "
                            "are asked for it at the next start.");
        });
        m_state.error->words.action = ErrorAction::KeepForSession;
        show();
    }
}

void ConnectController::fail(const Error& error) {
    if (error.kind != ErrorKind::Cancelled) {
        m_state.error = shownError(error);
    }
    show();
}

void ConnectController::leave() {
    const bool isStored = m_state.step == ConnectState::Step::SetUp;
    const QString target = m_state.config.name;
    const bool back = m_state.leadsBackToDeploying;
    stop();
    forget();
    m_page.forget();
    m_state = {};
    show();
    if (isStored) {
        emit connected(target, back);
    } else {
        emit left(back);
    }
}

void ConnectController::stop() {
    if (m_operation != 0) {
        m_services.targetService.cancel(m_operation);
        m_operation = 0;
        m_work = Work::None;
    }
}

void ConnectController::forget() {
    wipe(m_key.secret);
    wipe(m_key.token);
    m_key = {};
}

void ConnectController::show() {
    m_state.takenNames = m_services.targets.names();
    if (m_state.step == ConnectState::Step::SetUp) {
        m_state.takenNames.removeAll(m_state.config.name);
    }
    m_page.setState(m_state);
}

} // namespace miaobu::app
