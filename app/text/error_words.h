#pragma once

#include <QString>

namespace miaobu::app {

/// What the one button of an error does, where there is one that helps.
enum class ErrorAction { None, Retry, ChooseAnotherFolder, EditSettings, ShowLog, Resume };

/// An error in a person's language: what happened, why, and the one thing to do next.
struct ErrorWords {
    QString what; ///< One sentence, a title.
    QString why; ///< What is known of the cause; may be empty.
    QString next; ///< One sentence in the imperative; may be empty.
    ErrorAction action = ErrorAction::None;
};

} // namespace miaobu::app
