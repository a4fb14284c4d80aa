#pragma once

#include "aliyun/wire/form_upload.h"
#include "aliyun/wire/oss_client.h"

namespace miaobu::aliyun {

/// What a form may store, and until when.
struct PostPolicy {
    QString key; ///< The one key it may be stored as
    std::chrono::seconds expires = std::chrono::minutes(15);
    qint64 longest = qint64{5} << 30; ///< Bytes
};

/// A form that stores \a file in \a bucket, signed with V4 (Alibaba Cloud OSS, PostObject): whoever has it needs no key.
/// \a headers, such as Cache-Control, are stored with the object.
[[nodiscard]] FormUpload postObjectForm(const OssBucket& bucket, const Credentials& credentials, const QDateTime& now,
    const PostPolicy& policy, const Parameters& headers, FormFile file);

} // namespace miaobu::aliyun
