#include "aliyun/emulator/oss_call.h"
#include "aliyun/emulator/service_fault.h"

namespace miaobu::emulator {

namespace {

constexpr long long mostKeys = 1000;

/// What both versions of the listing are asked.
struct ListQuery {
    std::string prefix;
    std::string delimiter;
    long long mostEntries = 100;
    bool encoded = false;

    [[nodiscard]] std::string name(const std::string& text) const { return encoded ? percentEncode(text, "/") : text; }
};

ListQuery queryOf(const Request& request) {
    ListQuery query;
    query.prefix = request.parameter("prefix").value_or(std::string());
    query.delimiter = request.parameter("delimiter").value_or(std::string());
    query.encoded = request.parameter("encoding-type") == "url";
    if (const auto most = request.parameter("max-keys"); most && !most->empty()) {
        const auto number = toInteger(*most);
        if (!number || *number < 1 || *number > mostKeys) {
            throw ServiceFault{400, "InvalidArgument", "The max-keys value must be from 1 to 1000.",
                {{"ArgumentName", "max-keys"}, {"ArgumentValue", *most}, {"EC", "0017-00000201"}}};
        }
        query.mostEntries = *number;
    }
    return query;
}

std::string entriesXml(const ListQuery& query, const ObjectListing& listing) {
    std::string contents;
    std::string prefixes;
    for (const auto& [name, record] : listing.entries) {
        if (!record) {
            prefixes += "<CommonPrefixes>" + xmlElement("Prefix", query.name(name)) + "</CommonPrefixes>";
            continue;
        }
        contents += "<Contents>" + xmlElement("Key", query.name(name))
            + xmlElement("LastModified", isoDateMilliseconds(record->modified))
            + xmlElement("ETag", "\"" + record->etag + "\"") + xmlElement("Type", "Normal")
            + xmlElement("Size", std::to_string(record->size)) + xmlElement("StorageClass", "Standard") + "</Contents>";
    }
    return contents + prefixes;
}

std::string commonXml(const OssCall& call, const ListQuery& query, const ObjectListing& listing) {
    return xmlElement("Name", call.bucketName) + xmlElement("Prefix", query.name(query.prefix))
        + xmlElement("MaxKeys", std::to_string(query.mostEntries))
        + xmlElement("Delimiter", query.name(query.delimiter))
        + (query.encoded ? xmlElement("EncodingType", "url") : std::string())
        + xmlElement("IsTruncated", listing.truncated ? "true" : "false");
}

} // namespace

Reply listObjectsV2(const OssCall& call) {
    const ListQuery query = queryOf(call.request);
    const std::string startAfter = call.request.parameter("start-after").value_or(std::string());
    const std::string token = call.request.parameter("continuation-token").value_or(std::string());
    const std::string after = token.empty() ? startAfter : fromBase64(token);
    if (!token.empty() && after.empty()) {
        throw ServiceFault{400, "InvalidArgument", "The continuation token is not one of ours.",
            {{"ArgumentName", "continuation-token"}, {"EC", "0017-00000202"}}};
    }
    const ObjectListing listing
        = call.bucket()->list(query.prefix, query.delimiter, after, static_cast<std::size_t>(query.mostEntries));
    std::string xml = commonXml(call, query, listing) + xmlElement("StartAfter", query.name(startAfter))
        + xmlElement("KeyCount", std::to_string(listing.entries.size()));
    if (!token.empty()) {
        xml += xmlElement("ContinuationToken", token);
    }
    if (listing.truncated) {
        xml += xmlElement("NextContinuationToken", toBase64(listing.entries.back().name));
    }
    return xmlReply("<ListBucketResult>" + xml + entriesXml(query, listing) + "</ListBucketResult>");
}

Reply listObjects(const OssCall& call) {
    const ListQuery query = queryOf(call.request);
    const std::string marker = call.request.parameter("marker").value_or(std::string());
    const ObjectListing listing
        = call.bucket()->list(query.prefix, query.delimiter, marker, static_cast<std::size_t>(query.mostEntries));
    std::string xml = commonXml(call, query, listing) + xmlElement("Marker", query.name(marker));
    if (listing.truncated) {
        xml += xmlElement("NextMarker", query.name(listing.entries.back().name));
    }
    return xmlReply("<ListBucketResult>" + xml + entriesXml(query, listing) + "</ListBucketResult>");
}

} // namespace miaobu::emulator
