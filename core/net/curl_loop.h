#pragma once

#include "core/net/curl_transfer.h"

#include <QSocketNotifier>
#include <QTimer>

#include <memory>
#include <unordered_map>
#include <unordered_set>

namespace miaobu {

/// libcurl's multi interface, driven by the event loop of the thread that made it.
class CurlLoop {
public:
    explicit CurlLoop(int connectionsPerHost);
    ~CurlLoop();
    CurlLoop(const CurlLoop&) = delete;
    CurlLoop& operator=(const CurlLoop&) = delete;

    /// Begins \a transfer, which finishes by itself or is taken off again.
    void add(CurlTransfer& transfer);
    /// Breaks the transfer off where it stands. Harmless for one that is not under way.
    void remove(CurlTransfer& transfer);
    /// Cancels everything that is under way; nothing can be added any more.
    void close();

private:
    struct NotifierEnd {
        void operator()(QSocketNotifier* notifier) const;
    };
    using Notifier = std::unique_ptr<QSocketNotifier, NotifierEnd>;
    struct Socket {
        Notifier readable;
        Notifier writable;
    };

    static int onSocket(CURL* easy, curl_socket_t socket, int what, void* loop, void* unused);
    static int onTimer(CURLM* multi, long milliseconds, void* loop);

    void watch(curl_socket_t socket, int what);
    [[nodiscard]] Notifier makeNotifier(curl_socket_t socket, QSocketNotifier::Type type, int event);
    void act(curl_socket_t socket, int event);

    std::unordered_map<curl_socket_t, Socket> m_sockets;
    std::unordered_set<CurlTransfer*> m_running;
    QTimer m_timer;
    bool m_closed = false;
    std::unique_ptr<CURLM, decltype(&curl_multi_cleanup)> m_multi;
};

} // namespace miaobu
