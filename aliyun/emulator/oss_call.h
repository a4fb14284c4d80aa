#pragma once

#include "aliyun/emulator/bucket_shelf.h"
#include "aliyun/emulator/credential_book.h"
#include "aliyun/emulator/request.h"
#include "aliyun/emulator/service_bucket.h"

namespace miaobu::emulator {

/// One request to the object service, its address taken apart.
struct OssCall {
    const Request& request;
    Body& body;
    BucketShelf& shelf;
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

// Buckets
[[nodiscard]] Reply listObjects(const OssCall& call);
[[nodiscard]] Reply listObjectsV2(const OssCall& call);
[[nodiscard]] Reply putBucket(const OssCall& call);
[[nodiscard]] Reply getBucketInfo(const OssCall& call);
[[nodiscard]] Reply getBucketLocation(const OssCall& call);
[[nodiscard]] Reply getBucketAcl(const OssCall& call);
[[nodiscard]] Reply deleteBucket(const OssCall& call);
[[nodiscard]] Reply listBuckets(const OssCall& call);

/// 200 with \a root as the body.
[[nodiscard]] Reply xmlReply(const std::string& root);

} // namespace miaobu::emulator
