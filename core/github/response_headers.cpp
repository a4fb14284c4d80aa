#include "core/github/response_headers.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

bool isCalledNext(const QByteArray& parameters) {
    const QList<QByteArray> all = parameters.split(';');
    return std::any_of(all.begin(), all.end(), [](const QByteArray& parameter) {
        const QByteArray bare = QByteArray(parameter).replace('"', "").simplified().replace(" ", "").toLower();
        return bare == "rel=next";
    });
}

} // namespace

QByteArray nextLink(const QByteArray& header) {
    qsizetype from = 0;
    while (true) {
        const qsizetype open = header.indexOf('<', from);
        const qsizetype close = header.indexOf('>', open);
        if (open < 0 || close < 0) {
            return {};
        }
        const qsizetype following = header.indexOf('<', close);
        if (isCalledNext(
                header.sliced(close + 1, (following < 0 ? header.size() : following) - close - 1).replace(',', ""))) {
            return header.sliced(open + 1, close - open - 1);
        }
        from = close;
    }
}

std::optional<QStringList> grantedScopes(const HttpHeaders& headers) {
    const QByteArray text = headerValue(headers, "x-oauth-scopes");
    if (text.isNull()) {
        return std::nullopt;
    }
    QStringList scopes;
    const QList<QByteArray> names = text.split(',');
    for (const QByteArray& name : names) {
        if (const QString scope = QString::fromUtf8(name.trimmed()); !scope.isEmpty()) {
            scopes.append(scope);
        }
    }
    return scopes;
}

RateLimit rateLimit(const HttpHeaders& headers, const QDateTime& now) {
    RateLimit rate;
    rate.limit = std::max(headerValue(headers, "x-ratelimit-limit").toInt(), 0);
    rate.remaining = std::max(headerValue(headers, "x-ratelimit-remaining").toInt(), 0);
    bool isNumber = false;
    const qint64 reset = headerValue(headers, "x-ratelimit-reset").toLongLong(&isNumber);
    constexpr qint64 endOfTime = 253402300799; // The last second of the year 9999
    if (isNumber && reset > 0 && reset < endOfTime) {
        const QDateTime theirs = httpDate(headerValue(headers, "date"));
        const QDateTime at = QDateTime::fromSecsSinceEpoch(reset, Qt::UTC);
        rate.resetsAt = theirs.isValid() ? at.addSecs(theirs.secsTo(now)) : at;
    }
    return rate;
}

} // namespace miaobu
