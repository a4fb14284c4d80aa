#include "app/text/setup_text.h"

#include <QCoreApplication>

namespace miaobu::app {

namespace {

struct SetupText {
    Q_DECLARE_TR_FUNCTIONS(miaobu::app::SetupText)
};

QString obstacleText(const SetupStep& step) {
    switch (step.obstacle) {
    case Obstacle::None:
        return {};
    case Obstacle::BucketTaken:
        return SetupText::tr("Another account has a bucket of this name. Choose another name.");
    case Obstacle::BucketElsewhere:
        return SetupText::tr("The bucket is in the region %1. Choose that region, or another bucket.").arg(step.detail);
    case Obstacle::BucketPublic:
        return SetupText::tr("Anybody may read this bucket (%1). Make it private, or choose another one.")
            .arg(step.detail);
    case Obstacle::SiteUnknown:
        return SetupText::tr("This account has no such ESA site. Choose the site again.");
    case Obstacle::SiteInactive:
        return SetupText::tr("The ESA site is not active (%1). Activate it in the ESA console.").arg(step.detail);
    case Obstacle::DomainOutsideSite:
        return SetupText::tr("The base domain does not belong to the ESA site %1. Choose the site that it belongs to.")
            .arg(step.detail);
    case Obstacle::RecordTaken:
        return SetupText::tr(
            "This name leads to %1. Remove that record in the ESA console, or choose another base domain.")
            .arg(step.detail);
    case Obstacle::NotActivated:
        return SetupText::tr("%1 is not activated in this account. Activate it in the console.").arg(step.detail);
    case Obstacle::InArrears:
        return SetupText::tr("The account is in arrears. Top it up.");
    }
    return {};
}

QString undoMaking(SetupPart part) {
    switch (part) {
    case SetupPart::Bucket:
        return SetupText::tr("To undo it, empty and delete the bucket in the OSS console.");
    case SetupPart::OriginRecord:
    case SetupPart::WildcardRecord:
        return SetupText::tr("To undo it, delete the DNS record in the ESA console.");
    case SetupPart::KvNamespace:
        return SetupText::tr("To undo it, delete the namespace in the ESA console.");
    case SetupPart::Routine:
        return SetupText::tr("To undo it, delete the routine in the ESA console.");
    case SetupPart::RoutineRoute:
        return SetupText::tr("To undo it, delete the route in the ESA console.");
    case SetupPart::RegistryNamespace:
        return SetupText::tr("To undo it, delete the namespace in the Container Registry console.");
    }
    return {};
}

QString undoChanging(SetupPart part) {
    switch (part) {
    case SetupPart::Routine:
        return SetupText::tr("To undo it, publish the version before it again.");
    case SetupPart::RoutineRoute:
        return SetupText::tr("To undo it, restore the route's rule in the ESA console.");
    default:
        return SetupText::tr("To undo it, restore the record in the ESA console.");
    }
}

} // namespace

QString setupPartTitle(SetupPart part) {
    switch (part) {
    case SetupPart::Bucket:
        return SetupText::tr("Private bucket");
    case SetupPart::OriginRecord:
        return SetupText::tr("Record for custom domains");
    case SetupPart::WildcardRecord:
        return SetupText::tr("Record for every site");
    case SetupPart::KvNamespace:
        return SetupText::tr("Namespace for routes");
    case SetupPart::Routine:
        return SetupText::tr("Edge routine");
    case SetupPart::RoutineRoute:
        return SetupText::tr("Route to the edge routine");
    case SetupPart::RegistryNamespace:
        return SetupText::tr("Namespace for images");
    }
    return {};
}

QString setupStateTitle(SetupStep::State state) {
    switch (state) {
    case SetupStep::State::Present:
        return SetupText::tr("Is there");
    case SetupStep::State::Missing:
        return SetupText::tr("Will be made");
    case SetupStep::State::Different:
        return SetupText::tr("Will be changed");
    case SetupStep::State::Blocked:
        return SetupText::tr("Needs you");
    case SetupStep::State::Running:
        return SetupText::tr("Under way");
    case SetupStep::State::Done:
        return SetupText::tr("Done");
    case SetupStep::State::Failed:
        return SetupText::tr("Failed");
    }
    return {};
}

QString setupNote(const SetupStep& step) {
    if (step.state != SetupStep::State::Different || step.detail.isEmpty()) {
        return obstacleText(step);
    }
    return step.part == SetupPart::Routine ? SetupText::tr("Version %1 answers now.").arg(step.detail)
                                           : SetupText::tr("It is %1 now.").arg(step.detail);
}

QString setupUndo(const SetupStep& step) {
    switch (step.state) {
    case SetupStep::State::Missing:
        return undoMaking(step.part);
    case SetupStep::State::Different:
        return undoChanging(step.part);
    default:
        return {};
    }
}

QString permissionStateTitle(PermissionCheck::State state) {
    switch (state) {
    case PermissionCheck::State::Granted:
        return SetupText::tr("Granted");
    case PermissionCheck::State::Denied:
        return SetupText::tr("Denied");
    case PermissionCheck::State::NotActivated:
        return SetupText::tr("Not activated");
    case PermissionCheck::State::NotChecked:
        return SetupText::tr("Not checked");
    }
    return {};
}

QString permissionNeedNote(PermissionCheck::Need need) {
    return need == PermissionCheck::Need::WebApps
        ? SetupText::tr("Only web apps need this; sites are published without it.")
        : QString();
}

QString routineStageTitle(RoutineStage stage) {
    switch (stage) {
    case RoutineStage::Create:
        return SetupText::tr("Create the routine");
    case RoutineStage::Upload:
        return SetupText::tr("Upload the code");
    case RoutineStage::Commit:
        return SetupText::tr("Make a version of it");
    case RoutineStage::Staging:
        return SetupText::tr("Publish to staging");
    case RoutineStage::CheckStaging:
        return SetupText::tr("Check staging");
    case RoutineStage::Production:
        return SetupText::tr("Publish to production");
    case RoutineStage::Route:
        return SetupText::tr("Lead every site to it");
    }
    return {};
}

QString routineStatusText(const RoutineStatus& status) {
    switch (status.production) {
    case RoutineStatus::Production::Missing:
        return SetupText::tr("The routine %1 answers nobody yet.").arg(status.name);
    case RoutineStatus::Production::Ours:
        return status.isRouted
            ? SetupText::tr("The routine %1 is up to date.").arg(status.name)
            : SetupText::tr("The routine %1 is up to date, but no route leads to it.").arg(status.name);
    case RoutineStatus::Production::Other:
        return SetupText::tr("The routine %1 is not the one of this program.").arg(status.name);
    }
    return {};
}

} // namespace miaobu::app
