#include "core/github/oauth_exchange.h"

#include "core/github/api_token.h"
#include "core/net/retry.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

QByteArray encoded(const FormFields& fields) {
    QByteArray body;
    for (const auto& [name, value] : fields) {
        body += (body.isEmpty() ? "" : "&") + QUrl::toPercentEncoding(QString::fromUtf8(name)) + '='
            + QUrl::toPercentEncoding(QString::fromUtf8(value));
    }
    return body;
}

QHash<QString, QString> fieldsOf(const QByteArray& body) {
    QHash<QString, QString> fields;
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (member->isString()) {
            fields.insert(member.key(), member->toString());
        } else if (member->isDouble()) {
            fields.insert(member.key(), QString::number(member->toInteger()));
        }
    }
    const bool looksLikeForm = !body.isEmpty() && !body.contains('<') && !body.contains('{') && body.contains('=');
    if (object.isEmpty() && looksLikeForm) {
        // A plus is a space there, which QUrlQuery leaves alone.
        const QUrlQuery query(QString::fromUtf8(QByteArray(body).replace('+', "%20")));
        for (const auto& [name, value] : query.queryItems(QUrl::FullyDecoded)) {
            fields.insert(name, value);
        }
    }
    return fields;
}

} // namespace

qint64 OAuthAnswer::seconds(const QString& name, qint64 otherwise) const {
    constexpr qint64 aYear = 366 * 24 * 3600;
    bool isNumber = false;
    const qint64 number = fields.value(name).toLongLong(&isNumber);
    return isNumber && number >= 0 ? std::min(number, aYear) : otherwise;
}

QCoro::Task<OAuthAnswer> postForm(
    std::shared_ptr<HttpClient> http, GitHubHost host, QByteArray path, FormFields fields, std::stop_token stop) {
    HttpRequest request;
    request.method = "POST";
    request.url = host.web + path;
    request.headers = {{"Accept", "application/json"}, {"Content-Type", "application/x-www-form-urlencoded"},
        {"User-Agent", "Miaobu"}};
    request.body = encoded(fields);
    request.maximumResponseBytes = 256 << 10;
    const HttpResponse response = co_await http->send(std::move(request), stop);
    if (response.status >= 300 && response.status < 400) {
        throw Error(ErrorKind::Redirected, host.name, QUrl::fromEncoded(response.header("location")).host());
    }
    if (response.status == 429) {
        Error error(ErrorKind::RateLimited, host.name);
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const auto asked = askedDelay(response.headers, now).value_or(std::chrono::seconds(60));
        error.retryAt = now.addMSecs(asked.count());
        throw error;
    }
    if (response.status >= 500) {
        Error error(ErrorKind::ServiceError, host.name, u"HTTP status %1"_s.arg(response.status));
        error.retryable = true;
        throw error;
    }
    co_return OAuthAnswer{response.status, fieldsOf(response.body)};
}

Error oauthError(const OAuthAnswer& answer, const GitHubHost& host, const QString& clientId) {
    const QString code = answer.error();
    const QString& name = host.name;
    if (code == "expired_token"_L1 || code == "token_expired"_L1) {
        return Error(ErrorKind::SignInExpired, name);
    }
    if (code == "access_denied"_L1) {
        return Error(ErrorKind::SignInDenied, name);
    }
    if (code == "device_flow_disabled"_L1 || code == "unauthorized_client"_L1
        || (code.isEmpty() && (answer.status == 401 || answer.status == 403 || answer.status == 404))) {
        return Error(ErrorKind::SignInUnavailable, name, code);
    }
    const QString sentence = answer.fields.value(u"error_description"_s).left(300);
    return Error(ErrorKind::SignInMisconfigured, name,
        u"…%1, %2"_s.arg(clientId.right(4), code.isEmpty() ? u"HTTP status %1"_s.arg(answer.status) : code)
            + (sentence.isEmpty() ? QString() : u": "_s + sentence));
}

AccountToken tokenIn(const OAuthAnswer& answer, const GitHubHost& host, const QDateTime& now) {
    AccountToken token;
    token.token = answer.fields.value(u"access_token"_s).toUtf8();
    if (!looksLikeToken(token.token)) {
        throw Error(ErrorKind::MalformedResponse, host.name, u"the answer has no token"_s);
    }
    token.refresh = answer.fields.value(u"refresh_token"_s).toUtf8();
    if (const qint64 life = answer.seconds(u"expires_in"_s, 0); life > 0) {
        token.expires = now.addSecs(life);
    }
    if (const qint64 life = answer.seconds(u"refresh_token_expires_in"_s, 0); life > 0) {
        token.refreshExpires = now.addSecs(life);
    }
    return token;
}

} // namespace miaobu
