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
    QString bucket; ///< The one that is in another region than it was looked for in …
    QString endpoint; ///< … and where it is: "oss-cn-beijing.aliyuncs.com"
};

/// Reads JSON (OpenAPI), XML (OSS), and the x-oss-err header of an answer without a body. Never throws: what cannot be read is left empty.
[[nodiscard]] ServiceFault readFault(const HttpResponse& response);

/// Whether an answer with a good status says that the call failed: Container Registry's "IsSuccess":false, or a code with a message as ESA's
/// VerifyCustomHostname gives it.
[[nodiscard]] bool hasFaultInside(const HttpResponse& response);

} // namespace miaobu::aliyun
