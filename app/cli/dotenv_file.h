#pragma once

#include "core/model/dotenv.h"

#include <QString>

namespace miaobu::app {

/// Reads a .env file; "-" is standard input. What is not public by its name is taken for a secret.
/// \throws Error(FileSystem), Error(InvalidInput, with the number of the first line that is wrong)
[[nodiscard]] DotenvContent readDotenvFile(const QString& path);

} // namespace miaobu::app
