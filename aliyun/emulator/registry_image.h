#pragma once

#include "aliyun/emulator/encoding.h"

#include <cstdint>

namespace miaobu::emulator {

/// One image of a repository.
struct RegistryTag {
    std::string name;
    std::string digest; ///< "sha256:…"
    std::uint64_t size = 0; ///< Bytes, of its compressed layers
    SystemTime updated;
};

/// What `docker login` takes.
struct RegistryLogin {
    std::string user;
    std::string password;
    SystemTime expires;
};

} // namespace miaobu::emulator
