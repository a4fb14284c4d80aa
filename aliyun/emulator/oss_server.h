#pragma once

#include "aliyun/emulator/bucket_shelf.h"
#include "aliyun/emulator/credential_book.h"
#include "aliyun/emulator/emulator_log.h"
#include "aliyun/emulator/faults.h"
#include "aliyun/emulator/loopback_server.h"
#include "aliyun/emulator/service_bucket.h"
#include "aliyun/emulator/service_fault.h"

namespace miaobu::emulator {

/// The object service on a loopback port: `/{bucket}/{key}`, or `/{key}` where the first label of the Host header is
/// the bucket. Every request must be signed (V4). What it borrows must outlive it.
class OssServer {
public:
    OssServer(const CredentialBook& credentials, BucketShelf& shelf, const ServiceBucket& service, Faults& faults,
        EmulatorLog& log);

    [[nodiscard]] int port() const { return m_server.port(); }

private:
    [[nodiscard]] Reply answer(const Request& request, Body& body) const;
    [[nodiscard]] Reply refused(const ServiceFault& fault, const Request& request, const std::string& requestId) const;

    const CredentialBook& m_credentials;
    BucketShelf& m_shelf;
    const ServiceBucket& m_service;
    Faults& m_faults;
    EmulatorLog& m_log;
    LoopbackServer m_server;
};

} // namespace miaobu::emulator
