#pragma once

#include "app/screens/github/github_state.h"
#include "app/shell/window_services.h"
#include "core/async/operation.h"

#include <QObject>

#include <functional>

namespace miaobu::app {

class GitHubPage;
class Prompt;

/// Signs people in at GitHub and out, on their page.
class GitHubController final : public QObject {
    Q_OBJECT

public:
    /// Everything outlives this.
    GitHubController(const WindowServices& services, Prompt& prompt, GitHubPage& page);

    /// Shows the accounts; a new project may wait for a sign-in.
    void open(bool leadsBack);
    /// Another page is shown: what was entered is forgotten, and a sign-in that waits is given up.
    void suspend();

signals:
    void opened();
    /// The person went back, or has signed in with a new project waiting.
    void left(bool backToProject);
    void told(const QString& sentence);

private:
    void connectPage();
    void connectService();
    /// Begins what \a work begins, and remembers it for another try.
    void begin(std::function<OperationId()> work);
    void leave(std::function<OperationId()> work);
    void start();
    void onFinished();
    void onFailed(const Error& error);
    void useHost(const QString& host);
    void signInAgain(GitHubAccountId account);
    void cancel();
    void show();
    [[nodiscard]] bool isOurs(OperationId operation) const { return operation != 0 && operation == m_operation; }

    WindowServices m_services;
    Prompt& m_prompt;
    GitHubPage& m_page;
    GitHubState m_state;
    std::function<OperationId()> m_work; ///< For another try; holds a token while one is being tried.
    OperationId m_operation = 0;
    OperationId m_look = 0; ///< Whether the browser can be used.
    bool m_isSigningIn = false;
    bool m_hasSignedIn = false;
};

} // namespace miaobu::app
