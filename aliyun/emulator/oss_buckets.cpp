#include "aliyun/emulator/object_acl.h"
#include "aliyun/emulator/oss_call.h"
#include "aliyun/emulator/service_fault.h"

#include <QXmlStreamReader>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

const std::string owner = "<Owner><ID>miaobu</ID><DisplayName>miaobu</DisplayName></Owner>";
constexpr std::size_t longestBody = 1U << 20;
constexpr std::size_t mostBuckets = 100;
const std::array<QString, 5> storageClasses{
    u"Standard"_s, u"IA"_s, u"Archive"_s, u"ColdArchive"_s, u"DeepColdArchive"_s};

std::string bucketXml(const OssCall& call, const Bucket& bucket) {
    const std::string host = call.request.header("host");
    return "<Bucket>" + xmlElement("Name", bucket.name()) + xmlElement("Location", "oss-" + call.region)
        + xmlElement("Region", call.region) + xmlElement("CreationDate", isoDateMilliseconds(bucket.created()))
        + xmlElement("ExtranetEndpoint", host) + xmlElement("IntranetEndpoint", host)
        + xmlElement("StorageClass", call.settings.storageClass(bucket.name()));
}

/// What CreateBucketConfiguration asks for; Standard without one. \throws ServiceFault(400 MalformedXML)
std::string storageClassOf(const std::string& body) {
    QString wanted = storageClasses.front();
    QXmlStreamReader xml(QByteArray::fromStdString(body));
    while (!body.empty() && !xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == "StorageClass"_L1) {
            wanted = xml.readElementText();
        }
    }
    if (xml.hasError() || std::find(storageClasses.begin(), storageClasses.end(), wanted) == storageClasses.end()) {
        throw ServiceFault{400, "MalformedXML",
            "The XML you provided was not well-formed or did not validate against our published schema.",
            {{"EC", "0016-00000101"}}};
    }
    return wanted.toStdString();
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
    const std::string storageClass = storageClassOf(call.body.readAll(longestBody).value_or(std::string()));
    if (call.shelf.find(call.bucketName)) {
        throw ServiceFault{409, "BucketAlreadyExists",
            "The requested bucket name is not available. The bucket namespace is shared by all users of the system. "
            "Please select a different name and try again.",
            {{"BucketName", call.bucketName}, {"EC", "0015-00000104"}}};
    }
    if (call.shelf.all().size() >= mostBuckets) {
        throw ServiceFault{400, "TooManyBuckets", "You have attempted to create more buckets than allowed.",
            {{"BucketName", call.bucketName}, {"EC", "0015-00000203"}}};
    }
    if (call.request.hasHeader("x-oss-acl")) {
        checkAcl(call, call.request.header("x-oss-acl"), false);
    }
    call.shelf.create(call.bucketName);
    call.settings.setStorageClass(call.bucketName, storageClass);
    Reply reply;
    reply.set("Location", "/" + call.bucketName);
    return reply;
}

Reply getBucketInfo(const OssCall& call) {
    const auto bucket = call.bucket();
    return xmlReply("<BucketInfo>" + bucketXml(call, *bucket) + owner + "<AccessControlList>"
        + xmlElement("Grant", call.settings.acl(bucket->name())) + "</AccessControlList>"
        + xmlElement("DataRedundancyType", "LRS")
        + xmlElement("BlockPublicAccess", call.settings.blocksPublicAccess(bucket->name()) ? "true" : "false")
        + "</Bucket></BucketInfo>");
}

Reply getBucketLocation(const OssCall& call) {
    static_cast<void>(call.bucket());
    return xmlReply(xmlElement("LocationConstraint", "oss-" + call.region));
}

Reply deleteBucket(const OssCall& call) {
    if (!call.uploads.of(call.bucketName).empty()) {
        throw ServiceFault{409, "BucketNotEmpty", "The bucket has unfinished uploads. Please abort them first.",
            {{"BucketName", call.bucketName}, {"EC", "0015-00000301"}}};
    }
    call.shelf.remove(call.bucketName);
    call.settings.removeAll(call.bucketName);
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
