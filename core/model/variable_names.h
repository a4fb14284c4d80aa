#pragma once

#include <QString>

#include <optional>

namespace miaobu {

/// What a variable may be called, and which names are worth a word.

/// [A-Za-z_][A-Za-z0-9_]*
[[nodiscard]] bool isValidVariableName(const QString& name);
/// Names that Function Compute (FC_…) and this program (MIAOBU…) keep for themselves.
[[nodiscard]] bool isReservedVariable(const QString& name);

/// Why a variable of some name often surprises. It is taken all the same.
enum class VariableConcern {
    ChoosesPrograms, ///< PATH, LD_PRELOAD …: would change which programs run, so that builds do not get it.
    ChangesTools, ///< NODE_OPTIONS, NODE_PATH …: changes how every program of its language runs.
    SetByBuilds, ///< NODE_ENV, CI: builds set it themselves, and this replaces theirs.
    FixedPort, ///< PORT: an app is asked at the port it was deployed with.
};
[[nodiscard]] std::optional<VariableConcern> concernOf(const QString& name);

} // namespace miaobu
