#include "core/net/curl_transfer.h"

#include "core/net/transfer_error.h"

#include <cstdio>
#include <new>
#include <utility>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

constexpr qint64 largeUpload = 64 << 10;

template <typename Value> void set(CURL* easy, CURLoption option, Value value) {
    if (const CURLcode code = curl_easy_setopt(easy, option, value); code != CURLE_OK) {
        throw Error(ErrorKind::Internal, u"libcurl"_s, QString::fromUtf8(curl_easy_strerror(code)));
    }
}

void append(std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>& list, const QByteArray& line) {
    curl_slist* const longer = curl_slist_append(list.get(), line.constData());
    if (longer == nullptr) {
        throw std::bad_alloc();
    }
    (void)list.release();
    list.reset(longer);
}

} // namespace

CurlTransfer::CurlTransfer(HttpRequest request, const QByteArray& caBundle)
    : m_request(std::move(request)), m_origin(checkRequest(m_request)), m_easy(curl_easy_init(), &curl_easy_cleanup) {
    if (!m_easy) {
        throw std::bad_alloc();
    }
    set(handle(), CURLOPT_PRIVATE, this);
    set(handle(), CURLOPT_ERRORBUFFER, m_text.data());
    set(handle(), CURLOPT_URL, m_request.url.constData());
    set(handle(), CURLOPT_PATH_AS_IS, 1L);
    set(handle(), CURLOPT_FOLLOWLOCATION, 0L);
    set(handle(), CURLOPT_HEADERFUNCTION, &CurlTransfer::onHeader);
    set(handle(), CURLOPT_HEADERDATA, this);
    set(handle(), CURLOPT_WRITEFUNCTION, &CurlTransfer::onBody);
    set(handle(), CURLOPT_WRITEDATA, this);
    applyBody();
    applyHeaders();
    applyConnection(caBundle);
}

void CurlTransfer::applyBody() {
    m_length = m_request.body.size();
    if (!m_request.bodyFile.isEmpty()) {
        m_file.setFileName(m_request.bodyFile);
        if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
            throw Error(ErrorKind::FileSystem, m_request.bodyFile, m_file.errorString());
        }
        m_length = m_file.size();
    }
    const bool isPost = m_request.method == "POST" || m_request.method == "PUT";
    if (m_length > 0 || !m_request.bodyFile.isEmpty() || isPost) {
        // libcurl's POST would add a Content-Type of its own; its upload adds nothing but the length.
        set(handle(), CURLOPT_UPLOAD, 1L);
        set(handle(), CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(m_length));
        set(handle(), CURLOPT_READFUNCTION, &CurlTransfer::onSend);
        set(handle(), CURLOPT_READDATA, this);
        set(handle(), CURLOPT_SEEKFUNCTION, &CurlTransfer::onSeek);
        set(handle(), CURLOPT_SEEKDATA, this);
        if (m_length > largeUpload) {
            set(handle(), CURLOPT_UPLOAD_BUFFERSIZE, 256L << 10);
        }
    } else if (m_request.method == "HEAD") {
        set(handle(), CURLOPT_NOBODY, 1L);
    }
    set(handle(), CURLOPT_CUSTOMREQUEST, m_request.method.constData());
}

void CurlTransfer::applyHeaders() {
    append(m_headers, "Expect:");
    for (const auto& [name, value] : std::as_const(m_request.headers)) {
        append(m_headers, value.isEmpty() ? name + ';' : name + ": " + value);
    }
    set(handle(), CURLOPT_HTTPHEADER, m_headers.get());
}

void CurlTransfer::applyConnection(const QByteArray& caBundle) {
    set(handle(), CURLOPT_PROTOCOLS_STR, m_origin.isLoopback ? "http,https" : "https");
    set(handle(), CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    set(handle(), CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    set(handle(), CURLOPT_SSL_VERIFYPEER, 1L);
    set(handle(), CURLOPT_SSL_VERIFYHOST, 2L);
    set(handle(), CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (!caBundle.isEmpty()) {
        set(handle(), CURLOPT_CAINFO, caBundle.constData());
    }
    if (m_origin.isLoopback) {
        set(handle(), CURLOPT_PROXY, "");
    }
    if (!m_request.connectTo.isEmpty()) {
        append(m_connectTo, "::" + m_request.connectTo);
        set(handle(), CURLOPT_CONNECT_TO, m_connectTo.get());
    }
    set(handle(), CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(m_request.connectTimeout.count()));
    set(handle(), CURLOPT_LOW_SPEED_LIMIT, 1L);
    set(handle(), CURLOPT_LOW_SPEED_TIME, static_cast<long>(m_request.idleTimeout.count()));
    set(handle(), CURLOPT_TCP_KEEPALIVE, 1L);
    set(handle(), CURLOPT_FRESH_CONNECT, m_request.onFreshConnection ? 1L : 0L);
#if LIBCURL_VERSION_NUM >= 0x075700
    // Without it, cancelling during a name look-up waits for the look-up.
    set(handle(), CURLOPT_QUICK_EXIT, 1L);
#endif
}

HttpResponse CurlTransfer::takeResponse() {
    if (m_failure) {
        throw Error(*m_failure);
    }
    return std::move(m_response);
}

void CurlTransfer::finish(CURLcode code) {
    long status = 0;
    curl_easy_getinfo(handle(), CURLINFO_RESPONSE_CODE, &status);
    m_response.status = static_cast<int>(status);
    if (code == CURLE_OK && !m_headersEnded) {
        // libcurl takes a connection that ends inside the headers for a response without a body.
        code = CURLE_GOT_NOTHING;
    }
    if (code != CURLE_OK && !m_failure) {
        m_failure = transferError(code, QString::fromUtf8(m_origin.host), QString::fromUtf8(m_text.data()));
    }
    m_done.complete();
}

void CurlTransfer::cancel() {
    if (!m_done.isComplete()) {
        m_failure = Error(ErrorKind::Cancelled);
        m_done.complete();
    }
}

std::size_t CurlTransfer::onHeader(char* bytes, std::size_t size, std::size_t count, void* transfer) {
    auto* const self = static_cast<CurlTransfer*>(transfer);
    const QByteArrayView line(bytes, static_cast<qsizetype>(size * count));
    if (line.startsWith("HTTP/")) {
        // After an interim response (100, 103) the headers begin again.
        self->m_response.headers.clear();
        self->m_headersEnded = false;
    } else if (line.trimmed().isEmpty()) {
        self->m_headersEnded = true;
    } else if (const qsizetype colon = line.indexOf(':'); colon > 0) {
        self->m_response.headers.append(
            {line.first(colon).trimmed().toByteArray(), line.sliced(colon + 1).trimmed().toByteArray()});
    }
    return size * count;
}

std::size_t CurlTransfer::onBody(char* bytes, std::size_t size, std::size_t count, void* transfer) {
    auto* const self = static_cast<CurlTransfer*>(transfer);
    const auto length = static_cast<qsizetype>(size * count);
    if (self->m_response.body.size() + length > self->m_request.maximumResponseBytes) {
        self->m_failure = Error(ErrorKind::MalformedResponse, QString::fromUtf8(self->m_origin.host),
            u"the response is longer than %1 bytes"_s.arg(self->m_request.maximumResponseBytes));
        self->m_failure->requestId = requestIdOf(self->m_response.headers);
        return 0;
    }
    self->m_response.body.append(bytes, length);
    return size * count;
}

std::size_t CurlTransfer::onSend(char* bytes, std::size_t size, std::size_t count, void* transfer) {
    auto* const self = static_cast<CurlTransfer*>(transfer);
    const qint64 wanted = std::min(static_cast<qint64>(size * count), self->m_length - self->m_sent);
    if (!self->m_file.isOpen()) {
        std::copy_n(self->m_request.body.constData() + self->m_sent, wanted, bytes);
        self->m_sent += wanted;
        return static_cast<std::size_t>(wanted);
    }
    const qint64 given = wanted == 0 ? 0 : self->m_file.read(bytes, wanted);
    if (given < 0 || (given == 0 && wanted > 0)) {
        self->m_failure = Error(ErrorKind::FileSystem, self->m_request.bodyFile,
            given < 0 ? self->m_file.errorString() : u"the file became shorter while it was sent"_s);
        return CURL_READFUNC_ABORT;
    }
    self->m_sent += given;
    return static_cast<std::size_t>(given);
}

int CurlTransfer::onSeek(void* transfer, curl_off_t offset, int origin) {
    auto* const self = static_cast<CurlTransfer*>(transfer);
    if (origin != SEEK_SET || offset < 0 || offset > self->m_length
        || (self->m_file.isOpen() && !self->m_file.seek(offset))) {
        return CURL_SEEKFUNC_FAIL;
    }
    self->m_sent = offset;
    return CURL_SEEKFUNC_OK;
}

} // namespace miaobu
