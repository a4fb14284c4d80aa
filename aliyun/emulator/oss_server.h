#pragma once

#include "aliyun/emulator/emulator_log.h"
#include "aliyun/emulator/faults.h"
#include "aliyun/emulator/loopback_server.h"
#include "aliyun/emulator/oss_call.h"
#include "aliyun/emulator/service_fault.h"

namespace miaobu::emulator {

/// The object service on a loopback port: `/{bucket}/{key}`, or `/{key}` where the first label of the Host header is
/// the bucket. Every request must be signed (V4), but for reading what is
/// public and for forms that are signed themselves. What it borrows must outlive it.
class OssServer {
public:
    OssServer(OssWorld world, Faults& faults, EmulatorLog& log);

    [[nodiscard]] int port() const { return m_server.port(); }

private:
    [[nodiscard]] Reply answer(const Request& request, Body& body) const;
    [[nodiscard]] Reply refused(const ServiceFault& fault, const Request& request, const std::string& requestId) const;

    const OssWorld m_world;
    Faults& m_faults;
    EmulatorLog& m_log;
    LoopbackServer m_server;
};

} // namespace miaobu::emulator
