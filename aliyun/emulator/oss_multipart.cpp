#include "aliyun/emulator/copy_source.h"
#include "aliyun/emulator/object_rules.h"
#include "aliyun/emulator/oss_call.h"
#include "aliyun/emulator/service_fault.h"

#include <algorithm>

namespace miaobu::emulator {

namespace {

constexpr long long mostParts = 10'000;

long long partNumberOf(const Request& request) {
    const std::string text = request.parameter("partNumber").value_or(std::string());
    const auto number = toInteger(text);
    if (!number || *number < 1 || *number > mostParts) {
        throw ServiceFault{400, "InvalidArgument", "PartNumber must be an integer between 1 and 10000.",
            {{"ArgumentName", "partNumber"}, {"ArgumentValue", text}, {"EC", "0042-00000051"}}};
    }
    return *number;
}

/// Makes \a draft a part of the upload and answers with what \a record has become.
void storePart(const OssCall& call, ObjectDraft& draft, ObjectRecord& record) {
    const auto parts = call.uploads.parts(existingUpload(call).id);
    if (!parts || !parts->store(draft, record, true)) {
        throw noSuchUpload(call);
    }
}

void setStored(Reply& reply, const ObjectRecord& record) {
    reply.set("ETag", "\"" + record.etag + "\"");
    reply.set("x-oss-hash-crc64ecma", std::to_string(record.crc64));
}

} // namespace

ServiceFault noSuchUpload(const OssCall& call) {
    return {404, "NoSuchUpload",
        "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or "
        "completed.",
        {{"UploadId", call.request.parameter("uploadId").value_or(std::string())}, {"EC", "0042-00000002"}}};
}

MultipartUpload existingUpload(const OssCall& call) {
    static_cast<void>(call.bucket());
    auto upload = call.uploads.find(call.request.parameter("uploadId").value_or(std::string()));
    if (!upload || upload->bucket != call.bucketName || upload->key != call.key) {
        throw noSuchUpload(call);
    }
    return *upload;
}

Reply initiateMultipartUpload(const OssCall& call) {
    static_cast<void>(call.bucket());
    checkObjectName(call.key);
    const std::string id = call.uploads.begin(call.bucketName, call.key, headersToStore(call.request));
    return xmlReply("<InitiateMultipartUploadResult>" + xmlElement("Bucket", call.bucketName)
        + xmlElement("Key", call.key) + xmlElement("UploadId", id) + "</InitiateMultipartUploadResult>");
}

Reply uploadPart(const OssCall& call) {
    const auto parts = call.uploads.parts(existingUpload(call).id);
    ObjectRecord record;
    record.key = partName(partNumberOf(call.request));
    const std::string md5 = claimedMd5(call.request);
    if (!parts) {
        throw noSuchUpload(call);
    }
    ObjectDraft draft(parts->draftFolder());
    const bool whole = call.body.read([&draft](std::string_view piece) {
        draft.add(piece);
        return true;
    });
    if (!whole) {
        throw ServiceFault{400, "RequestTimeout", "The body ended before its length.", {}};
    }
    draft.finish(record);
    if (!md5.empty() && toUpperHex(md5) != record.etag) {
        throw ServiceFault{400, "InvalidDigest", "The Content-MD5 you specified did not match what we received.",
            {{"EC", "0016-00000202"}}};
    }
    if (record.size > largestSimpleObject) {
        throw ServiceFault{400, "EntityTooLarge", "Your proposed upload exceeds the maximum allowed size.", {}};
    }
    storePart(call, draft, record);
    Reply reply;
    setStored(reply, record);
    return reply;
}

Reply uploadPartCopy(const OssCall& call) {
    static_cast<void>(existingUpload(call));
    ObjectRecord record;
    record.key = partName(partNumberOf(call.request));
    const OpenObject source = copySource(call);
    ObjectDraft draft(call.bucket()->draftFolder());
    readPiece(
        source, copyRange(call.request, source.record->size), [&draft](std::string_view piece) { draft.add(piece); });
    draft.finish(record);
    storePart(call, draft, record);
    Reply reply = xmlReply("<CopyPartResult>" + xmlElement("LastModified", isoDateMilliseconds(record.modified))
        + xmlElement("ETag", "\"" + record.etag + "\"") + "</CopyPartResult>");
    setStored(reply, record);
    return reply;
}

Reply abortMultipartUpload(const OssCall& call) {
    call.uploads.end(existingUpload(call).id);
    Reply reply;
    reply.status = 204;
    return reply;
}

Reply listParts(const OssCall& call) {
    const MultipartUpload upload = existingUpload(call);
    const auto parts = call.uploads.parts(upload.id);
    const auto number = [&call](std::string_view name, long long usual) {
        return toInteger(call.request.parameter(name).value_or(std::string())).value_or(usual);
    };
    const long long most = std::clamp(number("max-parts", 1'000), 1LL, 1'000LL);
    const ObjectListing listing = parts
        ? parts->list({}, {}, partName(number("part-number-marker", 0)), static_cast<std::size_t>(most))
        : ObjectListing();
    std::string xml = xmlElement("Bucket", call.bucketName) + xmlElement("Key", call.key)
        + xmlElement("UploadId", upload.id) + xmlElement("MaxParts", std::to_string(most))
        + xmlElement("IsTruncated", listing.truncated ? "true" : "false");
    for (const auto& [name, record] : listing.entries) {
        xml += "<Part>" + xmlElement("PartNumber", std::to_string(toInteger(name).value_or(0)))
            + xmlElement("LastModified", isoDateMilliseconds(record->modified))
            + xmlElement("ETag", "\"" + record->etag + "\"")
            + xmlElement("HashCrc64ecma", std::to_string(record->crc64))
            + xmlElement("Size", std::to_string(record->size)) + "</Part>";
    }
    if (!listing.entries.empty()) {
        xml += xmlElement("NextPartNumberMarker", std::to_string(toInteger(listing.entries.back().name).value_or(0)));
    }
    return xmlReply("<ListPartsResult>" + xml + "</ListPartsResult>");
}

Reply listMultipartUploads(const OssCall& call) {
    static_cast<void>(call.bucket());
    const std::string prefix = call.request.parameter("prefix").value_or(std::string());
    std::string xml;
    for (const MultipartUpload& upload : call.uploads.of(call.bucketName)) {
        if (upload.key.starts_with(prefix)) {
            xml += "<Upload>" + xmlElement("Key", upload.key) + xmlElement("UploadId", upload.id)
                + xmlElement("StorageClass", "Standard")
                + xmlElement("Initiated", isoDateMilliseconds(upload.initiated)) + "</Upload>";
        }
    }
    return xmlReply("<ListMultipartUploadsResult>" + xmlElement("Bucket", call.bucketName)
        + xmlElement("IsTruncated", "false") + xml + "</ListMultipartUploadsResult>");
}

} // namespace miaobu::emulator
