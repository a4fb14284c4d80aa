#pragma once

#include "core/async/error.h"
#include "core/github/api_message.h"
#include "core/github/api_token.h"
#include "core/github/github_host.h"
#include "core/net/retry.h"
#include "core/ports/clock.h"

#include <QCoro/QCoroTask>

#include <functional>
#include <memory>
#include <stop_token>

namespace miaobu {

/// Calls the REST API of one host with one token, which no other origin sees. Remembers the limits it meets: until they end, a call fails at once
/// without being sent. Writes are at least a second apart, as GitHub asks. Reads are repeated where the network or GitHub itself failed.
/// Belongs to the main thread; calls that are under way keep what they need.
class GitHubClient final : public std::enable_shared_from_this<GitHubClient> {
public:
    ///  clock outlives this;  refused is called when GitHub does not take the token (any more), before the call fails.
    GitHubClient(std::shared_ptr<HttpClient> http, GitHubHost host, ApiToken token, const Clock& clock,
        RetryPolicy retry = {}, std::function<void()> refused = {});

    [[nodiscard]] const GitHubHost& host() const { return m_host; }
    /// As the last answer said it.
    [[nodiscard]] RateLimit rate() const { return m_rate; }

    /// Redirects of a read (a repository that was renamed) are followed within the API.
    /// \throws what apiError() gives, Error(Redirected) with the other host as its detail for a redirect that leads elsewhere, Error(MalformedResponse), what HttpClient throws
    QCoro::Task<ApiResponse> send(ApiRequest request, std::stop_token stop);

private:
    QCoro::Task<HttpResponse> exchange(ApiRequest request, QByteArray url, std::stop_token stop);
    QCoro::Task<> awaitTurnToWrite(std::stop_token stop);
    [[nodiscard]] HttpRequest httpRequest(const ApiRequest& request, const QByteArray& url) const;
    [[nodiscard]] QByteArray target(const QByteArray& location, const QByteArray& from) const;
    [[nodiscard]] ApiResponse read(const HttpResponse& response);
    void throwWhileLimited(const QString& subject) const;
    void learnLimit(const Error& error);

    std::shared_ptr<HttpClient> m_http;
    GitHubHost m_host;
    ApiToken m_token;
    const Clock& m_clock;
    RetryPolicy m_retry;
    std::function<void()> m_refused;
    RateLimit m_rate;
    QDateTime m_limitedUntil;
    int m_waited = 0;
    QDateTime m_nextWrite;
};

} // namespace miaobu
