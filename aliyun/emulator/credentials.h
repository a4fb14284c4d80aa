#pragma once

#include <string>

namespace miaobu::emulator {

/// The one key pair of an emulator, and the region it plays.
struct Credentials {
    std::string accessKeyId;
    std::string accessKeySecret;
    std::string region = "cn-hangzhou";
};

} // namespace miaobu::emulator
