#pragma once

#include "aliyun/wire/encoding.h"
#include "core/net/retry.h"

#include <QJsonObject>

namespace miaobu::aliyun {

struct FormFile {
    QByteArray name; ///< "index.js"
    QByteArray contentType;
    QByteArray content;
};

/// A file that is sent as a form (RFC 7578): the fields in their order, the file last, as OSS PostObject wants it.
struct FormUpload {
    QByteArray url;
    Parameters fields; ///< Decoded
    FormFile file;
    QString subject; ///< What errors are about
};

/// The request of \a upload. \throws Error(InvalidInput) for a name with a quote or a line end in it
[[nodiscard]] HttpRequest formRequest(const FormUpload& upload);

/// A form that a service issued and signed, such as the OssPostConfig of ESA's GetRoutineStagingCodeUploadInfo, in either spelling of its
/// members: Url is where it goes, XOssSecurityToken becomes x-oss-security-token, everything else is a field as it is. A host outside this
/// computer is always asked over https. \throws Error(MalformedResponse) when there is no Url or a member is no text
[[nodiscard]] FormUpload issuedForm(const QJsonObject& config, FormFile file);

/// Sends \a upload; repeating it stores the same object again, so it is repeated as \a policy says.
/// \throws Error as serviceError() says, also when the object was stored and the service's callback failed (203); Error(Cancelled).
QCoro::Task<> sendForm(std::shared_ptr<HttpClient> client, FormUpload upload, RetryPolicy policy, std::stop_token stop);

} // namespace miaobu::aliyun
