#include "core/model/target.h"

namespace miaobu {

QString siteHost(const Target& target, const QString& slug) {
    return slug + u'.' + target.baseDomain;
}

QUrl siteUrl(const Target& target, const QString& host) {
    QUrl url;
    url.setScheme(target.scheme);
    url.setHost(host);
    url.setPort(target.port);
    url.setPath(QStringLiteral("/"));
    return url;
}

} // namespace miaobu
