#include "core/github/github_host.h"

#include "core/async/error.h"
#include "core/net/http_message.h"

#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

/// A base that tests may set: an http(s) address of this computer, without a slash at the end; empty for anything else.
QByteArray loopbackBase(const QProcessEnvironment& environment, const QString& variable) {
    QByteArray base = environment.value(variable).toUtf8();
    while (base.endsWith('/')) {
        base.chop(1);
    }
    const QUrl url = QUrl::fromEncoded(base, QUrl::StrictMode);
    const bool isUsable = url.isValid() && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1)
        && url.userInfo().isEmpty() && !url.hasQuery() && !url.hasFragment();
    return isUsable && isLoopbackHost(url.host().toUtf8()) ? base : QByteArray();
}

QString hostName(const QString& text) {
    static const QRegularExpression isHost(u"^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[0-9]{1,5})?$"_s);
    QString name = text.trimmed().toLower();
    if (name.startsWith("https://"_L1)) {
        name.remove(0, 8);
    }
    while (name.endsWith(u'/')) {
        name.chop(1);
    }
    if (!isHost.match(name).hasMatch() || name.contains(".."_L1)) {
        throw Error(ErrorKind::InvalidInput, text, u"the name of a GitHub host is expected, such as github.com"_s);
    }
    return name == "www.github.com"_L1 || name == "api.github.com"_L1 ? gitHubCom : name;
}

} // namespace

QString GitHubHost::cloneUrl(const QString& fullName) const {
    return QString::fromUtf8(web) + u'/' + fullName + u".git"_s;
}

GitHubHost gitHubHost(const QString& name, const QProcessEnvironment& environment) {
    GitHubHost host{.name = hostName(name), .web = {}, .api = {}};
    const QByteArray encoded = host.name.toUtf8();
    host.web = "https://" + encoded;
    if (host.name == gitHubCom || host.name.endsWith(".ghe.com"_L1)) {
        host.api = "https://api." + encoded;
    } else {
        host.api = host.web + "/api/v3";
    }
    const QByteArray web = loopbackBase(environment, u"MIAOBU_GITHUB_WEB_BASE"_s);
    const QByteArray api = loopbackBase(environment, u"MIAOBU_GITHUB_API_BASE"_s);
    if (host.name == gitHubCom && !web.isEmpty() && !api.isEmpty()) {
        host.web = web;
        host.api = api;
    }
    return host;
}

bool leadsTo(const QString& url, const GitHubHost& host) {
    const QByteArray origin = originOf(url.toUtf8());
    return !origin.isEmpty() && origin == originOf(host.web);
}

QString fullNameIn(const QString& url, const GitHubHost& host) {
    if (!leadsTo(url, host)) {
        return {};
    }
    QString path = QUrl(url).path().mid(1);
    while (path.endsWith(u'/')) {
        path.chop(1);
    }
    if (path.endsWith(".git"_L1)) {
        path.chop(4);
    }
    return path.count(u'/') == 1 ? path : QString();
}

QByteArray originOf(const QByteArray& url) {
    const QUrl parsed = QUrl::fromEncoded(url, QUrl::StrictMode);
    if (!parsed.isValid() || parsed.host().isEmpty() || parsed.scheme().isEmpty()) {
        return {};
    }
    const QByteArray scheme = parsed.scheme().toUtf8();
    QByteArray host = parsed.host(QUrl::FullyEncoded).toUtf8();
    if (host.contains(':')) {
        host = '[' + host + ']';
    }
    const int usual = scheme == "https" ? 443 : 80;
    const int port = parsed.port(usual);
    return scheme + "://" + host + (port == usual ? QByteArray() : ':' + QByteArray::number(port));
}

} // namespace miaobu
