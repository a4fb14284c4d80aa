#pragma once

#include "app/screens/new_project/new_project_state.h"
#include "app/screens/new_project/repositories_controller.h"
#include "app/shell/window_services.h"
#include "core/deploy/source_inspector.h"
#include "core/model/project_variable.h"

#include <QObject>

namespace miaobu::app {

class NewProjectPage;
class Prompt;

/// Leads from a source to a project with its first deployment.
class NewProjectController final : public QObject {
    Q_OBJECT

public:
    /// Everything outlives this.
    NewProjectController(const WindowServices& services, Prompt& prompt, NewProjectPage& page);

    /// Begins afresh with the question where the site comes from.
    void begin();
    /// Begins afresh with \a address in its field, and waits for the person.
    void suggest(const QString& address);
    void openFolder(const QString& folder);
    void openAddress(const QString& address, const QString& branch = {});
    void chooseFolder();
    /// The page is shown again with the targets there are by now, \a target chosen unless it is empty.
    void resume(const QString& target);
    /// From the GitHub accounts: the page is shown as it was left.
    void comeBack();

signals:
    /// The page has something to ask or to show.
    void opened();
    /// Its first deployment has been queued; it waits for \a variables, if there are any, to be stored.
    void created(miaobu::ProjectId project, const QList<miaobu::VariableDraft>& variables);
    /// A further target is wanted before it is deployed; resume() goes on.
    void connectRequested();
    /// To sign in at GitHub, or to change the account; comeBack() goes on.
    void accountsRequested();
    /// The person went back from the first question.
    void left();

private:
    void inspect(const Source& source, const QString& rootDirectory);
    void onInspected(const Inspection& inspection);
    void onFetching(const SourceFetch& fetch);
    void onFailed(const Error& error);
    void chooseAlternative(const QString& choice);
    void goBack();
    void judgeSlug(const QString& slug);
    void connectAddressCheck();
    void connectGitHub();
    void showVerdict(const QString& slug, const QString& text, bool usable);
    void linkToGitHub(ProjectId project) const;
    void chooseTarget(const QString& target);
    [[nodiscard]] QString baseDomain() const;
    void deploy(const QString& name, const QString& slug, const QString& target, const BuildOverrides& overrides,
        const QList<VariableDraft>& variables);
    void saveDockerfile(const QString& text);
    void show();

    WindowServices m_services;
    Prompt& m_prompt;
    NewProjectPage& m_page;
    NewProjectState m_state;
    Inspection m_inspection; ///< What the state shows
    QString m_slug; ///< As it is in the form
    QString m_root; ///< The root directory that was asked for
    std::optional<ProjectRepository> m_repository; ///< Where it is on GitHub
    RepositoriesController m_repositories;
    QTimer m_typing; ///< The cloud is not asked about every letter of an address.
    OperationId m_branches = 0;
};

} // namespace miaobu::app
