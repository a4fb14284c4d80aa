#include "core/github/github_access.h"

#include "core/github/token_refresh.h"
#include "core/store/github_account_table.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

QByteArray tokenInEnvironment(const QProcessEnvironment& environment) {
    const QByteArray token = environment.value(u"GH_TOKEN"_s).trimmed().toUtf8();
    return token.isEmpty() ? environment.value(u"GITHUB_TOKEN"_s).trimmed().toUtf8() : token;
}

GitHubAccount accountOfEnvironment() {
    GitHubAccount account;
    account.host = gitHubCom;
    account.way = SignInWay::Environment;
    return account;
}

template <typename Fits> std::optional<GitHubAccount> best(const QList<GitHubAccount>& accounts, const Fits& fits) {
    std::optional<GitHubAccount> found;
    for (const GitHubAccount& account : accounts) {
        if (fits(account) && (!found || (found->needsSignIn && !account.needsSignIn))) {
            found = account;
        }
    }
    return found;
}

} // namespace

GitHubAccess::GitHubAccess(GitHubAccessParts parts) : m_parts(std::move(parts)), m_tokens(m_parts.secrets) { }

GitHubAccess::~GitHubAccess() = default;

QList<GitHubAccount> GitHubAccess::accounts() const {
    QList<GitHubAccount> accounts = GitHubAccountTable(m_parts.database).all();
    const bool isSignedIn
        = std::ranges::any_of(accounts, [](const GitHubAccount& account) { return account.host == gitHubCom; });
    if (!isSignedIn && !tokenInEnvironment(m_parts.environment).isEmpty()) {
        accounts.append(accountOfEnvironment());
    }
    return accounts;
}

std::optional<GitHubAccount> GitHubAccess::current() const {
    const QList<GitHubAccount> all = accounts();
    return all.isEmpty() ? std::nullopt : std::optional(all.first());
}

std::optional<GitHubAccount> GitHubAccess::accountFor(const QString& url) const {
    return best(accounts(), [&](const GitHubAccount& account) { return leadsTo(url, host(account.host)); });
}

std::optional<GitHubAccount> GitHubAccess::accountAt(const QString& name) const {
    return best(accounts(), [&](const GitHubAccount& account) { return account.host == name; });
}

GitHubHost GitHubAccess::host(const QString& name) const {
    return gitHubHost(name, m_parts.environment);
}

QCoro::Task<QByteArray> GitHubAccess::secretOf(GitHubAccount account, std::stop_token stop) {
    if (account.way == SignInWay::Environment) {
        co_return tokenInEnvironment(m_parts.environment);
    }
    const TokenRefresh refresh{.http = m_parts.http,
        .host = host(account.host),
        .app = {gitHubClientId(m_parts.database, account.host), {}},
        .tokens = &m_tokens,
        .clock = &m_parts.clock,
        .lockFile = m_parts.lockFile};
    std::optional<Error> refused;
    try {
        const AccountToken token = co_await freshToken(refresh, account, stop);
        co_return token.token;
    } catch (const Error& error) {
        if (error.kind != ErrorKind::SignInNeeded) {
            throw;
        }
        refused = error;
    }
    setNeedsSignIn(account.id, true);
    throw Error(*refused);
}

std::shared_ptr<GitHubClient> GitHubAccess::clientFor(const GitHubAccount& account, const QByteArray& token) {
    Opened& opened = m_opened[account.id];
    if (!opened.client || opened.token != token) {
        const GitHubHost place = host(account.host);
        const auto onRefused = [this, id = account.id] { setNeedsSignIn(id, true); };
        opened = {token,
            std::make_shared<GitHubClient>(
                m_parts.http, place, ApiToken(place.api, token), m_parts.clock, RetryPolicy{}, onRefused)};
    }
    return opened.client;
}

QCoro::Task<std::shared_ptr<GitHubClient>> GitHubAccess::open(GitHubAccount account, std::stop_token stop) {
    const QByteArray token = co_await secretOf(account, stop);
    co_return clientFor(account, token);
}

QCoro::Task<std::shared_ptr<GitHubClient>> GitHubAccess::openHost(QString name, std::stop_token stop) {
    const std::optional<GitHubAccount> account = accountAt(name);
    if (account) {
        std::shared_ptr<GitHubClient> client = co_await open(*account, stop);
        co_return client;
    }
    std::shared_ptr<GitHubClient>& anonymous = m_anonymous[name];
    if (!anonymous) {
        anonymous = std::make_shared<GitHubClient>(m_parts.http, host(name), ApiToken(), m_parts.clock);
    }
    std::shared_ptr<GitHubClient> client = anonymous;
    co_return client;
}

QCoro::Task<std::optional<QByteArray>> GitHubAccess::tokenFor(QString url, std::stop_token stop) {
    const std::optional<GitHubAccount> account = accountFor(url);
    if (!account || account->needsSignIn) {
        co_return std::nullopt;
    }
    const QByteArray token = co_await secretOf(*account, stop);
    co_return std::optional(token);
}

void GitHubAccess::makeCurrent(GitHubAccountId account) {
    GitHubAccountTable(m_parts.database).setCurrent(account);
    emit accountsChanged();
}

void GitHubAccess::setNeedsSignIn(GitHubAccountId account, bool needsSignIn) {
    const GitHubAccountTable table(m_parts.database);
    const std::optional<GitHubAccount> known = table.find(account);
    if (known && known->needsSignIn != needsSignIn) {
        table.setNeedsSignIn(account, needsSignIn);
        emit accountsChanged();
    }
}

} // namespace miaobu
