#pragma once

#include "core/net/http_message.h"

#include <QString>

namespace miaobu::aliyun {

/// What a service said about a call it refused, whichever of its forms it used.
struct ServiceFault {
    QString code; ///< "NoSuchKey", "InvalidKey.NotFound"; empty when the answer says nothing.
    QString message;
    QString requestId;
    QString deniedAction; ///< The RAM action that is not allowed: "esa:PutKv"
};

/// Reads JSON (OpenAPI), XML (OSS), and the x-oss-err header of an answer without a body. Never throws: what cannot be read is left empty.
[[nodiscard]] ServiceFault readFault(const HttpResponse& response);

} // namespace miaobu::aliyun
