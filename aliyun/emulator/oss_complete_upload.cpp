#include "aliyun/emulator/copy_source.h"
#include "aliyun/emulator/digest.h"
#include "aliyun/emulator/object_rules.h"
#include "aliyun/emulator/oss_call.h"
#include "aliyun/emulator/service_fault.h"

#include <QXmlStreamReader>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

constexpr std::uint64_t smallestPart = 100U << 10;
constexpr std::size_t longestList = 2U << 20;

struct PartName {
    long long number = 0;
    std::string etag;
};

std::vector<PartName> partsFrom(const std::string& body) {
    std::vector<PartName> parts;
    QXmlStreamReader xml(QByteArray::fromStdString(body));
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement()) {
            continue;
        }
        if (xml.name() == "Part"_L1) {
            parts.emplace_back();
        } else if (!parts.empty() && xml.name() == "PartNumber"_L1) {
            parts.back().number = xml.readElementText().toLongLong();
        } else if (!parts.empty() && xml.name() == "ETag"_L1) {
            parts.back().etag = xml.readElementText().remove(u'"').toUpper().toStdString();
        }
    }
    if (xml.hasError() || parts.empty()) {
        throw ServiceFault{400, "MalformedXML",
            "The XML you provided was not well-formed or did not validate against our published schema.",
            {{"EC", "0042-00000101"}}};
    }
    return parts;
}

/// Every part that came, for who does not want to list them.
std::vector<PartName> allParts(const Bucket& stored) {
    std::vector<PartName> parts;
    for (const auto& [name, record] : stored.list({}, {}, {}, 10'000).entries) {
        parts.push_back({toInteger(name).value_or(0), record->etag});
    }
    return parts;
}

std::vector<PartName> wantedParts(const OssCall& call, const Bucket& stored) {
    const std::string body = call.body.readAll(longestList).value_or(std::string());
    return lowerCase(call.request.header("x-oss-complete-all")) == "yes" ? allParts(stored) : partsFrom(body);
}

std::vector<OpenObject> openParts(const std::vector<PartName>& wanted, const Bucket& stored) {
    std::vector<OpenObject> parts;
    long long last = 0;
    for (const PartName& part : wanted) {
        if (part.number <= last) {
            throw ServiceFault{
                400, "InvalidPartOrder", "The list of parts was not in ascending order.", {{"EC", "0042-00000015"}}};
        }
        last = part.number;
        auto object = stored.open(partName(part.number));
        if (!object || object->record->etag != part.etag) {
            throw ServiceFault{400, "InvalidPart",
                "One or more of the specified parts could not be found or the specified entity tag might not have "
                "matched the part's entity tag.",
                {{"PartNumber", std::to_string(part.number)}, {"EC", "0042-00000014"}}};
        }
        parts.push_back(std::move(*object));
    }
    const bool small = parts.size() > 1 && std::any_of(parts.begin(), parts.end() - 1, [](const OpenObject& part) {
        return part.record->size < smallestPart;
    });
    if (small) {
        throw ServiceFault{400, "EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size.",
            {{"EC", "0042-00000045"}}};
    }
    return parts;
}

std::string fromHex(const std::string& hex) {
    return QByteArray::fromHex(QByteArray::fromStdString(hex)).toStdString();
}

} // namespace

Reply completeMultipartUpload(const OssCall& call) {
    const MultipartUpload upload = existingUpload(call);
    const auto bucket = call.bucket();
    const auto stored = call.uploads.parts(upload.id);
    if (!stored) {
        throw noSuchUpload(call);
    }
    const std::vector<OpenObject> parts = openParts(wantedParts(call, *stored), *stored);
    ObjectDraft draft(bucket->draftFolder());
    Md5 digests;
    for (const OpenObject& part : parts) {
        digests.add(fromHex(part.record->etag));
        readPiece(part, {0, part.record->size}, [&draft](std::string_view piece) { draft.add(piece); });
    }
    ObjectRecord record;
    record.key = upload.key;
    record.headers = upload.headers;
    record.etag = toUpperHex(digests.raw()) + "-" + std::to_string(parts.size());
    record.crc64 = draft.checksum();
    draft.finish(record);
    Reply reply = xmlReply("<CompleteMultipartUploadResult>"
        + xmlElement("Location", "http://" + call.request.header("host") + "/" + percentEncode(call.key, "/"))
        + xmlElement("Bucket", call.bucketName) + xmlElement("Key", call.key)
        + xmlElement("ETag", "\"" + record.etag + "\"") + "</CompleteMultipartUploadResult>");
    reply.set("x-oss-hash-crc64ecma", std::to_string(record.crc64));
    if (!bucket->store(draft, std::move(record), mayOverwrite(call.request))) {
        throw objectAlreadyThere();
    }
    call.uploads.end(upload.id);
    return reply;
}

} // namespace miaobu::emulator
