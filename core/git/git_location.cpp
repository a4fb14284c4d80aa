#include "core/git/git_location.h"

#include "core/async/error.h"

#include <QCryptographicHash>
#include <QDir>
#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

GitLocation localAt(const QString& path) {
    return {true, {}, QDir::cleanPath(path)};
}

} // namespace

GitLocation readGitLocation(const QString& text) {
    if (QDir::isAbsolutePath(text)) {
        return localAt(text);
    }
    QUrl url(text, QUrl::StrictMode);
    const QString scheme = url.scheme().toLower();
    if (scheme == u"file"_s && !url.toLocalFile().isEmpty()) {
        return localAt(url.toLocalFile());
    }
    if (!url.isValid() || url.host().isEmpty() || (scheme != u"https"_s && scheme != u"http"_s)) {
        const QString shown = url.isValid() ? url.toDisplayString(QUrl::RemoveUserInfo) : text;
        throw Error(ErrorKind::InvalidInput, shown, u"only https URLs and local paths of repositories can be used"_s);
    }
    if (!url.userInfo().isEmpty()) {
        throw Error(ErrorKind::InvalidInput, url.toDisplayString(QUrl::RemoveUserInfo),
            u"the URL contains a user name or password; sign in instead"_s);
    }
    url.setFragment({});
    return {false, url.adjusted(QUrl::StripTrailingSlash).toString(QUrl::FullyEncoded), {}};
}

bool isLoopback(const QString& url) {
    static const QRegularExpression loopback(u"\\A(localhost|127\\.\\d+\\.\\d+\\.\\d+|::1)\\z"_s);
    return loopback.match(QUrl(url).host()).hasMatch();
}

bool isConfidential(const QString& url) {
    return QUrl(url).scheme() == u"https"_s || isLoopback(url);
}

QString serverOf(const QString& text) {
    constexpr int httpsPort = 443;
    constexpr int httpPort = 80;
    const QUrl url(text);
    const QString scheme = url.scheme().toLower();
    if (url.host().isEmpty() || (scheme != u"https"_s && scheme != u"http"_s)) {
        return {};
    }
    const int port = url.port(scheme == u"https"_s ? httpsPort : httpPort);
    return u"%1://%2:%3"_s.arg(scheme, url.host(QUrl::FullyEncoded).toLower()).arg(port);
}

QString mirrorPath(const QString& mirrorFolder, const QString& text) {
    static const QRegularExpression unusual(u"[^A-Za-z0-9._-]"_s);
    constexpr int nameLength = 40;
    constexpr int hashLength = 16;
    const QUrl url(text);
    const QString host = url.port() < 0 ? url.host() : url.host() + u'_' + QString::number(url.port());
    QString name = url.fileName();
    if (name.endsWith(u".git"_s)) {
        name.chop(4);
    }
    const QByteArray hash
        = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex().left(hashLength);
    return mirrorFolder + u'/' + QString(host).replace(unusual, u"_"_s) + u'/'
        + name.left(nameLength).replace(unusual, u"_"_s) + u'-' + QString::fromLatin1(hash) + u".git"_s;
}

} // namespace miaobu
