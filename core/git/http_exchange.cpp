#include "core/git/http_exchange.h"

#include "core/git/git_location.h"
#include "core/net/ca_bundle.h"
#include "core/net/transfer_error.h"

#include <QUrl>

#include <array>
#include <cstring>
#include <utility>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

constexpr long connectSeconds = 30;
constexpr long silentSeconds = 55;

QByteArray trustedCertificates() {
    const QByteArray own = qgetenv("GIT_SSL_CAINFO");
    return own.isEmpty() ? findCaBundle() : own;
}

// People behind a proxy often tell only git about it.
QByteArray proxyOfGit() {
    git_config* raw = nullptr;
    if (git_config_open_default(&raw) < 0) {
        return {};
    }
    const GitConfiguration configuration(raw);
    git_buf value{};
    const int code = git_config_get_string_buf(&value, configuration.get(), "http.proxy");
    const QByteArray proxy = code == 0 ? QByteArray(value.ptr) : QByteArray();
    git_buf_dispose(&value);
    return proxy;
}

} // namespace

HttpExchange::HttpExchange(CURLM* connections, Request request)
    : m_connections(connections), m_request(std::move(request)), m_easy(curl_easy_init()) {
    setUp();
    curl_multi_add_handle(m_connections, m_easy.get());
}

HttpExchange::~HttpExchange() {
    curl_multi_remove_handle(m_connections, m_easy.get());
}

void HttpExchange::setUp() {
    CURL* easy = m_easy.get();
    curl_easy_setopt(easy, CURLOPT_URL, m_request.url.constData());
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT, connectSeconds);
    curl_easy_setopt(easy, CURLOPT_LOW_SPEED_LIMIT, 1L);
    curl_easy_setopt(easy, CURLOPT_LOW_SPEED_TIME, silentSeconds);
    // Servers tell Git from a browser by this name.
    curl_easy_setopt(easy, CURLOPT_USERAGENT, "git/2.0 (miaobu)");
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &HttpExchange::takeBytes);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, this);
    const QByteArray certificates = trustedCertificates();
    if (!certificates.isEmpty()) {
        curl_easy_setopt(easy, CURLOPT_CAINFO, certificates.constData());
    }
    if (isLoopback(QString::fromUtf8(m_request.url))) {
        curl_easy_setopt(easy, CURLOPT_PROXY, "");
    } else if (const QByteArray proxy = proxyOfGit(); !proxy.isEmpty()) {
        curl_easy_setopt(easy, CURLOPT_PROXY, proxy.constData());
    }
    if (m_request.credential) {
        curl_easy_setopt(easy, CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BASIC));
        curl_easy_setopt(easy, CURLOPT_USERNAME, m_request.credential->user.toUtf8().constData());
        curl_easy_setopt(easy, CURLOPT_PASSWORD, m_request.credential->secret.toUtf8().constData());
    }
    m_request.headers.append("Expect:");
    for (const QByteArray& line : std::as_const(m_request.headers)) {
        m_headers.reset(curl_slist_append(m_headers.release(), line.constData()));
    }
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, m_headers.get());
    if (!m_request.body.isEmpty()) {
        curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(m_request.body.size()));
        curl_easy_setopt(easy, CURLOPT_POSTFIELDS, m_request.body.constData());
    }
}

std::size_t HttpExchange::takeBytes(char* bytes, std::size_t one, std::size_t count, void* self) {
    static_cast<HttpExchange*>(self)->m_arrived.append(bytes, static_cast<qsizetype>(one * count));
    return one * count;
}

void HttpExchange::step() {
    constexpr int pollMilliseconds = 1000;
    int running = 0;
    curl_multi_perform(m_connections, &running);
    int left = 0;
    while (const CURLMsg* message = curl_multi_info_read(m_connections, &left)) {
        if (message->easy_handle == m_easy.get() && message->msg == CURLMSG_DONE) {
            m_isDone = true;
            if (message->data.result != CURLE_OK) {
                throw transferError(message->data.result, QUrl(QString::fromUtf8(m_request.url)).host(), {});
            }
        }
    }
    if (!m_isDone && m_read == m_arrived.size()) {
        curl_multi_poll(m_connections, nullptr, 0, pollMilliseconds, nullptr);
    }
}

long HttpExchange::status() {
    while (!m_isDone && m_arrived.isEmpty()) {
        step();
    }
    long code = 0;
    curl_easy_getinfo(m_easy.get(), CURLINFO_RESPONSE_CODE, &code);
    return code;
}

QString HttpExchange::contentType() const {
    const char* type = nullptr;
    curl_easy_getinfo(m_easy.get(), CURLINFO_CONTENT_TYPE, &type);
    return QString::fromLatin1(type);
}

QByteArray HttpExchange::redirectUrl() const {
    const char* target = nullptr;
    curl_easy_getinfo(m_easy.get(), CURLINFO_REDIRECT_URL, &target);
    return QByteArray(target);
}

QString HttpExchange::redirectTarget() const {
    return QUrl(QString::fromUtf8(redirectUrl())).toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery);
}

std::size_t HttpExchange::read(char* buffer, std::size_t size) {
    if (m_read == m_arrived.size()) {
        // Keeps its memory for the next piece.
        m_arrived.resize(0);
        m_read = 0;
    }
    while (!m_isDone && m_arrived.isEmpty()) {
        step();
    }
    const auto count = std::min(static_cast<std::size_t>(m_arrived.size() - m_read), size);
    std::memcpy(buffer, m_arrived.constData() + m_read, count);
    m_read += static_cast<qsizetype>(count);
    return count;
}

QByteArray HttpExchange::readAll(qsizetype most) {
    constexpr std::size_t piece = 16384;
    QByteArray body;
    std::array<char, piece> buffer{};
    while (const std::size_t count = read(buffer.data(), buffer.size())) {
        body.append(buffer.data(), static_cast<qsizetype>(count));
        if (body.size() > most) {
            throw Error(ErrorKind::MalformedResponse, QUrl(QString::fromUtf8(m_request.url)).host());
        }
    }
    return body;
}

} // namespace miaobu
