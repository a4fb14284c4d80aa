#include "core/net/retry.h"

#include "core/async/sleep.h"

#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace miaobu {

namespace {

struct Attempt {
    std::optional<HttpResponse> response;
    std::optional<Error> failure;
};

bool mayBeDone(const Error& failure) {
    switch (failure.kind) {
    case ErrorKind::HostNotFound:
    case ErrorKind::NetworkUnreachable:
    case ErrorKind::TlsFailed:
    case ErrorKind::Throttled:
    case ErrorKind::Conflict:
    case ErrorKind::ClockSkew:
    case ErrorKind::SignatureRejected:
        return false;
    default:
        return true;
    }
}

QCoro::Task<Attempt> attemptOnce(std::shared_ptr<HttpClient> client, HttpRequest request, std::stop_token stop) {
    Attempt attempt;
    try {
        attempt.response = co_await client->send(std::move(request), stop);
    } catch (const Error& error) {
        attempt.failure = error;
    }
    co_return attempt;
}

} // namespace

std::optional<std::chrono::milliseconds> askedDelay(const HttpHeaders& headers, const QDateTime& now) {
    using std::chrono::milliseconds;
    bool isNumber = false;
    if (const qint64 asked = headerValue(headers, "x-acs-retry-after").toLongLong(&isNumber); isNumber && asked > 0) {
        return milliseconds(asked);
    }
    if (const qint64 held = headerValue(headers, "x-oss-qos-delay-time").toLongLong(&isNumber); isNumber && held > 0) {
        return milliseconds(held);
    }
    const QByteArray after = headerValue(headers, "retry-after");
    if (const qint64 seconds = after.toLongLong(&isNumber); isNumber && seconds >= 0 && seconds < 1'000'000) {
        return milliseconds(seconds * 1000);
    }
    if (const QDateTime date = httpDate(after); date.isValid()) {
        return milliseconds(std::max<qint64>(now.msecsTo(date), 0));
    }
    return std::nullopt;
}

std::chrono::milliseconds retryDelay(
    const RetryPolicy& policy, int attempt, std::optional<std::chrono::milliseconds> asked, double random) {
    const auto doubled = policy.firstDelay * (qint64{1} << std::min(attempt, 20));
    const auto most = std::min<std::chrono::milliseconds>(doubled, policy.longestDelay);
    const std::chrono::milliseconds jittered(static_cast<qint64>(static_cast<double>(most.count()) * random));
    return std::max(jittered, std::min(asked.value_or(std::chrono::milliseconds(0)), policy.longestAsked));
}

QCoro::Task<HttpResponse> sendRetried(
    std::shared_ptr<HttpClient> client, RetriedCall call, RetryPolicy policy, std::stop_token stop) {
    for (int number = 0;; ++number) {
        HttpRequest request = call.request();
        request.onFreshConnection = call.repeat == Repeat::OnlyIfNotDone;
        Attempt attempt = co_await attemptOnce(client, std::move(request), stop);
        if (attempt.response) {
            attempt.failure = call.failureOf(*attempt.response);
        }
        if (!attempt.failure) {
            co_return std::move(*attempt.response);
        }
        const bool isRepeatable
            = attempt.failure->retryable && (call.repeat == Repeat::Always || !mayBeDone(*attempt.failure));
        if (!isRepeatable || number + 1 >= policy.attempts) {
            throw Error(*attempt.failure);
        }
        const auto asked
            = attempt.response ? askedDelay(attempt.response->headers, QDateTime::currentDateTimeUtc()) : std::nullopt;
        const auto delay = retryDelay(policy, number, asked, QRandomGenerator::global()->generateDouble());
        co_await sleepFor(delay, stop);
    }
}

} // namespace miaobu
