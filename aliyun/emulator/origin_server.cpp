#include "aliyun/emulator/origin_server.h"

#include "aliyun/emulator/digest.h"
#include "aliyun/emulator/object_reply.h"
#include "aliyun/emulator/service_fault.h"

namespace miaobu::emulator {

namespace {

Reply plain(int status, std::string text = {}) {
    Reply reply;
    reply.status = status;
    reply.set("Content-Type", "text/plain; charset=utf-8");
    reply.body = std::move(text);
    return reply;
}

/// "{place}/{rest}" after \a prefix, decoded.
std::optional<std::pair<std::string, std::string>> addressIn(std::string_view path, std::string_view prefix) {
    if (!path.starts_with(prefix)) {
        return std::nullopt;
    }
    path.remove_prefix(prefix.size());
    const std::size_t slash = path.find('/');
    if (slash == std::string_view::npos) {
        return std::nullopt;
    }
    return std::pair(percentDecode(path.substr(0, slash)), percentDecode(path.substr(slash + 1)));
}

Reply objectAt(
    const BucketShelf& shelf, const std::string& bucketName, const std::string& key, const Request& request) {
    const auto bucket = shelf.find(bucketName);
    const auto object = bucket ? bucket->open(key) : std::nullopt;
    if (!object) {
        return plain(404);
    }
    try {
        return objectReply(request, *object, BadRange::Refused);
    } catch (const ServiceFault& fault) {
        Reply reply = plain(fault.status);
        if (fault.status == 416) {
            reply.set("Content-Range", "bytes */" + std::to_string(object->record->size));
        }
        return reply;
    }
}

} // namespace

OriginServer::OriginServer(std::string key, const BucketShelf& shelf, const KvStore& kv)
    : m_key(std::move(key)), m_shelf(shelf), m_kv(kv),
      m_server([this](const Request& request, Body&) { return answer(request); }) { }

Reply OriginServer::answer(const Request& request) const {
    if (!equalInConstantTime(request.header("x-miaobu-origin-key"), m_key)) {
        return plain(403);
    }
    if (request.method != "GET" && request.method != "HEAD") {
        return plain(405);
    }
    try {
        if (const auto object = addressIn(request.path(), "/object/")) {
            return objectAt(m_shelf, object->first, object->second, request);
        }
        if (const auto entry = addressIn(request.path(), "/kv/")) {
            auto value = m_kv.edgeValue(entry->first, entry->second);
            return value ? plain(200, std::move(*value)) : plain(404);
        }
        return plain(404);
    } catch (const ServiceFault& fault) {
        return plain(fault.status);
    }
}

} // namespace miaobu::emulator
