#include "app/text/reality_text.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

struct RealityText {
    Q_DECLARE_TR_FUNCTIONS(miaobu::app::RealityText)
};

/// "#4"; the whole id of a deployment that has no number here; nothing for none.
QString deploymentText(DeploymentId id, int number) {
    if (number > 0) {
        return u'#' + QString::number(number);
    }
    return id > 0 ? QString::number(id) : RealityText::tr("nothing");
}

QString entryText(const RealityFinding& finding) {
    const QString here = deploymentText(finding.here, finding.hereNumber);
    const QString there = deploymentText(finding.there, finding.thereNumber);
    switch (finding.kind) {
    case RealityKind::EntryMissing:
        return RealityText::tr("Nothing answers %1; it should be %2.").arg(finding.subject, here);
    case RealityKind::EntryDiffers:
        return RealityText::tr("%1 is answered by %2, not by %3.").arg(finding.subject, there, here);
    case RealityKind::EntryForeign:
        return RealityText::tr("%1 is answered by another project, %2.").arg(finding.subject, finding.detail);
    case RealityKind::EntryUnknown:
        return RealityText::tr("%1 is answered by %2 of %3, which this computer did not know.")
            .arg(finding.subject, there, finding.slug);
    default:
        return RealityText::tr("%1 leads to a project that is nowhere, %2.").arg(finding.subject, finding.slug);
    }
}

QString filesText(const RealityFinding& finding) {
    switch (finding.kind) {
    case RealityKind::FilesMissing:
        return RealityText::tr("Deployment %1 of %2 is not whole: %3.")
            .arg(deploymentText(finding.here, finding.hereNumber), finding.slug, finding.detail);
    case RealityKind::FilesUnknown:
        return RealityText::tr("The bucket has a deployment of %1 that this computer does not know: %2.")
            .arg(finding.slug, finding.subject);
    case RealityKind::FilesLeftover:
        return RealityText::tr("The bucket still has files of deployment %1 of %2.")
            .arg(deploymentText(finding.there, finding.thereNumber), finding.slug);
    default:
        return RealityText::tr("The bucket has a project that this computer does not know: %1.").arg(finding.slug);
    }
}

QString otherText(const RealityFinding& finding) {
    switch (finding.kind) {
    case RealityKind::HostnameMissing:
        return RealityText::tr("The domain %1 is not set up in the cloud.").arg(finding.subject);
    case RealityKind::HostnameStray:
        return RealityText::tr("The domain %1 is set up in the cloud and leads nowhere.").arg(finding.subject);
    case RealityKind::FunctionMissing:
        return RealityText::tr("The function %1 is gone; deploy %2 again.").arg(finding.subject, finding.slug);
    case RealityKind::FunctionStray:
        return RealityText::tr("The function %1 belongs to no project.").arg(finding.subject);
    case RealityKind::RoutineMissing:
        return RealityText::tr("There is no edge routine %1: no site answers.").arg(finding.subject);
    case RealityKind::RoutineDiffers:
        return RealityText::tr("The edge routine %1 is not the one of this program.").arg(finding.subject);
    default:
        return RealityText::tr("No route leads to the edge routine %1.").arg(finding.subject);
    }
}

} // namespace

QString realityText(const RealityFinding& finding) {
    if (finding.kind <= RealityKind::EntryStray) {
        return entryText(finding);
    }
    return finding.kind <= RealityKind::ProjectUnknown ? filesText(finding) : otherText(finding);
}

QString realityFixText(const RealityFinding& finding, RealityFix fix) {
    switch (fix) {
    case RealityFix::Adopt:
        return RealityText::tr("Believe the cloud");
    case RealityFix::Restore:
        return finding.kind <= RealityKind::EntryStray
            ? RealityText::tr("Let %1 answer again").arg(deploymentText(finding.here, finding.hereNumber))
            : RealityText::tr("Set it up again");
    case RealityFix::Remove:
        break;
    }
    return RealityText::tr("Delete %1").arg(finding.subject);
}

QString realityPartTitle(const QString& part) {
    if (part == "entries"_L1) {
        return RealityText::tr("Routes");
    }
    if (part == "objects"_L1) {
        return RealityText::tr("Files");
    }
    if (part == "hostnames"_L1) {
        return RealityText::tr("Domains");
    }
    if (part == "functions"_L1) {
        return RealityText::tr("Functions");
    }
    return part == "routine"_L1 ? RealityText::tr("Edge routine") : RealityText::tr("Target");
}

} // namespace miaobu::app
