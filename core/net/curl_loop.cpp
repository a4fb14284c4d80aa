#include "core/net/curl_loop.h"

#include <new>
#include <utility>

using namespace Qt::StringLiterals;

namespace miaobu {

CurlLoop::CurlLoop(int connectionsPerHost) : m_multi(curl_multi_init(), &curl_multi_cleanup) {
    if (!m_multi) {
        throw std::bad_alloc();
    }
    curl_multi_setopt(m_multi.get(), CURLMOPT_SOCKETFUNCTION, &CurlLoop::onSocket);
    curl_multi_setopt(m_multi.get(), CURLMOPT_SOCKETDATA, this);
    curl_multi_setopt(m_multi.get(), CURLMOPT_TIMERFUNCTION, &CurlLoop::onTimer);
    curl_multi_setopt(m_multi.get(), CURLMOPT_TIMERDATA, this);
    curl_multi_setopt(m_multi.get(), CURLMOPT_MAX_HOST_CONNECTIONS, static_cast<long>(connectionsPerHost));
    curl_multi_setopt(m_multi.get(), CURLMOPT_MAXCONNECTS, 2L * connectionsPerHost);
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { act(CURL_SOCKET_TIMEOUT, 0); });
}

CurlLoop::~CurlLoop() {
    close();
}

void CurlLoop::add(CurlTransfer& transfer) {
    if (m_closed) {
        transfer.cancel();
        return;
    }
    if (const CURLMcode code = curl_multi_add_handle(m_multi.get(), transfer.handle()); code != CURLM_OK) {
        throw Error(ErrorKind::Internal, u"libcurl"_s, QString::fromUtf8(curl_multi_strerror(code)));
    }
    m_running.insert(&transfer);
}

void CurlLoop::remove(CurlTransfer& transfer) {
    if (m_running.erase(&transfer) != 0) {
        curl_multi_remove_handle(m_multi.get(), transfer.handle());
    }
}

void CurlLoop::close() {
    m_closed = true;
    for (CurlTransfer* const transfer : std::exchange(m_running, {})) {
        curl_multi_remove_handle(m_multi.get(), transfer->handle());
        transfer->cancel();
    }
}

void CurlLoop::NotifierEnd::operator()(QSocketNotifier* notifier) const {
    // Often called from the notifier's own signal.
    notifier->setEnabled(false);
    notifier->deleteLater();
}

int CurlLoop::onSocket(CURL*, curl_socket_t socket, int what, void* loop, void*) {
    static_cast<CurlLoop*>(loop)->watch(socket, what);
    return 0;
}

int CurlLoop::onTimer(CURLM*, long milliseconds, void* loop) {
    QTimer& timer = static_cast<CurlLoop*>(loop)->m_timer;
    if (milliseconds < 0) {
        timer.stop();
    } else {
        timer.start(std::chrono::milliseconds(milliseconds));
    }
    return 0;
}

void CurlLoop::watch(curl_socket_t socket, int what) {
    if (what == CURL_POLL_REMOVE) {
        m_sockets.erase(socket);
        return;
    }
    Socket& watched = m_sockets[socket];
    if (!watched.readable) {
        watched.readable = makeNotifier(socket, QSocketNotifier::Read, CURL_CSELECT_IN);
        watched.writable = makeNotifier(socket, QSocketNotifier::Write, CURL_CSELECT_OUT);
    }
    watched.readable->setEnabled((what & CURL_POLL_IN) != 0);
    watched.writable->setEnabled((what & CURL_POLL_OUT) != 0);
}

CurlLoop::Notifier CurlLoop::makeNotifier(curl_socket_t socket, QSocketNotifier::Type type, int event) {
    Notifier notifier(new QSocketNotifier(type));
    notifier->setSocket(socket);
    QObject::connect(
        notifier.get(), &QSocketNotifier::activated, &m_timer, [this, socket, event] { act(socket, event); });
    return notifier;
}

void CurlLoop::act(curl_socket_t socket, int event) {
    int running = 0;
    curl_multi_socket_action(m_multi.get(), socket, event, &running);
    int left = 0;
    while (const CURLMsg* const message = curl_multi_info_read(m_multi.get(), &left)) {
        if (message->msg != CURLMSG_DONE) {
            continue;
        }
        const CURLcode code = message->data.result;
        char* pointer = nullptr;
        curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &pointer);
        auto* const transfer = reinterpret_cast<CurlTransfer*>(pointer);
        remove(*transfer);
        transfer->finish(code);
    }
}

} // namespace miaobu
