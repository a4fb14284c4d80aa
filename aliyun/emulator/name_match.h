#pragma once

#include <string>

namespace miaobu::emulator {

/// How lists search names: \a way is exact, prefix, suffix or fuzzy (anywhere in it).
[[nodiscard]] bool matchesName(const std::string& name, const std::string& wanted, const std::string& way);

/// Whether \a name is a lower-case host name (RFC 1123; labels may begin with an underscore).
[[nodiscard]] bool isHostName(const std::string& name);

} // namespace miaobu::emulator
