#pragma once

#include "aliyun/wire/credentials.h"
#include "aliyun/wire/encoding.h"
#include "core/net/http_message.h"

#include <QDateTime>

namespace miaobu::aliyun {

/// A call of an OpenAPI service, before it is signed.
struct AcsRequest {
    QByteArray method = QByteArrayLiteral("POST");
    QByteArray host; ///< With its port where that is not the scheme's own
    QByteArray path = QByteArrayLiteral("/"); ///< Percent-encoded
    Parameters query;
    HttpHeaders headers; ///< Host, Content-Type and x-acs-* are signed, others are not.
    QByteArray body;
};

/// The text whose hash is signed by ACS3-HMAC-SHA256: Alibaba Cloud's "V3 request body & signature mechanism".
[[nodiscard]] QByteArray acsCanonicalRequest(const AcsRequest& request);

/// The value of the Authorization header for the headers the request has.
[[nodiscard]] QByteArray acsAuthorization(const AcsRequest& request, const Credentials& credentials);

/// Gives \a request every header the service wants for \a action, Authorization last. \a nonce is good for one request.
[[nodiscard]] AcsRequest signAcs(AcsRequest request, const QByteArray& action, const QByteArray& version,
    const Credentials& credentials, const QDateTime& time, const QByteArray& nonce);

} // namespace miaobu::aliyun
