#include "core/github/viewer.h"

#include "core/github/json_reading.h"

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

/// The primary address, where it is verified. Not every token may see it, and nothing depends on it.
QCoro::Task<QString> privateEmail(std::shared_ptr<GitHubClient> client, std::stop_token stop) {
    ApiRequest request;
    request.path = "/user/emails?per_page=100";
    QJsonArray addresses;
    try {
        const ApiResponse response = co_await client->send(request, stop);
        addresses = readArray(response.body, client->host().name);
    } catch (const Error& error) {
        if (error.kind == ErrorKind::Cancelled) {
            throw;
        }
    }
    for (const QJsonValue& value : addresses) {
        const QJsonObject address = value.toObject();
        if (address.value("primary"_L1).toBool() && address.value("verified"_L1).toBool()) {
            co_return address.value("email"_L1).toString();
        }
    }
    co_return {};
}

} // namespace

QCoro::Task<GitHubAccount> findViewer(std::shared_ptr<GitHubClient> client, std::stop_token stop) {
    ApiRequest request;
    request.path = "/user";
    ApiResponse response;
    try {
        response = co_await client->send(request, stop);
    } catch (const Error& error) {
        if (error.kind == ErrorKind::SignInNeeded) {
            throw Error(ErrorKind::TokenRefused, error.subject, error.detail);
        }
        throw;
    }
    const QString& host = client->host().name;
    const Members user(readObject(response.body, host), host);
    GitHubAccount account;
    account.host = host;
    account.userId = user.id("id"_L1);
    account.login = user.text("login"_L1);
    account.name = user.optionalText("name"_L1);
    account.email = user.optionalText("email"_L1);
    account.knowsScopes = response.saysScopes;
    account.scopes = response.scopes;
    if (account.email.isEmpty()) {
        account.email = co_await privateEmail(client, stop);
    }
    co_return account;
}

} // namespace miaobu
