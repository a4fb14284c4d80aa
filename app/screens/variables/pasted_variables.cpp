#include "app/screens/variables/pasted_variables.h"

#include "core/variables/variable_check.h"

#include <algorithm>

namespace miaobu::app {

namespace {

using Outcome = PastedVariables::Outcome;

PastedVariables::Row rowOf(
    const EnvironmentVariable& variable, int line, const QList<ProjectVariable>& known, VariableScope scope) {
    PastedVariables::Row row;
    row.line = line;
    row.draft = {{variable.name, scope}, variable.value, !isPublicVariable(variable.name), true, true};
    const auto same = std::ranges::find(known, row.draft.key, &ProjectVariable::key);
    if (same != known.end()) {
        row.draft.secret = same->secret;
        row.draft.atBuild = same->atBuild;
        row.draft.atRun = same->atRun;
        row.outcome = same->value == variable.value ? Outcome::Same : Outcome::Changed;
    }
    if (variable.value.isEmpty()) {
        row.outcome = Outcome::Empty;
    } else if (row.outcome != Outcome::Same) {
        row.problem = problemOf(row.draft);
        row.outcome = row.problem ? Outcome::Refused : row.outcome;
    }
    return row;
}

} // namespace

qsizetype PastedVariables::count(Outcome outcome) const {
    return std::ranges::count(rows, outcome, &Row::outcome);
}

QList<VariableDraft> PastedVariables::drafts() const {
    QList<VariableDraft> drafts;
    for (const Row& row : rows) {
        if (row.outcome == Outcome::Added || row.outcome == Outcome::Changed) {
            drafts.append(row.draft);
        }
    }
    return drafts;
}

PastedVariables pastedVariables(const DotenvContent& content, const StagedVariables& staged, VariableScope scope) {
    const QList<ProjectVariable> known = staged.outcome();
    PastedVariables pasted;
    pasted.problems = content.problems;
    pasted.repetitions = content.repetitions;
    pasted.scope = scope;
    for (qsizetype i = 0; i < content.variables.size(); ++i) {
        pasted.rows.append(rowOf(content.variables.at(i), content.lines.at(i), known, scope));
    }
    return pasted;
}

PastedVariables withToggledSecret(PastedVariables pasted, qsizetype index) {
    PastedVariables::Row& row = pasted.rows[index];
    const bool isTaken = row.outcome == Outcome::Added || row.outcome == Outcome::Changed;
    if (isTaken && !(isPublicVariable(row.draft.key.name) && !row.draft.secret)) {
        row.draft.secret = !row.draft.secret;
    }
    return pasted;
}

PastedVariables equalTo(PastedVariables pasted, const QList<VariableDifference>& differences) {
    for (PastedVariables::Row& row : pasted.rows) {
        const auto found = std::ranges::find(differences, row.draft.key.name, &VariableDifference::name);
        if (row.outcome == Outcome::Changed && found != differences.end()
            && found->file == VariableDifference::File::Same) {
            row.outcome = Outcome::Same;
        }
    }
    return pasted;
}

} // namespace miaobu::app
