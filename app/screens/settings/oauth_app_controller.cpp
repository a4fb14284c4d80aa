#include "app/screens/settings/oauth_app_controller.h"

#include "app/screens/common/prompt.h"
#include "app/screens/settings/oauth_app_card.h"
#include "core/github/github_access.h"
#include "core/github/sign_in_service.h"

namespace miaobu::app {

OAuthAppController::OAuthAppController(const WindowServices& services, Prompt& prompt, OAuthAppCard& card)
    : m_services(services), m_prompt(prompt), m_card(card) {
    connectCard();
    connectService();
}

void OAuthAppController::connectCard() {
    connect(&m_card, &OAuthAppCard::hostChosen, this, &OAuthAppController::chooseHost);
    connect(&m_card, &OAuthAppCard::clientIdEntered, this, &OAuthAppController::keepId);
    connect(&m_card, &OAuthAppCard::secretEntered, this, &OAuthAppController::keepSecret);
    connect(&m_card, &OAuthAppCard::secretDropped, this, [this] { keepSecret({}); });
    connect(&m_card, &OAuthAppCard::pageRequested, this, [this] {
        const GitHubHost host = m_services.gitHub.access.host(m_view.host);
        m_prompt.openUrl(QUrl(QString::fromUtf8(host.web + "/settings/applications/new")));
    });
}

void OAuthAppController::connectService() {
    SignInService* const service = &m_services.gitHub.signIn;
    connect(service, &SignInService::browserUseFound, this, [this](OperationId operation, bool possible) {
        if (operation == m_look) {
            m_view.hasSecret = possible;
            show();
        }
    });
    connect(service, &SignInService::finished, this, [this](OperationId operation) {
        if (operation == m_write && operation != 0) {
            m_write = 0;
            refresh();
        }
    });
    connect(service, &SignInService::failed, this, [this](OperationId operation, const Error& error) {
        if (operation == m_write && operation != 0) {
            m_write = 0;
            if (error.kind != ErrorKind::Cancelled) {
                m_view.secretError = shownError(error);
            }
            show();
        }
    });
}

void OAuthAppController::refresh() {
    m_view.clientId = m_services.gitHub.signIn.clientId(m_view.host);
    m_view.hasSecret = m_view.hasSecret && !m_view.clientId.isEmpty();
    m_look = m_view.clientId.isEmpty() ? 0 : m_services.gitHub.signIn.findBrowserUse(m_view.host);
    show();
}

void OAuthAppController::suspend() {
    m_card.forget();
    m_view.hostError.reset();
    m_view.idError.reset();
    m_view.secretError.reset();
}

void OAuthAppController::chooseHost(const QString& host) {
    m_view.hostError.reset();
    m_view.idError.reset();
    m_view.secretError.reset();
    try {
        m_view.host = m_services.gitHub.access.host(host).name;
        m_view.hasSecret = false;
    } catch (const Error& error) {
        m_view.hostError = shownError(error);
    }
    refresh();
}

void OAuthAppController::keepId(const QString& clientId) {
    m_view.idError.reset();
    try {
        m_services.gitHub.signIn.setClientId(m_view.host, clientId);
    } catch (const Error& error) {
        m_view.idError = shownError(error);
    }
    refresh();
}

void OAuthAppController::keepSecret(const QByteArray& secret) {
    m_view.secretError.reset();
    m_write = m_services.gitHub.signIn.setClientSecret(m_view.host, secret);
    show();
}

void OAuthAppController::show() {
    m_card.setView(m_view);
}

} // namespace miaobu::app
