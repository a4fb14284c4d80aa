#include "aliyun/emulator/oss_server.h"

#include "aliyun/emulator/digest.h"
#include "aliyun/emulator/oss_call.h"
#include "aliyun/emulator/oss_signature.h"
#include "aliyun/emulator/service_fault.h"

#include <algorithm>
#include <array>

namespace miaobu::emulator {

namespace {

enum class Level { Service, Bucket, Object };

struct Operation {
    std::string_view action;
    std::string_view method;
    Level level;
    std::string_view subresource; ///< A query parameter that must be there; empty: none of them may be
    Reply (*run)(const OssCall&);
};

constexpr std::array operations{
    Operation{"CopyObject", "PUT", Level::Object, "", copyObject},
    Operation{"PutObject", "PUT", Level::Object, "", putObject},
    Operation{"GetObject", "GET", Level::Object, "", getObject},
    Operation{"HeadObject", "HEAD", Level::Object, "", headObject},
    Operation{"GetObjectMeta", "HEAD", Level::Object, "objectMeta", getObjectMeta},
    Operation{"DeleteObject", "DELETE", Level::Object, "", deleteObject},
    Operation{"GetObjectAcl", "GET", Level::Object, "acl", getObjectAcl},
    Operation{"PutObjectAcl", "PUT", Level::Object, "acl", putObjectAcl},
    Operation{"InitiateMultipartUpload", "POST", Level::Object, "uploads", initiateMultipartUpload},
    Operation{"UploadPartCopy", "PUT", Level::Object, "partNumber", uploadPartCopy},
    Operation{"UploadPart", "PUT", Level::Object, "partNumber", uploadPart},
    Operation{"CompleteMultipartUpload", "POST", Level::Object, "uploadId", completeMultipartUpload},
    Operation{"AbortMultipartUpload", "DELETE", Level::Object, "uploadId", abortMultipartUpload},
    Operation{"ListParts", "GET", Level::Object, "uploadId", listParts},
    Operation{"ListMultipartUploads", "GET", Level::Bucket, "uploads", listMultipartUploads},
    Operation{"DeleteMultipleObjects", "POST", Level::Bucket, "delete", deleteMultipleObjects},
    Operation{"PostObject", "POST", Level::Bucket, "", postObject},
    Operation{"ListObjectsV2", "GET", Level::Bucket, "list-type", listObjectsV2},
    Operation{"ListObjects", "GET", Level::Bucket, "", listObjects},
    Operation{"GetBucketInfo", "GET", Level::Bucket, "bucketInfo", getBucketInfo},
    Operation{"GetBucketLocation", "GET", Level::Bucket, "location", getBucketLocation},
    Operation{"GetBucketAcl", "GET", Level::Bucket, "acl", getBucketAcl},
    Operation{"PutBucketAcl", "PUT", Level::Bucket, "acl", putBucketAcl},
    Operation{"GetBucketPublicAccessBlock", "GET", Level::Bucket, "publicAccessBlock", getPublicAccessBlock},
    Operation{"PutBucketPublicAccessBlock", "PUT", Level::Bucket, "publicAccessBlock", putPublicAccessBlock},
    Operation{"PutBucketCors", "PUT", Level::Bucket, "cors", putConfiguration},
    Operation{"GetBucketCors", "GET", Level::Bucket, "cors", getConfiguration},
    Operation{"DeleteBucketCors", "DELETE", Level::Bucket, "cors", deleteConfiguration},
    Operation{"PutBucketLifecycle", "PUT", Level::Bucket, "lifecycle", putConfiguration},
    Operation{"GetBucketLifecycle", "GET", Level::Bucket, "lifecycle", getConfiguration},
    Operation{"DeleteBucketLifecycle", "DELETE", Level::Bucket, "lifecycle", deleteConfiguration},
    Operation{"PutBucketWebsite", "PUT", Level::Bucket, "website", putConfiguration},
    Operation{"GetBucketWebsite", "GET", Level::Bucket, "website", getConfiguration},
    Operation{"DeleteBucketWebsite", "DELETE", Level::Bucket, "website", deleteConfiguration},
    Operation{"PutBucketPolicy", "PUT", Level::Bucket, "policy", putConfiguration},
    Operation{"GetBucketPolicy", "GET", Level::Bucket, "policy", getConfiguration},
    Operation{"DeleteBucketPolicy", "DELETE", Level::Bucket, "policy", deleteConfiguration},
    Operation{"PutBucket", "PUT", Level::Bucket, "", putBucket},
    Operation{"DeleteBucket", "DELETE", Level::Bucket, "", deleteBucket},
    Operation{"ListBuckets", "GET", Level::Service, "", listBuckets},
};

/// Every parameter that makes a request another operation, known here or not: one that is not known must not be taken
/// for a plain PUT.
constexpr std::array<std::string_view, 32> subresources{"acl", "append", "bucketInfo", "cname", "comp", "cors",
    "delete", "encryption", "inventory", "lifecycle", "list-type", "location", "logging", "objectMeta", "partNumber",
    "policy", "publicAccessBlock", "qos", "referer", "replication", "restore", "stat", "symlink", "tagging",
    "transferAcceleration", "uploadId", "uploads", "versioning", "versions", "website", "worm", "x-oss-process"};

bool isAddress(const std::string& host) {
    return host.starts_with('[')
        || std::all_of(host.begin(), host.end(), [](char c) { return c == '.' || (c >= '0' && c <= '9'); });
}

/// Fills in bucket and key.
OssCall addressed(OssCall call) {
    const std::string path = percentDecode(call.request.path().substr(1));
    const std::string host = call.request.hostName();
    if (!isAddress(host) && host.find('.') != std::string::npos) {
        call.bucketName = host.substr(0, host.find('.'));
        call.key = path;
        return call;
    }
    const std::size_t slash = path.find('/');
    call.bucketName = path.substr(0, slash);
    call.key = slash == std::string::npos ? std::string() : path.substr(slash + 1);
    return call;
}

const Operation* operationOf(const OssCall& call) {
    const Level level = call.bucketName.empty() ? Level::Service : call.key.empty() ? Level::Bucket : Level::Object;
    const auto wanted = std::find_if(subresources.begin(), subresources.end(),
        [&call](std::string_view name) { return call.request.hasParameter(name); });
    const std::string_view subresource = wanted == subresources.end() ? std::string_view() : *wanted;
    const bool copies = call.request.hasHeader("x-oss-copy-source");
    const auto found = std::find_if(operations.begin(), operations.end(), [&](const Operation& operation) {
        return operation.method == call.request.method && operation.level == level
            && operation.subresource == subresource
            && ((operation.run != copyObject && operation.run != uploadPartCopy) || copies);
    });
    return found == operations.end() ? nullptr : &*found;
}

/// Whether it needs no signature, because it only reads what is public, and has none.
bool isOpen(const OssCall& call, const Operation& operation) {
    const bool reads = operation.run == getObject || operation.run == headObject;
    const bool isSigned
        = call.request.hasHeader("authorization") || call.request.hasParameter("x-oss-signature-version");
    return reads && !isSigned && call.settings.isPublic(call.bucketName, call.key);
}

std::string faultXml(const ServiceFault& fault, const std::string& requestId, const std::string& host) {
    std::string xml = R"(<?xml version="1.0" encoding="UTF-8"?><Error>)" + xmlElement("Code", fault.code)
        + xmlElement("Message", fault.message) + xmlElement("RequestId", requestId) + xmlElement("HostId", host);
    for (const auto& [name, value] : fault.details) {
        xml += xmlElement(name, value);
    }
    return xml + "</Error>";
}

/// What a RAM policy refuses.
ServiceFault noRight() {
    return {403, "AccessDenied", "You have no right to access this object because of bucket acl.",
        {{"EC", "0003-00000001"}}};
}

Reply faultReply(const ServiceFault& fault, const Request& request, const std::string& requestId) {
    Reply reply;
    reply.status = fault.status;
    const std::string xml = faultXml(fault, requestId, request.header("host"));
    if (const std::string code = fault.detail("EC"); !code.empty()) {
        reply.set("x-oss-ec", code);
    }
    if (request.method == "HEAD") {
        reply.set("x-oss-err", toBase64(xml));
    } else if (fault.status != 304) {
        reply.set("Content-Type", "application/xml");
        reply.body = xml;
    }
    return reply;
}

} // namespace

OssServer::OssServer(OssWorld world, Faults& faults, EmulatorLog& log)
    : m_world(world), m_faults(faults), m_log(log),
      m_server([this](const Request& request, Body& body) { return answer(request, body); }) { }

Reply OssServer::answer(const Request& request, Body& body) const {
    std::string requestId = randomHex(12);
    std::transform(requestId.begin(), requestId.end(), requestId.begin(),
        [](char c) { return c >= 'a' ? static_cast<char>(c - 'a' + 'A') : c; });
    Reply reply;
    try {
        const OssCall call = addressed({request, body, m_world.shelf, m_world.settings, m_world.uploads,
            m_world.credentials, m_world.service, m_world.credentials.region(), {}, {}});
        const Operation* operation = operationOf(call);
        if (operation == nullptr) {
            throw ServiceFault{400, "InvalidArgument", "This operation is not known here.", {{"EC", "0017-00000001"}}};
        }
        reply = m_faults.run(std::string(operation->action), request, body, [&] {
            if (operation->run != postObject && !isOpen(call, *operation)) {
                verifyOssSignature(m_world.credentials, request, call.bucketName, call.key);
            }
            return operation->run(call);
        });
    } catch (const ServiceFault& fault) {
        reply = refused(fault.detail("AuthAction").empty() ? fault : noRight(), request, requestId);
    } catch (const std::exception& failure) {
        reply = refused({500, "InternalError", failure.what(), {}}, request, requestId);
    }
    reply.set("x-oss-request-id", requestId);
    reply.set("Server", "AliyunOSS");
    return reply;
}

Reply OssServer::refused(const ServiceFault& fault, const Request& request, const std::string& requestId) const {
    if (fault.status >= 500) {
        m_log.write(logLine(fault, request.method, requestId));
    }
    return faultReply(fault, request, requestId);
}

} // namespace miaobu::emulator
