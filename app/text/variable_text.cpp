#include "app/text/variable_text.h"

#include "app/text/error_text.h"

#include <QCoreApplication>

namespace miaobu::app {

namespace {

struct VariableText {
    Q_DECLARE_TR_FUNCTIONS(miaobu::app::VariableText)
};

} // namespace

QString scopeTitle(VariableScope scope) {
    switch (scope) {
    case VariableScope::Production:
        return VariableText::tr("Production");
    case VariableScope::Preview:
        return VariableText::tr("Preview");
    case VariableScope::Both:
        break;
    }
    return VariableText::tr("Production and preview");
}

QString usageTitle(bool atBuild, bool atRun) {
    if (atBuild && atRun) {
        return VariableText::tr("Build and run");
    }
    return atBuild ? VariableText::tr("Build") : VariableText::tr("Run");
}

QString concernText(VariableConcern concern) {
    switch (concern) {
    case VariableConcern::ChoosesPrograms:
        return VariableText::tr("It decides which programs run, so builds do not get it.");
    case VariableConcern::ChangesTools:
        return VariableText::tr("It changes how every tool of the build runs.");
    case VariableConcern::SetByBuilds:
        return VariableText::tr("Builds set it themselves; this takes the place of theirs.");
    case VariableConcern::FixedPort:
        return VariableText::tr(
            "An app is told the port of its settings in PORT, and this value is left out: choose another port there.");
    }
    return {};
}

QString refusalText(ErrorKind problem, const QString& name) {
    const ErrorWords words = wordsFor(Error(problem, name));
    return words.why.isEmpty() ? words.what : words.what + u' ' + words.why;
}

QString problemText(const DotenvProblem& problem) {
    switch (problem.kind) {
    case DotenvProblem::Kind::OpenQuote:
        return VariableText::tr("Line %1 opens a quote that is never closed.").arg(problem.line);
    case DotenvProblem::Kind::TextAfterQuote:
        return VariableText::tr("Line %1 goes on behind its closing quote.").arg(problem.line);
    case DotenvProblem::Kind::NoAssignment:
        break;
    }
    return VariableText::tr("Line %1 is no NAME=value.").arg(problem.line);
}

QString repetitionText(const DotenvRepetition& repetition) {
    return VariableText::tr("Line %1 gives %2 another value; that one counts.")
        .arg(repetition.line)
        .arg(repetition.name);
}

QString fileStateText(VariableDifference::File state) {
    switch (state) {
    case VariableDifference::File::Same:
        return VariableText::tr("the same");
    case VariableDifference::File::Different:
        return VariableText::tr("different");
    case VariableDifference::File::OnlyInFile:
        return VariableText::tr("only in the file");
    case VariableDifference::File::OnlyStored:
        break;
    }
    return VariableText::tr("only stored");
}

QString liveStateText(VariableDifference::Live state) {
    switch (state) {
    case VariableDifference::Live::Same:
        return VariableText::tr("as deployed");
    case VariableDifference::Live::Changed:
        return VariableText::tr("changed since");
    case VariableDifference::Live::Added:
        return VariableText::tr("not deployed yet");
    case VariableDifference::Live::Removed:
        return VariableText::tr("removed since");
    case VariableDifference::Live::Never:
        break;
    }
    return VariableText::tr("never deployed");
}

QString tooManyBytesText(qsizetype bytes) {
    return VariableText::tr("The variables of the app take %1 bytes; Function Compute takes %2.")
        .arg(bytes)
        .arg(runTimeVariablesLimit);
}

} // namespace miaobu::app
