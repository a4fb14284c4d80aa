#include "core/github/token_refresh.h"

#include "core/async/sleep.h"

#include <QLockFile>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

QCoro::Task<> takeLock(QLockFile* lock, std::stop_token stop) {
    constexpr std::chrono::milliseconds pause(50);
    while (!lock->tryLock(0)) {
        if (lock->error() != QLockFile::LockFailedError) {
            throw Error(ErrorKind::FileSystem, lock->fileName());
        }
        co_await sleepFor(pause, stop);
    }
}

QCoro::Task<AccountToken> exchange(TokenRefresh refresh, GitHubAccount account, AccountToken old) {
    FormFields fields{
        {"client_id", refresh.app.clientId.toUtf8()}, {"grant_type", "refresh_token"}, {"refresh_token", old.refresh}};
    if (!refresh.app.clientSecret.isEmpty()) {
        fields.append(std::pair(QByteArray("client_secret"), refresh.app.clientSecret));
    }
    // Not to be cancelled: once GitHub has answered, the old pair is dead and the new one has to be stored.
    const std::stop_token unstoppable;
    const OAuthAnswer answer
        = co_await postForm(refresh.http, refresh.host, "/login/oauth/access_token", fields, unstoppable);
    if (!answer.error().isEmpty() || answer.status != 200) {
        throw Error(ErrorKind::SignInNeeded, accountTitle(account), answer.error());
    }
    AccountToken fresh = tokenIn(answer, refresh.host, refresh.clock->now());
    if (fresh.refresh.isEmpty()) {
        fresh.refresh = old.refresh;
        fresh.refreshExpires = old.refreshExpires;
    }
    co_await refresh.tokens->replace(account, fresh, unstoppable);
    co_return fresh;
}

} // namespace

bool isRunningOut(const AccountToken& token, const QDateTime& now) {
    // A clone or a list that begins now is to end with it.
    constexpr qint64 leastRemainingSeconds = 600;
    return token.expires.isValid() && now.secsTo(token.expires) < leastRemainingSeconds;
}

QCoro::Task<AccountToken> freshToken(TokenRefresh refresh, GitHubAccount account, std::stop_token stop) {
    AccountToken token = co_await refresh.tokens->find(account, stop);
    if (!isRunningOut(token, refresh.clock->now())) {
        co_return token;
    }
    if (token.refresh.isEmpty() || (token.refreshExpires.isValid() && token.refreshExpires <= refresh.clock->now())) {
        throw Error(ErrorKind::SignInNeeded, accountTitle(account), u"the token has run out"_s);
    }
    QLockFile lock(refresh.lockFile);
    co_await takeLock(&lock, stop);
    // Somebody else may have done it meanwhile.
    token = co_await refresh.tokens->find(account, stop);
    if (isRunningOut(token, refresh.clock->now())) {
        token = co_await exchange(refresh, account, token);
    }
    co_return token;
}

} // namespace miaobu
