#pragma once

#include "app/screens/variables/staged_variables.h"
#include "core/async/error.h"
#include "core/model/dotenv.h"
#include "core/variables/variable_difference.h"

namespace miaobu::app {

/// A .env text that was pasted or opened, before anything of it is taken over.
struct PastedVariables {
    enum class Outcome {
        Added,
        Changed,
        Same, ///< As it is stored; nothing becomes of it.
        Empty, ///< It has no value; nothing becomes of it.
        Refused, ///< Its name cannot be taken.
    };
    struct Row {
        int line = 0;
        VariableDraft draft;
        Outcome outcome = Outcome::Added;
        std::optional<ErrorKind> problem; ///< Why it is refused
    };

    QList<Row> rows;
    QList<DotenvProblem> problems;
    QList<DotenvRepetition> repetitions;
    VariableScope scope = VariableScope::Both;

    [[nodiscard]] qsizetype count(Outcome outcome) const;
    /// Those that are added or changed.
    [[nodiscard]] QList<VariableDraft> drafts() const;
};

/// What \a content would do to \a staged. A secret that is stored counts as changed until equalTo() says otherwise. What is not public by its
/// name becomes secret, unless it is stored in another way.
[[nodiscard]] PastedVariables pastedVariables(
    const DotenvContent& content, const StagedVariables& staged, VariableScope scope);

/// The same with the row at \a index secret if it was plain, and the other way round, as far as its name allows it.
[[nodiscard]] PastedVariables withToggledSecret(PastedVariables pasted, qsizetype index);

/// The same with those called Same that \a differences finds equal to what is stored.
[[nodiscard]] PastedVariables equalTo(PastedVariables pasted, const QList<VariableDifference>& differences);

} // namespace miaobu::app
