#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QPair>

namespace miaobu::test {

/// A second implementation of both signatures, from their documentation and for tests alone: what it signs, nobody of
/// the product signed.
struct Signer {
    QByteArray accessKeyId;
    QByteArray accessKeySecret;
    QByteArray region = "cn-hangzhou";
    QDateTime time = QDateTime::currentDateTimeUtc();

    using Headers = QList<QPair<QByteArray, QByteArray>>;

    /// The headers of an object call, signature included. \a path is "/{bucket}/{key}" and \a query is "a=b&c", both
    /// encoded and sorted.
    [[nodiscard]] Headers oss(
        const QByteArray& method, const QByteArray& path, const QByteArray& query, Headers headers) const;
    /// The headers of an RPC call, signature included. \a host is "127.0.0.1:1234"; \a bodyType goes with a body only.
    [[nodiscard]] Headers acs(const QByteArray& method, const QByteArray& host, const QByteArray& action,
        const QByteArray& query, const QByteArray& body, const QByteArray& nonce,
        const QByteArray& version = "2024-09-10",
        const QByteArray& bodyType = "application/x-www-form-urlencoded") const;
};

[[nodiscard]] QByteArray header(const Signer::Headers& headers, const QByteArray& name);

} // namespace miaobu::test
