#include "aliyun/emulator/loopback_port.h"

#include "aliyun/emulator/request.h"

#include <sys/socket.h>

namespace miaobu::emulator {

sockaddr_in loopbackAddress(int port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<in_port_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

int anyFreePort() {
    const FileHandle socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_in address = loopbackAddress(0);
    socklen_t size = sizeof address;
    ::bind(socket.descriptor(), reinterpret_cast<const sockaddr*>(&address), size);
    ::getsockname(socket.descriptor(), reinterpret_cast<sockaddr*>(&address), &size);
    return ntohs(address.sin_port);
}

} // namespace miaobu::emulator
