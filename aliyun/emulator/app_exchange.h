#pragma once

#include "aliyun/emulator/request.h"

namespace miaobu::emulator {

/// Passes a request on to an app on a loopback port, and gives its answer as it comes. \a added headers replace those of
/// their name; headers of a connection stay with theirs.
/// \throws ServiceFault: 502 when the app does not answer or its answer is no HTTP, 504 when it takes longer than
/// \a patience
[[nodiscard]] Reply askApp(
    int port, const Request& request, Body& body, const Fields& added, std::chrono::seconds patience);

} // namespace miaobu::emulator
