#pragma once

#include <QString>
#include <QUrl>

namespace miaobu {

/// An Aliyun target as its file says; the secret is elsewhere. An endpoint that is left out is the region's public one.
struct TargetConfig {
    struct Oss {
        QString bucket;
        QUrl endpoint; ///< Without the bucket, or a domain of one's own that is bound to it
        bool operator==(const Oss&) const = default;
    };
    struct Esa {
        qint64 siteId = 0;
        QUrl endpoint;
        QString kvNamespace;
        QString routine;
        qint64 cnameRecordId = 0; ///< The record custom domains lead to; 0 when there is none yet.
        QString cnameTarget;
        bool operator==(const Esa&) const = default;
    };
    struct Fc {
        QUrl endpoint;
        QString role;
        bool operator==(const Fc&) const = default;
    };
    struct Acr {
        QString registry;
        QString nameSpace;
        QString instanceId; ///< Empty: a Personal instance
        QUrl endpoint;
        bool operator==(const Acr&) const = default;
    };

    QString name;
    QString accessKeyId;
    QString accountId;
    QString region; ///< "cn-hangzhou"
    QString baseDomain; ///< "example.com"; "localhost:4680" for an emulator on this computer, which speaks plain http
    Oss oss;
    Esa esa;
    Fc fc;
    Acr acr;
    QUrl stsEndpoint;

    bool operator==(const TargetConfig&) const = default;
};

} // namespace miaobu
