#include "app/screens/github/github_controller.h"

#include "app/screens/common/prompt.h"
#include "app/screens/github/github_page.h"
#include "core/github/github_access.h"
#include "core/github/sign_in_service.h"
#include "core/ports/secret_store.h"

#include <algorithm>
#include <utility>

namespace miaobu::app {

namespace {

bool isKeychainFailure(const Error& error) {
    return error.kind == ErrorKind::KeychainLocked || error.kind == ErrorKind::KeychainMissing
        || (error.kind == ErrorKind::Timeout && error.subject == keychainSubject);
}

} // namespace

GitHubController::GitHubController(const WindowServices& services, Prompt& prompt, GitHubPage& page)
    : m_services(services), m_prompt(prompt), m_page(page) {
    connectPage();
    connectService();
    connect(&services.gitHub.access, &GitHubAccess::accountsChanged, this, &GitHubController::show);
}

void GitHubController::connectPage() {
    SignInService* const service = &m_services.gitHub.signIn;
    connect(&m_page, &GitHubPage::codeRequested, this, [this, service](const QString& host, KeepSecret keep) {
        m_state.keep = keep;
        begin([service, host, keep] { return service->byCode(host, keep); });
    });
    connect(&m_page, &GitHubPage::tokenEntered, this,
        [this, service](const QString& host, const QByteArray& token, KeepSecret keep) {
            m_state.keep = keep;
            begin([service, host, token, keep] { return service->byToken(host, token, keep); });
        });
    connect(&m_page, &GitHubPage::ghRequested, this, [this, service](const QString& host, KeepSecret keep) {
        m_state.keep = keep;
        begin([service, host, keep] { return service->byGh(host, keep); });
    });
    connect(&m_page, &GitHubPage::browserRequested, this, [this, service](const QString& host, KeepSecret keep) {
        m_state.keep = keep;
        begin([service, host, keep] { return service->byBrowser(host, keep); });
    });
    connect(&m_page, &GitHubPage::sessionOnlyAccepted, this, [this, service] {
        m_state.keep = KeepSecret::ForThisSession;
        begin([service] { return service->storeAgain(KeepSecret::ForThisSession); });
    });
    connect(&m_page, &GitHubPage::signOutRequested, this,
        [this, service](GitHubAccountId account) { leave([service, account] { return service->signOut(account); }); });
    connect(&m_page, &GitHubPage::revokeRequested, this,
        [this, service](GitHubAccountId account) { leave([service, account] { return service->revoke(account); }); });
    connect(&m_page, &GitHubPage::currentRequested, this,
        [this](GitHubAccountId account) { m_services.gitHub.access.makeCurrent(account); });
    connect(&m_page, &GitHubPage::clientIdEntered, this, [this, service](const QString& clientId) {
        try {
            service->setClientId(m_state.host, clientId);
            useHost(m_state.host);
        } catch (const Error& error) {
            m_state.error = shownError(error);
            show();
        }
    });
    connect(&m_page, &GitHubPage::hostChanged, this, &GitHubController::useHost);
    connect(&m_page, &GitHubPage::signInAgainRequested, this, &GitHubController::signInAgain);
    connect(&m_page, &GitHubPage::retryRequested, this, &GitHubController::start);
    connect(&m_page, &GitHubPage::cancelRequested, this, &GitHubController::cancel);
    connect(&m_page, &GitHubPage::pageRequested, this, [this](const QUrl& page) { m_prompt.openUrl(page); });
    connect(&m_page, &GitHubPage::backRequested, this, [this] {
        const bool back = m_state.leadsBack;
        suspend();
        emit left(back);
    });
}

void GitHubController::connectService() {
    SignInService* const service = &m_services.gitHub.signIn;
    connect(service, &SignInService::codeIssued, this, [this](OperationId operation, const DeviceCode& code) {
        if (isOurs(operation)) {
            m_state.step = GitHubState::Step::Code;
            m_state.userCode = code.userCode;
            m_state.page = code.page;
            m_state.expiresAt = code.expiresAt;
            show();
        }
    });
    connect(service, &SignInService::pageIssued, this, [this](OperationId operation, const QUrl& page) {
        if (isOurs(operation)) {
            m_state.step = GitHubState::Step::Browser;
            show();
            m_prompt.openUrl(page);
        }
    });
    connect(service, &SignInService::signedIn, this, [this](OperationId operation, const GitHubAccount& account) {
        if (isOurs(operation)) {
            m_hasSignedIn = true;
            emit told(tr("Signed in to %1 as %2").arg(account.host, account.login));
        }
    });
    connect(service, &SignInService::revocationLeft, this, [this](OperationId operation, const QUrl& page) {
        if (isOurs(operation)) {
            m_state.revocation = page;
        }
    });
    connect(service, &SignInService::browserUseFound, this, [this](OperationId operation, bool possible) {
        if (operation == m_look) {
            m_state.canUseBrowser = possible;
            show();
        }
    });
    connect(service, &SignInService::finished, this, [this](OperationId operation) {
        if (isOurs(operation)) {
            onFinished();
        }
    });
    connect(service, &SignInService::failed, this, [this](OperationId operation, const Error& error) {
        if (isOurs(operation)) {
            onFailed(error);
        }
    });
}

void GitHubController::open(bool leadsBack) {
    if (m_operation == 0) {
        m_state = {};
        useHost(m_state.host);
    }
    m_state.leadsBack = leadsBack;
    show();
    emit opened();
}

void GitHubController::suspend() {
    cancel();
    m_page.forget();
    m_work = {};
    m_state = {};
    show();
}

void GitHubController::useHost(const QString& host) {
    try {
        m_state.host = m_services.gitHub.access.host(host).name;
    } catch (const Error& error) {
        m_state.error = shownError(error);
        return show();
    }
    m_state.canUseCode = m_services.gitHub.signIn.canUseCode(m_state.host);
    m_state.canUseBrowser = false;
    if (m_state.canUseCode) {
        m_look = m_services.gitHub.signIn.findBrowserUse(m_state.host);
    }
    show();
}

void GitHubController::signInAgain(GitHubAccountId id) {
    const QList<GitHubAccount> accounts = m_services.gitHub.access.accounts();
    const auto account = std::ranges::find(accounts, id, &GitHubAccount::id);
    if (account == accounts.end()) {
        return;
    }
    useHost(account->host);
    SignInService* const service = &m_services.gitHub.signIn;
    const QString host = account->host;
    const KeepSecret keep = m_state.keep;
    if (account->way == SignInWay::DeviceCode && m_state.canUseCode) {
        begin([service, host, keep] { return service->byCode(host, keep); });
    } else if (account->way == SignInWay::GhProgram) {
        begin([service, host, keep] { return service->byGh(host, keep); });
    }
}

void GitHubController::begin(std::function<OperationId()> work) {
    m_work = std::move(work);
    m_isSigningIn = true;
    m_state.revocation.clear();
    start();
}

void GitHubController::leave(std::function<OperationId()> work) {
    m_work = std::move(work);
    m_isSigningIn = false;
    m_state.revocation.clear();
    start();
}

void GitHubController::start() {
    if (!m_work || m_operation != 0) {
        return;
    }
    m_state.error.reset();
    m_hasSignedIn = false;
    try {
        m_operation = m_work();
        m_state.step = GitHubState::Step::Asking;
    } catch (const Error& error) {
        m_state.error = shownError(error);
    }
    show();
}

void GitHubController::onFinished() {
    m_operation = 0;
    m_work = {};
    m_state.step = GitHubState::Step::Choose;
    if (m_hasSignedIn && m_state.leadsBack) {
        suspend();
        emit left(true);
        return;
    }
    show();
}

void GitHubController::onFailed(const Error& error) {
    m_operation = 0;
    m_state.step = GitHubState::Step::Choose;
    if (error.kind != ErrorKind::Cancelled) {
        m_state.error = shownError(error);
    }
    if (m_isSigningIn && isKeychainFailure(error)) {
        // GitHub has granted it: only the place to keep it is missing.
        SignInService* const service = &m_services.gitHub.signIn;
        m_work = [service] { return service->storeAgain(KeepSecret::InKeychain); };
        m_state.error->words.next = tr("Unlock or start it and sign in again, or keep the token in memory: you sign in "
                                       "again at the next start.");
        m_state.error->words.action = ErrorAction::KeepForSession;
    }
    show();
}

void GitHubController::cancel() {
    if (m_operation != 0) {
        m_services.gitHub.signIn.cancel(m_operation);
        m_operation = 0;
        m_state.step = GitHubState::Step::Choose;
        show();
    }
}

void GitHubController::show() {
    m_state.accounts = m_services.gitHub.access.accounts();
    m_page.setState(m_state);
}

} // namespace miaobu::app
