#include "core/purge/purge_subjects.h"

#include "core/async/error.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

[[noreturn]] void refuseHost(const QString& host, const QStringList& hosts) {
    Error error(ErrorKind::HostUnknown, host);
    error.alternatives = hosts;
    throw error;
}

/// "www.example.com" of "www.example.com:8000/a.js"
QString leadingHost(const QString& text) {
    return text.section(u'/', 0, 0).section(u':', 0, 0).toLower();
}

QUrl addressOf(const QString& typed, const QStringList& hosts, const Target& target) {
    if (typed.contains("://"_L1)) {
        return QUrl(typed, QUrl::TolerantMode);
    }
    QString host = hosts.first();
    QString path = typed;
    if (hosts.contains(leadingHost(typed))) {
        host = leadingHost(typed);
        path = typed.section(u'/', 1);
    }
    const QString base = siteUrl(target, host).toString();
    return QUrl(base + path.mid(path.startsWith(u'/') ? 1 : 0), QUrl::TolerantMode);
}

QString hostSubject(const QString& typed, const QStringList& hosts) {
    const QString host = typed.contains("://"_L1) ? QUrl(typed).host() : leadingHost(typed);
    if (!hosts.contains(host)) {
        refuseHost(host.isEmpty() ? typed : host, hosts);
    }
    return host;
}

QString urlSubject(PurgeKind kind, const QString& typed, const QStringList& hosts, const Target& target) {
    QUrl url = addressOf(typed, hosts, target);
    const bool isWeb = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    if (!url.isValid() || !isWeb || url.host().isEmpty() || !url.userInfo().isEmpty()) {
        throw Error(ErrorKind::InvalidInput, typed, u"not an address of a site"_s);
    }
    if (!hosts.contains(url.host())) {
        refuseHost(url.host(), hosts);
    }
    url.setFragment({});
    if (kind == PurgeKind::Directories) {
        url.setQuery(QString());
        QString path = url.path(QUrl::FullyEncoded);
        while (path.endsWith(u'*')) {
            path.chop(1);
        }
        url.setPath(path.endsWith(u'/') ? path : path + u'/', QUrl::TolerantMode);
    }
    return QString::fromLatin1(url.adjusted(QUrl::NormalizePathSegments).toEncoded());
}

} // namespace

QStringList purgeSubjects(PurgeKind kind, const QStringList& typed, const QStringList& hosts, const Target& target) {
    QStringList subjects;
    for (const QString& text : typed) {
        const QString trimmed = text.trimmed();
        if (!trimmed.isEmpty()) {
            subjects.append(
                kind == PurgeKind::Hosts ? hostSubject(trimmed, hosts) : urlSubject(kind, trimmed, hosts, target));
        }
    }
    subjects.removeDuplicates();
    if (subjects.isEmpty()) {
        throw Error(ErrorKind::InvalidInput, {}, u"nothing to purge"_s);
    }
    return subjects;
}

} // namespace miaobu
