#include "core/build/push_failure.h"

#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

constexpr auto refusal
    = "unauthorized|incorrect username or password|authentication required|"
      "no basic auth credentials|invalid username/password|\\b401\\b|\\bdenied\\b|forbidden|\\b403\\b";

QRegularExpression formOf(const char* words) {
    return QRegularExpression(QString::fromLatin1(words), QRegularExpression::CaseInsensitiveOption);
}

struct Symptom {
    const char* words;
    ErrorKind kind;
    bool isPassing; ///< Trying again may help.
};

// In the order in which they are looked for: the engine before the network, both before what they end in.
constexpr std::array symptoms{
    Symptom{"cannot connect to the docker daemon|failed to connect to the docker api|is the docker daemon running",
        ErrorKind::EngineNotRunning, false},
    Symptom{"permission denied while trying to connect", ErrorKind::EngineNotPermitted, false},
    Symptom{refusal, ErrorKind::PushFailed, false},
    Symptom{"no space left on device", ErrorKind::DiskFull, false},
    Symptom{"no such host|server misbehaving|name resolution|name or service not known", ErrorKind::HostNotFound, true},
    Symptom{"network is unreachable|no route to host", ErrorKind::NetworkUnreachable, true},
    Symptom{"x509:|certificate|server gave http response to https client", ErrorKind::TlsFailed, false},
    Symptom{"toomanyrequests|too many requests|\\b429\\b", ErrorKind::Throttled, true},
    Symptom{"connection (?:refused|reset|timed out)|broken pipe|timeout|\\beof\\b|use of closed network connection|"
            "request canceled|client\\.timeout|deadline exceeded|transport is closing",
        ErrorKind::ConnectionLost, true},
    Symptom{"\\b50[0234]\\b|internal server error|bad gateway|service unavailable|blob upload (?:unknown|invalid)",
        ErrorKind::ServiceError, true},
};

} // namespace

Error pushFailure(const QString& host, const QString& words, int exitCode) {
    for (const Symptom& symptom : symptoms) {
        if (formOf(symptom.words).match(words).hasMatch()) {
            Error error(symptom.kind, host, words);
            error.retryable = symptom.isPassing;
            error.exitCode = symptom.kind == ErrorKind::PushFailed ? exitCode : 0;
            return error;
        }
    }
    Error error(ErrorKind::PushFailed, host, words);
    error.exitCode = exitCode;
    return error;
}

bool isRefusal(const QString& words) {
    return formOf(refusal).match(words).hasMatch();
}

} // namespace miaobu
