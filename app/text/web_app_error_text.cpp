#include "app/text/error_families.h"
#include "app/text/error_text.h"
#include "app/text/reason_text.h"
#include "core/build/image_failure.h"
#include "core/build/push_failure.h"

namespace miaobu::app {

namespace {

/// Of an app that listens where nobody asks it.
ErrorWords unreachedWords(const Error& error, const Unreached& unreached) {
    const QString what = unreachedText(unreached);
    if (unreached.isLocal) {
        const QString next = unreached.port == unreached.asked
            ? ErrorText::tr("Let it listen on 0.0.0.0, then deploy again.")
            : ErrorText::tr("Let it listen on 0.0.0.0 and on the port in the variable PORT, then deploy again.");
        return {what, error.detail, next, ErrorAction::EditSettings};
    }
    if (!unreached.isSolvedByPort()) {
        return {what, error.detail,
            ErrorText::tr("Let it listen on the port in the variable PORT, for example by the start command in the "
                          "settings, then deploy again."),
            ErrorAction::EditSettings};
    }
    ErrorWords words{what, error.detail,
        ErrorText::tr("Let visitors be led there (--port %1), or let the app listen on the port in the variable PORT.")
            .arg(unreached.port),
        ErrorAction::UsePort};
    words.nextByButton = ErrorText::tr("Lead visitors there, or let the app listen on the port in the variable PORT.");
    words.port = unreached.port;
    return words;
}

std::optional<ErrorWords> engineErrorWords(const Error& error) {
    const QString& subject = error.subject;
    switch (error.kind) {
    case ErrorKind::EngineMissing:
        return ErrorWords{ErrorText::tr("There is no container engine on this computer."), error.detail,
            ErrorText::tr(
                "Install Docker or Podman and start it, then deploy again. Without one, a Python app can be deployed "
                "as a code package (--builder package), and a site can be built on this computer (--builder host)."),
            ErrorAction::UsePackage};
    case ErrorKind::EngineNotRunning:
        return ErrorWords{ErrorText::tr("%1 is installed but does not run.").arg(subject), error.detail,
            ErrorText::tr(
                "Start it, then deploy again. Without one, a Python app can be deployed as a code package (--builder "
                "package), and a site can be built on this computer (--builder host)."),
            ErrorAction::UsePackage};
    case ErrorKind::EngineNotPermitted:
        return ErrorWords{ErrorText::tr("You may not use %1 on this computer.").arg(subject), error.detail,
            ErrorText::tr("Add yourself to the group “docker” and sign in again, or use Podman, which needs no group."),
            ErrorAction::Retry};
    case ErrorKind::EngineElsewhere:
        return ErrorWords{ErrorText::tr("The container engine is on another computer: %1.").arg(subject),
            ErrorText::tr(
                "A site is built in a container that sees the folder of its source, and only an engine of this "
                "computer can show it that."),
            ErrorText::tr(
                "Use an engine of this computer (without DOCKER_HOST, or with another docker context), or build "
                "on this computer (--builder host)."),
            ErrorAction::EditSettings};
    case ErrorKind::ImageUnavailable:
        return ErrorWords{ErrorText::tr("The image %1 could not be fetched, or has no Node.js.").arg(subject),
            error.detail,
            ErrorText::tr("Look at the network and at the image for Node.js in the settings, then deploy again."),
            ErrorAction::Retry};
    case ErrorKind::BuildSecretsUnsupported:
        return ErrorWords{
            ErrorText::tr("This container engine cannot keep the secret %1 out of the image.").arg(subject),
            ErrorText::tr("It builds without BuildKit: a secret would stay readable in a layer."),
            ErrorText::tr("Install Docker's buildx or Podman, or give the variable to the running app only."),
            ErrorAction::EditVariables};
    case ErrorKind::ImageTooLarge:
        return ErrorWords{ErrorText::tr("The image is too large to run in the cloud."),
            ErrorText::tr("Unpacked it has %1; 10 GiB are the most.").arg(error.detail),
            ErrorText::tr("Leave out what the app does not need, for example with a .dockerignore file."),
            ErrorAction::ShowLog};
    case ErrorKind::RegistryMissing:
        return ErrorWords{ErrorText::tr("%1 has no registry for images.").arg(subject), error.detail,
            ErrorText::tr("Name one in the target's file under “acr”, or deploy the app as a code package."),
            ErrorAction::EditSettings};
    case ErrorKind::PushFailed:
        if (isRefusal(error.detail)) {
            return ErrorWords{ErrorText::tr("The registry %1 refused to take the image.").arg(subject), error.detail,
                ErrorText::tr("Let the access key of the target use Container Registry and the namespace of its file, "
                              "then try again."),
                ErrorAction::Retry};
        }
        return ErrorWords{ErrorText::tr("The image could not be sent to %1.").arg(subject), error.detail,
            ErrorText::tr("The last lines of the log say why."), ErrorAction::ShowLog};
    default:
        return std::nullopt;
    }
}

} // namespace

QString unreachedText(const Unreached& unreached) {
    if (!unreached.isLocal) {
        return ErrorText::tr("The app listens on port %1, and visitors are led to port %2.")
            .arg(unreached.port)
            .arg(unreached.asked);
    }
    return ErrorText::tr("The app listens only on 127.0.0.1, port %1, where no visitor reaches it.")
        .arg(unreached.port);
}

std::optional<ErrorWords> webAppErrorWords(const Error& error) {
    const QString& subject = error.subject;
    switch (error.kind) {
    case ErrorKind::AppUnknown:
        if (!error.detail.isEmpty()) {
            return ErrorWords{ErrorText::tr("Nothing says how this server is started."), reasonText(error.detail),
                ErrorText::tr("Put that right in the repository, or name a start command in the settings."),
                ErrorAction::EditSettings};
        }
        return ErrorWords{ErrorText::tr("Nothing says how this app is started."),
            error.alternatives.isEmpty()
                ? QString()
                : ErrorText::tr("These could be the app: %1.").arg(listText(error.alternatives)),
            ErrorText::tr(
                "Name the app object, such as “main:app”, in the settings or with --app, or a start command."),
            ErrorAction::EditSettings};
    case ErrorKind::PipMissing:
        return ErrorWords{ErrorText::tr("Python with pip is not installed on this computer."), error.detail,
            ErrorText::tr("Install python3-pip, or a container engine, then deploy again."), ErrorAction::Retry};
    case ErrorKind::PythonUnsuitable:
        return ErrorWords{
            ErrorText::tr("The project asks for Python %1, which code packages cannot have.").arg(subject),
            ErrorText::tr("These can be had: %1.").arg(listText(error.alternatives)),
            ErrorText::tr("Choose another version in the settings, or install a container engine."),
            ErrorAction::EditSettings};
    case ErrorKind::WheelMissing:
        return ErrorWords{
            ErrorText::tr("The package %1 is not there ready-made for the cloud's computers.").arg(subject),
            ErrorText::tr("It would have to be compiled, and only an image can do that."),
            ErrorText::tr("Choose another version of it, or install a container engine."), ErrorAction::ShowLog};
    case ErrorKind::BinaryUnsuitable:
        if (subject == targetPlatform) {
            return ErrorWords{ErrorText::tr("This computer cannot run what is built for the cloud's computers."),
                ErrorText::tr("Its container engine is %1, the image is for %2: “%3”.")
                    .arg(listText(error.alternatives), subject, error.detail),
                ErrorText::tr(
                    "Let the engine emulate it (qemu-user-static on Linux, a setting of Docker Desktop), then "
                    "try again."),
                ErrorAction::Retry};
        }
        if (!error.alternatives.isEmpty()) {
            return ErrorWords{ErrorText::tr("The image does not run on the cloud's computers."),
                ErrorText::tr("It is for %1, and they are %2.").arg(error.detail, listText(error.alternatives)),
                ErrorText::tr("Choose the platform in the Dockerfile: “FROM --platform=%1 …”.")
                    .arg(listText(error.alternatives)),
                ErrorAction::ShowLog};
        }
        return ErrorWords{ErrorText::tr("%1 does not run on the cloud's computers.").arg(subject), error.detail,
            ErrorText::tr("Install it from a ready-made package, or install a container engine."),
            ErrorAction::ShowLog};
    case ErrorKind::PackageTooLarge:
        return ErrorWords{ErrorText::tr("The package is too large for the cloud."), error.detail,
            ErrorText::tr("Leave out what the app does not need, or install a container engine."),
            ErrorAction::ShowLog};
    case ErrorKind::FunctionFailed:
        if (const std::optional<Unreached> unreached = unreachedOf(error)) {
            return unreachedWords(error, *unreached);
        }
        if (!error.alternatives.isEmpty()) {
            return ErrorWords{ErrorText::tr("The web app %1 did not start.").arg(subject), error.detail,
                ErrorText::tr("See its log. Several apps were found: if another one answers visitors, choose it in the "
                              "settings or with --app: %1.")
                    .arg(listText(error.alternatives)),
                ErrorAction::EditSettings};
        }
        return ErrorWords{ErrorText::tr("The web app %1 did not start.").arg(subject), error.detail,
            ErrorText::tr("See its log; visitors still get what they got before."), ErrorAction::ShowLog};
    case ErrorKind::FunctionNotReady:
        return ErrorWords{ErrorText::tr("The cloud has not made the function %1 ready.").arg(subject), error.detail,
            ErrorText::tr("Try again in a few minutes; visitors still get what they got before."), ErrorAction::Retry};
    default:
        return engineErrorWords(error);
    }
}

} // namespace miaobu::app
