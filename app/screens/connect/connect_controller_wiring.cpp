#include "app/screens/common/prompt.h"
#include "app/screens/connect/choice_defaults.h"
#include "app/screens/connect/connect_controller.h"
#include "app/screens/connect/connect_page.h"
#include "core/ports/targets.h"
#include "core/targets/target_service.h"

#include <QClipboard>
#include <QGuiApplication>

namespace miaobu::app {

void ConnectController::connectPage() {
    connect(&m_page, &ConnectPage::keyEntered, this, &ConnectController::takeKey);
    connect(&m_page, &ConnectPage::anotherKeyRequested, this, [this] {
        stop();
        forget();
        const bool back = m_state.leadsBackToDeploying;
        m_state = {};
        m_state.leadsBackToDeploying = back;
        show();
    });
    connect(&m_page, &ConnectPage::accountAccepted, this, &ConnectController::findChoices);
    connect(&m_page, &ConnectPage::lookAgainRequested, this, &ConnectController::lookAgain);
    connect(&m_page, &ConnectPage::siteEntered, this, &ConnectController::addSite);
    connect(&m_page, &ConnectPage::siteLookRequested, this, &ConnectController::lookAtSite);
    connect(&m_page, &ConnectPage::copyRequested, this, [this](const QString& text) {
        QGuiApplication::clipboard()->setText(text);
        emit told(tr("Copied."));
    });
    connect(&m_page, &ConnectPage::chosen, this, [this](const TargetConfig& config) {
        m_state.config = config;
        store();
    });
    connect(&m_page, &ConnectPage::sessionOnlyAccepted, this, [this] {
        m_state.keep = KeepSecret::ForThisSession;
        store();
    });
    connect(&m_page, &ConnectPage::setUpRequested, this, &ConnectController::setUp);
    connect(&m_page, &ConnectPage::stopRequested, this, [this] { m_services.targetService.cancel(m_operation); });
    connect(&m_page, &ConnectPage::leaveRequested, this, &ConnectController::leave);
    connect(&m_page, &ConnectPage::doneRequested, this, &ConnectController::leave);
    connect(&m_page, &ConnectPage::pageRequested, this, [this](const QUrl& page) { m_prompt.openUrl(page); });
}

void ConnectController::connectService() {
    TargetService* const service = &m_services.targetService;
    connect(service, &TargetService::identified, this, [this](OperationId operation, const CallerIdentity& identity) {
        if (isOurs(operation)) {
            m_state.identity = identity;
        }
    });
    connect(service, &TargetService::choicesFound, this, [this](OperationId operation, const CloudChoices& choices) {
        if (isOurs(operation) && m_state.identity) {
            m_state.choices = choices;
            if (m_state.config.esa.endpoint.isEmpty()) {
                m_state.config.esa.endpoint = choices.esaEndpoint;
            }
            m_state.config = withDefaults(m_state.config, *m_state.identity, choices, m_services.targets.names());
        }
    });
    connect(service, &TargetService::siteAdded, this, [this](OperationId operation, const SiteAddition& addition) {
        if (isOurs(operation)) {
            takeAddition(addition);
        }
    });
    connect(service, &TargetService::siteVerified, this, [this](OperationId operation, bool isActive) {
        if (isOurs(operation)) {
            takeProof(isActive);
        }
    });
    connect(service, &TargetService::planned, this, [this](OperationId operation, const QList<SetupStep>& steps) {
        if (isOurs(operation)) {
            m_state.setup.steps = steps;
        }
    });
    connect(service, &TargetService::setupChanged, this, [this](OperationId operation, const SetupStep& step) {
        if (isOurs(operation)) {
            takeStep(m_state.setup.steps, step);
            show();
        }
    });
    connect(service, &TargetService::finished, this, [this](OperationId operation) {
        if (isOurs(operation)) {
            onFinished();
        }
    });
    connect(service, &TargetService::failed, this, [this](OperationId operation, const Error& error) {
        if (isOurs(operation)) {
            onFailed(error);
        }
    });
}

} // namespace miaobu::app
