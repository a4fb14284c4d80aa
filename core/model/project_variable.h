#pragma once

#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace miaobu {

/// Which deployments a variable is for. Of two with one name the one for that kind of deployment alone wins.
enum class VariableScope { Both, Production, Preview };

[[nodiscard]] QString variableScopeName(VariableScope scope); ///< "both", "production", "preview"
/// Both for a name this program does not know.
[[nodiscard]] VariableScope variableScopeFromName(const QString& name);

/// What a variable is found by within its project.
struct VariableKey {
    QString name;
    VariableScope scope = VariableScope::Both;

    bool operator==(const VariableKey&) const = default;
};

/// A variable that is stored with a project.
struct ProjectVariable {
    VariableKey key;
    QString value; ///< Empty for a secret: it is never shown again.
    bool secret = false;
    bool atBuild = true;
    bool atRun = true;
    QString revision; ///< Another one whenever what a deployment gets is another; says nothing about the value.
    QDateTime updatedAt; ///< UTC

    bool operator==(const ProjectVariable&) const = default;
};

/// A variable as somebody wants it to be.
struct VariableDraft {
    VariableKey key;
    std::optional<QString> value; ///< Nothing: the stored value stays.
    bool secret = false;
    bool atBuild = true;
    bool atRun = true;

    bool operator==(const VariableDraft&) const = default;
};

/// One change to the variables of a project.
struct VariableChange {
    std::optional<VariableKey>
        before; ///< The stored one that is edited or removed; nothing: one is added, or takes the place of its like.
    std::optional<VariableDraft> after; ///< Nothing: it is removed.

    bool operator==(const VariableChange&) const = default;
};

/// Name → revision: which stored variables a deployment got.
using VariableRevisions = QMap<QString, QString>;

/// The longest value, in bytes: a longer one could not be handed to a program by every system.
inline constexpr qsizetype longestVariableValue = 64 * 1024;
/// What Function Compute takes of names and values together, in bytes.
inline constexpr qsizetype runTimeVariablesLimit = 4 * 1024;

/// Of \a variables the ones that a deployment to \a environment gets; Both: those that every one gets.
[[nodiscard]] QList<ProjectVariable> variablesFor(const QList<ProjectVariable>& variables, VariableScope environment);

} // namespace miaobu
