#include "core/build/image_failure.h"

#include "core/build/failure_cause.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

/// The command of the step that failed and its exit code, as BuildKit (two ways, by age), docker and podman say it.
struct FailedStep {
    QString command;
    int exitCode = 0;
};

FailedStep failedStep(const QString& output) {
    static const QRegularExpression buildKit(
        u"process \"(?<command>.*)\" did not complete successfully: exit code: (?<code>\\d+)"_s);
    static const QRegularExpression olderBuildKit(
        u"executor failed running \\[(?<command>.*)\\]: exit code: (?<code>\\d+)"_s);
    static const QRegularExpression docker(u"The command '(?<command>.*)' returned a non-zero code: (?<code>\\d+)"_s,
        QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression podman(
        u"building at STEP \"(?<command>.*)\": while running runtime: exit status (?<code>\\d+)"_s);
    for (const QRegularExpression* form : {&buildKit, &olderBuildKit, &docker, &podman}) {
        if (const QRegularExpressionMatch match = form->match(output); match.hasMatch()) {
            return {match.captured(u"command"_s), match.captured(u"code"_s).toInt()};
        }
    }
    return {};
}

bool installs(const QString& command) {
    static const QRegularExpression form(
        u"\\b(?:pip3? (?:--python \\S+ )?install|uv sync|poetry install|pdm (?:sync|install)|pipenv install|"
        u"apt-get install|npm (?:ci|install)|pnpm install|yarn install|bun install)\\b"_s);
    return form.match(command).hasMatch();
}

} // namespace

Error imageFailure(const ContainerEngine& engine, const StepResult& result) {
    const QString& output = result.output;
    if (engineState(1, output) == EngineState::NotRunning
        && output.contains(
            QRegularExpression(u"docker (?:daemon|api)|podman.sock"_s, QRegularExpression::CaseInsensitiveOption))) {
        return Error(ErrorKind::EngineNotRunning, engine.name(), result.lastLines);
    }
    if (output.contains(u"no space left on device"_s, Qt::CaseInsensitive)) {
        return Error(ErrorKind::DiskFull, engine.name(), result.lastLines);
    }
    static const QRegularExpression foreign(u"^.*exec format error.*$"_s, QRegularExpression::MultilineOption);
    if (const QRegularExpressionMatch match = foreign.match(output); match.hasMatch() && engine.emulatesTarget()) {
        Error error(ErrorKind::BinaryUnsuitable, targetPlatform, match.captured().trimmed());
        error.alternatives = {engine.architecture};
        return error;
    }
    const FailedStep step = failedStep(output);
    Error error = stepFailure(installs(step.command) ? ErrorKind::InstallFailed : ErrorKind::BuildFailed, result);
    if (step.exitCode != 0) {
        error.exitCode = step.exitCode;
    }
    return error;
}

} // namespace miaobu
