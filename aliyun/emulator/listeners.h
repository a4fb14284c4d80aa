#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace miaobu::emulator {

/// Where something listens, as the kernel's tables of sockets (/proc/net/tcp and tcp6, one behind the other) say it: "0.0.0.0:3000",
/// "[::]:3000", "127.0.0.1:3000". Of several one that is open to others; nothing where nothing listens.
[[nodiscard]] std::optional<std::string> listenerIn(std::string_view tables);

} // namespace miaobu::emulator
