#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace miaobu::emulator {

using Fields = std::vector<std::pair<std::string, std::string>>;

/// RFC 3986: all but A-Z a-z 0-9 - _ . ~ becomes %XX, and the characters of \a keep stay too.
[[nodiscard]] std::string percentEncode(std::string_view text, std::string_view keep = {});
/// A % that no two hexadecimal digits follow is kept as it is.
[[nodiscard]] std::string percentDecode(std::string_view text);
/// application/x-www-form-urlencoded, in the order sent; also a query string.
[[nodiscard]] Fields formDecode(std::string_view text);

[[nodiscard]] std::string xmlEscape(std::string_view text);
/// <name>escaped text</name>
[[nodiscard]] std::string xmlElement(std::string_view name, std::string_view text);

[[nodiscard]] bool isUtf8(std::string_view text);
[[nodiscard]] std::string lowerCase(std::string_view text);
[[nodiscard]] std::string_view trimmed(std::string_view text);
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);
[[nodiscard]] std::optional<long long> toInteger(std::string_view text);

using SystemTime = std::chrono::system_clock::time_point;

/// "Thu, 01 Jan 1970 00:00:00 GMT"
[[nodiscard]] std::string httpDate(SystemTime time);
[[nodiscard]] std::optional<SystemTime> fromHttpDate(std::string_view text);
/// "1970-01-01T00:00:00.000Z", and without the fraction
[[nodiscard]] std::string isoDateMilliseconds(SystemTime time);
[[nodiscard]] std::string isoDate(SystemTime time);
[[nodiscard]] std::optional<SystemTime> fromIsoDate(std::string_view text);
/// "19700101T000000Z"
[[nodiscard]] std::string compactDate(SystemTime time);
[[nodiscard]] std::optional<SystemTime> fromCompactDate(std::string_view text);

} // namespace miaobu::emulator
