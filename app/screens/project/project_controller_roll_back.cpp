// Going back to an earlier deployment of the shown project, and taking that back.
#include "app/screens/project/project_controller.h"

#include <QKeySequence>

#include <algorithm>

namespace miaobu::app {

void ProjectController::connectRollBack() {
    connect(&m_counter, &ChangeCounter::counted, this, [this] {
        if (m_state.rollBack.shown) {
            show();
        }
    });
    connect(&m_services.deployer, &Deployer::hostProgressed, this, [this](const HostProgress& progress) {
        QList<HostProgress>& hosts = m_state.rollBack.hosts;
        if (progress.project != m_state.project.id || !m_state.rollBack.running) {
            return;
        }
        const auto found = std::ranges::find(hosts, progress.host, &HostProgress::host);
        if (found == hosts.end()) {
            hosts.append(progress);
        } else {
            *found = progress;
        }
        show();
    });
}

void ProjectController::prepareRollBack(DeploymentId deployment) {
    if (m_state.rollBack.running) {
        return;
    }
    DeploymentId chosen = deployment;
    if (chosen == 0 && m_state.live) {
        chosen = m_deployments.before(m_state.live->id);
    }
    if (chosen == 0 && !m_state.restorable().isEmpty()) {
        chosen = m_state.restorable().constFirst().id;
    }
    m_state.rollBack = {};
    m_state.rollBack.shown = chosen != 0;
    m_state.rollBack.chosen = chosen;
    show();
}

void ProjectController::leaveRollBack() {
    m_state.rollBack = {};
    show();
}

void ProjectController::rollBack(DeploymentId deployment) {
    int number = 0;
    for (const Deployment& one : std::as_const(m_state.deployments)) {
        number = one.id == deployment ? one.number : number;
    }
    const bool undoes = deployment == m_undoable;
    const DeploymentId from = m_state.live ? m_state.live->id : 0;
    //: %2 is the key that takes it back, such as Ctrl+Z
    const QString done = undoes ? tr("#%1 is live again.").arg(number)
                                : tr("Rolled back to #%1. Undo: %2")
                                      .arg(number)
                                      .arg(QKeySequence(QKeySequence::Undo).toString(QKeySequence::NativeText));
    m_state.rollBack.hosts.clear();
    m_state.rollBack.error.reset();
    runOperation(tr("Rolling back"), done, [this, deployment, undoes, from] {
        const OperationId operation = m_services.deployer.rollBack(m_state.project.id, deployment);
        m_rolledFrom = undoes ? 0 : from;
        m_state.rollBack.running = true;
        return operation;
    });
}

void ProjectController::undoRollBack() {
    if (m_undoable != 0 && m_operation == 0 && !m_state.active()) {
        rollBack(m_undoable);
    }
}

} // namespace miaobu::app
