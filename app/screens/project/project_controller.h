#pragma once

#include "app/models/deployment_list_model.h"
#include "app/models/log_lines.h"
#include "app/models/log_links.h"
#include "app/models/run_progress.h"
#include "app/screens/project/project_state.h"
#include "app/screens/variables/variables_controller.h"
#include "app/shell/window_services.h"
#include "core/compare/change_counter.h"

#include <QTimer>

namespace miaobu::app {

struct FilePlace;
struct ProjectCards;
class ProjectIntents;
class ProjectPage;
class Prompt;

/// Shows one project on its page, and does what is asked for there.
class ProjectController final : public QObject {
    Q_OBJECT

public:
    /// Everything outlives this. \a runs is kept up to date by its owner, before this hears of a change.
    ProjectController(const WindowServices& services, const RunTable& runs, Prompt& prompt);
    ~ProjectController() override;

    [[nodiscard]] DeploymentListModel& deployments() { return m_deployments; }
    [[nodiscard]] LogLines& log() { return m_log; }
    [[nodiscard]] VariablesController& variables() { return m_variables; }
    void attach(ProjectPage& page);

    /// 0: none.
    void setProject(ProjectId project);
    [[nodiscard]] ProjectId project() const { return m_state.project.id; }
    void deploy();
    void cancel();
    void openSite();
    /// Shows what a new preview is to be of, and asks.
    void openPreviewForm();
    /// Lets the deployment answer again that was live before the last rollback; nothing where there was none.
    void undoRollBack();
    void showLog(DeploymentId deployment);
    /// Complete deployments that could answer instead of the live one; none while something is under way.
    [[nodiscard]] QList<Deployment> restorable() const;
    /// Opens the sheet that says what it would change, and asks; 0: the complete one before the live one.
    void prepareRollBack(DeploymentId deployment);
    void rollBack(DeploymentId deployment);
    /// Reads everything again.
    void refresh();

signals:
    /// Something for the person to know, in one sentence.
    void told(const QString& sentence);
    /// Something beside deployments is under way; the deployer tells how it ends.
    void operationBegun(miaobu::OperationId operation, miaobu::ProjectId project, const QString& working);
    void startAnewRequested();
    /// 0: to be chosen by what there is.
    void comparisonRequested(miaobu::ProjectId project, miaobu::DeploymentId before, miaobu::DeploymentId after);
    void choiceRequested(miaobu::ProjectId project, miaobu::DeploymentId after);
    /// The target needs something that its page has, such as its key.
    void targetRequested(const QString& target);
    void realityRequested(miaobu::ProjectId project);

private:
    void connectIntents(ProjectIntents& intents);
    void connectServices();
    void connectRollBack();
    /// Shows the log of \a deployment on its tab.
    void openLogOf(DeploymentId deployment);
    void readState();
    void readHosts();
    void show();
    void showLogState();
    void showCause(LogState& log, const Deployment& shown) const;
    void followLatest();
    void runOperation(const QString& working, const QString& done, const std::function<qint64()>& start);
    void attempt(const std::function<void()>& work);
    void leaveRollBack();
    void saveLog();
    void openLog();
    void openFolder();
    [[nodiscard]] QString folderOf(const Deployment& deployment) const;
    void copyLog(qint64 first, qint64 last);
    void openLink(const LogLink& link);
    void open(const FilePlace& place);
    /// Writes the shown log as a text to \a file, then \a done.
    void writeText(const QString& file, const std::function<void()>& done);
    [[nodiscard]] std::optional<Deployment> shownDeployment() const;
    void applySettings(
        const QString& name, const QString& target, const BuildOverrides& overrides, const FunctionSettings& function);
    void usePackage();
    void buildInContainer();
    void usePort(int port);
    void deployAs(const FunctionSettings& function);
    /// Stores \a project and deploys it.
    void deployChanged(const Project& project);
    /// What the web app says while it runs.
    void showRunningLog();
    void leaveRunningLog();
    [[nodiscard]] qint64 now() const;

    WindowServices m_services;
    const RunTable& m_runs;
    Prompt& m_prompt;
    ProjectPage* m_page = nullptr;
    std::unique_ptr<ProjectCards> m_cards;
    ChangeCounter m_counter;
    DeploymentListModel m_deployments;
    LogLines m_log;
    VariablesController m_variables;
    StageTimes m_usual = noStageTimes; ///< What the stages of the shown project take
    ProjectState m_state;
    std::optional<ShownError> m_askedError; ///< Of what was asked for last; gone when the latest deployment changes
    DeploymentId m_logShown = 0;
    bool m_showsRunning = false; ///< The log is what the web app says.
    std::optional<ShownError> m_runningError; ///< Why that cannot be read
    std::array<qint64, stageCount> m_logStarts{}; ///< As the shown log tells them
    qint64 m_operation = 0;
    QString m_operationDone; ///< What is told when it has ended well
    DeploymentId m_rolledFrom = 0; ///< Live before the rollback under way; 0: none is
    DeploymentId m_undoable = 0; ///< Live before the last rollback; 0: there is nothing to undo
    QTimer m_second;
};

} // namespace miaobu::app
