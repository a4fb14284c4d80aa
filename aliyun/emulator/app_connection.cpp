#include "aliyun/emulator/app_connection.h"

#include "aliyun/emulator/loopback_port.h"
#include "aliyun/emulator/service_fault.h"

#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>

namespace miaobu::emulator {

namespace {

constexpr std::size_t longestHead = 64U << 10;

ServiceFault hungUp() {
    return {502, "CAExited", "The function's process does not answer."};
}

} // namespace

AppConnection::AppConnection(int port, std::chrono::seconds patience)
    : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)), m_until(std::chrono::steady_clock::now() + patience) {
    const sockaddr_in address = loopbackAddress(port);
    if (::connect(m_socket.descriptor(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        throw hungUp();
    }
}

bool AppConnection::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::send(m_socket.descriptor(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count < 0 && errno != EINTR) {
            return false;
        }
        bytes.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    }
    return true;
}

std::string AppConnection::takeHead() {
    std::size_t end = m_received.find("\r\n\r\n");
    while (end == std::string::npos) {
        const Received received = m_received.size() > longestHead ? Received::End : receive();
        if (received == Received::TimedOut) {
            throw ServiceFault{504, "FunctionTimeout", "The function did not answer within its timeout."};
        }
        if (received == Received::End) {
            throw hungUp();
        }
        end = m_received.find("\r\n\r\n");
    }
    std::string head = m_received.substr(0, end + 4);
    m_received.erase(0, end + 4);
    return head;
}

std::optional<std::string> AppConnection::takePiece(std::uint64_t most) {
    if (most == 0 || (m_received.empty() && receive() != Received::Bytes)) {
        return std::nullopt;
    }
    std::string piece = m_received.substr(0, most);
    m_received.erase(0, piece.size());
    return piece;
}

std::optional<std::string> AppConnection::takeChunk() {
    if (m_chunkLeft == 0) {
        if (m_inChunk && !takeLine()) {
            return std::nullopt;
        }
        const auto size = takeLine();
        m_chunkLeft = size ? std::strtoull(size->c_str(), nullptr, 16) : 0;
        m_inChunk = m_chunkLeft > 0;
    }
    auto piece = takePiece(m_chunkLeft);
    m_chunkLeft -= piece ? piece->size() : m_chunkLeft;
    return piece;
}

std::optional<std::string> AppConnection::takeLine() {
    std::size_t end = m_received.find('\n');
    while (end == std::string::npos) {
        if (m_received.size() > longestHead || receive() != Received::Bytes) {
            return std::nullopt;
        }
        end = m_received.find('\n');
    }
    std::string line = m_received.substr(0, end);
    m_received.erase(0, end + 1);
    return line;
}

AppConnection::Received AppConnection::receive() {
    while (true) {
        const auto left
            = std::chrono::duration_cast<std::chrono::milliseconds>(m_until - std::chrono::steady_clock::now());
        pollfd entry{m_socket.descriptor(), POLLIN, 0};
        const int ready = left.count() <= 0 ? 0 : ::poll(&entry, 1, static_cast<int>(left.count()));
        if (ready == 0) {
            return Received::TimedOut;
        }
        std::string piece(64U << 10, '\0');
        const ssize_t count = ready > 0 ? ::recv(m_socket.descriptor(), piece.data(), piece.size(), 0) : -1;
        if (count > 0) {
            m_received.append(piece, 0, static_cast<std::size_t>(count));
            return Received::Bytes;
        }
        if (count == 0 || errno != EINTR) {
            return Received::End;
        }
    }
}

} // namespace miaobu::emulator
