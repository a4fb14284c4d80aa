#pragma once

#include "app/screens/variables/variables_state.h"
#include "app/shell/window_services.h"
#include "core/variables/variable_service.h"

#include <QObject>

namespace miaobu::app {

class Prompt;
class VariablesIntents;
class VariablesTab;

/// Shows the variables of one project on their tab, and does what is asked for there.
class VariablesController final : public QObject {
    Q_OBJECT

public:
    /// Everything outlives this.
    VariablesController(const WindowServices& services, Prompt& prompt);

    void attach(VariablesTab& tab);
    /// 0: none. What was changed and not applied is kept for a project that stays.
    void setProject(ProjectId project);
    /// Reads what is stored and live again.
    void refresh();
    /// Stores \a drafts, then asks for a deployment.
    void applyAndDeploy(const QList<VariableDraft>& drafts);
    /// Opens the preview with the text of a .env file.
    void preview(const QByteArray& text);

signals:
    /// Something for the person to know, in one sentence.
    void told(const QString& sentence);
    void deployRequested();
    void attentionRequested(); ///< What could not be stored is to be seen.

private:
    void connectIntents(VariablesIntents& intents);
    void connectFiles(VariablesIntents& intents);
    void onFinished(OperationId operation);
    void onFailed(OperationId operation, const Error& error);
    void onCompared(OperationId operation, const QList<VariableDifference>& differences);
    void openForm(qsizetype index);
    void judge(const VariableDraft& draft);
    void submit(const VariableDraft& draft);
    void apply();
    void showPreview(VariableScope scope);
    void takeOver();
    void compareWith(const QString& file);
    void exportTo(const QString& file);
    void forgetEntered();
    void show();

    WindowServices m_services;
    Prompt& m_prompt;
    VariablesTab* m_tab = nullptr;
    Project m_project;
    StagedVariables m_staged;
    VariablesState m_state;
    DotenvContent m_pasted; ///< Behind the preview
    QString m_comparedFile;
    OperationId m_applying = 0;
    bool m_deploysAfterwards = false;
    OperationId m_judging = 0; ///< The comparison behind the preview
    OperationId m_comparing = 0;
};

} // namespace miaobu::app
