#include "aliyun/emulator/connection_stream.h"

#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace miaobu::emulator {

namespace {

constexpr int idleSeconds = 65; // A little longer than clients are told
constexpr int silenceSeconds = 30;
constexpr std::size_t longestHead = 64U << 10;
constexpr std::size_t heldBack = 128U << 10;

bool waitFor(socket_t socket, short events, int seconds) {
    pollfd entry{socket, events, 0};
    int ready = 0;
    do {
        ready = ::poll(&entry, 1, seconds * 1000);
    } while (ready < 0 && errno == EINTR);
    return ready > 0;
}

} // namespace

ConnectionStream::ConnectionStream(socket_t socket) : m_socket(socket) { }

std::optional<std::string> ConnectionStream::takeHead() {
    m_received.erase(0, m_receivedRead);
    m_receivedRead = 0;
    std::size_t end = m_received.find("\r\n\r\n");
    while (end == std::string::npos) {
        if (m_received.size() > longestHead || !receive(m_received.empty() ? idleSeconds : silenceSeconds)) {
            return std::nullopt;
        }
        end = m_received.find("\r\n\r\n");
    }
    m_receivedRead = end + 4;
    return m_received.substr(0, m_receivedRead);
}

void ConnectionStream::setLibraryHead(std::string head) {
    m_head = std::move(head);
    m_headRead = 0;
}

bool ConnectionStream::flush() {
    std::size_t sent = 0;
    while (sent < m_unsent.size() && !m_cut) {
        const ssize_t count = ::send(m_socket, m_unsent.data() + sent, m_unsent.size() - sent, MSG_NOSIGNAL);
        if (count > 0) {
            sent += static_cast<std::size_t>(count);
        } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
            m_cut = !waitFor(m_socket, POLLOUT, silenceSeconds);
        } else if (errno != EINTR) {
            m_cut = true;
        }
    }
    m_unsent.clear();
    return !m_cut;
}

void ConnectionStream::cut() {
    m_cut = true;
    const linger atOnce{1, 0};
    ::setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
}

bool ConnectionStream::is_readable() const {
    return m_headRead < m_head.size() || m_receivedRead < m_received.size()
        || waitFor(m_socket, POLLIN, silenceSeconds);
}

bool ConnectionStream::is_writable() const {
    return !m_cut;
}

ssize_t ConnectionStream::read(char* to, size_t size) {
    if (m_headRead < m_head.size()) {
        const std::size_t count = std::min(size, m_head.size() - m_headRead);
        std::memcpy(to, m_head.data() + m_headRead, count);
        m_headRead += count;
        return static_cast<ssize_t>(count);
    }
    if (m_receivedRead == m_received.size()) {
        m_received.clear();
        m_receivedRead = 0;
        // A client that waits for "100 Continue" must get it before its body can come.
        if (!flush() || !receive(silenceSeconds)) {
            return 0;
        }
    }
    const std::size_t count = std::min(size, m_received.size() - m_receivedRead);
    std::memcpy(to, m_received.data() + m_receivedRead, count);
    m_receivedRead += count;
    return static_cast<ssize_t>(count);
}

ssize_t ConnectionStream::write(const char* from, size_t size) {
    m_unsent.append(from, size);
    if (m_cut || (m_unsent.size() >= heldBack && !flush())) {
        return -1;
    }
    return static_cast<ssize_t>(size);
}

void ConnectionStream::get_remote_ip_and_port(std::string& ip, int& port) const {
    ip = "127.0.0.1";
    port = 0;
}

void ConnectionStream::get_local_ip_and_port(std::string& ip, int& port) const {
    ip = "127.0.0.1";
    port = 0;
}

socket_t ConnectionStream::socket() const {
    return m_socket;
}

bool ConnectionStream::receive(int patienceSeconds) {
    std::array<char, 64 * 1024>
        piece; // NOLINT: overwritten at once, and clearing 64 KiB a call would cost more than the call
    while (true) {
        const ssize_t count = ::recv(m_socket, piece.data(), piece.size(), MSG_DONTWAIT);
        if (count > 0) {
            m_received.append(piece.data(), static_cast<std::size_t>(count));
            return true;
        }
        if (count == 0 || (errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR)) {
            return false;
        }
        if (!waitFor(m_socket, POLLIN, patienceSeconds)) {
            return false;
        }
    }
}

} // namespace miaobu::emulator
