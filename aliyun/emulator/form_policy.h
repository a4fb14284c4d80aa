#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace miaobu::emulator {

/// Checks what was posted against the policy that was signed: its expiration, and every condition. \a fields are by
/// lower-case name, "bucket" among them.
/// \throws ServiceFault 403 AccessDenied, 400 InvalidPolicyDocument, EntityTooLarge, EntityTooSmall.
/// Source: "PostObject" in the OSS API reference.
void checkFormPolicy(const std::string& policy, const std::map<std::string, std::string>& fields, std::uint64_t size);

} // namespace miaobu::emulator
