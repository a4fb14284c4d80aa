#pragma once

#include "app/models/run_progress.h"
#include "app/theme/tokens.h"

namespace miaobu::app {

/// One thing that runs, waits or has just ended, as the activity pane shows it.
struct ActivityRow {
    QString id; ///< Tells it apart from all others
    DeploymentId deployment = 0; ///< 0: it is no deployment
    ProjectId project = 0;
    QString title; ///< "shop  #43"
    QString text; ///< "Build · 61 %", or how it ended
    QString url; ///< Of the site, once it answers
    Tone tone = Tone::Building;
    int percent = -1; ///< Of the whole; -1: unknown or over
    bool isActive = true;
    bool isQueued = false;
    bool canStop = false;

    bool operator==(const ActivityRow&) const = default;
};

/// All rows in a few numbers.
struct ActivitySummary {
    int running = 0;
    int queued = 0;
    int percent = -1; ///< Of what runs, taken together; -1: unknown
    int failed = 0; ///< Ended so, and not read yet

    bool operator==(const ActivitySummary&) const = default;
};

[[nodiscard]] ActivitySummary summaryOf(const QList<ActivityRow>& rows);
/// "2 running · 61 %", "1 failed"; empty when there is nothing to tell.
[[nodiscard]] QString summaryText(const ActivitySummary& summary);

/// The row of a deployment that is under way.
[[nodiscard]] ActivityRow rowOfActive(const Deployment& deployment, const QString& project, const RunProgress& run);
/// The row of one that has ended.
[[nodiscard]] ActivityRow rowOfEnded(const Deployment& deployment, const QString& project);

} // namespace miaobu::app
