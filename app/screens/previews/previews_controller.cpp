#include "app/screens/previews/previews_controller.h"

#include "app/screens/common/prompt.h"
#include "app/screens/previews/previews_card.h"
#include "core/deploy/deployer.h"
#include "core/git/commit_name.h"
#include "core/ports/clock.h"
#include "core/store/change_watcher.h"
#include "core/store/deployment_table.h"
#include "core/store/preview_table.h"
#include "core/store/route_table.h"
#include "core/watch/push_watcher.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

namespace miaobu::app {

namespace {

QList<PreviewLine> linesOf(const Database& database, ProjectId project) {
    const QList<Deployment> deployments = DeploymentTable(database).ofProject(project);
    QList<PreviewLine> lines;
    for (const Preview& preview : PreviewTable(database).ofProject(project)) {
        PreviewLine line{preview, std::nullopt, std::nullopt};
        const std::optional<Route> route = RouteTable(database).find(preview.host, preview.target);
        for (const Deployment& deployment : deployments) {
            if (route && route->deployment == deployment.id) {
                line.answering = deployment;
            }
            if (!line.latest && deployment.preview == preview.name && deployment.target == preview.target) {
                line.latest = deployment;
            }
        }
        lines.prepend(line);
    }
    return lines;
}

} // namespace

PreviewsController::PreviewsController(const WindowServices& services, Prompt& prompt, PreviewsCard& card)
    : m_services(services), m_prompt(prompt), m_card(card) {
    connectIntents(card.intents());
    connectServices();
    show();
}

void PreviewsController::connectIntents(PreviewsIntents& intents) {
    connect(&intents, &PreviewsIntents::openForm, this, &PreviewsController::openForm);
    connect(&intents, &PreviewsIntents::closeForm, this, [this] {
        m_state.isFormOpen = false;
        m_state.error.reset();
        show();
    });
    connect(&intents, &PreviewsIntents::make, this, &PreviewsController::make);
    connect(&intents, &PreviewsIntents::open, this, [this](const QString& url) { m_prompt.openUrl(QUrl(url)); });
    connect(&intents, &PreviewsIntents::openPage, this, [this](const QUrl& page) { m_prompt.openUrl(page); });
    connect(&intents, &PreviewsIntents::copy, this, [this](const QString& text) {
        QGuiApplication::clipboard()->setText(text);
        emit told(tr("Copied."));
    });
    connect(&intents, &PreviewsIntents::deployAgain, this, &PreviewsController::deployAgain);
    connect(&intents, &PreviewsIntents::stop, this,
        [this](DeploymentId deployment) { m_services.deployer.cancel(deployment); });
    connect(&intents, &PreviewsIntents::showLog, this, &PreviewsController::logRequested);
    connect(&intents, &PreviewsIntents::protect, this, [this](const Preview& preview, const QByteArray& password) {
        const QString done = password.isEmpty() ? tr("%1 is open to everybody.").arg(preview.host)
                                                : tr("%1 asks for the password.").arg(preview.host);
        change(done, [this, preview, password] {
            return m_services.deployer.protectPreview(preview.project, preview.target, preview.name, password);
        });
    });
    connect(&intents, &PreviewsIntents::remove, this, [this](const Preview& preview) {
        const auto remove = [this, preview] {
            change(tr("The preview %1 is removed.").arg(preview.name), [this, preview] {
                return m_services.deployer.removePreview(preview.project, preview.target, preview.name);
            });
        };
        m_prompt.confirmPreviewRemoval(preview.host.isEmpty() ? preview.name : preview.host, remove);
    });
}

void PreviewsController::connectServices() {
    const Deployer* const deployer = &m_services.deployer;
    connect(deployer, &Deployer::deploymentChanged, this, [this](const Deployment& deployment) {
        if (deployment.project == m_state.project.id) {
            refresh();
        }
    });
    connect(deployer, &Deployer::routesChanged, this, [this](ProjectId project) {
        if (project == m_state.project.id) {
            refresh();
        }
    });
    connect(deployer, &Deployer::previewGone, this, [this](const Preview& preview) {
        emit told(tr("The preview %1 is removed: the branch %2 is gone.").arg(preview.host, preview.branch));
    });
    connect(deployer, &Deployer::operationFinished, this, [this](OperationId operation) {
        if (operation == m_changing && operation != 0) {
            m_changing = 0;
            emit told(m_changed);
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
    const PushWatcher* const watcher = &m_services.pushes;
    connect(watcher, &PushWatcher::branchesListed, this, [this](ProjectId project, const QStringList& branches) {
        if (project == m_state.project.id) {
            m_state.branches = branches;
            m_state.branchProblem.reset();
            m_state.isAskingForBranches = false;
            show();
        }
    });
    connect(watcher, &PushWatcher::listingFailed, this, [this](ProjectId project, const Error& error) {
        if (project == m_state.project.id) {
            m_state.branchProblem = shownError(error).words;
            m_state.isAskingForBranches = false;
            show();
        }
    });
    connect(&m_services.changes, &ChangeWatcher::changed, this, &PreviewsController::refresh);
}

void PreviewsController::setProject(const Project& project) {
    if (project.id != m_state.project.id) {
        m_changing = 0;
        m_state = {};
    }
    m_state.project = project;
    refresh();
}

void PreviewsController::openForm() {
    if (m_state.project.id == 0 || !m_state.arePossible()) {
        return;
    }
    m_state.isFormOpen = true;
    m_state.error.reset();
    if (m_state.hasRepository()) {
        m_state.isAskingForBranches = true;
        m_services.pushes.listBranches(m_state.project.id);
    }
    show();
}

void PreviewsController::make(const PreviewDraft& draft) {
    attempt([this, &draft] {
        DeployRequest request;
        request.project = m_state.project.id;
        request.preview = draft.name;
        request.password = draft.password;
        const bool isCommit = isCommitName(draft.reference) && !m_state.branches.contains(draft.reference);
        (isCommit ? request.commit : request.branch) = draft.reference;
        m_services.deployer.deploy(request);
        m_state.isFormOpen = false;
    });
}

void PreviewsController::deployAgain(const Preview& preview) {
    attempt([this, &preview] {
        DeployRequest request;
        request.project = preview.project;
        request.target = preview.target;
        request.preview = preview.name;
        request.branch = preview.branch;
        const auto isIt = [&preview](const PreviewLine& line) { return line.preview.name == preview.name; };
        const auto line = std::ranges::find_if(m_state.lines, isIt);
        if (preview.branch.isEmpty() && m_state.hasRepository() && line != m_state.lines.end() && line->latest) {
            const Deployment& latest = *line->latest;
            request.commit = latest.requestedCommit.isEmpty() ? latest.revision.commit : latest.requestedCommit;
        }
        m_services.deployer.deploy(request);
    });
}

void PreviewsController::change(const QString& done, const std::function<OperationId()>& begin) {
    if (m_changing == 0) {
        attempt([&] {
            m_changing = begin();
            m_changed = done;
        });
    }
}

void PreviewsController::attempt(const std::function<void()>& work) {
    m_state.error.reset();
    try {
        work();
    } catch (const Error& error) {
        m_state.error = shownError(error);
    }
    refresh();
}

void PreviewsController::refresh() {
    const ProjectId project = m_state.project.id;
    m_state.lines = project == 0 ? QList<PreviewLine>() : linesOf(m_services.database, project);
    const auto live = DeploymentTable(m_services.database).live(project, m_state.project.target);
    m_state.siteUrl = live ? live->url : QString();
    show();
}

void PreviewsController::show() {
    m_state.now = m_services.clock.now();
    m_state.isChanging = m_changing != 0;
    m_card.setState(m_state);
}

} // namespace miaobu::app
