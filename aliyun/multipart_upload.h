#pragma once

#include "aliyun/wire/oss_client.h"

namespace miaobu::aliyun {

/// When and how a file is sent in parts. The defaults of the parts are those of Alibaba's own client.
struct MultipartPolicy {
    qint64 threshold = qint64{64} << 20; ///< Bytes; a file below is sent as one.
    qint64 partBytes = qint64{6} << 20; ///< At least; OSS takes parts of 100 KB to 5 GB.
    int parallel = 3;
};

/// How long the parts of a file of \a size are, so that there are at most the 10,000 that OSS takes.
[[nodiscard]] qint64 partLength(qint64 size, const MultipartPolicy& policy);

/// What is stored, from where, and as what.
struct MultipartFile {
    QString key;
    QString path;
    qint64 size = 0;
    quint64 crc64 = 0; ///< What the whole must have.
    HttpHeaders headers; ///< Stored with the object
};

/// Stores a file part by part (OSS: InitiateMultipartUpload, UploadPart, CompleteMultipartUpload). Every part is checked on arrival, and the
/// parts together before they become an object. What was sent is taken back on failure and on cancel, as far as the service can be reached.
/// \throws Error(ChecksumMismatch) for a file that is not what file.crc64 says, and what OssClient::call() throws
QCoro::Task<> uploadInParts(OssClient client, MultipartFile file, MultipartPolicy policy, std::stop_token stop);

} // namespace miaobu::aliyun
