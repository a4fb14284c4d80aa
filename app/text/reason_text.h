#pragma once

#include <QString>

namespace miaobu::app {

/// Why a value of a plan was chosen, in the language of the window. Detection gives its reasons in English, which is
/// what is stored and what the command line prints; the name of a file or a key is the same everywhere.
[[nodiscard]] QString reasonText(const QString& reason);

} // namespace miaobu::app
