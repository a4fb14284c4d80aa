#pragma once

#include "aliyun/emulator/acs_signature.h"
#include "aliyun/emulator/api_action.h"
#include "aliyun/emulator/emulator_log.h"
#include "aliyun/emulator/faults.h"
#include "aliyun/emulator/loopback_server.h"
#include "aliyun/emulator/roa_action.h"

namespace miaobu::emulator {

/// The RPC and ROA services on a loopback port, and the control calls of faults.h. Every request must be signed (ACS3). What it
/// borrows must outlive it.
class ApiServer {
public:
    ApiServer(ApiWorld& world, Faults& faults, EmulatorLog& log);

    [[nodiscard]] int port() const { return m_server.port(); }

private:
    [[nodiscard]] Reply answer(const Request& request, Body& body);
    [[nodiscard]] Reply refused(const ServiceFault& fault, const Request& request, const std::string& requestId) const;
    [[nodiscard]] Reply call(const Request& request, Body& body, const std::string& requestId);
    [[nodiscard]] QJsonObject callRpc(const Request& request, const std::string& body, Caller caller);
    [[nodiscard]] std::string actionName(const Request& request) const;
    [[nodiscard]] const ApiAction& actionOf(const Request& request) const;

    AcsVerifier m_verifier;
    ApiWorld& m_world;
    Faults& m_faults;
    EmulatorLog& m_log;
    const std::vector<ApiAction> m_actions;
    const RoaActions m_roaActions;
    LoopbackServer m_server;
};

/// Answers /emulator/…; the secret of the world's RAM user must come with the request.
[[nodiscard]] Reply controlReply(const Request& request, Body& body, Faults& faults, ApiWorld& world);

} // namespace miaobu::emulator
