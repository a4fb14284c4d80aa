#pragma once

#include <netinet/in.h>

namespace miaobu::emulator {

[[nodiscard]] sockaddr_in loopbackAddress(int port);

/// A port of 127.0.0.1 that nobody listens on at this moment.
[[nodiscard]] int anyFreePort();

} // namespace miaobu::emulator
