#pragma once

#include <QString>
#include <QUrl>

namespace miaobu::app {

/// What the one button of an error does, where there is one that helps.
enum class ErrorAction {
    None,
    Retry,
    ChooseAnotherFolder,
    EditSettings,
    ShowLog,
    Resume,
    EditVariables,
    EnterKey, ///< The access key of a target
    KeepForSession, ///< A secret that the keychain did not take
    OpenConsole, ///< The page of the cloud's console at ErrorWords::link
    OpenPage, ///< Any other page at ErrorWords::link
    SignIn, ///< At GitHub
};

/// An error in a person's language: what happened, why, and the one thing to do next.
struct ErrorWords {
    QString what; ///< One sentence, a title.
    QString why; ///< What is known of the cause; may be empty.
    QString next; ///< One sentence in the imperative; may be empty.
    ErrorAction action = ErrorAction::None;
    QUrl link{}; ///< For OpenConsole and OpenPage
};

} // namespace miaobu::app
