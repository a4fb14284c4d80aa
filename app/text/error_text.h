#pragma once

#include "core/async/error.h"
#include "core/model/deployment.h"

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

[[nodiscard]] ErrorWords wordsFor(const Error& error);

/// The words of a deployment that failed: as wordsFor, and whether the site that was live still is (it is, before the route changes).
[[nodiscard]] ErrorWords wordsFor(const Failure& failure);

/// The label of an error's button; empty for None.
[[nodiscard]] QString actionLabel(ErrorAction action);

} // namespace miaobu::app
