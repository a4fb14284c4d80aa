#include "core/github/sign_in_service.h"

#include "core/github/browser_flow.h"
#include "core/github/gh_program.h"
#include "core/github/revocation.h"
#include "core/github/viewer.h"
#include "core/store/github_account_table.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace miaobu {

SignInService::SignInService(SignInParts parts)
    : m_parts(std::move(parts)),
      m_operations({.finished = [this](OperationId operation) { emit finished(operation); },
          .failed = [this](OperationId operation, const Error& error) { emit failed(operation, error); },
          .idle = [this] { emit idle(); }}) { }

SignInService::~SignInService() = default;

OperationId SignInService::byCode(const QString& host, KeepSecret keep) {
    const GitHubHost place = m_parts.access.host(host);
    return m_operations.begin([this, place, keep](OperationId operation, std::stop_token stop) {
        return executeCode(operation, place, keep, stop);
    });
}

OperationId SignInService::byToken(const QString& host, const QByteArray& token, KeepSecret keep) {
    const GitHubHost place = m_parts.access.host(host);
    return m_operations.begin([this, place, token, keep](OperationId operation, std::stop_token stop) {
        return executeToken(operation, place, token, keep, stop);
    });
}

OperationId SignInService::byGh(const QString& host, KeepSecret keep) {
    const GitHubHost place = m_parts.access.host(host);
    return m_operations.begin([this, place, keep](OperationId operation, std::stop_token stop) {
        return executeGh(operation, place, keep, stop);
    });
}

OperationId SignInService::byBrowser(const QString& host, KeepSecret keep) {
    const GitHubHost place = m_parts.access.host(host);
    return m_operations.begin([this, place, keep](OperationId operation, std::stop_token stop) {
        return executeBrowser(operation, place, keep, stop);
    });
}

OperationId SignInService::storeAgain(KeepSecret keep) {
    return m_operations.begin(
        [this, keep](OperationId operation, std::stop_token stop) { return executeStore(operation, keep, stop); });
}

OperationId SignInService::signOut(GitHubAccountId account) {
    return m_operations.begin(
        [this, account](OperationId, std::stop_token stop) { return executeSignOut(account, stop); });
}

OperationId SignInService::revoke(GitHubAccountId account) {
    return m_operations.begin([this, account](OperationId operation, std::stop_token stop) {
        return executeRevoke(operation, account, stop);
    });
}

OperationId SignInService::findBrowserUse(const QString& host) {
    return m_operations.begin(
        [this, host](OperationId operation, std::stop_token stop) { return executeBrowserUse(operation, host, stop); });
}

bool SignInService::canUseCode(const QString& host) const {
    return !gitHubClientId(m_parts.database, host).isEmpty();
}

QString SignInService::clientId(const QString& host) const {
    return gitHubClientId(m_parts.database, host);
}

void SignInService::setClientId(const QString& host, const QString& clientId) {
    setGitHubClientId(m_parts.database, m_parts.access.host(host).name, clientId);
}

OperationId SignInService::setClientSecret(const QString& host, const QByteArray& secret) {
    const QString name = m_parts.access.host(host).name;
    return m_operations.begin(
        [this, name, secret](OperationId, std::stop_token stop) { return executeClientSecret(name, secret, stop); });
}

QCoro::Task<> SignInService::executeClientSecret(QString host, QByteArray secret, std::stop_token stop) {
    const QString key = clientSecretKey(host);
    if (secret.isEmpty()) {
        co_await m_parts.secrets.remove(key, stop);
    } else {
        co_await m_parts.secrets.write(key, secret, stop);
    }
}

QCoro::Task<OAuthApp> SignInService::appFor(QString host, std::stop_token stop) {
    OAuthApp app{gitHubClientId(m_parts.database, host), {}};
    const std::optional<QByteArray> secret = co_await m_parts.secrets.read(clientSecretKey(host), stop);
    app.clientSecret = secret.value_or(QByteArray());
    co_return app;
}

QCoro::Task<> SignInService::executeCode(
    OperationId operation, GitHubHost host, KeepSecret keep, std::stop_token stop) {
    const DeviceFlow flow{.http = m_parts.http,
        .host = host,
        .clientId = gitHubClientId(m_parts.database, host.name),
        .clock = &m_parts.clock,
        .pause = m_parts.pause};
    const DeviceCode code = co_await beginDeviceSignIn(flow, stop);
    emit codeIssued(operation, code);
    const AccountToken token = co_await awaitDeviceSignIn(flow, code, stop);
    co_await take(operation, host, token, SignInWay::DeviceCode, keep, stop);
}

QCoro::Task<> SignInService::executeToken(
    OperationId operation, GitHubHost host, QByteArray token, KeepSecret keep, std::stop_token stop) {
    AccountToken pasted;
    pasted.token = token.trimmed();
    co_await take(operation, host, pasted, SignInWay::Token, keep, stop);
}

QCoro::Task<> SignInService::executeGh(OperationId operation, GitHubHost host, KeepSecret keep, std::stop_token stop) {
    const QString path = co_await m_parts.shell.path(stop);
    AccountToken found;
    found.token = co_await tokenOfGh(host, path, stop);
    co_await take(operation, host, found, SignInWay::GhProgram, keep, stop);
}

QCoro::Task<> SignInService::executeBrowser(
    OperationId operation, GitHubHost host, KeepSecret keep, std::stop_token stop) {
    const OAuthApp app = co_await appFor(host.name, stop);
    BrowserFlow flow{.http = m_parts.http, .host = host, .app = app, .clock = &m_parts.clock, .open = {}};
    flow.open = [this, operation](const QUrl& page) { emit pageIssued(operation, page); };
    const AccountToken token = co_await signInByBrowser(flow, stop);
    co_await take(operation, host, token, SignInWay::Browser, keep, stop);
}

QCoro::Task<> SignInService::take(
    OperationId operation, GitHubHost host, AccountToken token, SignInWay way, KeepSecret keep, std::stop_token stop) {
    const auto client
        = std::make_shared<GitHubClient>(m_parts.http, host, ApiToken(host.api, token.token), m_parts.clock);
    GitHubAccount account = co_await findViewer(client, stop);
    account.way = way;
    account.signedInAt = m_parts.clock.now();
    m_granted = Granted{account, token};
    co_await executeStore(operation, keep, stop);
}

QCoro::Task<> SignInService::executeStore(OperationId operation, KeepSecret keep, std::stop_token stop) {
    if (!m_granted) {
        throw Error(ErrorKind::SignInNeeded, gitHubCom);
    }
    const Granted granted = *m_granted;
    // The secret first: an account without its token is of no use.
    co_await m_parts.access.tokens().store(granted.account, granted.token, keep, stop);
    m_granted.reset();
    const GitHubAccountTable table(m_parts.database);
    const GitHubAccount stored = table.put(granted.account);
    table.setCurrent(stored.id);
    m_parts.access.announce();
    emit signedIn(operation, accountWith(stored.id));
}

QCoro::Task<> SignInService::executeSignOut(GitHubAccountId id, std::stop_token stop) {
    const GitHubAccount account = accountWith(id);
    co_await m_parts.access.tokens().forget(account, stop);
    GitHubAccountTable(m_parts.database).remove(account.id);
    m_parts.access.announce();
}

QCoro::Task<> SignInService::executeRevoke(OperationId operation, GitHubAccountId id, std::stop_token stop) {
    const GitHubAccount account = accountWith(id);
    const GitHubHost host = m_parts.access.host(account.host);
    const AccountToken token = co_await m_parts.access.tokens().find(account, stop);
    const bool isRevoked = co_await revokeToken(m_parts.http, host, token, &m_parts.clock, stop);
    if (!isRevoked) {
        emit revocationLeft(
            operation, revocationPage(host, gitHubClientId(m_parts.database, account.host), account.way));
    }
    co_await executeSignOut(id, stop);
}

QCoro::Task<> SignInService::executeBrowserUse(OperationId operation, QString host, std::stop_token stop) {
    OAuthApp app;
    try {
        app = co_await appFor(host, stop);
    } catch (const Error& error) {
        // Without a keychain there is no secret.
        if (error.kind == ErrorKind::Cancelled) {
            throw;
        }
    }
    emit browserUseFound(operation, !app.clientId.isEmpty() && !app.clientSecret.isEmpty());
}

GitHubAccount SignInService::accountWith(GitHubAccountId id) const {
    const std::optional<GitHubAccount> account = GitHubAccountTable(m_parts.database).find(id);
    if (!account) {
        throw Error(ErrorKind::SignInNeeded, gitHubCom, u"there is no such account"_s);
    }
    return *account;
}

} // namespace miaobu
