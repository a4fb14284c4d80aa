#pragma once

#include "core/async/error.h"
#include "core/model/deployment.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace miaobu {

/// How the cloud may differ from what this computer believes.
enum class RealityKind {
    EntryMissing, ///< Nothing answers a host of a project.
    EntryDiffers, ///< Another deployment of the project answers a host: somebody else has deployed, promoted or rolled back.
    EntryForeign, ///< A host of a project is answered by another project.
    EntryUnknown, ///< A project answers a host that this computer does not know.
    EntryStray, ///< A host is led to a project that neither this computer nor the bucket has.
    FilesMissing, ///< A deployment that is complete here has lost files, or its manifest.
    FilesUnknown, ///< The bucket has a deployment of a project that this computer does not know.
    FilesLeftover, ///< The bucket has files of a deployment that has failed, was cancelled or has been cleared away.
    ProjectUnknown, ///< The bucket has a project that this computer does not know: another computer's, or one of an earlier life.
    HostnameMissing, ///< A person's own domain is not set up in the cloud.
    HostnameStray, ///< The cloud has a domain that leads nowhere: whoever gets its routing entry gets its visitors.
    FunctionMissing, ///< A web app that is live has no function.
    FunctionStray, ///< A function belongs to no project.
    RoutineMissing, ///< There is no edge routine: no site of the target answers.
    RoutineDiffers, ///< The edge routine is not this program's.
    RoutineUnrouted, ///< The edge routine is there, and no route leads to it.
};

/// "entry-missing", …: the word of `miaobu doctor --json`.
[[nodiscard]] QString realityKindName(RealityKind kind);

/// What can be done about a difference.
enum class RealityFix {
    Adopt, ///< Take the cloud's truth into what is stored here.
    Restore, ///< Make the cloud again as it is believed to be here.
    Remove, ///< Delete the leftover from the cloud.
};

[[nodiscard]] QString realityFixName(RealityFix fix); ///< "adopt", "restore", "remove"

/// One difference. A value: what is done about it is looked at anew then.
struct RealityFinding {
    RealityKind kind = RealityKind::EntryMissing;
    QString target;
    QString subject; ///< Host, object prefix, function or routine
    QString slug; ///< Of the project it is about; empty when that is unknown.
    ProjectId project = 0; ///< 0: not on this computer.
    DeploymentId here = 0; ///< What this computer believes in.
    DeploymentId there = 0; ///< What the cloud has.
    int hereNumber = 0; ///< "#4" of \c here; 0: it has none here.
    int thereNumber = 0;
    QString detail; ///< "3 of 12 files are gone", the other project's slug
    QList<RealityFix> fixes; ///< None: a person has to deploy again, or somebody else's matter.

    bool operator==(const RealityFinding&) const = default;
};

/// What could not be looked at.
struct RealityGap {
    QString target;
    QString part; ///< "entries", "objects", "hostnames", "functions", "routine"; empty: the whole target.
    Error error;
};

struct RealityReport {
    QList<RealityFinding> findings;
    QList<RealityGap> gaps;
    QStringList targets; ///< That were looked at.
    QDateTime checkedAt; ///< UTC
};

/// What a rebuild from a bucket has done.
struct RebuildReport {
    /// A manifest that could not be used.
    struct Skipped {
        QString prefix;
        Error error;
    };

    QString target;
    QStringList addedProjects; ///< Slugs
    QStringList knownProjects;
    int addedDeployments = 0;
    int knownDeployments = 0;
    int addedRoutes = 0; ///< Those of domains and previews among them
    int addedDomains = 0;
    int addedPreviews = 0;
    QList<Skipped> skipped;
};

} // namespace miaobu
