#include "core/git/git_error.h"

#include <git2.h>

#include <cerrno>
#include <cstring>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

// errno outlives the call that failed only by luck; the message libgit2 made of it is certain.
ErrorKind kindOfSystem(const QString& text) {
    if (text.contains(QString::fromLocal8Bit(strerror(ENOSPC)))
        || text.contains(QString::fromLocal8Bit(strerror(EDQUOT)))) {
        return ErrorKind::DiskFull;
    }
    if (text.contains(QString::fromLocal8Bit(strerror(EACCES)))) {
        return ErrorKind::PermissionDenied;
    }
    return ErrorKind::RepositoryDamaged;
}

} // namespace

void checkGit(int code, const QString& subject) {
    if (code >= 0) {
        return;
    }
    const git_error* last = git_error_last();
    const QString text = last ? QString::fromUtf8(last->message) : QString();
    const bool isForeign = code == GIT_EOWNER;
    throw Error(isForeign ? ErrorKind::PermissionDenied : kindOfSystem(text), subject, text);
}

} // namespace miaobu
