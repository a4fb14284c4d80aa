#pragma once

#include "core/deploy/context.h"
#include "core/model/reality.h"
#include "core/ports/targets.h"

#include <QCoro/QCoroTask>
#include <QHash>
#include <QMap>

#include <functional>
#include <optional>
#include <stop_token>

namespace miaobu {

/// Path below a deployment's prefix → size.
using FileSizes = QHash<QString, qint64>;
/// What the bucket has of one project.
using BucketFiles = QMap<DeploymentId, FileSizes>;

/// What is looked at: one project, or everything on a target.
struct RealityScope {
    QList<Project> projects; ///< Whose matters are compared.
    bool isWhole = false; ///< Also what belongs to none of them.
    QStringList knownSlugs; ///< Of every project on this computer.

    [[nodiscard]] const Project* find(const QString& slug) const;
};

/// What a target has. A part that could not be asked, or that the target does not have, is missing; the first also leaves a gap.
struct CloudPicture {
    Target target;
    std::optional<QMap<QString, RoutingEntry>> entries; ///< By host
    std::optional<QStringList> slugs; ///< That have objects; only of a whole target.
    std::optional<QMap<QString, BucketFiles>> files; ///< By slug, of the projects of the scope
    std::optional<QList<CustomHostname>> hostnames;
    std::optional<QStringList> functions;
    std::optional<RoutineStatus> routine;
    QList<RealityGap> gaps;
};

/// Every routing entry of \a target, by its host. An entry that cannot be read is left out, and told to \a broken.
QCoro::Task<QMap<QString, RoutingEntry>> readEntries(
    OpenTarget target, std::function<void(const Error&)> broken, std::stop_token stop);

/// What the bucket has below "projects/{slug}/", deployment by deployment; anything else there is left out.
QCoro::Task<BucketFiles> readFiles(OpenTarget target, QString slug, std::stop_token stop);

/// Asks \a target everything that \a scope needs; \a asked hears the name of each part. \throws only Error(Cancelled).
QCoro::Task<CloudPicture> takePicture(
    OpenTarget target, RealityScope scope, std::function<void(const QString& part)> asked, std::stop_token stop);

} // namespace miaobu
