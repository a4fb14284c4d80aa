#pragma once

#include <QString>

namespace miaobu {

/// The line of a failed command's output that names its cause, for the well-known ones: warnings that CI=true turns
/// into errors, memory that ran out, a script or a module that is missing, a compiler's first error. Empty when none is
/// known.
[[nodiscard]] QString causeIn(const QString& output);

} // namespace miaobu
