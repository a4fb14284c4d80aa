#pragma once

#include "aliyun/wire/credentials.h"
#include "aliyun/wire/server_clock.h"
#include "core/async/error.h"
#include "core/net/http_message.h"

#include <functional>
#include <memory>
#include <optional>

namespace miaobu::aliyun {

/// What a call is about, for its errors.
struct CallSubject {
    QString resource; ///< A key, a host, an action
    QString ramAction; ///< "oss:PutObject", named when it is not allowed
};

/// What \a response failed of; nothing for a 2xx without a failure inside. Secrets that the service repeats are masked in the detail.
/// \returns AccessDenied with the RAM action as subject, NotActivated with the product, InArrears, Throttled, ClockSkew, SignatureRejected,
/// CredentialsRejected, NotFound, Conflict, QuotaExceeded, Redirected with the host it leads to as its detail, BucketElsewhere with the bucket
/// and, as its one alternative, where that answers, ServiceError, or Internal for a call that this program should not have made.
[[nodiscard]] std::optional<Error> serviceError(
    const HttpResponse& response, const CallSubject& subject, const Credentials& credentials);

/// serviceError for sendRetried: on the first ClockSkew of a call the clock learns the service's time and the call is repeated.
[[nodiscard]] std::function<std::optional<Error>(const HttpResponse&)> faultReader(
    CallSubject subject, Credentials credentials, std::shared_ptr<ServerClock> clock);

} // namespace miaobu::aliyun
