#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace miaobu::aliyun {

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

/// Whether a target may be called so: lower-case letters, digits and inner dashes, at most 40, and not "local".
[[nodiscard]] bool isValidTargetName(const QString& name);

/// Reads and checks. \throws Error(InvalidInput) whose subject is the member that is wrong: "oss.bucket".
[[nodiscard]] TargetConfig targetConfigFromJson(const QByteArray& json);
/// Endpoints that are the region's own are written too, so that a file says where its target is.
[[nodiscard]] QByteArray toJson(const TargetConfig& config);

/// The targets whose files are in \a folder, by name.
[[nodiscard]] QStringList targetNamesIn(const QString& folder);
/// \throws Error(TargetUnknown, name) when there is no such file, Error(InvalidInput), Error(FileSystem)
[[nodiscard]] TargetConfig loadTarget(const QString& folder, const QString& name);
/// Replaces the file as a whole or not at all. \throws Error(InvalidInput), Error(FileSystem)
void saveTarget(const QString& folder, const TargetConfig& config);

} // namespace miaobu::aliyun
