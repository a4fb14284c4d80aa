#include "core/github/revocation.h"

#include "core/github/github_client.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace miaobu {

QCoro::Task<bool> revokeToken(
    std::shared_ptr<HttpClient> http, GitHubHost host, AccountToken token, const Clock* clock, std::stop_token stop) {
    const auto anonymous = std::make_shared<GitHubClient>(http, host, ApiToken(), *clock);
    QJsonArray credentials{QString::fromUtf8(token.token)};
    if (!token.refresh.isEmpty()) {
        credentials.append(QString::fromUtf8(token.refresh));
    }
    ApiRequest request;
    request.method = "POST";
    request.path = "/credentials/revoke";
    request.body = QJsonDocument(QJsonObject{{u"credentials"_s, credentials}}).toJson(QJsonDocument::Compact);
    try {
        co_await anonymous->send(request, stop);
    } catch (const Error& error) {
        // Kinds of tokens that the call does not know, and servers that do not know the call.
        if (error.kind == ErrorKind::NotFound || error.kind == ErrorKind::InvalidInput) {
            co_return false;
        }
        throw;
    }
    co_return true;
}

QUrl revocationPage(const GitHubHost& host, const QString& clientId, SignInWay way) {
    const bool isOfApp = (way == SignInWay::DeviceCode || way == SignInWay::Browser) && !clientId.isEmpty();
    const QByteArray path = isOfApp ? "/settings/connections/applications/" + QUrl::toPercentEncoding(clientId)
                                    : QByteArray("/settings/tokens");
    return QUrl::fromEncoded(host.web + path, QUrl::StrictMode);
}

} // namespace miaobu
