#pragma once

#include "core/git/git_handles.h"
#include "core/git/git_job.h"

#include <curl/curl.h>

#include <optional>

namespace miaobu {

using CurlEasy = detail::CHandle<CURL, &curl_easy_cleanup>;
using CurlMulti = detail::CHandle<CURLM, &curl_multi_cleanup>;
using CurlList = detail::CHandle<curl_slist, &curl_slist_free_all>;

/// One request of the smart HTTP protocol, or to a Git LFS server, whose answer is read piece by piece, in a thread that may block.
/// Verifies certificates, follows no redirect, gives up after 55 s without a byte. A proxy comes from the environment
/// or from git's http.proxy.
class HttpExchange {
public:
    struct Request {
        QByteArray url;
        QByteArray body; ///< Empty: GET
        QList<QByteArray> headers; ///< "Name: value"
        std::optional<GitCredential> credential; ///< The caller has asked mayBeSent().
    };

    /// \a connections keeps the connection for the next exchange.
    HttpExchange(CURLM* connections, Request request);
    ~HttpExchange();
    HttpExchange(const HttpExchange&) = delete;
    HttpExchange& operator=(const HttpExchange&) = delete;

    /// The status code, as soon as the answer begins. \throws Error when there is none.
    [[nodiscard]] long status();
    [[nodiscard]] QString contentType() const;
    /// Where the server sends us; without a user, password or query, which may hold a secret.
    [[nodiscard]] QString redirectTarget() const;
    /// The same, to be followed and never shown; empty unless it is a redirect.
    [[nodiscard]] QByteArray redirectUrl() const;

    /// Up to \a size bytes of the body; 0 at its end. \throws Error
    [[nodiscard]] std::size_t read(char* buffer, std::size_t size);
    /// The body as a whole. \throws Error(MalformedResponse) when it is longer than \a most.
    [[nodiscard]] QByteArray readAll(qsizetype most);

private:
    void setUp();
    void step();
    static std::size_t takeBytes(char* bytes, std::size_t one, std::size_t count, void* self);

    CURLM* m_connections;
    Request m_request;
    CurlEasy m_easy;
    CurlList m_headers;
    QByteArray m_arrived;
    qsizetype m_read = 0;
    bool m_isDone = false;
};

} // namespace miaobu
