#pragma once

#include <QString>
#include <QUrl>

#include <functional>

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
    DeployCommit, ///< Of the deployment whose files are gone, anew
    OpenConsole, ///< The page of the cloud's console at ErrorWords::link
    OpenPage, ///< Any other page at ErrorWords::link
    SignIn, ///< At GitHub
    UsePackage, ///< Deploy a web app as a code package, which needs no container engine
    BuildInContainer, ///< Build a site with the tools of a container, and deploy
    UsePort, ///< Ask a web app on ErrorWords::port, where it listens
};

/// An error in a person's language: what happened, why, and the one thing to do next.
struct ErrorWords {
    QString what; ///< One sentence, a title.
    QString why; ///< What is known of the cause; may be empty.
    QString next; ///< One sentence in the imperative; may be empty.
    ErrorAction action = ErrorAction::None;
    QUrl link{}; ///< For OpenConsole and OpenPage
    QString nextByButton{}; ///< Instead of next, where the button of \c action stands below it; empty: the same
    std::function<ErrorWords()> anew{}; ///< Says it again, in the language that is spoken then; null: it cannot
    int port = 0; ///< For UsePort
};

/// \a words in the language of this moment; what was made of them for their place, such as the action, stays.
[[nodiscard]] ErrorWords inTheLanguageOfNow(const ErrorWords& words);
/// Changes \a words by \a change, now and whenever they are said anew.
void reword(ErrorWords& words, const std::function<void(ErrorWords&)>& change);

} // namespace miaobu::app
