#include "aliyun/wire/service_error.h"

#include "aliyun/wire/service_fault.h"

#include <QUrl>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

namespace {

struct Meaning {
    ErrorKind kind;
    bool retryable;
};

struct KnownCode {
    QLatin1StringView begin;
    Meaning meaning;
};

// The first entry that \a code begins with decides.
constexpr std::array knownCodes{
    KnownCode{QLatin1StringView("InvalidAccessKeyId"), {ErrorKind::CredentialsRejected, false}},
    KnownCode{QLatin1StringView("InvalidSecurityToken"), {ErrorKind::CredentialsRejected, false}},
    KnownCode{QLatin1StringView("SecurityTokenExpired"), {ErrorKind::CredentialsRejected, false}},
    KnownCode{QLatin1StringView("AccessKeyIdAndSecurityTokenNotMatch"), {ErrorKind::CredentialsRejected, false}},
    KnownCode{QLatin1StringView("SignatureDoesNotMatch"), {ErrorKind::SignatureRejected, false}},
    KnownCode{QLatin1StringView("IncompleteSignature"), {ErrorKind::SignatureRejected, false}},
    KnownCode{QLatin1StringView("SignatureNonceUsed"), {ErrorKind::SignatureRejected, true}},
    KnownCode{QLatin1StringView("InvalidTimeStamp.Expired"), {ErrorKind::ClockSkew, false}},
    KnownCode{QLatin1StringView("RequestTimeTooSkewed"), {ErrorKind::ClockSkew, false}},
    KnownCode{QLatin1StringView("Forbidden"), {ErrorKind::AccessDenied, false}},
    KnownCode{QLatin1StringView("NoPermission"), {ErrorKind::AccessDenied, false}},
    KnownCode{QLatin1StringView("NoPrivilege"), {ErrorKind::AccessDenied, false}},
    KnownCode{QLatin1StringView("AccessDenied"), {ErrorKind::AccessDenied, false}},
    KnownCode{QLatin1StringView("Throttling"), {ErrorKind::Throttled, true}},
    KnownCode{QLatin1StringView("Rejected.Throttling"), {ErrorKind::Throttled, true}},
    KnownCode{QLatin1StringView("TooManyRequests"), {ErrorKind::Throttled, true}},
    KnownCode{QLatin1StringView("Site.ServiceBusy"), {ErrorKind::Conflict, true}},
    KnownCode{QLatin1StringView("Record.ServiceBusy"), {ErrorKind::Conflict, true}},
    KnownCode{QLatin1StringView("LockFailed"), {ErrorKind::Conflict, true}},
    KnownCode{QLatin1StringView("InsufficientBalance"), {ErrorKind::QuotaExceeded, false}},
    KnownCode{QLatin1StringView("InDebt"), {ErrorKind::QuotaExceeded, false}},
    KnownCode{QLatin1StringView("InvalidKey.ExceedsCapacity"), {ErrorKind::QuotaExceeded, false}},
    KnownCode{QLatin1StringView("CodeVersionNumberExceedQuotaLimit"), {ErrorKind::QuotaExceeded, false}},
    KnownCode{QLatin1StringView("BadRequest"), {ErrorKind::ServiceError, true}},
    KnownCode{QLatin1StringView("ServiceUnavailable"), {ErrorKind::ServiceError, true}},
    KnownCode{QLatin1StringView("Internal"), {ErrorKind::ServiceError, true}},
    KnownCode{QLatin1StringView("SystemError"), {ErrorKind::ServiceError, true}},
};

Meaning meaningOfStatus(int status) {
    switch (status) {
    case 401:
    case 403:
        return {ErrorKind::AccessDenied, false};
    case 404:
        return {ErrorKind::NotFound, false};
    case 408:
        return {ErrorKind::Timeout, true};
    case 409:
        return {ErrorKind::Conflict, false};
    case 429:
        return {ErrorKind::Throttled, true};
    default:
        break;
    }
    if (status >= 500) {
        return {ErrorKind::ServiceError, true};
    }
    return {status >= 400   ? ErrorKind::InvalidInput
            : status >= 300 ? ErrorKind::Redirected
                            : ErrorKind::MalformedResponse,
        false};
}

Meaning meaningOf(const QString& code, int status) {
    for (const auto& [begin, meaning] : knownCodes) {
        if (code.startsWith(begin)) {
            return meaning;
        }
    }
    return code.contains("Throttling"_L1) ? Meaning{ErrorKind::Throttled, true} : meaningOfStatus(status);
}

QString masked(QString text, const Credentials& credentials) {
    for (const QByteArray& secret : {credentials.accessKeySecret, credentials.securityToken}) {
        if (!secret.isEmpty()) {
            text.replace(QString::fromUtf8(secret), u"***"_s);
        }
    }
    return text.left(1000);
}

} // namespace

std::optional<Error> serviceError(
    const HttpResponse& response, const CallSubject& subject, const Credentials& credentials) {
    if (response.status >= 200 && response.status < 300) {
        return std::nullopt;
    }
    const ServiceFault fault = readFault(response);
    const auto [kind, retryable] = meaningOf(fault.code, response.status);
    QString about = subject.resource;
    if (kind == ErrorKind::AccessDenied) {
        about = fault.deniedAction.isEmpty() ? subject.ramAction : fault.deniedAction;
    } else if (kind == ErrorKind::Redirected) {
        about = QUrl::fromEncoded(response.header("location")).host();
    }
    QString detail = fault.code.isEmpty() ? u"HTTP %1"_s.arg(response.status) : fault.code;
    // The text of a rejected signature repeats the whole request, with everything in its query and headers.
    if (kind != ErrorKind::SignatureRejected && !fault.message.isEmpty()) {
        detail += u": "_s + masked(fault.message, credentials);
    }
    Error error(kind, about, detail);
    error.requestId = fault.requestId;
    error.retryable = retryable;
    return error;
}

std::function<std::optional<Error>(const HttpResponse&)> faultReader(
    CallSubject subject, Credentials credentials, std::shared_ptr<ServerClock> clock) {
    return [subject, credentials, clock, corrected = false](const HttpResponse& response) mutable {
        std::optional<Error> error = serviceError(response, subject, credentials);
        const QDateTime serverTime = httpDate(response.header("date"));
        if (error && error->kind == ErrorKind::ClockSkew && serverTime.isValid() && !std::exchange(corrected, true)) {
            clock->learn(serverTime);
            error->retryable = true;
        }
        return error;
    };
}

} // namespace miaobu::aliyun
