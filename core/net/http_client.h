#pragma once

#include "core/net/http_message.h"

#include <QCoro/QCoroTask>

#include <memory>
#include <stop_token>

namespace miaobu {

class CurlLoop;

/// The one HTTP client: HTTP/1.1 over kept-alive connections, on the event loop of the thread that made it (the main thread).
/// TLS is always verified. Proxies are those of the environment (https_proxy, no_proxy), never for this computer itself.
/// A redirect is a response like any other and is not followed. Nothing is retried here; see retry.h.
class HttpClient {
public:
    /// Requests beyond \a connectionsPerHost to one host wait for a connection.
    explicit HttpClient(int connectionsPerHost = 64);
    /// Requests that are still under way end with Error(Cancelled).
    ~HttpClient();
    HttpClient(const HttpClient&) = delete;
    HttpClient& operator=(const HttpClient&) = delete;

    /// Sends \a request and gives the whole response, whatever its status.
    /// \throws Error(InvalidInput) for a request that may not be sent, Error(HostNotFound), Error(NetworkUnreachable),
    /// Error(ConnectionLost), Error(TlsFailed), Error(Timeout), Error(MalformedResponse) for too long a response,
    /// Error(FileSystem) for the body's file, Error(Cancelled) as soon as \a stop is requested.
    QCoro::Task<HttpResponse> send(HttpRequest request, std::stop_token stop);

private:
    std::shared_ptr<CurlLoop> m_loop;
    QByteArray m_caBundle;
};

} // namespace miaobu
