#include "tests/app/gallery/picture.h"
#include "tests/app/gallery/studio.h"
#include "tests/app/sample_web_app.h"

using namespace Qt::StringLiterals;

namespace miaobu::app::gallery {

namespace {

Picture picture(const QString& name, const ProjectState& state, ProjectPage::Tab tab) {
    return {name, [state, tab](Studio& studio) -> QWidget& { return studio.showProject(state, tab); }};
}

QWidget& showRunningLog(Studio& studio, bool hasSaid, const QString& problem = {}) {
    const QString file = studio.path(u"running.log"_s);
    if (hasSaid) {
        sample::writeRunningLog(file);
    }
    studio.log().open(file, false);
    const ProjectState state = sample::webApp();
    QWidget& window = studio.showProject(state, ProjectPage::Tab::Log);
    studio.frame().project().setLogState({.choices = state.deployments,
        .shown = state.deployments.constFirst().id,
        .steps = {},
        .cause = {},
        .folder = {},
        .hasRunning = true,
        .running = true,
        .problem = problem});
    Studio::settle();
    return window;
}

QWidget& showAnotherPort(Studio& studio) {
    const QString file = studio.path(u"start.log"_s);
    sample::writeStartLog(file);
    studio.log().open(file, false);
    const ProjectState state = sample::webAppOnAnotherPort();
    const Deployment& failed = state.deployments.constFirst();
    QWidget& window = studio.showProject(state, ProjectPage::Tab::Log);
    studio.frame().project().setLogState({.choices = state.deployments,
        .shown = failed.id,
        .steps = {},
        .cause = failed.failure->detail,
        .unreached = unreachedOf(errorOf(*failed.failure)),
        .offeredPort = 8000,
        .folder = {},
        .hasRunning = true});
    Studio::settle();
    return window;
}

} // namespace

QList<Picture> webAppPictures() {
    using Tab = ProjectPage::Tab;
    return {
        picture(u"app-overview"_s, sample::webApp(), Tab::Overview),
        picture(u"app-starting"_s, sample::webAppStarting(), Tab::Overview),
        picture(u"app-without-engine"_s, sample::webAppWithoutEngine(), Tab::Overview),
        picture(u"app-another-port"_s, sample::webAppOnAnotherPort(), Tab::Overview),
        {u"app-another-port-log"_s, showAnotherPort},
        picture(u"app-settings"_s, sample::webApp(), Tab::Settings),
        {u"app-running-log"_s, [](Studio& studio) -> QWidget& { return showRunningLog(studio, true); }},
        {u"app-running-log-empty"_s, [](Studio& studio) -> QWidget& { return showRunningLog(studio, false); }},
        {u"app-running-log-problem"_s,
            [](Studio& studio) -> QWidget& { return showRunningLog(studio, false, u"The emulator did not start."_s); }},
    };
}

} // namespace miaobu::app::gallery
