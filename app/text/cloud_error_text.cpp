#include "app/text/console_pages.h"
#include "app/text/error_families.h"

namespace miaobu::app {

std::optional<ErrorWords> cloudErrorWords(const Error& error) {
    const QString& subject = error.subject;
    const QString tryAgain = ErrorText::tr("Try again in a moment.");
    switch (error.kind) {
    case ErrorKind::HostNotFound:
        return ErrorWords{ErrorText::tr("The host %1 was not found.").arg(subject),
            ErrorText::tr("This computer is offline, or the name is wrong."),
            ErrorText::tr("Check the connection, then try again."), ErrorAction::Retry};
    case ErrorKind::NetworkUnreachable:
        return ErrorWords{ErrorText::tr("%1 could not be reached.").arg(subject), error.detail,
            ErrorText::tr("Check the connection and the proxy, then try again."), ErrorAction::Retry};
    case ErrorKind::ConnectionLost:
        return ErrorWords{
            ErrorText::tr("The connection to %1 was lost.").arg(subject), error.detail, tryAgain, ErrorAction::Retry};
    case ErrorKind::TlsFailed:
        return ErrorWords{ErrorText::tr("No secure connection to %1.").arg(subject), error.detail,
            ErrorText::tr("Something between this computer and the server may be reading along; check the network."),
            ErrorAction::Retry};
    case ErrorKind::Redirected:
        return ErrorWords{ErrorText::tr("%1 sends on to another address.").arg(subject),
            ErrorText::tr("It was not followed, so that no sign-in goes to a stranger. %1").arg(error.detail),
            ErrorText::tr("Use the new address."), ErrorAction::ChooseAnotherFolder};
    case ErrorKind::HttpStatus:
    case ErrorKind::ServiceError:
        return ErrorWords{ErrorText::tr("A server answered with an error."),
            subject.isEmpty() || error.detail.isEmpty() ? subject + error.detail
                                                        : subject + QStringLiteral(": ") + error.detail,
            tryAgain, ErrorAction::Retry};
    case ErrorKind::MalformedResponse:
        return ErrorWords{ErrorText::tr("The answer could not be understood (%1).").arg(subject), error.detail,
            tryAgain, ErrorAction::Retry};
    case ErrorKind::CredentialsRejected:
        return ErrorWords{ErrorText::tr("The access key was refused."), error.detail,
            ErrorText::tr("Enter another key, or enable this one in the RAM console."), ErrorAction::EnterKey};
    case ErrorKind::SignatureRejected:
        return ErrorWords{ErrorText::tr("The signature was refused."), error.detail,
            ErrorText::tr("The secret does not belong to the key: enter both again."), ErrorAction::EnterKey};
    case ErrorKind::AccessDenied:
        return ErrorWords{ErrorText::tr("The access key may not do this."),
            ErrorText::tr("Missing permission: %1.").arg(subject),
            ErrorText::tr("Add the permission in the RAM console, then try again."), ErrorAction::OpenConsole,
            console::ramPolicies()};
    case ErrorKind::ClockSkew:
        return ErrorWords{ErrorText::tr("This computer's clock is wrong."), error.detail,
            ErrorText::tr("Set the clock, then try again."), ErrorAction::Retry};
    case ErrorKind::Throttled:
        return ErrorWords{ErrorText::tr("Too many requests for now."), error.detail, tryAgain, ErrorAction::Retry};
    case ErrorKind::QuotaExceeded:
        return ErrorWords{ErrorText::tr("A quota of the account is used up."), error.detail,
            ErrorText::tr("Wait for it to reset, or raise it in the console."), ErrorAction::Retry};
    case ErrorKind::NotActivated:
        return ErrorWords{ErrorText::tr("%1 is not activated in this account.").arg(subject), error.detail,
            ErrorText::tr("Activate it in the console, then try again."), ErrorAction::OpenConsole,
            console::ofProduct(subject)};
    case ErrorKind::InArrears:
        return ErrorWords{ErrorText::tr("The cloud account is in arrears."), error.detail,
            ErrorText::tr("Top up the account, then try again."), ErrorAction::OpenConsole, console::bills()};
    case ErrorKind::NotFound:
        return ErrorWords{ErrorText::tr("%1 does not exist.").arg(subject), error.detail, {}, ErrorAction::None};
    case ErrorKind::Conflict:
        return ErrorWords{ErrorText::tr("%1 is taken or was changed by somebody else.").arg(subject), error.detail,
            tryAgain, ErrorAction::Retry};
    case ErrorKind::BucketElsewhere:
        return ErrorWords{ErrorText::tr("The bucket %1 is in another region.").arg(subject),
            error.alternatives.isEmpty() ? error.detail
                                         : ErrorText::tr("It answers at %1.").arg(error.alternatives.first()),
            ErrorText::tr("Use its region for the target, or another bucket."), ErrorAction::None};
    case ErrorKind::ChecksumMismatch:
        return ErrorWords{ErrorText::tr("%1 changed while it was being published.").arg(subject),
            ErrorText::tr("What arrived is not what was checked."), ErrorText::tr("Deploy again."), ErrorAction::Retry};
    case ErrorKind::RoutineOutdated:
        return ErrorWords{ErrorText::tr("The edge routine %1 is of another version than this program.").arg(subject),
            ErrorText::tr("It would let everybody in, because it does not know of passwords."),
            ErrorText::tr("Install it anew with “miaobu edge install”, then try again."), ErrorAction::None};
    case ErrorKind::RouteNotConfirmed:
        return ErrorWords{ErrorText::tr("The new route of %1 could not be read back.").arg(subject), error.detail,
            ErrorText::tr("Resume: everything is uploaded, only the last step is missing."), ErrorAction::Resume};
    case ErrorKind::ProofFailed:
        return ErrorWords{ErrorText::tr("%1 does not answer with the new deployment yet.").arg(subject), error.detail,
            ErrorText::tr("Resume: everything is uploaded, only the last step is missing."), ErrorAction::Resume};
    default:
        return std::nullopt;
    }
}

} // namespace miaobu::app
