#pragma once

#include "core/async/completion.h"
#include "core/async/error.h"
#include "core/net/http_message.h"

#include <QFile>

#include <curl/curl.h>

#include <array>
#include <memory>
#include <optional>

namespace miaobu {

/// One request and what has arrived of its response. Stays at its address from begin to end: libcurl points into it.
class CurlTransfer {
public:
    /// \throws Error(InvalidInput), or Error(FileSystem) when the body's file cannot be opened.
    CurlTransfer(HttpRequest request, const QByteArray& caBundle);
    CurlTransfer(const CurlTransfer&) = delete;
    CurlTransfer& operator=(const CurlTransfer&) = delete;

    [[nodiscard]] CURL* handle() const { return m_easy.get(); }
    [[nodiscard]] Completion done() const { return m_done; }
    /// The response, once it is done. \throws what the transfer failed of.
    [[nodiscard]] HttpResponse takeResponse();

    void finish(CURLcode code);
    void cancel();

private:
    static std::size_t onHeader(char* bytes, std::size_t size, std::size_t count, void* transfer);
    static std::size_t onBody(char* bytes, std::size_t size, std::size_t count, void* transfer);
    static std::size_t onSend(char* bytes, std::size_t size, std::size_t count, void* transfer);
    static int onSeek(void* transfer, curl_off_t offset, int origin);

    void applyBody();
    void applyHeaders();
    void applyConnection(const QByteArray& caBundle);

    HttpRequest m_request;
    HttpOrigin m_origin;
    HttpResponse m_response;
    QFile m_file;
    qint64 m_length = 0;
    qint64 m_sent = 0;
    bool m_headersEnded = false;
    std::optional<Error> m_failure;
    Completion m_done;
    std::array<char, CURL_ERROR_SIZE> m_text{};
    std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> m_headers{nullptr, &curl_slist_free_all};
    std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> m_connectTo{nullptr, &curl_slist_free_all};
    std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> m_easy{nullptr, &curl_easy_cleanup};
};

} // namespace miaobu
