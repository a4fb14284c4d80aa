#include "app/screens/project/removal_controller.h"

#include "app/screens/common/prompt.h"
#include "app/screens/project/project_page.h"
#include "core/deploy/deployer.h"
#include "core/store/change_watcher.h"
#include "core/store/removal_table.h"

#include <algorithm>

namespace miaobu::app {

namespace {

QStringList domainsIn(const QList<RemovalStep>& steps) {
    QStringList domains;
    for (const RemovalStep& step : steps) {
        if (step.part == RemovalPart::Hostname) {
            domains.append(step.subject);
        }
    }
    return domains;
}

} // namespace

RemovalController::RemovalController(const WindowServices& services, Prompt& prompt, ProjectPage& page)
    : m_services(services), m_prompt(prompt), m_page(page) {
    connectPage();
    connectDeployer();
}

void RemovalController::connectPage() {
    ProjectIntents* const intents = &m_page.intents();
    Deployer* const deployer = &m_services.deployer;
    connect(intents, &ProjectIntents::remove, this,
        [this] { m_prompt.confirmRemoval(m_project, [this, project = m_project] { begin(project); }); });
    connect(intents, &ProjectIntents::goOnRemoving, this, [this] { begin(m_project); });
    connect(intents, &ProjectIntents::forgetAnyway, this, [this, deployer] {
        const QString name = m_project.name;
        attempt([this, deployer, name] {
            deployer->forgetProject(m_project.id);
            emit told(tr("%1 is forgotten on this computer.").arg(name));
        });
    });
    connect(intents, &ProjectIntents::keepProject, this, [this, deployer] {
        attempt([this, deployer] {
            deployer->keepProject(m_project.id);
            emit told(tr("%1 is kept. Deploy it to bring back what is gone.").arg(m_project.name));
        });
    });
}

void RemovalController::connectDeployer() {
    Deployer* const deployer = &m_services.deployer;
    connect(deployer, &Deployer::removalChanged, this, [this](ProjectId project, const QList<RemovalStep>& steps) {
        for (Work& work : m_work) {
            if (work.project.id == project) {
                work.domains = domainsIn(steps);
            }
        }
        if (project == m_project.id) {
            show();
        }
    });
    connect(deployer, &Deployer::operationFinished, this, [this](OperationId operation) {
        if (m_work.contains(operation)) {
            tellRemoved(m_work.take(operation));
        }
    });
    connect(deployer, &Deployer::operationFailed, this, [this](OperationId operation, const Error& error) {
        if (!m_work.contains(operation)) {
            return;
        }
        const Work work = m_work.take(operation);
        // The checklist says what is left and why.
        if (error.kind != ErrorKind::RemovalIncomplete && error.kind != ErrorKind::Cancelled) {
            m_errors.insert(work.project.id, shownError(error));
        }
        show();
    });
    connect(&m_services.changes, &ChangeWatcher::changed, this, &RemovalController::show);
}

void RemovalController::setProject(const Project& project) {
    if (project.id != m_project.id) {
        m_errors.remove(m_project.id);
    }
    m_project = project;
    show();
}

void RemovalController::begin(const Project& project) {
    attempt([this, project] {
        m_work.insert(m_services.deployer.removeProject(project.id), {project, {}});
        m_page.showTab(ProjectPage::Tab::Overview);
    });
}

void RemovalController::attempt(const std::function<void()>& work) {
    const ProjectId project = m_project.id;
    m_errors.remove(project);
    try {
        work();
    } catch (const Error& error) {
        m_errors.insert(project, shownError(error));
        m_page.showTab(ProjectPage::Tab::Overview);
    }
    show();
}

void RemovalController::tellRemoved(const Work& work) {
    emit told(work.domains.isEmpty()
            ? tr("%1 is deleted.").arg(work.project.name)
            : tr("%1 is deleted. Remove the CNAME records of its domains at your DNS provider: %2.")
                  .arg(work.project.name, work.domains.join(QStringLiteral(", "))));
}

void RemovalController::show() {
    RemovalView view;
    if (m_project.id != 0) {
        view.steps = RemovalTable(m_services.database).ofProject(m_project.id);
    }
    view.isRunning = std::any_of(
        m_work.cbegin(), m_work.cend(), [this](const Work& work) { return work.project.id == m_project.id; });
    if (const auto error = m_errors.constFind(m_project.id); error != m_errors.cend()) {
        view.error = *error;
    }
    m_page.setRemoval(view);
}

} // namespace miaobu::app
