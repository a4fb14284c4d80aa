#pragma once

#include "app/text/error_text.h"

namespace miaobu::app {

/// An error as a page shows it.
struct ShownError {
    ErrorKind kind = ErrorKind::Internal;
    ErrorWords words;
    QString details; ///< What the system or the tool said, unchanged.
    QStringList choices; ///< What could be chosen instead, such as the apps of a monorepo.
};

[[nodiscard]] ShownError shownError(const Error& error);
[[nodiscard]] ShownError shownError(const Failure& failure);

} // namespace miaobu::app
