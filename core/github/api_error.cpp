#include "core/github/api_error.h"

#include "core/github/response_headers.h"
#include "core/net/retry.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

/// GitHub's own sentence. An HTML page, as a proxy or a front end answers, says nothing.
QString messageOf(const HttpResponse& response) {
    constexpr qsizetype longest = 16 << 10;
    constexpr qsizetype longestSentence = 500;
    if (response.body.size() > longest) {
        return {};
    }
    return QJsonDocument::fromJson(response.body).object().value("message"_L1).toString().left(longestSentence);
}

bool isRateLimit(const HttpResponse& response, const QString& message) {
    return response.status == 429
        || (response.status == 403
            && (!response.header("retry-after").isNull() || response.header("x-ratelimit-remaining") == "0"
                || message.contains("rate limit"_L1, Qt::CaseInsensitive)
                || message.contains("abuse detection"_L1, Qt::CaseInsensitive)));
}

/// https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
QDateTime limitEnds(const HttpResponse& response, const QDateTime& now, int waited) {
    if (const auto asked = askedDelay(response.headers, now)) {
        return now.addMSecs(asked->count());
    }
    const RateLimit rate = rateLimit(response.headers, now);
    if (rate.remaining == 0 && rate.resetsAt.isValid()) {
        return std::max(rate.resetsAt, now.addSecs(1));
    }
    constexpr qint64 longest = 15 * 60;
    return now.addSecs(std::min<qint64>(qint64{60} << std::clamp(waited, 0, 10), longest));
}

/// "required; url=https://github.com/orgs/acme/sso?authorization_request=…"
QStringList singleSignOnPage(const HttpHeaders& headers) {
    const QByteArray text = headerValue(headers, "x-github-sso");
    const qsizetype at = text.indexOf("url=https://");
    return at < 0 ? QStringList() : QStringList(QString::fromUtf8(text.sliced(at + 4)));
}

Error forbidden(const HttpResponse& response, const QString& subject, const QString& message) {
    Error error(ErrorKind::TokenNotPermitted, subject, message);
    error.alternatives = singleSignOnPage(response.headers);
    return error;
}

Error meaningOf(const HttpResponse& response, const QString& subject, const QString& message) {
    const QString detail
        = message.isEmpty() ? u"HTTP status %1"_s.arg(response.status) : message + u" (%1)"_s.arg(response.status);
    switch (response.status) {
    case 401:
        return Error(ErrorKind::SignInNeeded, subject, detail);
    case 403:
        return forbidden(response, subject, detail);
    case 404:
    case 451:
        return Error(ErrorKind::NotFound, subject, detail);
    case 409:
        // https://docs.github.com/en/rest/git: "Git Repository is empty."
        return Error(
            message.contains("is empty"_L1) ? ErrorKind::RepositoryEmpty : ErrorKind::Conflict, subject, detail);
    case 422:
        return Error(ErrorKind::InvalidInput, subject, detail);
    default:
        break;
    }
    Error error(response.status >= 500 ? ErrorKind::ServiceError : ErrorKind::HttpStatus, subject, detail);
    error.retryable = response.status >= 500;
    return error;
}

} // namespace

std::optional<Error> apiError(const HttpResponse& response, const QString& subject, const QDateTime& now, int waited) {
    if ((response.status >= 200 && response.status < 300) || response.status == 304) {
        return std::nullopt;
    }
    const QString message = messageOf(response);
    Error error = isRateLimit(response, message) ? Error(ErrorKind::RateLimited, subject, message)
                                                 : meaningOf(response, subject, message);
    if (error.kind == ErrorKind::RateLimited) {
        error.retryAt = limitEnds(response, now, waited);
    }
    error.requestId = QString::fromUtf8(response.header("x-github-request-id"));
    return error;
}

} // namespace miaobu
