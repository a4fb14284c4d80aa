#pragma once

#include <QtGlobal>

namespace miaobu::test {

[[nodiscard]] inline bool isSoak() {
    return qgetenv("MIAOBU_SOAK") == "1";
}

/// How often a test tries what is random: \a rounds under `./test --soak`, a tenth of them otherwise.
[[nodiscard]] inline int soakRounds(int rounds) {
    return isSoak() ? rounds : rounds / 10;
}

} // namespace miaobu::test
