#include "app/screens/project/log_words.h"

#include "app/models/log_lines.h"
#include "app/text/state_text.h"
#include "core/log/ansi_spans.h"

#include <QCoreApplication>

#include <algorithm>

namespace miaobu::app {

namespace {

struct LogWords {
    Q_DECLARE_TR_FUNCTIONS(miaobu::app::LogWords)
};

std::optional<Deployment> shownOf(const LogState& state) {
    const auto found = std::find_if(state.choices.begin(), state.choices.end(),
        [&state](const Deployment& deployment) { return deployment.id == state.shown; });
    return found == state.choices.end() ? std::nullopt : std::optional(*found);
}

} // namespace

EmptyLogWords emptyLogWords(const LogState& state, const QString& file, bool exists) {
    if (state.running) {
        return state.problem.isEmpty()
            ? EmptyLogWords{LogWords::tr("The app has said nothing yet"),
                  LogWords::tr("What it prints while it runs appears here as it is printed.")}
            : EmptyLogWords{LogWords::tr("What the app says cannot be shown"), state.problem};
    }
    const std::optional<Deployment> shown = shownOf(state);
    if (!shown) {
        return {LogWords::tr("No log yet"),
            LogWords::tr("Deploy, and what the build prints appears here as it is printed.")};
    }
    if (shown->state == DeploymentState::Queued) {
        return {state.ahead > 0 ? LogWords::tr("Waiting for a free slot (%n ahead)", nullptr, state.ahead)
                                : LogWords::tr("Waiting for a free slot"),
            LogWords::tr("It starts by itself as soon as there is one.")};
    }
    if (isActive(shown->state)) {
        return {LogWords::tr("Waiting for the first line"), {}};
    }
    if (exists) {
        return {LogWords::tr("Nothing was printed"),
            LogWords::tr("Deployment #%1 ended before its first line.").arg(shown->number)};
    }
    if (shown->state == DeploymentState::Purged) {
        return {LogWords::tr("The log was purged"),
            LogWords::tr("Deployment #%1 was purged, and its log is no longer on this computer.").arg(shown->number)};
    }
    return {LogWords::tr("The log is lost"),
        LogWords::tr(
            "It was kept in %1, and that file is gone. Miaobu did not remove it. A new deployment writes a new log.")
            .arg(file)};
}

QString helpText(const LogState& state, const LogLines& lines) {
    constexpr qint64 most = 60;
    QStringList text;
    if (const std::optional<Deployment> shown = shownOf(state)) {
        text.append(QStringLiteral("#%1 %2, %3, %4")
                .arg(QString::number(shown->number), stateTitle(shown->state), stageTitle(shown->stage),
                    frameworkTitle(shown->plan.framework)));
    }
    text.append(state.cause);
    text.append(QString());
    const qint64 first = std::max<qint64>(1, lines.count() - most + 1);
    for (const LogLine& line : lines.lines(first, most)) {
        text.append(withoutAnsi(line.text));
    }
    return text.join(QLatin1Char('\n'));
}

} // namespace miaobu::app
