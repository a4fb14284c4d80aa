#include "app/screens/variables/variable_lines.h"

#include "app/text/variable_text.h"
#include "core/model/environment_variable.h"

#include <QCoreApplication>

namespace miaobu::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(miaobu::app::VariableLines)
};

QString shownValue(const QString& value, bool secret) {
    constexpr qsizetype longest = 200;
    if (secret) {
        return QString(8, QChar(0x2022));
    }
    return value.first(std::min(longest, value.size())).replace(QLatin1Char('\n'), QChar(0x23CE));
}

void addKind(VariableLine& line, const VariableKey& key, bool secret, bool atBuild, bool atRun) {
    if (key.scope != VariableScope::Both) {
        line.pills.append({scopeTitle(key.scope), key.scope == VariableScope::Preview ? Tone::Preview : Tone::Idle});
    }
    if (!atBuild || !atRun) {
        line.pills.append({usageTitle(atBuild, atRun), Tone::Idle});
    }
    if (secret) {
        line.pills.append({Words::tr("Secret"), Tone::Idle});
    } else if (isPublicVariable(key.name) && !concernOf(key.name)) {
        line.pills.append({Words::tr("Public"), Tone::Idle});
    }
}

/// What was changed and not applied, or else what is not live.
void addMark(VariableLine& line, const StagedVariables::Entry& entry, const VariablesState& state) {
    if (entry.isRemoved) {
        line.pills.append({Words::tr("Removed"), Tone::Failed});
    } else if (!entry.stored) {
        line.pills.append({Words::tr("New"), Tone::Live});
    } else if (entry.draft) {
        line.pills.append({Words::tr("Changed"), Tone::Building});
    } else if (state.live && entry.key().scope != VariableScope::Preview
        && liveStateOf(entry.key().name, state.current, *state.live) != VariableDifference::Live::Same) {
        line.pills.append({Words::tr("Next deploy"), Tone::Building});
    }
}

} // namespace

QList<VariableLine> linesOf(const VariablesState& state) {
    QList<VariableLine> lines;
    for (const StagedVariables::Entry& entry : state.entries) {
        const ProjectVariable stored = entry.stored.value_or(ProjectVariable());
        const VariableDraft draft = entry.draft.value_or(draftOf(stored));
        VariableLine line;
        line.name = draft.key.name;
        line.value = shownValue(draft.value.value_or(stored.value), draft.secret);
        line.isLeaving = entry.isRemoved;
        if (const auto concern = concernOf(line.name)) {
            line.note = concernText(*concern);
        }
        addKind(line, draft.key, draft.secret, draft.atBuild, draft.atRun);
        addMark(line, entry, state);
        lines.append(line);
    }
    return lines;
}

QList<VariableLine> linesOf(const PastedVariables& pasted) {
    using Outcome = PastedVariables::Outcome;
    QList<VariableLine> lines;
    for (const PastedVariables::Row& row : pasted.rows) {
        VariableLine line;
        line.name = row.draft.key.name;
        line.value = shownValue(row.draft.value.value_or(QString()), row.draft.secret);
        line.isMuted = row.outcome != Outcome::Added && row.outcome != Outcome::Changed;
        if (row.outcome == Outcome::Empty) {
            line.value.clear();
        } else {
            addKind(line, {row.draft.key.name, VariableScope::Both}, row.draft.secret, true, true);
        }
        switch (row.outcome) {
        case Outcome::Added:
            line.pills.append({Words::tr("New"), Tone::Live});
            break;
        case Outcome::Changed:
            line.pills.append({Words::tr("Changed"), Tone::Building});
            break;
        case Outcome::Same:
            line.pills.append({Words::tr("Same"), Tone::Idle});
            break;
        case Outcome::Empty:
            line.pills.append({Words::tr("No value"), Tone::Idle});
            break;
        case Outcome::Refused:
            line.pills.append({Words::tr("Line %1").arg(row.line), Tone::Failed});
            line.note = refusalText(*row.problem, row.draft.key.name);
            break;
        }
        if (const auto concern = line.isMuted ? std::nullopt : concernOf(line.name)) {
            line.note = concernText(*concern);
        }
        lines.append(line);
    }
    return lines;
}

QList<VariableLine> linesOf(const FileComparison& comparison) {
    QList<VariableLine> lines;
    for (const VariableDifference& difference : comparison.differences) {
        VariableLine line;
        line.name = difference.name;
        const bool isGone
            = difference.live == VariableDifference::Live::Removed && difference.file == VariableDifference::File::Same;
        const bool isSame = difference.file == VariableDifference::File::Same;
        const Tone tone = isSame                                      ? Tone::Idle
            : difference.file == VariableDifference::File::OnlyInFile ? Tone::Preview
                                                                      : Tone::Building;
        if (!isGone) {
            line.pills.append({fileStateText(difference.file), tone});
        }
        line.pills.append({liveStateText(difference.live),
            difference.live == VariableDifference::Live::Same ? Tone::Live : Tone::Idle});
        line.value = shownValue({}, difference.secret);
        lines.append(line);
    }
    return lines;
}

} // namespace miaobu::app
