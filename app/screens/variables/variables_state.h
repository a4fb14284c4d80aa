#pragma once

#include "app/screens/common/shown_error.h"
#include "app/screens/variables/pasted_variables.h"

#include <optional>

namespace miaobu::app {

/// What a person is about to add or to change.
struct EditedVariable {
    qsizetype index = -1; ///< Of the entry; -1: a new one.
    VariableDraft draft;
    bool hasStoredValue = false; ///< An empty value leaves what is stored.

    bool operator==(const EditedVariable&) const = default;
};

/// What is to be said of a draft while it is typed.
struct DraftVerdict {
    QString text;
    bool isProblem = false;
    bool isUsable = false;

    bool operator==(const DraftVerdict&) const = default;
};

/// A .env file beside what is stored and what is live.
struct FileComparison {
    QString file;
    QList<VariableDifference> differences;
};

/// What the tab of a project's variables shows.
struct VariablesState {
    QList<StagedVariables::Entry> entries; ///< By name
    VariableRevisions current; ///< Of what is stored
    std::optional<VariableRevisions> live; ///< Of what the live deployment got; nothing where none is live
    qsizetype changes = 0; ///< Not applied
    bool isApplying = false;
    bool canDeploy = false;
    qsizetype runTimeBytes = 0;
    std::optional<ShownError> error;
    std::optional<EditedVariable> edited; ///< The form is open.
    std::optional<PastedVariables> pasted; ///< The preview is open.
    std::optional<FileComparison> comparison;

    /// What is stored is not what is live.
    [[nodiscard]] bool isPending() const { return live && current != *live; }
};

} // namespace miaobu::app
