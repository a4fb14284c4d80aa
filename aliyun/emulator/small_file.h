#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace miaobu::emulator {

/// Replaces a file, readable by its owner alone, and returns when it would survive a power failure.
/// \returns false, with the old file untouched, when the disk refuses; errno says why.
[[nodiscard]] bool replaceFile(const std::string& path, std::string_view content);
[[nodiscard]] std::optional<std::string> readFile(const std::string& path);

} // namespace miaobu::emulator
