#include "app/text/error_families.h"

namespace miaobu::app {

std::optional<ErrorWords> buildErrorWords(const Error& error) {
    const QString& subject = error.subject;
    const QString others = listText(error.alternatives);
    switch (error.kind) {
    case ErrorKind::NodeMissing:
        return ErrorWords{ErrorText::tr("Node.js is not installed on this computer."),
            ErrorText::tr("The project is built with Node.js %1.").arg(subject),
            ErrorText::tr(
                "Install Node.js, for example with nvm or from your system's packages, then deploy again. Docker "
                "or Podman can build it without one (--builder container)."),
            ErrorAction::BuildInContainer, {},
            ErrorText::tr("Docker or Podman can build it in a container, which brings its own. Or install Node.js, for "
                          "example with nvm or from your system's packages, then deploy again.")};
    case ErrorKind::NodeUnsuitable:
        return ErrorWords{ErrorText::tr("No installed Node.js fits what the project asks for (%1).").arg(subject),
            ErrorText::tr("Installed: %1.").arg(others),
            ErrorText::tr(
                "Install a version that fits, for example with “nvm install”, or choose another in the settings. "
                "Docker or Podman can build it without one (--builder container)."),
            ErrorAction::BuildInContainer, {},
            ErrorText::tr(
                "Docker or Podman can build it in a container, which brings its own. Or install a version that "
                "fits, for example with “nvm install”, or choose another in the settings.")};
    case ErrorKind::PackageManagerMissing:
        return ErrorWords{
            ErrorText::tr("The package manager %1 is not installed and could not be fetched.").arg(subject),
            error.detail, ErrorText::tr("Install it, then deploy again."), ErrorAction::Retry};
    case ErrorKind::InstallFailed:
        return ErrorWords{ErrorText::tr("Installing the dependencies failed with exit code %1.").arg(error.exitCode),
            subject, ErrorText::tr("The last lines of the log say why."), ErrorAction::ShowLog};
    case ErrorKind::BuildFailed:
        return ErrorWords{ErrorText::tr("The build failed with exit code %1.").arg(error.exitCode), subject,
            ErrorText::tr("The last lines of the log say why."), ErrorAction::ShowLog};
    case ErrorKind::OutputMissing:
        return ErrorWords{ErrorText::tr("The build left no folder %1.").arg(subject),
            error.alternatives.isEmpty() ? QString() : ErrorText::tr("These exist: %1.").arg(others),
            error.alternatives.isEmpty()
                ? ErrorText::tr("Check the output directory.")
                : ErrorText::tr("Set the output directory to %1 if that is the site.").arg(error.alternatives.first()),
            ErrorAction::EditSettings};
    case ErrorKind::OutputEmpty:
        return ErrorWords{ErrorText::tr("The output folder %1 is empty.").arg(subject),
            ErrorText::tr("An empty site was not published."),
            ErrorText::tr("Check the build command and the output directory."), ErrorAction::EditSettings};
    case ErrorKind::OutputEscapes:
        return ErrorWords{ErrorText::tr("The output holds a link that leads out of it: %1.").arg(subject),
            ErrorText::tr("Publishing it would put other files of this computer online."),
            ErrorText::tr("Remove the link, or copy the file it points to."), ErrorAction::ShowLog};
    case ErrorKind::OutputNameInvalid:
        return ErrorWords{ErrorText::tr("A file of the output has a name that cannot be published: %1.").arg(subject),
            error.detail, ErrorText::tr("Rename the file, then deploy again."), ErrorAction::Retry};
    case ErrorKind::OutputTooLarge:
        return ErrorWords{ErrorText::tr("The output is too large to publish."), error.detail,
            ErrorText::tr("Check that the output directory holds the site alone."), ErrorAction::EditSettings};
    default:
        return webAppErrorWords(error);
    }
}

} // namespace miaobu::app
