#include "app/text/error_text.h"

#include "app/text/error_families.h"

namespace miaobu::app {

namespace {

ErrorWords saidOf(const Error& error) {
    for (const auto family : {sourceErrorWords, buildErrorWords, cloudErrorWords, gitHubErrorWords, secretErrorWords,
             variableErrorWords, computerErrorWords, domainErrorWords}) {
        if (const std::optional<ErrorWords> words = family(error)) {
            return *words;
        }
    }
    return {ErrorText::tr("Something went wrong inside Miaobu."), error.detail,
        ErrorText::tr("Try again; if it happens again, send us the details."), ErrorAction::Retry};
}

} // namespace

ErrorWords inTheLanguageOfNow(const ErrorWords& words) {
    if (!words.anew) {
        return words;
    }
    ErrorWords again = words.anew();
    again.action = words.action;
    return again;
}

void reword(ErrorWords& words, const std::function<void(ErrorWords&)>& change) {
    words.anew = [before = words, change] {
        ErrorWords again = inTheLanguageOfNow(before);
        reword(again, change);
        return again;
    };
    change(words);
}

ErrorWords wordsFor(const Error& error) {
    ErrorWords words = saidOf(error);
    words.anew = [error] { return wordsFor(error); };
    return words;
}

ErrorWords wordsFor(const Failure& failure) {
    ErrorWords words = wordsFor(errorOf(failure));
    if (failure.stage < Stage::Route && failure.kind != ErrorKind::Cancelled) {
        const QString untouched = ErrorText::tr("Nothing was changed for visitors.");
        words.why = words.why.isEmpty() ? untouched : words.why + u'\n' + untouched;
    }
    if (failure.kind == ErrorKind::VariableReserved) {
        words.action = ErrorAction::EditVariables;
    }
    words.anew = [failure] { return wordsFor(failure); };
    return words;
}

QString actionLabel(const ErrorWords& words) {
    switch (words.action) {
    case ErrorAction::None:
        break;
    case ErrorAction::Retry:
        return ErrorText::tr("Try again");
    case ErrorAction::ChooseAnotherFolder:
        return ErrorText::tr("Choose another source");
    case ErrorAction::EditSettings:
        return ErrorText::tr("Edit settings");
    case ErrorAction::ShowLog:
        return ErrorText::tr("Show the log");
    case ErrorAction::Resume:
        return ErrorText::tr("Resume");
    case ErrorAction::EditVariables:
        return ErrorText::tr("Show the variables");
    case ErrorAction::EnterKey:
        return ErrorText::tr("Enter the key");
    case ErrorAction::KeepForSession:
        return ErrorText::tr("Keep it until Miaobu is closed");
    case ErrorAction::DeployCommit:
        return ErrorText::tr("Deploy it again");
    case ErrorAction::OpenConsole:
        return ErrorText::tr("Open the console");
    case ErrorAction::OpenPage:
        return ErrorText::tr("Open the page");
    case ErrorAction::SignIn:
        return ErrorText::tr("Sign in");
    case ErrorAction::UsePackage:
        return ErrorText::tr("Deploy without an engine");
    case ErrorAction::BuildInContainer:
        return ErrorText::tr("Build in a container");
    case ErrorAction::UsePort:
        return ErrorText::tr("Use port %1").arg(words.port);
    }
    return {};
}

} // namespace miaobu::app
