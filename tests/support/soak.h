#pragma once

#include <QtGlobal>

namespace miaobu::test {

/// How often a test tries what is random: \a rounds under `./test --soak`, a tenth of them otherwise.
[[nodiscard]] inline int soakRounds(int rounds) {
    return qgetenv("MIAOBU_SOAK") == "1" ? rounds : rounds / 10;
}

} // namespace miaobu::test
