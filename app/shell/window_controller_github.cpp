// What the window shows of the accounts at GitHub.
#include "app/screens/project/project_page.h"
#include "app/screens/welcome/welcome_page.h"
#include "app/shell/status_strip.h"
#include "app/shell/window_controller.h"
#include "core/github/github_access.h"
#include "core/github/repository_service.h"

#include <algorithm>

namespace miaobu::app {

void WindowController::connectGitHub() {
    const auto open = [this] { m_gitHub.open(false); };
    connect(&m_actions[Actions::Act::GitHubAccounts], &QAction::triggered, this, open);
    connect(&m_frame, &WindowFrame::signInRequested, this, open);
    connect(&m_frame.status(), &StatusStrip::accountsRequested, this, open);
    connect(&m_frame.project().intents(), &ProjectIntents::signIn, this, open);
    connect(&m_frame.welcome(), &WelcomePage::signInRequested, this,
        [this] { m_services.gitHub.access.accounts().isEmpty() ? m_gitHub.open(true) : beginProject(); });
    connect(&m_new, &NewProjectController::accountsRequested, this, [this] { m_gitHub.open(true); });
    connect(&m_gitHub, &GitHubController::opened, this, [this] { show(WindowFrame::Page::GitHub); });
    connect(&m_gitHub, &GitHubController::left, this,
        [this](bool backToProject) { backToProject ? m_new.comeBack() : goHome(); });
    connect(&m_gitHub, &GitHubController::told, &m_frame.status(), &StatusStrip::tell);
    connect(&m_services.gitHub.repositories, &RepositoryService::projectMoved, this, [this] {
        m_list.refresh();
        m_project.refresh();
    });
    connect(&m_services.gitHub.access, &GitHubAccess::accountsChanged, this, &WindowController::showAccount);
    showAccount();
}

void WindowController::showAccount() {
    const QList<GitHubAccount> accounts = m_services.gitHub.access.accounts();
    const auto ended = std::ranges::find_if(accounts, &GitHubAccount::needsSignIn);
    m_frame.setSignInNotice(ended == accounts.end() ? QString() : accountTitle(*ended));
    if (accounts.isEmpty()) {
        return m_frame.status().setAccount({}, false);
    }
    const GitHubAccount& current = accounts.first();
    m_frame.status().setAccount(
        current.login.isEmpty() ? QStringLiteral("GITHUB_TOKEN") : current.login, current.needsSignIn);
}

} // namespace miaobu::app
