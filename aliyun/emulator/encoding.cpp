#include "aliyun/emulator/encoding.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <ctime>

namespace miaobu::emulator {

namespace {

bool isUnreserved(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_'
        || c == '.' || c == '~';
}

int hexDigit(char c) {
    return c >= '0' && c <= '9' ? c - '0'
        : c >= 'a' && c <= 'f'  ? c - 'a' + 10
        : c >= 'A' && c <= 'F'  ? c - 'A' + 10
                                : -1;
}

std::string format(SystemTime time, const char* pattern) {
    const std::time_t seconds = std::chrono::system_clock::to_time_t(time);
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    std::array<char, 64> text{};
    return {text.data(), std::strftime(text.data(), text.size(), pattern, &parts)};
}

std::optional<SystemTime> parse(std::string_view text, const char* pattern) {
    const std::string whole(text);
    std::tm parts{};
    const char* end = strptime(whole.c_str(), pattern, &parts);
    if (end == nullptr || *end != '\0') {
        return std::nullopt;
    }
    // The clock counts nanoseconds and ends in 2262.
    const int year = parts.tm_year + 1900;
    if (year < 1970 || year > 2200) {
        return std::nullopt;
    }
    return std::chrono::system_clock::from_time_t(timegm(&parts));
}

} // namespace

std::string percentEncode(std::string_view text, std::string_view keep) {
    constexpr const char* digits = "0123456789ABCDEF";
    std::string encoded;
    encoded.reserve(text.size());
    for (const char c : text) {
        if (isUnreserved(c) || keep.find(c) != std::string_view::npos) {
            encoded += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            encoded += {'%', digits[byte >> 4], digits[byte & 15]};
        }
    }
    return encoded;
}

std::string percentDecode(std::string_view text) {
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size() && hexDigit(text[i + 1]) >= 0 && hexDigit(text[i + 2]) >= 0) {
            decoded += static_cast<char>(hexDigit(text[i + 1]) * 16 + hexDigit(text[i + 2]));
            i += 2;
        } else {
            decoded += text[i];
        }
    }
    return decoded;
}

Fields formDecode(std::string_view text) {
    Fields fields;
    for (const std::string_view part : split(text, '&')) {
        if (part.empty()) {
            continue;
        }
        std::string spaced(part);
        std::replace(spaced.begin(), spaced.end(), '+', ' ');
        const std::size_t equals = spaced.find('=');
        const std::string_view view = spaced;
        fields.emplace_back(percentDecode(view.substr(0, equals)),
            equals == std::string::npos ? std::string() : percentDecode(view.substr(equals + 1)));
    }
    return fields;
}

std::string xmlEscape(std::string_view text) {
    std::string escaped;
    escaped.reserve(text.size());
    for (const char c : text) {
        switch (c) {
        case '&':
            escaped += "&amp;";
            break;
        case '<':
            escaped += "&lt;";
            break;
        case '>':
            escaped += "&gt;";
            break;
        case '"':
            escaped += "&quot;";
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20) {
                escaped += "&#" + std::to_string(static_cast<int>(c)) + ";";
            } else {
                escaped += c;
            }
        }
    }
    return escaped;
}

std::string xmlElement(std::string_view name, std::string_view text) {
    const std::string tag(name);
    return "<" + tag + ">" + xmlEscape(text) + "</" + tag + ">";
}

bool isUtf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t length = lead < 0x80 ? 1
            : lead >= 0xC2 && lead < 0xE0      ? 2
            : (lead & 0xF0) == 0xE0            ? 3
            : lead >= 0xF0 && lead < 0xF5      ? 4
                                               : 0;
        if (length == 0 || i + length > text.size()) {
            return false;
        }
        for (std::size_t j = 1; j < length; ++j) {
            if ((static_cast<unsigned char>(text[i + j]) & 0xC0) != 0x80) {
                return false;
            }
        }
        i += length;
    }
    return true;
}

std::string lowerCase(std::string_view text) {
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
        [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return lower;
}

std::string_view trimmed(std::string_view text) {
    const auto isSpace = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    while (!text.empty() && isSpace(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && isSpace(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    while (true) {
        const std::size_t end = text.find(separator, begin);
        parts.push_back(text.substr(begin, end == std::string_view::npos ? end : end - begin));
        if (end == std::string_view::npos) {
            return parts;
        }
        begin = end + 1;
    }
}

std::optional<long long> toInteger(std::string_view text) {
    long long value = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failure != std::errc() || end != text.data() + text.size() || text.empty()) {
        return std::nullopt;
    }
    return value;
}

std::string httpDate(SystemTime time) {
    return format(time, "%a, %d %b %Y %H:%M:%S GMT");
}

std::optional<SystemTime> fromHttpDate(std::string_view text) {
    return parse(text, "%a, %d %b %Y %H:%M:%S GMT");
}

std::string isoDateMilliseconds(SystemTime time) {
    const auto sinceEpoch = std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
    std::array<char, 8> fraction{};
    std::snprintf(fraction.data(), fraction.size(), ".%03dZ", static_cast<int>(sinceEpoch % 1000));
    return format(time, "%Y-%m-%dT%H:%M:%S") + fraction.data();
}

std::string isoDate(SystemTime time) {
    return format(time, "%Y-%m-%dT%H:%M:%SZ");
}

std::optional<SystemTime> fromIsoDate(std::string_view text) {
    return parse(text, "%Y-%m-%dT%H:%M:%SZ");
}

std::string compactDate(SystemTime time) {
    return format(time, "%Y%m%dT%H%M%SZ");
}

std::optional<SystemTime> fromCompactDate(std::string_view text) {
    return parse(text, "%Y%m%dT%H%M%SZ");
}

} // namespace miaobu::emulator
