#include "app/text/error_families.h"

#include <QLocale>
#include <QUrl>

namespace miaobu::app {

namespace {

ErrorWords limited(const Error& error) {
    const QString what = ErrorText::tr("%1 takes no more requests for now.").arg(error.subject);
    const QString next = error.retryAt.isValid()
        //: %1 is a time of day
        ? ErrorText::tr("It does again at %1. What is already here can be used meanwhile.")
              .arg(QLocale().toString(error.retryAt.toLocalTime().time(), QLocale::ShortFormat))
        : ErrorText::tr("Try again in a moment.");
    return {what, error.detail, next, ErrorAction::Retry};
}

ErrorWords notPermitted(const Error& error) {
    const QUrl signOn(error.alternatives.value(0));
    if (signOn.scheme() == QStringLiteral("https")) {
        return {ErrorText::tr("The organisation of %1 asks for its own sign-in.").arg(error.subject), error.detail,
            ErrorText::tr("Sign in on its page, then try again."), ErrorAction::OpenPage, signOn};
    }
    return {ErrorText::tr("The sign-in may not do this with %1.").arg(error.subject), error.detail,
        ErrorText::tr("Give it the permission on GitHub, or sign in with an account or token that has it."),
        ErrorAction::SignIn};
}

} // namespace

std::optional<ErrorWords> gitHubErrorWords(const Error& error) {
    const QString& subject = error.subject;
    const QString otherWay = ErrorText::tr("Sign in with a token or with gh instead.");
    switch (error.kind) {
    case ErrorKind::SignInNeeded:
        return ErrorWords{ErrorText::tr("The sign-in at GitHub is no longer valid (%1).").arg(subject),
            ErrorText::tr(
                "It was ended on GitHub, or has run out. Sites and projects on this computer are not affected."),
            ErrorText::tr("Sign in again."), ErrorAction::SignIn};
    case ErrorKind::SignInDenied:
        return ErrorWords{ErrorText::tr("The sign-in was refused on %1.").arg(subject), {},
            ErrorText::tr("Begin again, and allow it on GitHub's page."), ErrorAction::SignIn};
    case ErrorKind::SignInExpired:
        return ErrorWords{ErrorText::tr("The code for %1 has run out.").arg(subject),
            ErrorText::tr("A code is good for a quarter of an hour."), ErrorText::tr("Get a new code."),
            ErrorAction::SignIn};
    case ErrorKind::SignInUnavailable:
        return ErrorWords{ErrorText::tr("%1 does not let this program sign in by a code.").arg(subject), error.detail,
            ErrorText::tr("Enable Device Flow in the settings of the OAuth app; or sign in with a token or with gh."),
            ErrorAction::SignIn};
    case ErrorKind::SignInMisconfigured:
        return ErrorWords{ErrorText::tr("%1 does not know this program.").arg(subject),
            ErrorText::tr("The client id of the OAuth app is wrong: %1").arg(error.detail), otherWay,
            ErrorAction::SignIn};
    case ErrorKind::SignInClockFast:
        return ErrorWords{ErrorText::tr("%1 asks to be asked less often than this computer does.").arg(subject),
            ErrorText::tr("The clock of this computer runs fast."), otherWay, ErrorAction::SignIn};
    case ErrorKind::ClientIdMissing:
        return ErrorWords{ErrorText::tr("Signing in to %1 by a code is not set up.").arg(subject),
            ErrorText::tr(
                "It needs the client id of an OAuth app. Register one at %1 under Settings, Developer settings, "
                "OAuth Apps; tick Enable Device Flow; and enter its client id in Miaobu's settings.")
                .arg(subject),
            otherWay, ErrorAction::SignIn};
    case ErrorKind::TokenMissing:
        return ErrorWords{ErrorText::tr("There is no token for %1.").arg(subject), error.detail,
            ErrorText::tr("Sign in with “miaobu login github”, or set GITHUB_TOKEN."), ErrorAction::SignIn};
    case ErrorKind::TokenRefused:
        return ErrorWords{ErrorText::tr("%1 does not take this token.").arg(subject), error.detail,
            ErrorText::tr("Copy the whole token again, or make a new one."), ErrorAction::SignIn};
    case ErrorKind::TokenNotPermitted:
        return notPermitted(error);
    case ErrorKind::RateLimited:
        return limited(error);
    default:
        return std::nullopt;
    }
}

} // namespace miaobu::app
