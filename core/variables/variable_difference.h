#pragma once

#include "core/model/environment_variable.h"
#include "core/model/project_variable.h"

#include <QList>
#include <QSet>

namespace miaobu {

/// One name in a file, in what is stored, and in what the live deployment got.
struct VariableDifference {
    /// The file against what is stored.
    enum class File {
        Same,
        Different,
        OnlyInFile,
        OnlyStored,
    };
    /// What is stored against the live deployment.
    enum class Live {
        Same,
        Changed, ///< Another value since then
        Added, ///< Since then
        Removed, ///< Since then
        Never, ///< Neither stored nor live
    };

    QString name;
    File file = File::Same;
    Live live = Live::Same;
    bool secret = false;

    bool operator==(const VariableDifference&) const = default;
};

/// Compares by name, in the order of the names. \a stored holds the values of secrets, too.
[[nodiscard]] QList<VariableDifference> differencesOf(const QList<EnvironmentVariable>& file,
    const QList<EnvironmentVariable>& stored, const VariableRevisions& current, const VariableRevisions& live);

/// How the variable \a name stands against the live deployment.
[[nodiscard]] VariableDifference::Live liveStateOf(
    const QString& name, const VariableRevisions& current, const VariableRevisions& live);

/// Whether a deployment would get others than the live one did.
[[nodiscard]] inline bool areChanged(const VariableRevisions& current, const VariableRevisions& live) {
    return current != live;
}

} // namespace miaobu
