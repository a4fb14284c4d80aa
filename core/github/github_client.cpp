#include "core/github/github_client.h"

#include "core/async/sleep.h"
#include "core/github/api_error.h"
#include "core/github/response_headers.h"

#include <QUrl>

#include <utility>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

constexpr int mostRedirects = 4;

bool isRead(const ApiRequest& request) {
    return request.method == "GET" || request.method == "HEAD";
}

bool isRedirect(int status) {
    return status == 301 || status == 302 || status == 307 || status == 308;
}

} // namespace

GitHubClient::GitHubClient(std::shared_ptr<HttpClient> http, GitHubHost host, ApiToken token, const Clock& clock,
    RetryPolicy retry, std::function<void()> refused)
    : m_http(std::move(http)), m_host(std::move(host)), m_token(std::move(token)), m_clock(clock), m_retry(retry),
      m_refused(std::move(refused)) { }

QCoro::Task<ApiResponse> GitHubClient::send(ApiRequest request, std::stop_token stop) {
    const std::shared_ptr<GitHubClient> self = shared_from_this();
    if (request.subject.isEmpty()) {
        request.subject = m_host.name;
    }
    throwWhileLimited(request.subject);
    if (!isRead(request)) {
        co_await awaitTurnToWrite(stop);
    }
    QByteArray url = target(request.path, m_host.api);
    for (int redirects = 0;; ++redirects) {
        const HttpResponse response = co_await exchange(request, url, stop);
        if (!isRedirect(response.status)) {
            co_return read(response);
        }
        const QByteArray location = response.header("location");
        if (!isRead(request) || location.isEmpty() || redirects == mostRedirects) {
            throw Error(ErrorKind::HttpStatus, request.subject, u"HTTP status %1"_s.arg(response.status));
        }
        url = target(location, url);
    }
}

QCoro::Task<HttpResponse> GitHubClient::exchange(ApiRequest request, QByteArray url, std::stop_token stop) {
    const auto failureOf = [this, subject = request.subject](const HttpResponse& response) {
        std::optional<Error> error
            = isRedirect(response.status) ? std::nullopt : apiError(response, subject, m_clock.now(), m_waited);
        if (error && error->kind == ErrorKind::RateLimited) {
            learnLimit(*error);
        }
        if (error && error->kind == ErrorKind::SignInNeeded && m_refused && !m_token.isEmpty()) {
            m_refused();
        }
        return error;
    };
    RetriedCall call{.request = [this, request, url] { return httpRequest(request, url); },
        .failureOf = failureOf,
        .repeat = isRead(request) ? Repeat::Always : Repeat::OnlyIfNotDone};
    HttpResponse response = co_await sendRetried(m_http, std::move(call), m_retry, stop);
    co_return response;
}

QCoro::Task<> GitHubClient::awaitTurnToWrite(std::stop_token stop) {
    const QDateTime now = m_clock.now();
    const QDateTime turn = m_nextWrite.isValid() ? std::max(m_nextWrite, now) : now;
    // A clock that was set back must not make anybody wait.
    const qint64 wait = std::min<qint64>(now.msecsTo(turn), 60'000);
    m_nextWrite = now.addMSecs(wait + 1000);
    if (wait > 0) {
        co_await sleepFor(std::chrono::milliseconds(wait), stop);
    }
}

HttpRequest GitHubClient::httpRequest(const ApiRequest& request, const QByteArray& url) const {
    HttpRequest sent;
    sent.method = request.method;
    sent.url = url;
    sent.body = request.body;
    sent.maximumResponseBytes = request.maximumBytes;
    sent.headers = {
        {"Accept", request.accept}, {"X-GitHub-Api-Version", "2022-11-28"}, {"User-Agent", "Miaobu/" MIAOBU_VERSION}};
    if (!m_token.isEmpty()) {
        sent.headers.append(HttpHeader("Authorization", m_token.authorizationFor(url)));
    }
    if (!request.etag.isEmpty()) {
        sent.headers.append(HttpHeader("If-None-Match", request.etag));
    }
    if (!request.body.isEmpty()) {
        sent.headers.append(HttpHeader("Content-Type", "application/json"));
    }
    return sent;
}

QByteArray GitHubClient::target(const QByteArray& location, const QByteArray& from) const {
    if (location.startsWith('/') && from == m_host.api) {
        return m_host.api + location;
    }
    const QUrl url = QUrl::fromEncoded(from).resolved(QUrl::fromEncoded(location, QUrl::StrictMode));
    const QByteArray resolved = url.toEncoded(QUrl::RemoveFragment);
    if (originOf(resolved) != originOf(m_host.api)) {
        throw Error(ErrorKind::Redirected, m_host.name, url.host());
    }
    return resolved;
}

ApiResponse GitHubClient::read(const HttpResponse& response) {
    ApiResponse result;
    result.status = response.status;
    result.isNotModified = response.status == 304;
    result.body = response.body;
    result.etag = response.header("etag");
    result.next = nextLink(response.header("link"));
    if (const std::optional<QStringList> scopes = grantedScopes(response.headers)) {
        result.saysScopes = true;
        result.scopes = *scopes;
    }
    result.rate = rateLimit(response.headers, m_clock.now());
    m_rate = result.rate;
    m_limitedUntil = {};
    m_waited = 0;
    return result;
}

void GitHubClient::throwWhileLimited(const QString& subject) const {
    if (m_limitedUntil.isValid() && m_clock.now() < m_limitedUntil) {
        Error error(ErrorKind::RateLimited, subject);
        error.retryAt = m_limitedUntil;
        throw error;
    }
}

void GitHubClient::learnLimit(const Error& error) {
    m_limitedUntil = error.retryAt;
    ++m_waited;
}

} // namespace miaobu
