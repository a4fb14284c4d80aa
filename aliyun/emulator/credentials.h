#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace miaobu::emulator {

/// A lasting key pair of an emulator, and the region it plays.
struct Credentials {
    std::string accessKeyId;
    std::string accessKeySecret;
    std::string region = "cn-hangzhou";
};

/// Whose key a call was signed with, in the words of STS.
struct Caller {
    enum class Kind { Account, RamUser, AssumedRole };
    Kind kind = Kind::RamUser;
    std::string accountId;
    std::string arn;
    std::string principalId;
    std::string userId; ///< Empty for a role
    std::string roleId; ///< Empty for what is no role
    std::optional<std::chrono::system_clock::time_point> expires = {}; ///< When the key does
};

} // namespace miaobu::emulator
