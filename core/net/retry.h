#pragma once

#include "core/async/error.h"
#include "core/net/http_client.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace miaobu {

/// When and how often a failed call is tried again. The defaults are those of Alibaba Cloud's own OSS client.
struct RetryPolicy {
    int attempts = 3; ///< In total
    std::chrono::milliseconds firstDelay = std::chrono::milliseconds(200); ///< Doubled with every attempt
    std::chrono::milliseconds longestDelay = std::chrono::seconds(20);
    std::chrono::milliseconds longestAsked
        = std::chrono::seconds(60); ///< What a service asks for is honoured up to here.
};

/// How long the service asks to be left alone: Retry-After (seconds or a date, RFC 9110 §10.2.3) or, in milliseconds,
/// x-acs-retry-after and OSS's x-oss-qos-delay-time.
[[nodiscard]] std::optional<std::chrono::milliseconds> askedDelay(const HttpHeaders& headers, const QDateTime& now);

/// Full jitter: \a random (0 … 1) of the delay of the attempt that failed (0 is the first), or \a asked when that is longer.
[[nodiscard]] std::chrono::milliseconds retryDelay(
    const RetryPolicy& policy, int attempt, std::optional<std::chrono::milliseconds> asked, double random);

/// Whether a call is repeated when it is not known if the service has done it: the connection was cut, nothing came in time, or it
/// answered with a failure of its own. What it certainly did not do (throttled, never reached) is repeated in any case.
enum class Repeat { Always, OnlyIfNotDone };

struct RetriedCall {
    /// Makes the request, anew for every attempt: a signature is good for one.
    std::function<HttpRequest()> request;
    /// What is wrong with a response; nothing when it is what was wanted. Error::retryable decides about another attempt.
    std::function<std::optional<Error>(const HttpResponse&)> failureOf;
    Repeat repeat = Repeat::Always;
};

/// Sends until there is a response without a failure. \throws the last failure, or Error(Cancelled).
QCoro::Task<HttpResponse> sendRetried(
    std::shared_ptr<HttpClient> client, RetriedCall call, RetryPolicy policy, std::stop_token stop);

} // namespace miaobu
