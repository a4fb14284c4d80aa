#pragma once

#include "aliyun/emulator/request.h"

namespace miaobu::emulator {

/// A connection to an app on a loopback port, for one request. Every wait ends with its patience.
class AppConnection {
public:
    /// \throws ServiceFault(502 CAExited) when nobody listens
    AppConnection(int port, std::chrono::seconds patience);

    /// \returns false when the app has hung up, which may be its way to answer early
    bool send(std::string_view bytes);
    /// Everything up to the empty line. \throws ServiceFault 502 when the app hangs up before, 504 when it takes too long
    [[nodiscard]] std::string takeHead();
    /// What has come, at most so much; nothing at the end, or when the app breaks off.
    [[nodiscard]] std::optional<std::string> takePiece(std::uint64_t most);
    /// The same of a chunked body.
    [[nodiscard]] std::optional<std::string> takeChunk();

private:
    enum class Received { Bytes, End, TimedOut };
    Received receive();
    [[nodiscard]] std::optional<std::string> takeLine();

    const FileHandle m_socket;
    const std::chrono::steady_clock::time_point m_until;
    std::string m_received;
    std::uint64_t m_chunkLeft = 0;
    bool m_inChunk = false;
};

} // namespace miaobu::emulator
