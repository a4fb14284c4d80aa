#pragma once

#include "aliyun/emulator/encoding.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace miaobu::emulator {

/// A request as it came over the wire: nothing is decoded but the query, because signatures are made over what was
/// sent.
struct Request {
    std::string method;
    std::string target; ///< Path and query, still percent-encoded
    Fields query; ///< Decoded, in the order sent
    Fields headers; ///< Lower-case names, trimmed values
    std::chrono::steady_clock::time_point arrived;

    [[nodiscard]] std::string_view path() const;
    /// Empty when it was not sent; several of one name are joined with a comma.
    [[nodiscard]] std::string header(std::string_view name) const;
    [[nodiscard]] bool hasHeader(std::string_view name) const;
    [[nodiscard]] std::optional<std::string> parameter(std::string_view name) const;
    [[nodiscard]] bool hasParameter(std::string_view name) const;
    /// The Host header without its port.
    [[nodiscard]] std::string hostName() const;
};

/// \a head is everything up to and including the empty line. Nothing for what is not HTTP/1.x.
[[nodiscard]] std::optional<Request> parseRequest(std::string_view head);

/// The body of one request; read at most once.
class Body {
public:
    using Reader = std::function<bool(std::function<bool(std::string_view)>)>;
    explicit Body(Reader reader);

    /// Gives the pieces as they arrive; false from \a take stops. \returns false when the client broke off.
    [[nodiscard]] bool read(const std::function<bool(std::string_view)>& take);
    /// The whole body; nothing when it is longer than \a limit or broken off.
    [[nodiscard]] std::optional<std::string> readAll(std::size_t limit);
    /// Reads what is left so that the connection can go on. \returns false when that is too much to be worth it.
    [[nodiscard]] bool drain();
    [[nodiscard]] std::uint64_t bytesRead() const { return m_bytes; }

private:
    Reader m_reader;
    std::uint64_t m_bytes = 0;
    bool m_begun = false;
    bool m_whole = false;
};

/// An open file, closed with its last owner.
class FileHandle {
public:
    explicit FileHandle(int descriptor);
    ~FileHandle();
    FileHandle(const FileHandle&) = delete;
    FileHandle& operator=(const FileHandle&) = delete;
    [[nodiscard]] int descriptor() const { return m_descriptor; }
    /// Closes the file and owns another one.
    void reset(int descriptor);

private:
    int m_descriptor = -1;
};

/// Part of a file, sent as a body without being held in memory.
struct FileSlice {
    std::shared_ptr<const FileHandle> file;
    std::uint64_t offset = 0;
    std::uint64_t length = 0;
};

/// A body that comes from elsewhere, sent as it comes.
struct BodySource {
    std::optional<std::uint64_t> length; ///< Nothing when it is known at the end only
    std::function<std::optional<std::string>()> next; ///< The next piece, or nothing at the end
};

struct Reply {
    int status = 200;
    Fields headers;
    std::string body;
    std::optional<FileSlice> slice; ///< Instead of body
    std::optional<BodySource> source; ///< Instead of body
    bool cut = false; ///< Nothing is answered and the connection is reset.

    void set(std::string_view name, std::string_view value) { headers.emplace_back(name, value); }
};

} // namespace miaobu::emulator
