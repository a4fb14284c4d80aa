#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace miaobu::emulator {

enum class Durability {
    Crash, ///< The old or the new content is there when the program is killed at any moment.
    PowerFailure, ///< … and when the computer is. Costs some milliseconds.
};

/// Replaces a file, readable by its owner alone.
/// \returns false, with the old file untouched, when the disk refuses; errno says why.
[[nodiscard]] bool replaceFile(
    const std::string& path, std::string_view content, Durability durability = Durability::Crash);
[[nodiscard]] std::optional<std::string> readFile(const std::string& path);

} // namespace miaobu::emulator
