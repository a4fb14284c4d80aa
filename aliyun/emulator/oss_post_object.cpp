#include "aliyun/emulator/digest.h"
#include "aliyun/emulator/form_policy.h"
#include "aliyun/emulator/form_reader.h"
#include "aliyun/emulator/object_rules.h"
#include "aliyun/emulator/oss_call.h"
#include "aliyun/emulator/oss_signature.h"
#include "aliyun/emulator/service_fault.h"

namespace miaobu::emulator {

namespace {

using Form = std::map<std::string, std::string>;

std::string fieldOf(const Form& form, const std::string& name) {
    const auto found = form.find(name);
    return found == form.end() ? std::string() : found->second;
}

[[noreturn]] void malformed(const std::string& why) {
    throw ServiceFault{400, "MalformedPOSTRequest",
        "The body of your POST request is not well-formed multipart/form-data: " + why, {{"EC", "0016-00000000"}}};
}

KnownKey keyOf(const OssCall& call, const std::string& id, const Form& form) {
    const bool isService = call.bucketName == ServiceBucket::name;
    auto key = isService && id == call.service.accessKeyId()
        ? std::optional(KnownKey{call.service.accessKeySecret(), {}, {}, {}})
        : isService ? std::nullopt
                    : call.credentials.find(id);
    if (!key) {
        throw ServiceFault{403, "InvalidAccessKeyId",
            "The OSS Access Key Id you provided does not exist in our records.",
            {{"OSSAccessKeyId", id}, {"EC", "0002-00000902"}}};
    }
    if (!equalInConstantTime(fieldOf(form, "x-oss-security-token"), key->token)) {
        throw ServiceFault{403, "AccessKeyIdAndSecurityTokenNotMatch",
            "The security token does not belong to the access key.", {{"OSSAccessKeyId", id}}};
    }
    if (key->isExpired()) {
        throw ServiceFault{403, "SecurityTokenExpired", "The security token you provided has expired.", {}};
    }
    return *key;
}

void verify(const OssCall& call, const Form& form) {
    const std::string policy = fieldOf(form, "policy");
    if (policy.empty()) {
        throw ServiceFault{
            403, "AccessDenied", "Anonymous access is forbidden for this operation.", {{"EC", "0003-00000001"}}};
    }
    std::string expected;
    std::string given;
    if (form.contains("x-oss-signature-version")) {
        const std::string credential = fieldOf(form, "x-oss-credential");
        const std::size_t slash = std::min(credential.find('/'), credential.size());
        const std::string date = fieldOf(form, "x-oss-date").substr(0, 8);
        const KnownKey key = keyOf(call, credential.substr(0, slash), form);
        const std::string scope = "/" + date + "/" + call.region + "/oss/aliyun_v4_request";
        if (fieldOf(form, "x-oss-signature-version") != "OSS4-HMAC-SHA256" || credential.substr(slash) != scope) {
            malformed("the signature's version or credential is wrong.");
        }
        expected = toHex(hmacSha256Raw(ossSigningKey(key.secret, date, call.region), policy));
        given = fieldOf(form, "x-oss-signature");
    } else {
        const KnownKey key = keyOf(call, fieldOf(form, "ossaccesskeyid"), form);
        expected = toBase64(hmacSha1Raw(key.secret, policy));
        given = fieldOf(form, "signature");
    }
    if (!equalInConstantTime(expected, given)) {
        throw ServiceFault{403, "SignatureDoesNotMatch",
            "The request signature we calculated does not match the signature you provided.",
            {{"StringToSign", policy}, {"EC", "0002-00000040"}}};
    }
}

std::map<std::string, std::string> headersOf(const FormReader& reader) {
    std::map<std::string, std::string> headers{
        {"content-type", reader.fileType().empty() ? "application/octet-stream" : reader.fileType()}};
    for (const auto& [name, value] : reader.fields()) {
        if (isStoredHeader(name)) {
            headers.insert_or_assign(name, value);
        }
    }
    return headers;
}

Reply replyTo(const OssCall& call, const FormReader& reader, const ObjectRecord& record) {
    const std::string address
        = "http://" + call.request.header("host") + "/" + call.bucketName + "/" + percentEncode(record.key, "/");
    const std::string status = reader.field("success_action_status");
    Reply reply;
    if (!reader.field("callback").empty()) {
        reply.set("Content-Type", "application/json");
        reply.body = R"({"Status":"OK"})";
    } else if (status == "201") {
        reply = xmlReply("<PostResponse>" + xmlElement("Bucket", call.bucketName) + xmlElement("Location", address)
            + xmlElement("Key", record.key) + xmlElement("ETag", "\"" + record.etag + "\"") + "</PostResponse>");
    }
    reply.status = !reader.field("callback").empty() || status == "200" ? 200 : status == "201" ? 201 : 204;
    reply.set("ETag", "\"" + record.etag + "\"");
    reply.set("x-oss-hash-crc64ecma", std::to_string(record.crc64));
    reply.set("Location", address);
    return reply;
}

} // namespace

Reply postObject(const OssCall& call) {
    const auto bucket = call.bucketName == ServiceBucket::name ? call.service.bucket() : call.bucket();
    const auto boundary = formBoundary(call.request.header("content-type"));
    if (!boundary) {
        malformed("the content type has no boundary.");
    }
    ObjectDraft draft(bucket->draftFolder());
    std::uint64_t size = 0;
    FormReader reader(*boundary, [&draft, &size](std::string_view piece) {
        draft.add(piece);
        size += piece.size();
    });
    const bool whole
        = call.body.read([&](std::string_view piece) { return reader.feed(piece) && size <= largestSimpleObject; });
    if (!whole || !reader.isComplete()) {
        malformed("it has no end, or no file.");
    }
    ObjectRecord record;
    record.key = reader.field("key");
    if (const std::size_t at = record.key.find("${filename}"); at != std::string::npos) {
        record.key.replace(at, 11, reader.fileName());
    }
    checkObjectName(record.key);
    Form form = reader.fields();
    verify(call, form);
    form.insert_or_assign("bucket", call.bucketName);
    form.insert_or_assign("key", record.key);
    checkFormPolicy(reader.field("policy"), form, size);
    record.headers = headersOf(reader);
    draft.finish(record);
    Reply reply = replyTo(call, reader, record);
    if (!bucket->store(draft, std::move(record), lowerCase(reader.field("x-oss-forbid-overwrite")) != "true")) {
        throw objectAlreadyThere();
    }
    return reply;
}

} // namespace miaobu::emulator
