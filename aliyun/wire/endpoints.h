#pragma once

#include <QByteArray>
#include <QUrl>

namespace miaobu::aliyun {

/// Where the requests of a service go.
struct Endpoint {
    QByteArray scheme = QByteArrayLiteral("https");
    QByteArray host; ///< With its port where that is not the scheme's own: what the Host header says
    bool isLoopback = false;

    bool operator==(const Endpoint&) const = default;
};

/// \throws Error(InvalidInput) for anything but "https://host[:port]", or http on this computer.
[[nodiscard]] Endpoint endpointOf(const QUrl& url);

/// "cn-hangzhou" for "oss-cn-hangzhou": the form that is signed.
[[nodiscard]] QString plainRegion(const QString& region);

/// The public endpoint of OSS in a region, without a bucket.
[[nodiscard]] QUrl ossEndpointOfRegion(const QString& region);

/// ESA answers at two places only, by the account's site: in Mainland China or International.
[[nodiscard]] QUrl esaEndpointOfRegion(const QString& region);

} // namespace miaobu::aliyun
