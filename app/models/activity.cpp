#include "app/models/activity.h"

#include "app/models/project_list_model.h"
#include "app/text/error_text.h"
#include "app/text/state_text.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

struct ActivityText {
    Q_DECLARE_TR_FUNCTIONS(miaobu::app::ActivityText)
};

ActivityRow rowOf(const Deployment& deployment, const QString& project) {
    return {.id = u"deployment/%1"_s.arg(deployment.id),
        .deployment = deployment.id,
        .project = deployment.project,
        .title = deployment.preview.isEmpty()
            ? u"%1  #%2"_s.arg(project).arg(deployment.number)
            : u"%1  #%2  %3"_s.arg(project).arg(deployment.number).arg(deployment.preview),
        .text = {},
        .url = {},
        .tone = toneOf(deployment.state)};
}

QString endedText(const Deployment& deployment) {
    if (deployment.failure) {
        return wordsFor(*deployment.failure).what;
    }
    const qint64 milliseconds = deployment.createdAt.msecsTo(deployment.finishedAt);
    const QString state = stateTitle(deployment.state);
    return milliseconds > 0 ? u"%1  ·  %2"_s.arg(state, durationText(std::chrono::milliseconds(milliseconds))) : state;
}

} // namespace

ActivitySummary summaryOf(const QList<ActivityRow>& rows) {
    ActivitySummary summary;
    int known = 0;
    int percents = 0;
    for (const ActivityRow& row : rows) {
        summary.queued += row.isQueued ? 1 : 0;
        summary.failed += !row.isActive && row.tone == Tone::Failed ? 1 : 0;
        if (row.isActive && !row.isQueued) {
            ++summary.running;
            known += row.percent >= 0 ? 1 : 0;
            percents += std::max(0, row.percent);
        }
    }
    summary.percent = known > 0 ? percents / known : -1;
    return summary;
}

QString summaryText(const ActivitySummary& summary) {
    QStringList words;
    if (summary.running > 0) {
        words.append(ActivityText::tr("%n running", nullptr, summary.running));
        if (summary.percent >= 0) {
            words.append(ActivityText::tr("%1 %").arg(summary.percent));
        }
    }
    if (summary.queued > 0) {
        words.append(ActivityText::tr("%n queued", nullptr, summary.queued));
    }
    if (summary.failed > 0) {
        words.append(ActivityText::tr("%n failed", nullptr, summary.failed));
    }
    return words.join(u" · "_s);
}

ActivityRow rowOfActive(const Deployment& deployment, const QString& project, const RunProgress& run) {
    ActivityRow row = rowOf(deployment, project);
    row.isQueued = deployment.state == DeploymentState::Queued;
    row.canStop = run.cancellable;
    if (row.isQueued) {
        row.text
            = run.ahead > 0 ? ActivityText::tr("Waiting, %n ahead", nullptr, run.ahead) : ActivityText::tr("Waiting");
    } else {
        row.percent = percentOf(run);
        row.text = u"%1  ·  %2"_s.arg(stageTitle(run.stage), ActivityText::tr("%1 %").arg(row.percent));
    }
    return row;
}

ActivityRow rowOfEnded(const Deployment& deployment, const QString& project) {
    ActivityRow row = rowOf(deployment, project);
    row.isActive = false;
    row.text = endedText(deployment);
    row.url = deployment.state == DeploymentState::Live ? deployment.url : QString();
    return row;
}

} // namespace miaobu::app
