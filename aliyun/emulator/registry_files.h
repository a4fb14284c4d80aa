#pragma once

#include "aliyun/emulator/registry_image.h"

namespace miaobu::emulator {

/// What lies in the folder of a docker-registry. Source: "registry/storage/paths.go" of distribution.
[[nodiscard]] std::vector<RegistryTag> storedTags(const std::string& images, const std::string& repository);
/// The image stays reachable by its digest, as running functions need it.
void removeStoredTag(const std::string& images, const std::string& repository, const std::string& tag);

} // namespace miaobu::emulator
