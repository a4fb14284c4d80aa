#include "app/screens/domains/domains_controller.h"

#include "app/screens/common/prompt.h"
#include "app/screens/domains/domains_tab.h"
#include "core/deploy/deployer.h"
#include "core/domains/domain_service.h"
#include "core/domains/host_name.h"
#include "core/ports/clock.h"
#include "core/reality/reality_service.h"
#include "core/store/change_watcher.h"
#include "core/store/deployment_table.h"
#include "core/store/route_table.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

namespace miaobu::app {

DomainsController::DomainsController(const WindowServices& services, Prompt& prompt)
    : m_services(services), m_prompt(prompt) {
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, [this] {
        if (m_tab && m_tab->isVisible()) {
            m_tab->setNow(m_services.clock.now());
        }
    });
    connectServices();
}

void DomainsController::attach(DomainsTab& tab) {
    m_tab = &tab;
    connectIntents(tab.intents());
    show();
}

void DomainsController::connectServices() {
    const DomainService* const domains = &m_services.domains;
    const Deployer* const deployer = &m_services.deployer;
    connect(domains, &DomainService::domainChanged, this, [this](const CustomDomain& domain) {
        if (domain.project == m_project.id) {
            refresh();
        }
    });
    connect(domains, &DomainService::domainRemoved, this, [this](ProjectId project, const QString& host) {
        if (project == m_project.id) {
            emit told(tr("%1 is removed.").arg(readableHost(host)));
            refresh();
        }
    });
    connect(domains, &DomainService::wentLive, this,
        [this](const CustomDomain& domain) { emit told(tr("%1 is live.").arg(readableHost(domain.host))); });
    connect(domains, &DomainService::added, this, [this](OperationId operation) {
        if (operation == m_adding) {
            m_adding = 0;
            m_state.error.reset();
            if (m_tab) {
                m_tab->clearTyped();
            }
            refresh();
        }
    });
    connect(domains, &DomainService::addFailed, this, [this](OperationId operation, const Error& error) {
        if (operation == m_adding) {
            m_adding = 0;
            m_state.error = shownError(error);
            refresh();
        }
    });
    connect(domains, &DomainService::written, this, [this](OperationId operation) {
        if (operation == m_writing) {
            m_writing = 0;
            emit told(tr("The record is written. It is seen in a moment."));
        }
    });
    connect(domains, &DomainService::writeFailed, this, [this](OperationId operation, const Error& error) {
        if (operation == m_writing) {
            m_writing = 0;
            m_state.error = shownError(error);
            refresh();
        }
    });
    connect(deployer, &Deployer::routesChanged, this, [this](ProjectId project) {
        if (project == m_project.id) {
            refresh();
        }
    });
    connect(deployer, &Deployer::deploymentChanged, this, [this](const Deployment& deployment) {
        if (deployment.project == m_project.id && !isActive(deployment.state)) {
            refresh();
        }
    });
    connect(deployer, &Deployer::operationFinished, this, [this](OperationId operation) {
        if (operation == m_changing && operation != 0) {
            m_changing = 0;
            refresh();
        }
    });
    connect(deployer, &Deployer::operationFailed, this, [this](OperationId operation, const Error& error) {
        if (operation == m_changing && operation != 0) {
            m_changing = 0;
            m_state.error = shownError(error);
            refresh();
        }
    });
    connect(&m_services.reality, &RealityService::rebuilt, this, [this] { m_services.domains.start(); });
    connect(&m_services.changes, &ChangeWatcher::changed, this, [this] {
        // Another process may have added one that is to be led on from here.
        m_services.domains.start();
        refresh();
    });
}

void DomainsController::connectIntents(DomainsIntents& intents) {
    connect(&intents, &DomainsIntents::add, this, [this](const QString& typed) {
        attempt([this, &typed] { m_adding = m_services.domains.addTo(m_project.id, typed, m_project.target); });
    });
    connect(&intents, &DomainsIntents::open, this, [this](const QString& host, const QString& target) {
        const auto live = DeploymentTable(m_services.database).live(m_project.id, target);
        QUrl url(live ? live->url : QStringLiteral("https://x/"));
        url.setHost(host);
        m_prompt.openUrl(url);
    });
    connect(&intents, &DomainsIntents::openPage, this, [this](const QUrl& page) { m_prompt.openUrl(page); });
    connect(&intents, &DomainsIntents::copy, this, [this](const QString& text) {
        QGuiApplication::clipboard()->setText(text);
        emit told(tr("Copied."));
    });
    connect(&intents, &DomainsIntents::writeRecord, this, [this](const QString& host, const QString& target) {
        if (m_writing == 0) {
            attempt([&] { m_writing = m_services.domains.writeRecord(host, target); });
        }
    });
    connect(&intents, &DomainsIntents::removePreview, this, [this](const QString& target, const QString& name) {
        const auto remove = [this, target, name] {
            if (m_changing == 0) {
                attempt([&] { m_changing = m_services.deployer.removePreview(m_project.id, target, name); });
            }
        };
        m_prompt.confirmPreviewRemoval(name, remove);
    });
    connect(&intents, &DomainsIntents::serve, this, &DomainsController::serve);
    connect(&intents, &DomainsIntents::remove, this, [this](const QString& host, const QString& target) {
        const auto remove = [this, host, target] { attempt([&] { m_services.domains.remove(host, target); }); };
        if (RouteTable(m_services.database).find(host, target)) {
            m_prompt.confirmDomainRemoval(host, remove);
        } else {
            remove();
        }
    });
    connect(&intents, &DomainsIntents::forget, this, [this](const QString& host, const QString& target) {
        attempt([this, &host, &target] { m_services.domains.forget(host, target); });
    });
}

void DomainsController::serve(const QString& host, const QString& target, DeploymentId pinned) {
    if (m_changing == 0) {
        attempt([&] { m_changing = m_services.deployer.serve(host, target, pinned); });
    }
}

void DomainsController::attempt(const std::function<void()>& work) {
    m_state.error.reset();
    try {
        work();
    } catch (const Error& error) {
        m_state.error = shownError(error);
    }
    refresh();
}

void DomainsController::setProject(const Project& project) {
    if (project.id != m_project.id) {
        m_adding = 0;
        m_changing = 0;
        m_state = {};
    }
    m_project = project;
    refresh();
}

void DomainsController::refresh() {
    m_state.hosts = m_project.id == 0 ? QList<ProjectHost>() : hostsOf(m_services.database, m_project.id);
    m_state.choices.clear();
    for (const Deployment& deployment : DeploymentTable(m_services.database).ofProject(m_project.id, 50)) {
        const bool isComplete = deployment.state == DeploymentState::Live || deployment.state == DeploymentState::Ready;
        if (isComplete && deployment.target == m_project.target && deployment.preview.isEmpty()) {
            m_state.choices.append(deployment);
        }
    }
    show();
}

void DomainsController::show() {
    m_state.now = m_services.clock.now();
    m_state.isHere = m_project.target == localTargetName;
    m_state.isAdding = m_adding != 0;
    m_state.isChanging = m_changing != 0;
    if (m_tab) {
        m_tab->setState(m_state);
    }
    if (std::ranges::any_of(m_state.hosts, needsCard)) {
        m_second.start();
    } else {
        m_second.stop();
    }
}

} // namespace miaobu::app
