#include "aliyun/wire/error_codes.h"

#include <array>

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

namespace {

struct KnownCode {
    QLatin1StringView text;
    FaultMeaning meaning;
};

constexpr KnownCode known(const char* text, ErrorKind kind, bool retryable = false) {
    return {QLatin1StringView(text), {kind, retryable}};
}

constexpr bool again = true;

// The first entry that a code begins with decides.
constexpr std::array beginnings{
    // Keys and signatures, every service
    known("InvalidAccessKeyId", ErrorKind::CredentialsRejected), // also .NotFound and .Inactive
    known("InvalidSecurityToken", ErrorKind::CredentialsRejected),
    known("SecurityTokenExpired", ErrorKind::CredentialsRejected),
    known("AccessKeyIdAndSecurityTokenNotMatch", ErrorKind::CredentialsRejected),
    known("SignatureDoesNotMatch", ErrorKind::SignatureRejected),
    known("IncompleteSignature", ErrorKind::SignatureRejected),
    known("SignatureNonceUsed", ErrorKind::SignatureRejected, again),
    known("InvalidTimeStamp.Expired", ErrorKind::ClockSkew),
    known("RequestTimeTooSkewed", ErrorKind::ClockSkew),
    // What this program must not send
    known("InvalidTimeStamp.Format", ErrorKind::Internal),
    known("UnsupportedHTTPMethod", ErrorKind::Internal),
    known("InvalidAction", ErrorKind::Internal),
    known("InvalidApi", ErrorKind::Internal),
    known("InvalidVersion", ErrorKind::Internal),
    // The account
    known("Forbidden.RiskControl", ErrorKind::NotActivated),
    known("Forbidden.UserVerification", ErrorKind::NotActivated),
    known("InvalidAccount.NotFound", ErrorKind::NotActivated), // Edge KV was never opened.
    known("USER_NOT_EXIST", ErrorKind::NotActivated), // The registry has no user yet.
    known("InsufficientBalance", ErrorKind::InArrears),
    known("InDebt", ErrorKind::InArrears),
    known("UserDisable", ErrorKind::InArrears),
    known("Forbidden", ErrorKind::AccessDenied),
    known("NoPermission", ErrorKind::AccessDenied),
    known("NoPrivilege", ErrorKind::AccessDenied),
    known("AccessDenied", ErrorKind::AccessDenied),
    known("AUTHENTICATION_FAILED", ErrorKind::AccessDenied),
    // Too much at once
    known("TooManyRequests", ErrorKind::Throttled, again),
    known("Site.ServiceBusy", ErrorKind::Conflict, again),
    known("Record.ServiceBusy", ErrorKind::Conflict, again),
    known("LockFailed", ErrorKind::Conflict, again),
    // The law
    known("InvalidICP", ErrorKind::IcpMissing),
    // Limits
    known("InvalidKey.ExceedsCapacity", ErrorKind::QuotaExceeded),
    known("SameNameRecordExceedLimit", ErrorKind::Conflict),
    known("TooManyBuckets", ErrorKind::QuotaExceeded),
    known("ResourceExhausted", ErrorKind::QuotaExceeded),
    known("ResourcePoolInsufficientCapacity", ErrorKind::ServiceError, again),
    // Function Compute: what is in the way of deleting a function
    known("ProvisionConfigExist", ErrorKind::Conflict),
    known("ResidentScalingConfigExist", ErrorKind::Conflict),
    // The service itself
    known("BadRequest", ErrorKind::ServiceError, again),
    known("ServiceUnavailable", ErrorKind::ServiceError, again),
    known("Internal", ErrorKind::ServiceError, again),
    known("SystemError", ErrorKind::ServiceError, again),
};

// The first entry that stands anywhere in a code decides.
constexpr std::array parts{
    known("Throttling", ErrorKind::Throttled, again),
    known("NotOpen", ErrorKind::NotActivated),
    known("NotActivated", ErrorKind::NotActivated),
    known("NotEnabled", ErrorKind::NotActivated),
    known("Overdue", ErrorKind::InArrears),
    known("Arrear", ErrorKind::InArrears),
    known("Quota", ErrorKind::QuotaExceeded),
    known("ICP", ErrorKind::IcpMissing),
    known("AlreadyExist", ErrorKind::Conflict), // BucketAlreadyExists, FunctionAlreadyExists, Record.AlreadyExist …
    known("ALREADY_EXIST", ErrorKind::Conflict),
    known("NotFound", ErrorKind::NotFound),
    known("NotExist", ErrorKind::NotFound),
    known("NOT_EXIST", ErrorKind::NotFound),
};

FaultMeaning meaningOfStatus(int status) {
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
                            : ErrorKind::ServiceError,
        false};
}

FaultMeaning meaningOfCode(const QString& code, int status) {
    for (const auto& [text, meaning] : beginnings) {
        if (code.startsWith(text)) {
            return meaning;
        }
    }
    for (const auto& [text, meaning] : parts) {
        if (code.contains(text)) {
            return meaning;
        }
    }
    return meaningOfStatus(status);
}

} // namespace

FaultMeaning meaningOf(const ServiceFault& fault, int status) {
    const FaultMeaning meaning = meaningOfCode(fault.code, status);
    // Said in words, under codes that mean many things.
    if (status < 500 && fault.message.contains("ICP filing"_L1, Qt::CaseInsensitive)) {
        return {ErrorKind::IcpMissing, false};
    }
    if (meaning.kind != ErrorKind::AccessDenied) {
        return meaning;
    }
    // "FC service is not enabled for current user.", with the same code as a missing permission.
    if (fault.message.contains("is not enabled"_L1) || fault.message.contains("not activated"_L1)) {
        return {ErrorKind::NotActivated, false};
    }
    // "The bucket you are attempting to access must be addressed using the specified endpoint.": it is in another region.
    if (fault.message.contains("specified endpoint"_L1)) {
        return {ErrorKind::BucketElsewhere, false};
    }
    // "Put public bucket acl is not allowed": Block Public Access is on, and no permission helps.
    if (fault.message.contains("public"_L1) && fault.message.contains("not allowed"_L1)) {
        return {ErrorKind::Conflict, false};
    }
    return meaning;
}

} // namespace miaobu::aliyun
