#include "core/net/http_message.h"

#include "core/async/error.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

Error invalid(QByteArrayView subject, const QString& detail) {
    return Error(ErrorKind::InvalidInput, QString::fromUtf8(subject), detail);
}

bool isToken(QByteArrayView text) {
    constexpr QByteArrayView marks = "!#$%&'*+-.^_`|~";
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [marks](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || marks.contains(c);
    });
}

bool isControl(char c) {
    return static_cast<uchar>(c) < 0x20 || c == 0x7f;
}

QByteArray hostOf(QByteArrayView authority) {
    if (authority.startsWith('[')) {
        return authority.sliced(1, std::max<qsizetype>(authority.indexOf(']') - 1, 0)).toByteArray().toLower();
    }
    const qsizetype colon = authority.lastIndexOf(':');
    return (colon < 0 ? authority : authority.first(colon)).toByteArray().toLower();
}

} // namespace

QByteArray headerValue(const HttpHeaders& headers, QByteArrayView name) {
    for (const auto& [known, value] : headers) {
        if (name.compare(known, Qt::CaseInsensitive) == 0) {
            return value;
        }
    }
    return {};
}

QDateTime httpDate(const QByteArray& text) {
    // Qt reads the date of a mail, whose zone is a number.
    return text.endsWith(" GMT")
        ? QDateTime::fromString(QString::fromLatin1(text.chopped(3)) + u"+0000"_s, Qt::RFC2822Date).toUTC()
        : QDateTime();
}

QString requestIdOf(const HttpHeaders& headers) {
    for (const QByteArrayView name : {"x-acs-request-id", "x-oss-request-id", "x-fc-request-id"}) {
        if (const QByteArray id = headerValue(headers, name); !id.isEmpty()) {
            return QString::fromLatin1(id);
        }
    }
    return {};
}

bool isLoopbackHost(QByteArrayView host) {
    // A name such as 127.example.com is no address.
    const bool isNumeric
        = std::all_of(host.begin(), host.end(), [](char c) { return c == '.' || (c >= '0' && c <= '9'); });
    return host == "localhost" || host.endsWith(".localhost") || host == "::1"
        || (isNumeric && host.startsWith("127."));
}

HttpOrigin checkRequest(const HttpRequest& request) {
    const qsizetype schemeEnd = request.url.indexOf("://");
    if (schemeEnd < 1
        || std::any_of(request.url.begin(), request.url.end(), [](char c) { return c <= 0x20 || c >= 0x7f; })) {
        throw invalid("URL", u"not an encoded absolute URL"_s);
    }
    const QByteArrayView afterScheme = QByteArrayView(request.url).sliced(schemeEnd + 3);
    const auto end
        = std::find_if(afterScheme.begin(), afterScheme.end(), [](char c) { return c == '/' || c == '?' || c == '#'; });
    const QByteArrayView authority = afterScheme.first(end - afterScheme.begin());
    HttpOrigin origin{request.url.first(schemeEnd).toLower(), hostOf(authority), false};
    if (origin.host.isEmpty() || authority.contains('@') || request.url.contains('#')) {
        throw invalid(origin.host, u"the URL has no host, a user name or a fragment"_s);
    }
    origin.isLoopback = isLoopbackHost(request.connectTo.isEmpty() ? origin.host : hostOf(request.connectTo));
    if (origin.scheme != "https" && !(origin.scheme == "http" && origin.isLoopback)) {
        throw invalid(origin.host, u"only https is spoken with other computers"_s);
    }
    if (!isToken(request.method)) {
        throw invalid("method", u"not an HTTP method"_s);
    }
    for (const auto& [name, value] : request.headers) {
        if (!isToken(name)) {
            throw invalid("header", u"the name of a header is not a token"_s);
        }
        if (std::any_of(value.begin(), value.end(), isControl)) {
            throw invalid(name, u"a control character in the value of a header"_s);
        }
    }
    return origin;
}

} // namespace miaobu
