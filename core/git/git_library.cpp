#include "core/git/git_library.h"

#include <QFile>
#include <QFileInfo>

#include <git2.h>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

QByteArray certificateFile() {
    for (const char* variable : {"GIT_SSL_CAINFO", "SSL_CERT_FILE"}) {
        const QString file = qEnvironmentVariable(variable);
        if (QFileInfo(file).isFile()) {
            return QFile::encodeName(file);
        }
    }
    for (const QString& file : {u"/etc/ssl/certs/ca-certificates.crt"_s, u"/etc/pki/tls/certs/ca-bundle.crt"_s,
             u"/etc/ssl/ca-bundle.pem"_s, u"/etc/ssl/cert.pem"_s}) {
        if (QFileInfo(file).isFile()) {
            return QFile::encodeName(file);
        }
    }
    return {};
}

} // namespace

GitLibrary::GitLibrary() {
    git_libgit2_init();
}

GitLibrary::~GitLibrary() {
    git_libgit2_shutdown();
}

void setUpGitNetwork() {
    const QByteArray file = certificateFile();
    if (!file.isEmpty()) {
        git_libgit2_opts(GIT_OPT_SET_SSL_CERT_LOCATIONS, file.constData(), nullptr);
    }
#if LIBGIT2_VER_MAJOR > 1 || LIBGIT2_VER_MINOR >= 7
    constexpr int connectMilliseconds = 30'000;
    constexpr int answerMilliseconds = 60'000;
    git_libgit2_opts(GIT_OPT_SET_SERVER_CONNECT_TIMEOUT, connectMilliseconds);
    git_libgit2_opts(GIT_OPT_SET_SERVER_TIMEOUT, answerMilliseconds);
#endif
}

} // namespace miaobu
