#pragma once

#include <httplib.h>

#include <optional>
#include <string>

namespace miaobu::emulator {

/// One connection, as the HTTP library reads and writes it. It takes the head of a request off the wire itself, because
/// the library decodes header values and paths, which would break every signature, and hands the library a head that
/// says only how long the body is.
class ConnectionStream final : public httplib::Stream {
public:
    /// Does not own \a socket.
    explicit ConnectionStream(socket_t socket);

    /// Waits for the next request and gives its head, or nothing when the connection ended, fell silent or sent too
    /// much.
    [[nodiscard]] std::optional<std::string> takeHead();
    /// What the library shall read first.
    void setLibraryHead(std::string head);
    /// Sends what was written. Answers are held back until they are whole, so that small ones leave in one packet.
    bool flush();
    /// From now on nothing is sent, and the client sees the connection reset.
    void cut();

    bool is_readable() const override;
    bool is_writable() const override;
    ssize_t read(char* to, size_t size) override;
    ssize_t write(const char* from, size_t size) override;
    void get_remote_ip_and_port(std::string& ip, int& port) const override;
    void get_local_ip_and_port(std::string& ip, int& port) const override;
    socket_t socket() const override;

private:
    bool receive(int patienceSeconds);

    socket_t m_socket;
    std::string m_head;
    std::size_t m_headRead = 0;
    std::string m_received;
    std::size_t m_receivedRead = 0;
    std::string m_unsent;
    bool m_cut = false;
};

} // namespace miaobu::emulator
