#include "aliyun/emulator/object_rules.h"

#include "aliyun/emulator/digest.h"

#include <algorithm>
#include <array>

namespace miaobu::emulator {

namespace {

constexpr std::array storedHeaders{"content-type", "cache-control", "content-disposition", "content-encoding",
    "content-language", "expires", "x-oss-storage-class"};

} // namespace

void checkObjectName(const std::string& key) {
    if (key.empty() || key.size() > 1023 || key.front() == '/' || key.front() == '\\' || !isUtf8(key)) {
        throw ServiceFault{400, "InvalidObjectName", "The specified object is not valid.",
            {{"ObjectName", key}, {"EC", "0016-00000001"}}};
    }
}

bool isStoredHeader(const std::string& name) {
    return name.starts_with("x-oss-meta-")
        || std::find(storedHeaders.begin(), storedHeaders.end(), name) != storedHeaders.end();
}

std::map<std::string, std::string> headersToStore(const Request& request) {
    std::map<std::string, std::string> headers{{"content-type", "application/octet-stream"}};
    for (const auto& [name, value] : request.headers) {
        if (isStoredHeader(name)) {
            headers.insert_or_assign(name, value);
        }
    }
    return headers;
}

bool mayOverwrite(const Request& request) {
    return lowerCase(request.header("x-oss-forbid-overwrite")) != "true";
}

ServiceFault objectAlreadyThere() {
    return {409, "FileAlreadyExists", "The object you specified already exists and can not be overwritten.",
        {{"EC", "0026-00000043"}}};
}

ServiceFault noSuchKey(const std::string& key) {
    return {404, "NoSuchKey", "The specified key does not exist.", {{"Key", key}, {"EC", "0026-00000001"}}};
}

std::string claimedMd5(const Request& request) {
    if (!request.hasHeader("content-md5")) {
        return {};
    }
    std::string raw = fromBase64(request.header("content-md5"));
    if (raw.size() != 16) {
        throw ServiceFault{
            400, "InvalidDigest", "The Content-MD5 you specified was invalid.", {{"EC", "0016-00000201"}}};
    }
    return raw;
}

} // namespace miaobu::emulator
