#pragma once

#include "core/model/deployment.h"

#include <QJsonObject>

namespace miaobu {

/// What the edge looks up for a host: the contract between this program and the edge routine.
/// Fields that this program does not know are kept as they were read.
struct RoutingEntry {
    QString type = QStringLiteral("static"); ///< static, python or node; an entry without a type is static.
    QString objectPath; ///< "projects/{slug}/{deployment_id}", no slash at either end; for static.
    QString functionEndpoint; ///< "https://…"; for python and node.
    QString projectSlug;
    DeploymentId deployment = 0;
    QString commit;
    QDateTime updatedAt; ///< UTC
    bool isSpa = false;
    QJsonObject others;

    bool operator==(const RoutingEntry&) const = default;
};

[[nodiscard]] QByteArray toJson(const RoutingEntry& entry);

/// \throws Error(MalformedResponse) when \a json is no object or a known field has the wrong type.
[[nodiscard]] RoutingEntry routingEntryFromJson(const QByteArray& json);

} // namespace miaobu
