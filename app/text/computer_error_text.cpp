#include "app/text/error_families.h"

namespace miaobu::app {

namespace {

std::optional<ErrorWords> storeErrorWords(const Error& error) {
    switch (error.kind) {
    case ErrorKind::StoreNewer:
        return ErrorWords{ErrorText::tr("Your projects were saved by a newer Miaobu."),
            ErrorText::tr("This version would not understand them, so nothing was opened or changed: %1.")
                .arg(error.subject),
            ErrorText::tr("Install the newer version again."), ErrorAction::None};
    case ErrorKind::StoreForeign:
        return ErrorWords{ErrorText::tr("%1 is not a file of Miaobu.").arg(error.subject),
            ErrorText::tr("It was left as it is."),
            ErrorText::tr("Move it away, or set MIAOBU_HOME to another folder."), ErrorAction::None};
    case ErrorKind::StoreDamaged:
        return ErrorWords{ErrorText::tr("The file that holds your projects is damaged."),
            ErrorText::tr("It was left as it is, with a copy at %1. Your sites are not affected.").arg(error.subject),
            ErrorText::tr("Put a backup of miaobu.db in its place, or move it away to begin with an empty list."),
            ErrorAction::Retry};
    case ErrorKind::StoreBusy:
        return ErrorWords{ErrorText::tr("Another Miaobu is writing at this moment."), error.detail,
            ErrorText::tr("Try again in a moment."), ErrorAction::Retry};
    default:
        return std::nullopt;
    }
}

std::optional<ErrorWords> deploymentErrorWords(const Error& error) {
    const QString& subject = error.subject;
    switch (error.kind) {
    case ErrorKind::DeploymentActive:
        return ErrorWords{ErrorText::tr("The project is already being deployed."),
            subject.isEmpty() ? QString() : ErrorText::tr("To the target “%1”.").arg(subject),
            ErrorText::tr("Wait for it, or cancel it first."), ErrorAction::None};
    case ErrorKind::DeploymentPurged:
        return ErrorWords{ErrorText::tr("The files of %1 were removed.").arg(subject), {},
            ErrorText::tr("Deploy its commit again."), ErrorAction::None};
    case ErrorKind::DeploymentProtected:
        return ErrorWords{
            ErrorText::tr("%1 is live or pinned and cannot be removed.").arg(subject), {}, {}, ErrorAction::None};
    case ErrorKind::ProjectUnknown:
        return ErrorWords{ErrorText::tr("There is no project %1.").arg(subject),
            error.alternatives.isEmpty() ? QString()
                                         : ErrorText::tr("These exist: %1.").arg(listText(error.alternatives)),
            {}, ErrorAction::None};
    case ErrorKind::ProjectBeingRemoved:
        return ErrorWords{ErrorText::tr("%1 is being deleted, and some of it is gone already.").arg(subject), {},
            ErrorText::tr("Go on with deleting it, or keep it first."), ErrorAction::None};
    case ErrorKind::RemovalIncomplete:
        return ErrorWords{ErrorText::tr("Some of %1 is still there.").arg(subject),
            ErrorText::tr("Left: %1.").arg(listText(error.alternatives)) + u'\n' + error.detail,
            ErrorText::tr("Delete it again to go on from there."), ErrorAction::Retry};
    case ErrorKind::DeploymentUnknown:
        return ErrorWords{error.detail.isEmpty() ? ErrorText::tr("There is no deployment %1.").arg(subject)
                                                 : ErrorText::tr("Deployment %1 cannot answer visitors.").arg(subject),
            error.detail.isEmpty() ? QString() : ErrorText::tr("It is not complete (%1).").arg(error.detail), {},
            ErrorAction::None};
    case ErrorKind::HostUnknown:
        return ErrorWords{ErrorText::tr("No project serves the host %1.").arg(subject),
            error.alternatives.isEmpty() ? QString()
                                         : ErrorText::tr("These exist: %1.").arg(listText(error.alternatives)),
            {}, ErrorAction::None};
    case ErrorKind::TargetUnknown:
        return ErrorWords{ErrorText::tr("There is no target %1.").arg(subject),
            ErrorText::tr("These exist: %1.").arg(listText(error.alternatives)), {}, ErrorAction::None};
    case ErrorKind::SlugInvalid:
        return ErrorWords{ErrorText::tr("“%1” cannot be a site's name.").arg(subject),
            ErrorText::tr(
                "Use 1 to 50 lower-case letters, digits and hyphens, beginning and ending with a letter or digit."),
            ErrorText::tr("Choose another name."), ErrorAction::EditSettings};
    case ErrorKind::SlugTaken:
        return ErrorWords{ErrorText::tr("The name %1 is taken.").arg(subject), error.detail,
            ErrorText::tr("Choose another name."), ErrorAction::EditSettings};
    default:
        return std::nullopt;
    }
}

} // namespace

std::optional<ErrorWords> computerErrorWords(const Error& error) {
    const QString& subject = error.subject;
    switch (error.kind) {
    case ErrorKind::Cancelled:
        return ErrorWords{ErrorText::tr("Cancelled."), {}, {}, ErrorAction::Retry};
    case ErrorKind::InvalidInput:
        return ErrorWords{ErrorText::tr("“%1” is not valid.").arg(subject), error.detail, {}, ErrorAction::None};
    case ErrorKind::Timeout:
        return ErrorWords{
            ErrorText::tr("%1 took too long and was ended.").arg(subject), error.detail, {}, ErrorAction::Retry};
    case ErrorKind::DiskFull:
        return ErrorWords{ErrorText::tr("The disk is full."), subject,
            ErrorText::tr("Free some space, then try again."), ErrorAction::Retry};
    case ErrorKind::PermissionDenied:
        return ErrorWords{ErrorText::tr("No permission for %1.").arg(subject), error.detail,
            ErrorText::tr("Change the permission, then try again."), ErrorAction::Retry};
    case ErrorKind::FileSystem:
        return ErrorWords{
            ErrorText::tr("%1 could not be read or written.").arg(subject), error.detail, {}, ErrorAction::Retry};
    case ErrorKind::ProgramNotFound:
        return ErrorWords{ErrorText::tr("The program %1 was not found.").arg(subject), {},
            ErrorText::tr("Install it, then try again."), ErrorAction::Retry};
    case ErrorKind::ProcessFailed:
        return ErrorWords{ErrorText::tr("%1 could not be run.").arg(subject), error.detail, {}, ErrorAction::Retry};
    case ErrorKind::PortTaken:
        return ErrorWords{ErrorText::tr("Port %1 is used by another program.").arg(subject), {},
            ErrorText::tr("End that program, or choose another port with “miaobu emulator start --port N”."),
            ErrorAction::Retry};
    case ErrorKind::EmulatorFailed:
        return ErrorWords{ErrorText::tr("The local server of “This computer” did not start."), error.detail,
            ErrorText::tr("Try again; its log lies in the emulator folder."), ErrorAction::Retry};
    case ErrorKind::EdgeRuntimeMissing:
        return ErrorWords{ErrorText::tr("Node.js 18 or newer is needed to show sites on this computer."), error.detail,
            ErrorText::tr("Install Node.js, then try again."), ErrorAction::Retry};
    default:
        break;
    }
    if (const std::optional<ErrorWords> words = storeErrorWords(error)) {
        return words;
    }
    return deploymentErrorWords(error);
}

} // namespace miaobu::app
