#pragma once

#include "core/async/operations.h"
#include "core/github/device_flow.h"
#include "core/github/github_access.h"
#include "core/process/login_shell.h"

#include <QHash>
#include <QObject>

namespace miaobu {

struct SignInParts {
    const Database& database;
    GitHubAccess& access;
    SecretStore& secrets; ///< For the client secret of a browser sign-in.
    const Clock& clock;
    LoginShell& shell;
    std::shared_ptr<HttpClient> http;
    Pause pause; ///< sleepFor()
};

/// Signs people in at GitHub and out again. Belongs to the main thread, outlives the event loop.
/// Every call begins its work and returns at once; the work ends in exactly one of finished() and failed(). Who signed in becomes the current account.
class SignInService final : public QObject {
    Q_OBJECT

public:
    /// Everything in \a parts outlives the service.
    explicit SignInService(SignInParts parts);
    ~SignInService() override;

    /// codeIssued(), then signedIn() once the person has entered the code on GitHub's page. \throws Error(InvalidInput) for no host, as all of them
    OperationId byCode(const QString& host, KeepSecret keep);
    /// With a token the person made.
    OperationId byToken(const QString& host, const QByteArray& token, KeepSecret keep);
    /// With the token of GitHub's command line.
    OperationId byGh(const QString& host, KeepSecret keep);
    /// pageIssued(), then signedIn() once the browser came back. Where canUseBrowser().
    OperationId byBrowser(const QString& host, KeepSecret keep);
    /// Once more for a sign-in that GitHub granted and the keychain then refused: its token is still there until the next sign-in.
    OperationId storeAgain(KeepSecret keep);

    /// Forgets the account on this computer. Its projects stay, and so do their sites.
    OperationId signOut(GitHubAccountId account);
    /// Lets GitHub revoke the token first, of which it sends a mail. Where a host cannot do that, revocationLeft() says where the person can.
    OperationId revoke(GitHubAccountId account);

    /// Whether a client id is there to ask for a code with, and a secret beside it for the browser.
    [[nodiscard]] bool canUseCode(const QString& host) const;
    /// Ends in browserUseFound().
    OperationId findBrowserUse(const QString& host);
    [[nodiscard]] QString clientId(const QString& host) const;
    void setClientId(const QString& host, const QString& clientId);
    /// Keeps the secret of the app in the keychain; with it, the browser can be used. An empty one is forgotten.
    OperationId setClientSecret(const QString& host, const QByteArray& secret);

    void cancel(OperationId operation) { m_operations.cancel(operation); }
    [[nodiscard]] bool isBusy() const { return m_operations.isBusy(); }
    /// Cancels everything and whatever is begun later; idle() follows from the event loop.
    void shutDown() { m_operations.shutDown(); }

signals:
    void codeIssued(miaobu::OperationId operation, const miaobu::DeviceCode& code);
    void pageIssued(miaobu::OperationId operation, const QUrl& page);
    void signedIn(miaobu::OperationId operation, const miaobu::GitHubAccount& account);
    void revocationLeft(miaobu::OperationId operation, const QUrl& page);
    void browserUseFound(miaobu::OperationId operation, bool possible);
    void finished(miaobu::OperationId operation);
    void failed(miaobu::OperationId operation, const miaobu::Error& error);
    void idle();

private:
    struct Granted {
        GitHubAccount account;
        AccountToken token;
    };

    QCoro::Task<> executeCode(OperationId operation, GitHubHost host, KeepSecret keep, std::stop_token stop);
    QCoro::Task<> executeToken(
        OperationId operation, GitHubHost host, QByteArray token, KeepSecret keep, std::stop_token stop);
    QCoro::Task<> executeGh(OperationId operation, GitHubHost host, KeepSecret keep, std::stop_token stop);
    QCoro::Task<> executeBrowser(OperationId operation, GitHubHost host, KeepSecret keep, std::stop_token stop);
    QCoro::Task<> executeStore(OperationId operation, KeepSecret keep, std::stop_token stop);
    QCoro::Task<> executeSignOut(GitHubAccountId account, std::stop_token stop);
    QCoro::Task<> executeRevoke(OperationId operation, GitHubAccountId account, std::stop_token stop);
    QCoro::Task<> executeClientSecret(QString host, QByteArray secret, std::stop_token stop);
    QCoro::Task<> executeBrowserUse(OperationId operation, QString host, std::stop_token stop);

    QCoro::Task<> take(OperationId operation, GitHubHost host, AccountToken token, SignInWay way, KeepSecret keep,
        std::stop_token stop);
    QCoro::Task<OAuthApp> appFor(QString host, std::stop_token stop);
    [[nodiscard]] GitHubAccount accountWith(GitHubAccountId id) const;

    SignInParts m_parts;
    std::optional<Granted> m_granted;
    Operations m_operations;
};

} // namespace miaobu
