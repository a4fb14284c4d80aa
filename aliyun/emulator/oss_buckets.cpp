#include "aliyun/emulator/oss_call.h"
#include "aliyun/emulator/service_fault.h"

namespace miaobu::emulator {

namespace {

const std::string owner = "<Owner><ID>miaobu</ID><DisplayName>miaobu</DisplayName></Owner>";
const std::string grant = "<AccessControlList><Grant>private</Grant></AccessControlList>";

std::string bucketXml(const OssCall& call, const Bucket& bucket) {
    const std::string host = call.request.header("host");
    return "<Bucket>" + xmlElement("Name", bucket.name()) + xmlElement("Location", "oss-" + call.region)
        + xmlElement("Region", call.region) + xmlElement("CreationDate", isoDateMilliseconds(bucket.created()))
        + xmlElement("ExtranetEndpoint", host) + xmlElement("IntranetEndpoint", host)
        + xmlElement("StorageClass", "Standard");
}

} // namespace

std::shared_ptr<Bucket> OssCall::bucket() const {
    auto found = shelf.find(bucketName);
    if (!found) {
        throw ServiceFault{404, "NoSuchBucket", "The specified bucket does not exist.",
            {{"BucketName", bucketName}, {"EC", "0015-00000101"}}};
    }
    return found;
}

Reply xmlReply(const std::string& root) {
    Reply reply;
    reply.set("Content-Type", "application/xml");
    reply.body = R"(<?xml version="1.0" encoding="UTF-8"?>)" + root;
    return reply;
}

Reply putBucket(const OssCall& call) {
    call.shelf.create(call.bucketName);
    Reply reply;
    reply.set("Location", "/" + call.bucketName);
    return reply;
}

Reply getBucketInfo(const OssCall& call) {
    const auto bucket = call.bucket();
    return xmlReply("<BucketInfo>" + bucketXml(call, *bucket) + owner + grant + xmlElement("DataRedundancyType", "LRS")
        + xmlElement("BlockPublicAccess", "true") + "</Bucket></BucketInfo>");
}

Reply getBucketLocation(const OssCall& call) {
    static_cast<void>(call.bucket());
    return xmlReply(xmlElement("LocationConstraint", "oss-" + call.region));
}

Reply getBucketAcl(const OssCall& call) {
    static_cast<void>(call.bucket());
    return xmlReply("<AccessControlPolicy>" + owner + grant + "</AccessControlPolicy>");
}

Reply deleteBucket(const OssCall& call) {
    call.shelf.remove(call.bucketName);
    Reply reply;
    reply.status = 204;
    return reply;
}

Reply listBuckets(const OssCall& call) {
    std::string buckets;
    const std::string prefix = call.request.parameter("prefix").value_or(std::string());
    for (const auto& bucket : call.shelf.all()) {
        if (bucket->name().starts_with(prefix)) {
            buckets += bucketXml(call, *bucket) + "</Bucket>";
        }
    }
    return xmlReply("<ListAllMyBucketsResult>" + owner + "<Buckets>" + buckets + "</Buckets></ListAllMyBucketsResult>");
}

} // namespace miaobu::emulator
