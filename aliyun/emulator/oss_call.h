#pragma once

#include "aliyun/emulator/bucket_settings.h"
#include "aliyun/emulator/bucket_shelf.h"
#include "aliyun/emulator/credential_book.h"
#include "aliyun/emulator/multipart_uploads.h"
#include "aliyun/emulator/request.h"
#include "aliyun/emulator/service_bucket.h"
#include "aliyun/emulator/service_fault.h"

namespace miaobu::emulator {

/// What the object service works on.
struct OssWorld {
    BucketShelf& shelf;
    BucketSettings& settings;
    MultipartUploads& uploads;
    const CredentialBook& credentials;
    const ServiceBucket& service;
};

/// One request to the object service, its address taken apart.
struct OssCall {
    const Request& request;
    Body& body;
    BucketShelf& shelf;
    BucketSettings& settings;
    MultipartUploads& uploads;
    const CredentialBook& credentials;
    const ServiceBucket& service;
    std::string region;
    std::string bucketName; ///< Empty for the service itself
    std::string key; ///< Empty for the bucket itself

    /// \throws ServiceFault(404 NoSuchBucket)
    [[nodiscard]] std::shared_ptr<Bucket> bucket() const;
};

// Objects. Each throws ServiceFault as the service answers it.
[[nodiscard]] Reply putObject(const OssCall& call);
[[nodiscard]] Reply copyObject(const OssCall& call);
[[nodiscard]] Reply getObject(const OssCall& call);
[[nodiscard]] Reply headObject(const OssCall& call);
[[nodiscard]] Reply getObjectMeta(const OssCall& call);
[[nodiscard]] Reply deleteObject(const OssCall& call);
[[nodiscard]] Reply deleteMultipleObjects(const OssCall& call);
/// Its signature is in its form and is checked here.
[[nodiscard]] Reply postObject(const OssCall& call);

[[nodiscard]] Reply getObjectAcl(const OssCall& call);
[[nodiscard]] Reply putObjectAcl(const OssCall& call);

// Objects in parts
[[nodiscard]] Reply initiateMultipartUpload(const OssCall& call);
[[nodiscard]] Reply uploadPart(const OssCall& call);
[[nodiscard]] Reply uploadPartCopy(const OssCall& call);
[[nodiscard]] Reply completeMultipartUpload(const OssCall& call);
[[nodiscard]] Reply abortMultipartUpload(const OssCall& call);
[[nodiscard]] Reply listParts(const OssCall& call);
[[nodiscard]] Reply listMultipartUploads(const OssCall& call);
/// The one that the call is about. \throws ServiceFault(404 NoSuchUpload)
[[nodiscard]] MultipartUpload existingUpload(const OssCall& call);
[[nodiscard]] ServiceFault noSuchUpload(const OssCall& call);

// Buckets
[[nodiscard]] Reply listObjects(const OssCall& call);
[[nodiscard]] Reply listObjectsV2(const OssCall& call);
[[nodiscard]] Reply putBucket(const OssCall& call);
[[nodiscard]] Reply getBucketInfo(const OssCall& call);
[[nodiscard]] Reply getBucketLocation(const OssCall& call);
[[nodiscard]] Reply getBucketAcl(const OssCall& call);
[[nodiscard]] Reply putBucketAcl(const OssCall& call);
[[nodiscard]] Reply getPublicAccessBlock(const OssCall& call);
[[nodiscard]] Reply putPublicAccessBlock(const OssCall& call);
/// CORS, lifecycle, website and policy, kept as they are put
[[nodiscard]] Reply putConfiguration(const OssCall& call);
[[nodiscard]] Reply getConfiguration(const OssCall& call);
[[nodiscard]] Reply deleteConfiguration(const OssCall& call);
[[nodiscard]] Reply deleteBucket(const OssCall& call);
[[nodiscard]] Reply listBuckets(const OssCall& call);

/// 200 with \a root as the body.
[[nodiscard]] Reply xmlReply(const std::string& root);

} // namespace miaobu::emulator
