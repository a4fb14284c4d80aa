#include "aliyun/wire/service_error.h"

#include "aliyun/wire/error_codes.h"
#include "aliyun/wire/service_fault.h"

#include <QUrl>

#include <utility>

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

namespace {

QString masked(QString text, const Credentials& credentials) {
    for (const QByteArray& secret : {credentials.accessKeySecret, credentials.securityToken}) {
        if (!secret.isEmpty()) {
            text.replace(QString::fromUtf8(secret), u"***"_s);
        }
    }
    return text.left(1000);
}

// The product's own name, by what RAM calls it.
QString productOf(const ServiceFault& fault, const QString& ramAction) {
    if (fault.code.startsWith("InvalidAccount"_L1)) {
        return u"Edge KV"_s;
    }
    const QString product = ramAction.section(u':', 0, 0);
    return product == "fc"_L1 ? u"Function Compute"_s
        : product == "cr"_L1  ? u"Container Registry"_s
                              : product.toUpper();
}

QString subjectOf(ErrorKind kind, const ServiceFault& fault, const CallSubject& subject) {
    switch (kind) {
    case ErrorKind::AccessDenied:
        return fault.deniedAction.isEmpty() ? subject.ramAction : fault.deniedAction;
    case ErrorKind::NotActivated:
        return productOf(fault, subject.ramAction);
    case ErrorKind::BucketElsewhere:
        return fault.bucket.isEmpty() ? subject.resource : fault.bucket;
    default:
        return subject.resource;
    }
}

} // namespace

std::optional<Error> serviceError(
    const HttpResponse& response, const CallSubject& subject, const Credentials& credentials) {
    const bool isSuccess = response.status >= 200 && response.status < 300;
    if (isSuccess && !hasFaultInside(response)) {
        return std::nullopt;
    }
    const ServiceFault fault = readFault(response);
    const auto [kind, retryable] = meaningOf(fault, response.status);
    QString detail = fault.code.isEmpty() ? u"HTTP %1"_s.arg(response.status) : fault.code;
    // The text of a rejected signature repeats the whole request, with everything in its query and headers.
    if (kind != ErrorKind::SignatureRejected && !fault.message.isEmpty()) {
        detail += u": "_s + masked(fault.message, credentials);
    }
    if (kind == ErrorKind::Redirected) {
        // The rest of an address may hold a signature.
        detail = QUrl::fromEncoded(response.header("location")).host();
    }
    Error error(kind, subjectOf(kind, fault, subject), detail);
    if (kind == ErrorKind::BucketElsewhere) {
        error.alternatives = QStringList(fault.endpoint);
    }
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
