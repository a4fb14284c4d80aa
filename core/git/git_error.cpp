#include "core/git/git_error.h"

#include <cerrno>
#include <cstring>
#include <git2.h>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

ErrorKind kindOfHttp(const QString& text) {
    if (text.contains(u"404"_s) || text.contains(u"410"_s)) {
        return ErrorKind::RepositoryNotFound;
    }
    if (text.contains(u"401"_s) || text.contains(u"403"_s)) {
        return ErrorKind::AuthenticationRequired;
    }
    return text.contains(u"redirect"_s) ? ErrorKind::Redirected : ErrorKind::HttpStatus;
}

ErrorKind kindOfNetwork(const QString& text) {
    if (text.contains(u"redirect"_s)) {
        return ErrorKind::Redirected;
    }
    return text.contains(u"resolve"_s) ? ErrorKind::HostNotFound : ErrorKind::ConnectionLost;
}

ErrorKind kindOfCode(int code) {
    switch (code) {
    case GIT_EAUTH:
        return ErrorKind::AuthenticationRequired;
    case GIT_ECERTIFICATE:
        return ErrorKind::TlsFailed;
    case GIT_EOWNER:
        return ErrorKind::PermissionDenied;
#if LIBGIT2_VER_MAJOR > 1 || LIBGIT2_VER_MINOR >= 7
    case GIT_TIMEOUT:
        return ErrorKind::Timeout;
#endif
    default:
        return ErrorKind::Internal;
    }
}

// errno outlives the call that failed only by luck; the message libgit2 made of it is certain.
ErrorKind kindOfSystem(const QString& text) {
    if (text.contains(QString::fromLocal8Bit(strerror(ENOSPC))) || text.contains(QString::fromLocal8Bit(strerror(EDQUOT)))) {
        return ErrorKind::DiskFull;
    }
    // Of the class "operating system", not "network".
    if (text.startsWith(u"failed to connect"_s)) {
        return ErrorKind::NetworkUnreachable;
    }
    if (text.contains(QString::fromLocal8Bit(strerror(EACCES)))) {
        return ErrorKind::PermissionDenied;
    }
    return ErrorKind::Internal;
}

ErrorKind kindOf(int code, int errorClass, const QString& text) {
    for (const ErrorKind certain : {kindOfCode(code), kindOfSystem(text)}) {
        if (certain != ErrorKind::Internal) {
            return certain;
        }
    }
    switch (errorClass) {
    case GIT_ERROR_HTTP:
        return kindOfHttp(text);
    case GIT_ERROR_NET:
        return kindOfNetwork(text);
    case GIT_ERROR_SSL:
        return ErrorKind::TlsFailed;
    default:
        return ErrorKind::RepositoryDamaged;
    }
}

} // namespace

void checkGit(int code, const QString& subject) {
    if (code >= 0) {
        return;
    }
    const git_error* last = git_error_last();
    const int errorClass = last ? last->klass : GIT_ERROR_NONE;
    // After a refused sign-in the last message is some older one.
    const QString text = last && code != GIT_EAUTH ? QString::fromUtf8(last->message) : QString();
    Error error(kindOf(code, errorClass, text), subject, text);
    error.retryable = error.kind == ErrorKind::ConnectionLost || error.kind == ErrorKind::NetworkUnreachable
        || error.kind == ErrorKind::Timeout || error.kind == ErrorKind::HostNotFound;
    throw error;
}

} // namespace miaobu
