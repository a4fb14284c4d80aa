#include "aliyun/emulator/copy_source.h"
#include "aliyun/emulator/object_acl.h"
#include "aliyun/emulator/object_reply.h"
#include "aliyun/emulator/object_rules.h"
#include "aliyun/emulator/oss_call.h"
#include "aliyun/emulator/service_fault.h"

namespace miaobu::emulator {

namespace {

void checkCopyConditions(const Request& request, const ObjectRecord& record) {
    const std::string match = request.header("x-oss-copy-source-if-match");
    const std::string noneMatch = request.header("x-oss-copy-source-if-none-match");
    if (!match.empty() && !matchesTag(match, record)) {
        throw ServiceFault{
            412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold.", {}};
    }
    if (!noneMatch.empty() && matchesTag(noneMatch, record)) {
        throw ServiceFault{304, "NotModified", "Not Modified", {}};
    }
}

void setStored(Reply& reply, const ObjectRecord& record) {
    reply.set("ETag", "\"" + record.etag + "\"");
    reply.set("x-oss-hash-crc64ecma", std::to_string(record.crc64));
}

/// response-content-type and its like: what the client wants to read instead of the stored header.
void overrideHeaders(Reply& reply, const Request& request) {
    for (const auto& [name, value] : request.query) {
        const std::string header = name.starts_with("response-") ? name.substr(9) : std::string();
        if (isStoredHeader(header)) {
            std::erase_if(reply.headers, [&header](const auto& field) { return lowerCase(field.first) == header; });
            reply.set(header, value);
        }
    }
}

} // namespace

Reply putObject(const OssCall& call) {
    const auto bucket = call.bucket();
    checkObjectName(call.key);
    checkNewAcl(call);
    const std::string md5 = claimedMd5(call.request);
    if (!call.request.hasHeader("content-length") && !call.request.hasHeader("transfer-encoding")) {
        throw ServiceFault{411, "MissingContentLength", "You must provide the Content-Length HTTP header.", {}};
    }
    if (toInteger(call.request.header("content-length")).value_or(0) > static_cast<long long>(largestSimpleObject)) {
        throw ServiceFault{400, "EntityTooLarge", "Your proposed upload exceeds the maximum allowed object size.", {}};
    }
    if (!mayOverwrite(call.request) && bucket->find(call.key)) {
        throw objectAlreadyThere();
    }
    ObjectDraft draft(bucket->draftFolder());
    const bool whole = call.body.read([&draft](std::string_view piece) {
        draft.add(piece);
        return true;
    });
    if (!whole) {
        throw ServiceFault{400, "RequestTimeout", "The body ended before its length.", {}};
    }
    ObjectRecord record;
    record.key = call.key;
    record.headers = headersToStore(call.request);
    draft.finish(record);
    if (!md5.empty() && toUpperHex(md5) != record.etag) {
        throw ServiceFault{400, "InvalidDigest", "The Content-MD5 you specified did not match what we received.",
            {{"EC", "0016-00000202"}}};
    }
    Reply reply;
    setStored(reply, record);
    if (!bucket->store(draft, std::move(record), mayOverwrite(call.request))) {
        throw objectAlreadyThere();
    }
    setNewAcl(call);
    return reply;
}

Reply copyObject(const OssCall& call) {
    const auto bucket = call.bucket();
    checkObjectName(call.key);
    const OpenObject object = copySource(call);
    checkCopyConditions(call.request, *object.record);
    ObjectRecord record = *object.record;
    record.key = call.key;
    if (lowerCase(call.request.header("x-oss-metadata-directive")) == "replace") {
        record.headers = headersToStore(call.request);
    }
    ObjectDraft draft(bucket->draftFolder());
    draft.addCopyOf(*object.file, object.record->size);
    draft.finish(record);
    Reply reply = xmlReply("<CopyObjectResult>" + xmlElement("ETag", "\"" + record.etag + "\"")
        + xmlElement("LastModified", isoDateMilliseconds(record.modified)) + "</CopyObjectResult>");
    setStored(reply, record);
    if (!bucket->store(draft, std::move(record), mayOverwrite(call.request))) {
        throw objectAlreadyThere();
    }
    return reply;
}

Reply getObject(const OssCall& call) {
    const auto object = call.bucket()->open(call.key);
    if (!object) {
        throw noSuchKey(call.key);
    }
    Reply reply = objectReply(call.request, *object, BadRange::WholeObject);
    overrideHeaders(reply, call.request);
    return reply;
}

Reply headObject(const OssCall& call) {
    const auto object = call.bucket()->open(call.key);
    if (!object) {
        throw noSuchKey(call.key);
    }
    Reply reply;
    reply.status = isNotModified(call.request, *object->record) ? 304 : 200;
    setObjectHeaders(reply, *object->record);
    reply.slice = FileSlice{object->file, 0, object->record->size};
    return reply;
}

Reply getObjectMeta(const OssCall& call) {
    const auto object = call.bucket()->open(call.key);
    if (!object) {
        throw noSuchKey(call.key);
    }
    Reply reply;
    setStored(reply, *object->record);
    reply.set("Last-Modified", httpDate(object->record->modified));
    reply.slice = FileSlice{object->file, 0, object->record->size};
    return reply;
}

Reply deleteObject(const OssCall& call) {
    const auto bucket = call.bucket();
    bucket->remove(call.key);
    call.settings.removeObjectAcl(call.bucketName, call.key);
    Reply reply;
    reply.status = 204;
    return reply;
}

} // namespace miaobu::emulator
