#include "core/net/transfer_error.h"

namespace miaobu {

namespace {

struct Meaning {
    ErrorKind kind;
    bool retryable;
};

Meaning meaningOf(CURLcode code) {
    switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
        return {ErrorKind::HostNotFound, true};
    case CURLE_COULDNT_CONNECT:
    case CURLE_INTERFACE_FAILED:
        return {ErrorKind::NetworkUnreachable, true};
    case CURLE_OPERATION_TIMEDOUT:
        return {ErrorKind::Timeout, true};
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_GOT_NOTHING:
    case CURLE_PARTIAL_FILE:
    case CURLE_SEND_FAIL_REWIND:
        return {ErrorKind::ConnectionLost, true};
    case CURLE_SSL_CONNECT_ERROR:
        return {ErrorKind::TlsFailed, true};
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS:
        return {ErrorKind::TlsFailed, false};
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_UNSUPPORTED_PROTOCOL:
        return {ErrorKind::MalformedResponse, false};
    case CURLE_URL_MALFORMAT:
        return {ErrorKind::InvalidInput, false};
    default:
        return {ErrorKind::Internal, false};
    }
}

} // namespace

Error transferError(CURLcode code, const QString& host, const QString& detail) {
    const Meaning meaning = meaningOf(code);
    Error error(meaning.kind, host, detail.isEmpty() ? QString::fromUtf8(curl_easy_strerror(code)) : detail);
    error.retryable = meaning.retryable;
    return error;
}

} // namespace miaobu
