#include "core/github/account_tokens.h"

#include "core/async/error.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

/// By the number of the user: a name can be given up, and taken by somebody else.
QString storeKey(const GitHubAccount& account) {
    return u"miaobu/github/%1.%2"_s.arg(account.host).arg(account.userId);
}

void insertTime(QJsonObject& object, QLatin1StringView name, const QDateTime& time) {
    if (time.isValid()) {
        object.insert(name, time.toUTC().toString(Qt::ISODate));
    }
}

QByteArray toSecret(const AccountToken& token) {
    QJsonObject object{{u"token"_s, QString::fromUtf8(token.token)}};
    if (!token.refresh.isEmpty()) {
        object.insert(u"refresh"_s, QString::fromUtf8(token.refresh));
    }
    insertTime(object, "expires"_L1, token.expires);
    insertTime(object, "refreshExpires"_L1, token.refreshExpires);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QDateTime timeIn(const QJsonObject& object, QLatin1StringView name) {
    return QDateTime::fromString(object.value(name).toString(), Qt::ISODate).toUTC();
}

AccountToken fromSecret(const GitHubAccount& account, const QByteArray& secret) {
    const QJsonObject object = QJsonDocument::fromJson(secret).object();
    AccountToken token{.token = object.value("token"_L1).toString().toUtf8(),
        .refresh = object.value("refresh"_L1).toString().toUtf8(),
        .expires = timeIn(object, "expires"_L1),
        .refreshExpires = timeIn(object, "refreshExpires"_L1)};
    if (token.token.isEmpty()) {
        throw Error(
            ErrorKind::SecretUnreadable, accountTitle(account), u"its entry in the keychain is not one of ours"_s);
    }
    return token;
}

} // namespace

QCoro::Task<AccountToken> AccountTokens::find(GitHubAccount account, std::stop_token stop) {
    const std::optional<QByteArray> secret = co_await m_secrets.read(storeKey(account), stop);
    if (!secret) {
        throw Error(ErrorKind::TokenMissing, accountTitle(account));
    }
    co_return fromSecret(account, *secret);
}

QCoro::Task<TokenPlace> AccountTokens::place(GitHubAccount account, std::stop_token stop) {
    if (m_secrets.kept(storeKey(account))) {
        co_return TokenPlace::Session;
    }
    const std::optional<QByteArray> secret = co_await m_secrets.readKeychain(storeKey(account), stop);
    co_return secret ? TokenPlace::Keychain : TokenPlace::Nowhere;
}

QCoro::Task<> AccountTokens::store(GitHubAccount account, AccountToken token, KeepSecret keep, std::stop_token stop) {
    if (keep == KeepSecret::ForThisSession) {
        m_secrets.keep(storeKey(account), toSecret(token));
        co_return;
    }
    co_await m_secrets.write(storeKey(account), toSecret(token), stop);
}

QCoro::Task<> AccountTokens::replace(GitHubAccount account, AccountToken token, std::stop_token stop) {
    const bool isKept = m_secrets.kept(storeKey(account)).has_value();
    return store(account, token, isKept ? KeepSecret::ForThisSession : KeepSecret::InKeychain, stop);
}

QCoro::Task<> AccountTokens::forget(GitHubAccount account, std::stop_token stop) {
    try {
        co_await m_secrets.remove(storeKey(account), stop);
    } catch (const Error& error) {
        if (error.kind != ErrorKind::KeychainMissing) {
            throw;
        }
    }
}

QString accountTitle(const GitHubAccount& account) {
    return account.login.isEmpty() ? account.host : account.login + u'@' + account.host;
}

} // namespace miaobu
