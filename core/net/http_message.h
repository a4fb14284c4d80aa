#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <chrono>
#include <utility>

namespace miaobu {

using HttpHeader = std::pair<QByteArray, QByteArray>;
using HttpHeaders = QList<HttpHeader>;

/// The value of the first header called \a name, whatever its case; null where there is none.
[[nodiscard]] QByteArray headerValue(const HttpHeaders& headers, QByteArrayView name);

/// The moment of a Date or Retry-After header, "Fri, 02 Jan 2026 03:04:35 GMT" (RFC 9110 §5.6.7); invalid for anything else.
[[nodiscard]] QDateTime httpDate(const QByteArray& text);

/// What a service calls one answer, for its support: x-acs-request-id, x-oss-request-id or x-fc-request-id; empty where there is none.
[[nodiscard]] QString requestIdOf(const HttpHeaders& headers);

struct HttpRequest {
    QByteArray method = QByteArrayLiteral("GET");
    /// Percent-encoded, and sent as it is: "//", "/../" and "%2E" stay. https, or http to this computer. No user name, no fragment.
    QByteArray url;
    HttpHeaders headers; ///< In this order. Nothing but Host, Accept and Content-Length is added.
    QByteArray body;
    QString bodyFile; ///< Sent instead of body, read piece by piece.
    QByteArray connectTo; ///< "127.0.0.1:8080": where to connect, whatever the URL's host says. Empty: the URL's host.
    /// On a connection that was not used before. A request on a kept one that turns out to be closed is sent again by libcurl itself, and
    /// nobody knows then whether it was done twice.
    bool onFreshConnection = false;
    std::chrono::milliseconds connectTimeout = std::chrono::seconds(8);
    std::chrono::seconds idleTimeout
        = std::chrono::seconds(30); ///< Without a byte either way, waiting for the answer included.
    qint64 maximumResponseBytes = qint64{64} << 20;
};

struct HttpResponse {
    int status = 0;
    HttpHeaders headers;
    QByteArray body; ///< As it was sent: a compressed body stays compressed.

    [[nodiscard]] QByteArray header(QByteArrayView name) const { return headerValue(headers, name); }
};

/// Where \a url leads.
struct HttpOrigin {
    QByteArray scheme; ///< Lower case
    QByteArray host; ///< Lower case; an IPv6 address without its brackets
    bool isLoopback = false;
};

/// Whether \a host is this computer: localhost, *.localhost (RFC 6761), 127.0.0.0/8 or ::1.
[[nodiscard]] bool isLoopbackHost(QByteArrayView host);

/// \throws Error(InvalidInput) for anything that HttpClient does not send: another scheme, http to another computer, a user name,
/// a byte in the URL that has to be encoded, a header that would break out of its line.
HttpOrigin checkRequest(const HttpRequest& request);

} // namespace miaobu
