#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct evp_md_ctx_st;

namespace miaobu::emulator {

/// Byte strings throughout: "raw" is the digest itself, "hex" its lower-case text.
[[nodiscard]] std::string sha256Hex(std::string_view data);
[[nodiscard]] std::string md5Raw(std::string_view data);
[[nodiscard]] std::string hmacSha256Raw(std::string_view key, std::string_view data);
/// For OSS's V1 form signature alone.
[[nodiscard]] std::string hmacSha1Raw(std::string_view key, std::string_view data);

[[nodiscard]] std::string toHex(std::string_view raw);
[[nodiscard]] std::string toUpperHex(std::string_view raw);
[[nodiscard]] std::string toBase64(std::string_view raw);
/// Nothing but standard Base64 is accepted; anything else gives an empty string.
[[nodiscard]] std::string fromBase64(std::string_view text);

[[nodiscard]] std::string randomHex(std::size_t bytes);
[[nodiscard]] bool equalInConstantTime(std::string_view a, std::string_view b);

/// MD5 of bytes that come in pieces.
class Md5 {
public:
    Md5();
    ~Md5();
    Md5(Md5&&) noexcept;
    void add(std::string_view data);
    [[nodiscard]] std::string raw();

private:
    struct Free {
        void operator()(evp_md_ctx_st* context) const;
    };
    std::unique_ptr<evp_md_ctx_st, Free> m_context;
};

/// CRC-64/XZ (reflected ECMA-182), which OSS calls x-oss-hash-crc64ecma. Feed \a crc back in to go on; 0 begins.
[[nodiscard]] std::uint64_t crc64(std::string_view data, std::uint64_t crc = 0);

} // namespace miaobu::emulator
