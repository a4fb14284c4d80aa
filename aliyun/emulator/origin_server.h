#pragma once

#include "aliyun/emulator/bucket_shelf.h"
#include "aliyun/emulator/kv_store.h"
#include "aliyun/emulator/loopback_server.h"

namespace miaobu::emulator {

/// What the edge runner reads the bucket and the key-value store through, on a loopback port of its own. Private: every
/// request needs the key in the header x-miaobu-origin-key, which only the runner is told.
///   GET, HEAD /object/{bucket}/{percent-encoded key}      the object; Range and the conditions of HTTP are honoured
///   GET       /kv/{namespace}/{percent-encoded key}       200 with the value as the edge sees it, or 404
/// What it borrows must outlive it.
class OriginServer {
public:
    OriginServer(std::string key, const BucketShelf& shelf, const KvStore& kv);

    [[nodiscard]] int port() const { return m_server.port(); }

private:
    [[nodiscard]] Reply answer(const Request& request) const;

    const std::string m_key;
    const BucketShelf& m_shelf;
    const KvStore& m_kv;
    LoopbackServer m_server;
};

} // namespace miaobu::emulator
