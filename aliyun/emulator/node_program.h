#pragma once

#include <QString>

namespace miaobu::emulator {

/// The Node.js that serves sites: MIAOBU_NODE when it is set, else the first of PATH and the usual places (system,
/// Homebrew, nvm, fnm, volta, mise, asdf) that is version 18 or newer. Runs each candidate once, which blocks.
/// \throws Error(EdgeRuntimeMissing, what was found instead)
[[nodiscard]] QString findNodeProgram();

} // namespace miaobu::emulator
