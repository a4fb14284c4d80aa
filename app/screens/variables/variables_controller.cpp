#include "app/screens/variables/variables_controller.h"

#include "app/screens/common/prompt.h"
#include "app/screens/variables/variables_tab.h"
#include "app/text/variable_text.h"
#include "core/deploy/deployer.h"
#include "core/store/change_watcher.h"
#include "core/store/deployment_table.h"
#include "core/store/project_table.h"
#include "core/variables/variable_check.h"

#include <utility>

namespace miaobu::app {

VariablesController::VariablesController(const WindowServices& services, Prompt& prompt)
    : m_services(services), m_prompt(prompt) {
    const VariableService* const service = &services.variables;
    connect(service, &VariableService::variablesChanged, this, [this](ProjectId project) {
        if (project == m_project.id) {
            refresh();
        }
    });
    connect(service, &VariableService::compared, this, &VariablesController::onCompared);
    connect(service, &VariableService::finished, this, &VariablesController::onFinished);
    connect(service, &VariableService::failed, this, &VariablesController::onFailed);
    connect(&services.deployer, &Deployer::deploymentChanged, this, [this](const Deployment& deployment) {
        if (deployment.project == m_project.id) {
            refresh();
        }
    });
    connect(&services.deployer, &Deployer::projectChanged, this, [this](const Project& project) {
        if (project.id == m_project.id) {
            refresh();
        }
    });
    connect(&services.changes, &ChangeWatcher::changed, this, &VariablesController::refresh);
}

void VariablesController::attach(VariablesTab& tab) {
    m_tab = &tab;
    connectIntents(tab.intents());
    connectFiles(tab.intents());
    show();
}

void VariablesController::setProject(ProjectId project) {
    if (project != m_project.id) {
        m_staged = {};
        m_state = {};
        m_applying = m_judging = m_comparing = 0;
        m_deploysAfterwards = false;
        m_pasted = {};
        m_project = {};
        m_project.id = project;
    }
    refresh();
}

void VariablesController::refresh() {
    const auto project = m_project.id == 0 ? std::nullopt : ProjectTable(m_services.database).find(m_project.id);
    if (!project) {
        return;
    }
    m_project = *project;
    m_staged.setStored(m_services.variables.list(m_project.id));
    m_state.current = m_services.variables.current(m_project.id);
    m_state.live = m_services.variables.live(m_project.id, m_project.target);
    const QList<Deployment> latest = DeploymentTable(m_services.database).ofProject(m_project.id, 1);
    m_state.canDeploy = latest.isEmpty() || !isActive(latest.constFirst().state);
    show();
}

void VariablesController::show() {
    m_state.entries = m_staged.entries();
    m_state.changes = m_staged.changes().size();
    m_state.isApplying = m_applying != 0;
    m_state.runTimeBytes = runTimeBytes(variablesFor(m_staged.outcome(), VariableScope::Production));
    if (m_tab) {
        m_tab->setState(m_state);
    }
}

void VariablesController::connectIntents(VariablesIntents& intents) {
    connect(&intents, &VariablesIntents::add, this, [this] { openForm(-1); });
    connect(&intents, &VariablesIntents::edit, this, &VariablesController::openForm);
    connect(&intents, &VariablesIntents::typed, this, &VariablesController::judge);
    connect(&intents, &VariablesIntents::submit, this, &VariablesController::submit);
    connect(&intents, &VariablesIntents::apply, this, &VariablesController::apply);
    connect(&intents, &VariablesIntents::deploy, this, &VariablesController::deployRequested);
    connect(&intents, &VariablesIntents::closeForm, this, [this] {
        m_state.edited.reset();
        show();
    });
    connect(&intents, &VariablesIntents::remove, this, [this](qsizetype index) {
        m_state.edited.reset();
        m_staged.remove(index);
        show();
    });
    connect(&intents, &VariablesIntents::restore, this, [this](qsizetype index) {
        m_state.edited.reset();
        m_staged.restore(index);
        show();
    });
    connect(&intents, &VariablesIntents::discard, this, [this] {
        m_staged.discard();
        m_state.error.reset();
        m_state.edited.reset();
        show();
    });
}

void VariablesController::openForm(qsizetype index) {
    EditedVariable edited;
    edited.index = index;
    if (index >= 0) {
        const StagedVariables::Entry& entry = m_staged.entries().at(index);
        edited.draft = entry.draft.value_or(draftOf(entry.stored.value_or(ProjectVariable())));
        const bool wasEntered = edited.draft.value.has_value();
        edited.hasStoredValue = (entry.stored && entry.stored->secret) || (wasEntered && edited.draft.secret);
        if (edited.draft.secret) {
            // What is secret is not shown again, not even before it is applied.
            edited.draft.value.reset();
        } else if (!wasEntered && entry.stored) {
            edited.draft.value = entry.stored->value;
        }
    }
    m_state.edited = edited;
    show();
}

void VariablesController::judge(const VariableDraft& draft) {
    if (!m_state.edited || !m_tab) {
        return;
    }
    const QString& name = draft.key.name;
    DraftVerdict verdict;
    std::optional<ErrorKind> problem = problemOf(draft);
    if (m_staged.isTaken(draft.key, m_state.edited->index)) {
        problem = ErrorKind::VariableTaken;
    } else if (!problem && !draft.value && !draft.secret) {
        problem = ErrorKind::VariableValueMissing;
    }
    const bool isBegun = !name.isEmpty() && problem != ErrorKind::VariableValueMissing;
    if (problem && isBegun) {
        verdict.text = refusalText(*problem, name);
        verdict.isProblem = true;
    } else if (const auto concern = concernOf(name)) {
        verdict.text = concernText(*concern);
    }
    verdict.isUsable = !problem;
    m_tab->setVerdict(verdict);
}

void VariablesController::submit(const VariableDraft& draft) {
    if (!m_state.edited) {
        return;
    }
    if (m_state.edited->index < 0) {
        m_staged.put(draft);
    } else {
        m_staged.edit(m_state.edited->index, draft);
    }
    m_state.edited.reset();
    show();
}

void VariablesController::apply() {
    const QList<VariableChange> changes = m_staged.changes();
    if (m_applying == 0 && !changes.isEmpty()) {
        m_state.error.reset();
        m_state.edited.reset();
        m_applying = m_services.variables.apply(m_project.id, changes);
        show();
    }
}

void VariablesController::applyAndDeploy(const QList<VariableDraft>& drafts) {
    for (const VariableDraft& draft : drafts) {
        m_staged.put(draft);
    }
    m_deploysAfterwards = true;
    apply();
}

void VariablesController::onFinished(OperationId operation) {
    if (operation == m_applying && operation != 0) {
        m_applying = 0;
        m_staged.discard();
        refresh();
        emit told(tr("The variables are stored. They apply from the next deployment on."));
        if (std::exchange(m_deploysAfterwards, false)) {
            emit deployRequested();
        }
    }
}

void VariablesController::onFailed(OperationId operation, const Error& error) {
    if (operation == m_judging) {
        // Without the keyring a secret counts as changed, which the preview shows already.
        m_judging = 0;
        return;
    }
    if (operation == 0 || (operation != m_applying && operation != m_comparing)) {
        return;
    }
    (operation == m_applying ? m_applying : m_comparing) = 0;
    m_state.error = shownError(error);
    show();
    if (std::exchange(m_deploysAfterwards, false)) {
        emit attentionRequested();
    }
}

} // namespace miaobu::app
