#include "tests/app/sample_shell.h"

using namespace Qt::StringLiterals;

namespace miaobu::app::sample {

namespace {

Deployment deployment(ProjectId project, int number, DeploymentState state) {
    Deployment result;
    result.id = 1000 * project + number;
    result.project = project;
    result.number = number;
    result.state = state;
    result.url = u"https://example.com/"_s;
    result.createdAt = QDateTime(QDate(2026, 3, 14), QTime(12, 0), Qt::UTC);
    result.finishedAt = result.createdAt.addSecs(38);
    return result;
}

} // namespace

QList<ActivityRow> activityRows() {
    RunProgress build;
    build.stage = Stage::Build;
    build.done = 61;
    build.total = 100;
    RunProgress publish;
    publish.stage = Stage::Publish;
    publish.done = 62;
    publish.total = 100;
    RunProgress waiting;
    waiting.ahead = 1;
    Deployment failed = deployment(3, 8, DeploymentState::Failed);
    failed.failure = Failure{ErrorKind::BuildFailed, Stage::Build, u"tsc"_s, {}, {}, 2, {}};
    ActivityRow setup;
    setup.id = u"operation/1"_s;
    setup.title = u"landing"_s;
    setup.text = u"Rolling back"_s;
    return {rowOfActive(deployment(1, 43, DeploymentState::Running), u"my-blog"_s, build),
        rowOfActive(deployment(2, 17, DeploymentState::Running), u"shop"_s, publish),
        rowOfActive(deployment(5, 4, DeploymentState::Queued), u"slides"_s, waiting), setup,
        rowOfEnded(failed, u"docs"_s),
        rowOfEnded(deployment(6, 2, DeploymentState::Live), u"a-project-with-a-name-that-does-not-fit"_s)};
}

QList<PaletteEntry> paletteEntries(Actions& actions) {
    QList<PaletteEntry> entries;
    for (const Actions::Group& group : Actions::groups()) {
        for (const Actions::Act act : group.acts) {
            entries.append({.id = Actions::idOf(act),
                .title = actions[act].text(),
                .note = group.title,
                .keys = actions[act].shortcut().toString(QKeySequence::NativeText),
                .icon = Actions::drawingOf(act).value_or(Icon::Settings),
                .run = [] { }});
        }
    }
    for (const QString& project : {u"my-blog"_s, u"shop"_s, u"docs"_s}) {
        entries.append({.id = u"project/"_s + project,
            .title = project,
            .note = u"Project"_s,
            .keys = {},
            .icon = Icon::Globe,
            .run = [] { }});
    }
    return entries;
}

} // namespace miaobu::app::sample
