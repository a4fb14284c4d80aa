#include "aliyun/emulator/loopback_server.h"

#include "aliyun/emulator/connection_stream.h"
#include "aliyun/emulator/growing_threads.h"
#include "core/async/error.h"

#include <httplib.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

constexpr int waitingConnections = 511;
constexpr std::size_t sentAtOnce = 64U << 10;
constexpr std::string_view badRequest = "HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";

/// The request a connection's thread is at. The library hands its handlers nothing of ours.
struct Exchange {
    const Request& request;
    ConnectionStream& stream;
    bool last = false;
};

thread_local Exchange* currentExchange = nullptr;

/// Only what frames the body: with the other headers the library would unpack gzip bodies, take forms apart and cut
/// ranges itself.
std::string libraryHead(const Request& request) {
    std::string head = request.method + " / HTTP/1.1\r\n";
    const bool chunked = lowerCase(request.header("transfer-encoding")) == "chunked";
    if (chunked) {
        head += "Transfer-Encoding: chunked\r\n";
    } else {
        const auto length = toInteger(request.header("content-length"));
        head += "Content-Length: " + std::to_string(std::max(length.value_or(0), 0LL)) + "\r\n";
    }
    if (lowerCase(request.header("expect")) == "100-continue") {
        head += "Expect: 100-continue\r\n";
    }
    return head + "\r\n";
}

bool sendSlice(const FileSlice& slice, std::size_t offset, std::size_t length, httplib::DataSink& sink) {
    std::string piece(std::min(length, sentAtOnce), '\0');
    const ssize_t count
        = ::pread(slice.file->descriptor(), piece.data(), piece.size(), static_cast<off_t>(slice.offset + offset));
    return count > 0 && sink.write(piece.data(), static_cast<std::size_t>(count));
}

/// Sends one piece of \a source, at once: who waits for the rest shall see what is there.
bool sendPiece(const BodySource& source, httplib::DataSink& sink) {
    const auto piece = source.next();
    if (!piece) {
        if (!source.length) {
            sink.done();
        }
        return !source.length;
    }
    return sink.write(piece->data(), piece->size()) && currentExchange->stream.flush();
}

void setSource(httplib::Response& response, const std::string& contentType, const BodySource& source) {
    if (source.length) {
        response.set_content_provider(static_cast<std::size_t>(*source.length), contentType,
            [source](std::size_t, std::size_t, httplib::DataSink& sink) { return sendPiece(source, sink); });
    } else {
        response.set_chunked_content_provider(
            contentType, [source](std::size_t, httplib::DataSink& sink) { return sendPiece(source, sink); });
    }
}

void fill(httplib::Response& response, const Request& request, Reply reply) {
    response.status = reply.status;
    response.set_header("Date", httpDate(std::chrono::system_clock::now()));
    std::string contentType = "application/octet-stream";
    bool isTyped = false;
    for (const auto& [name, value] : reply.headers) {
        if (lowerCase(name) == "content-type") {
            contentType = value;
            isTyped = true;
        } else {
            response.set_header(name, value);
        }
    }
    const bool head = request.method == "HEAD";
    const std::uint64_t length = reply.slice ? reply.slice->length
        : reply.source                       ? reply.source->length.value_or(0)
                                             : reply.body.size();
    if (reply.source && !head && reply.source->length != 0) {
        setSource(response, contentType, *reply.source);
    } else if (head || length == 0) {
        if (reply.status != 204 && reply.status != 304) {
            response.set_header("Content-Length", std::to_string(length));
        }
        if (reply.slice || length > 0 || (reply.source && isTyped)) {
            response.set_header("Content-Type", contentType);
        }
    } else if (reply.slice) {
        response.set_content_provider(
            length, contentType, [slice = *reply.slice](std::size_t offset, std::size_t left, httplib::DataSink& sink) {
                return sendSlice(slice, offset, left, sink);
            });
    } else {
        response.set_content(std::move(reply.body), contentType);
    }
}

} // namespace

class LoopbackServer::Listener final : public httplib::Server {
public:
    Listener(LoopbackServer::Handler handler, int port) : m_handler(std::move(handler)) {
        new_task_queue = [] { return new GrowingThreads; };
        set_keep_alive_timeout(60);
        set_keep_alive_max_count(1'000'000);
        const auto withBody = [this](const httplib::Request&, httplib::Response& response,
                                  const httplib::ContentReader& reader) { answer(response, &reader); };
        const auto withoutBody
            = [this](const httplib::Request&, httplib::Response& response) { answer(response, nullptr); };
        Get("/", withoutBody);
        Options("/", withoutBody);
        Put("/", withBody);
        Post("/", withBody);
        Patch("/", withBody);
        Delete("/", withBody);
        if (port == 0) {
            m_port = bind_to_any_port("127.0.0.1");
        } else if (bind_to_port("127.0.0.1", port)) {
            m_port = port;
        }
        // The library waits for five connections at most; the sixth of a burst would be asked to come back in a second.
        if (m_port <= 0 || ::listen(svr_sock_, waitingConnections) != 0) {
            throw Error(ErrorKind::EmulatorFailed, u"127.0.0.1"_s, u"cannot listen"_s);
        }
        m_thread = std::thread([this] { listen_after_bind(); });
        while (!is_running()) {
            std::this_thread::yield();
        }
    }

    ~Listener() override {
        stop();
        {
            const std::lock_guard lock(m_mutex);
            m_ending = true;
            for (const socket_t socket : m_open) {
                ::shutdown(socket, SHUT_RDWR);
            }
        }
        m_thread.join();
    }

    [[nodiscard]] int port() const { return m_port; }

private:
    bool process_and_close_socket(socket_t socket) override {
        const int on = 1;
        ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        {
            const std::lock_guard lock(m_mutex);
            if (m_ending) {
                ::close(socket);
                return false;
            }
            m_open.insert(socket);
        }
        serve(socket);
        const std::lock_guard lock(m_mutex);
        m_open.erase(socket);
        ::close(socket);
        return true;
    }

    void serve(socket_t socket) {
        ConnectionStream stream(socket);
        while (const auto head = stream.takeHead()) {
            const auto request = parseRequest(*head);
            if (!request) {
                stream.write(badRequest.data(), badRequest.size());
                stream.flush();
                return;
            }
            stream.setLibraryHead(libraryHead(*request));
            Exchange exchange{*request, stream};
            currentExchange = &exchange;
            bool closed = lowerCase(request->header("connection")) == "close";
            const bool answered = process_request(stream, closed, closed, nullptr);
            currentExchange = nullptr;
            if (!stream.flush() || !answered || closed || exchange.last) {
                return;
            }
        }
    }

    void answer(httplib::Response& response, const httplib::ContentReader* reader) const {
        Exchange& exchange = *currentExchange;
        Body body([reader](const std::function<bool(std::string_view)>& take) {
            return reader == nullptr
                || (*reader)([&take](const char* data, std::size_t length) { return take({data, length}); });
        });
        Reply reply = m_handler(exchange.request, body);
        exchange.last = reply.cut || !body.drain();
        if (reply.cut) {
            exchange.stream.cut();
        }
        fill(response, exchange.request, std::move(reply));
    }

    LoopbackServer::Handler m_handler;
    int m_port = 0;
    std::thread m_thread;
    std::mutex m_mutex;
    std::set<socket_t> m_open;
    bool m_ending = false;
};

LoopbackServer::LoopbackServer(Handler handler, int port)
    : m_listener(std::make_unique<Listener>(std::move(handler), port)) { }

LoopbackServer::~LoopbackServer() = default;

int LoopbackServer::port() const {
    return m_listener->port();
}

} // namespace miaobu::emulator
