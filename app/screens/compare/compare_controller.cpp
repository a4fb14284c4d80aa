#include "app/screens/compare/compare_controller.h"

#include "app/screens/compare/compare_page.h"
#include "core/deploy/deployer.h"
#include "core/ports/clock.h"
#include "core/store/deployment_table.h"
#include "core/store/project_table.h"

#include <chrono>

namespace miaobu::app {

namespace {

bool isComplete(DeploymentState state) {
    return state == DeploymentState::Live || state == DeploymentState::Ready;
}

/// Its list of files is known, though they are not published yet.
bool isAboutToPublish(const Deployment& deployment) {
    return isActive(deployment.state) && deployment.stage >= Stage::Publish;
}

/// The first of \a deployments that is not \a other and fits.
template <typename Fits>
DeploymentId firstOf(const QList<Deployment>& deployments, DeploymentId other, const Fits& fits) {
    for (const Deployment& deployment : deployments) {
        if (deployment.id != other && fits(deployment)) {
            return deployment.id;
        }
    }
    return 0;
}

} // namespace

CompareController::CompareController(const WindowServices& services, ComparePage& page)
    : m_services(services), m_page(page) {
    m_settled.setSingleShot(true);
    m_settled.setInterval(std::chrono::milliseconds(60));
    connect(&m_settled, &QTimer::timeout, this, &CompareController::readFile);
    connectPage();
    connectComparison();
    connect(&services.deployer, &Deployer::deploymentChanged, this, [this](const Deployment& deployment) {
        if (deployment.project == m_state.project.id) {
            refreshChoices();
        }
    });
}

void CompareController::connectPage() {
    ComparePage* const page = &m_page;
    connect(page, &ComparePage::twoChosen, this, &CompareController::chooseTwo);
    connect(page, &ComparePage::fileChosen, this, &CompareController::chooseFile);
    connect(page, &ComparePage::noFileChosen, this, [this] {
        m_settled.stop();
        m_file = {};
        m_page.setFile(m_file);
    });
    connect(page, &ComparePage::deployCommitRequested, this, &CompareController::deployPurged);
    connect(page, &ComparePage::left, this, [this] { emit left(m_state.project.id); });
}

void CompareController::connectComparison() {
    Comparison* const comparison = &m_services.comparison;
    connect(comparison, &Comparison::reading, this, [this](OperationId operation, int read) {
        if (operation == m_comparing) {
            m_state.read = read;
            show();
        }
    });
    connect(
        comparison, &Comparison::compared, this, [this](OperationId operation, const ManifestDifference& difference) {
            if (operation != m_comparing) {
                return;
            }
            m_comparing = 0;
            m_state.difference = difference;
            m_state.phase = CompareState::Phase::Compared;
            show();
            m_page.showFirst();
        });
    connect(
        comparison, &Comparison::fileCompared, this, [this](OperationId operation, const FileDifference& difference) {
            if (operation == m_reading) {
                m_reading = 0;
                m_file.difference = difference;
                m_file.phase = FileState::Phase::Read;
                m_page.setFile(m_file);
            }
        });
    connect(comparison, &Comparison::failed, this, [this](OperationId operation, const Error& error) {
        if (operation == m_comparing && m_comparing != 0) {
            m_comparing = 0;
            fail(error);
        } else if (operation == m_reading && m_reading != 0) {
            m_reading = 0;
            m_file.phase = FileState::Phase::Failed;
            m_file.error = shownError(error);
            m_page.setFile(m_file);
        }
    });
}

void CompareController::open(ProjectId project, DeploymentId before, DeploymentId after) {
    m_state = {};
    m_state.project.id = project;
    m_state.before = before;
    m_state.after = after;
    readChoices();
    if (after == 0) {
        const DeploymentId next = firstOf(m_state.choices, before, isAboutToPublish);
        m_state.after = next != 0 ? next : m_state.live;
    }
    if (before == 0) {
        m_state.before = m_state.live != m_state.after ? m_state.live : versionBefore(m_state.after);
    }
    emit opened();
    compare();
}

void CompareController::openToChoose(ProjectId project, DeploymentId after) {
    m_state = {};
    m_state.project.id = project;
    m_state.after = after;
    readChoices();
    emit opened();
    compare();
    m_page.focusChoice();
}

DeploymentId CompareController::versionBefore(DeploymentId deployment) const {
    const Deployment* const later = m_state.choice(deployment);
    const int number = later ? later->number : 0;
    return firstOf(m_state.choices, deployment,
        [number](const Deployment& earlier) { return isComplete(earlier.state) && earlier.number < number; });
}

void CompareController::readChoices() {
    const DeploymentTable table(m_services.database);
    const auto project = ProjectTable(m_services.database).find(m_state.project.id);
    m_state.choices.clear();
    if (!project) {
        return;
    }
    m_state.project = *project;
    const auto live = table.live(project->id, project->target);
    m_state.live = live ? live->id : 0;
    for (const Deployment& deployment : table.ofProject(project->id)) {
        const bool isChosen = deployment.id == m_state.before || deployment.id == m_state.after;
        if (isComplete(deployment.state) || isAboutToPublish(deployment) || isChosen) {
            m_state.choices.append(deployment);
        }
    }
}

void CompareController::refreshChoices() {
    readChoices();
    show();
}

void CompareController::chooseTwo(DeploymentId before, DeploymentId after) {
    m_state.before = before;
    m_state.after = after;
    compare();
}

void CompareController::compare() {
    m_settled.stop();
    m_services.comparison.cancel();
    m_reading = 0;
    m_comparing = 0;
    m_file = {};
    m_state.error.reset();
    m_state.read = 0;
    m_state.difference = {};
    const bool areTwo = m_state.before != 0 && m_state.after != 0 && m_state.before != m_state.after;
    m_state.phase = areTwo ? CompareState::Phase::Reading : CompareState::Phase::PickTwo;
    if (areTwo) {
        m_comparing = m_services.comparison.compare(m_state.before, m_state.after);
    }
    show();
    m_page.setFile(m_file);
}

bool CompareController::hasContents(DeploymentId deployment) const {
    const Deployment* const found = m_state.choice(deployment);
    return found && isComplete(found->state);
}

void CompareController::chooseFile(const FileChange& change) {
    m_services.comparison.cancel();
    m_reading = 0;
    m_file = {};
    m_file.change = change;
    const Deployment* const before = m_state.choice(m_state.before);
    const Deployment* const after = m_state.choice(m_state.after);
    m_file.numberBefore = before ? before->number : 0;
    m_file.numberAfter = after ? after->number : 0;
    const bool canRead = hasContents(m_state.before) && hasContents(m_state.after);
    m_file.phase = canRead ? FileState::Phase::Reading : FileState::Phase::NotYet;
    if (canRead) {
        m_settled.start();
    } else {
        m_settled.stop();
    }
    m_page.setFile(m_file);
}

void CompareController::readFile() {
    m_reading = m_services.comparison.compareFile(m_state.before, m_state.after, m_file.change.path);
}

void CompareController::fail(const Error& error) {
    m_state.error = shownError(error);
    if (error.kind == ErrorKind::DeploymentPurged) {
        const Deployment* const purged = purgedSide();
        const bool hasCommit
            = purged && m_state.project.source.kind == SourceKind::Git && !purged->revision.commit.isEmpty();
        m_state.error->words.action = hasCommit ? ErrorAction::DeployCommit : ErrorAction::None;
        if (!hasCommit) {
            reword(m_state.error->words,
                [](ErrorWords& words) { words.next = tr("It was built from a folder, which remembers nothing."); });
        }
    }
    m_state.phase = CompareState::Phase::Failed;
    show();
}

const Deployment* CompareController::purgedSide() const {
    for (const DeploymentId side : {m_state.before, m_state.after}) {
        if (const Deployment* const one = m_state.choice(side); one && one->state == DeploymentState::Purged) {
            return one;
        }
    }
    return nullptr;
}

void CompareController::deployPurged() {
    const Deployment* const purged = purgedSide();
    if (!purged) {
        return;
    }
    DeployRequest request;
    request.project = m_state.project.id;
    request.target = purged->target;
    request.branch = purged->revision.branch;
    request.commit = purged->revision.commit;
    try {
        m_services.deployer.deploy(request);
        emit left(m_state.project.id);
    } catch (const Error& error) {
        m_state.error = shownError(error);
        show();
    }
}

void CompareController::suspend() {
    m_settled.stop();
    m_services.comparison.cancel();
    m_comparing = 0;
    m_reading = 0;
}

void CompareController::show() {
    m_state.now = m_services.clock.now();
    m_page.setState(m_state);
}

} // namespace miaobu::app
