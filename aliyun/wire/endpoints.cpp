#include "aliyun/wire/endpoints.h"

#include "core/async/error.h"
#include "core/net/http_message.h"

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

Endpoint endpointOf(const QUrl& url) {
    Endpoint endpoint;
    endpoint.scheme = url.scheme().toLatin1();
    const QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    endpoint.isLoopback = isLoopbackHost(host);
    const bool isPlain = url.userInfo().isEmpty() && !url.hasQuery() && !url.hasFragment()
        && (url.path().isEmpty() || url.path() == u"/"_s);
    const bool isSafe = endpoint.scheme == "https" || (endpoint.scheme == "http" && endpoint.isLoopback);
    if (host.isEmpty() || !isPlain || !isSafe) {
        throw Error(ErrorKind::InvalidInput, u"endpoint"_s, u"an endpoint is https:// and a host"_s);
    }
    const QByteArray bracketed = host.contains(':') ? '[' + host + ']' : host;
    const int ownPort = endpoint.scheme == "https" ? 443 : 80;
    endpoint.host = url.port(ownPort) == ownPort ? bracketed : bracketed + ':' + QByteArray::number(url.port());
    return endpoint;
}

QString plainRegion(const QString& region) {
    return region.startsWith("oss-"_L1) ? region.sliced(4) : region;
}

QUrl ossEndpointOfRegion(const QString& region) {
    return QUrl(u"https://oss-%1.aliyuncs.com"_s.arg(plainRegion(region)));
}

QUrl esaEndpointOfRegion(const QString& region) {
    const bool isMainland = region.startsWith("cn-"_L1) && region != "cn-hongkong"_L1;
    return QUrl(isMainland ? u"https://esa.cn-hangzhou.aliyuncs.com"_s : u"https://esa.ap-southeast-1.aliyuncs.com"_s);
}

} // namespace miaobu::aliyun
