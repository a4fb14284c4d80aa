#include "app/widgets/log_view.h"
#include "tests/app/gallery/picture.h"
#include "tests/app/gallery/studio.h"
#include "tests/app/sample_states.h"

#include <QAbstractButton>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace miaobu::app::gallery {

namespace {

QWidget& showLog(Studio& studio, const ProjectState& state, const QString& cause = {}, int ahead = 0) {
    QWidget& window = studio.showProject(state, ProjectPage::Tab::Log);
    studio.frame().project().setLogState({.choices = state.deployments,
        .shown = state.deployments.constFirst().id,
        .steps = state.steps,
        .cause = cause,
        .ahead = ahead,
        .folder = u"/home/lina/work/my-blog"_s,
        .follows = true,
        .cancellable = state.active().has_value()});
    return window;
}

QWidget& showShortLog(Studio& studio, const ProjectState& state, const QString& cause = {}, int lines = 16) {
    const QString file = studio.path(u"log"_s);
    sample::writeLog(file, lines);
    studio.log().open(file, false);
    QWidget& window = showLog(studio, state, cause);
    Studio::settle();
    return window;
}

QWidget& showFailedLog(Studio& studio) {
    const ProjectState state = sample::failed();
    constexpr int upToTheError = 8;
    return showShortLog(studio, state, state.deployments.constFirst().failure->detail, upToTheError);
}

QWidget& showLogLess(Studio& studio, DeploymentState deployment, int ahead) {
    studio.log().open(studio.path(u"nowhere.log"_s), false);
    ProjectState state = sample::building();
    state.deployments[0].state = deployment;
    return showLog(studio, state, {}, ahead);
}

QWidget& showLongLog(Studio& studio) {
    const QString file = studio.path(u"long"_s);
    sample::writeLongLog(file);
    studio.log().open(file, false);
    QWidget& window = showLog(studio, sample::failed());
    studio.part<LogView>(u"logView"_s).setFollowing(true);
    return window;
}

QWidget& showFound(Studio& studio, const QString& expression) {
    QWidget& window = showShortLog(studio, sample::building());
    studio.part<QLineEdit>(u"findField"_s).setText(expression);
    studio.part<QAbstractButton>(u"findExpression"_s).setChecked(true);
    return window;
}

QWidget& showFolded(Studio& studio) {
    QWidget& window = showFound(studio, u"kb|ts\\d+"_s);
    studio.part<LogView>(u"logView"_s).setFolded(1, true);
    return window;
}

QWidget& showErrorsOnly(Studio& studio) {
    QWidget& window = showFailedLog(studio);
    studio.part<QAbstractButton>(u"errorsOnly"_s).setChecked(true);
    return window;
}

QWidget& showFirstError(Studio& studio) {
    QWidget& window = showFailedLog(studio);
    studio.part<LogView>(u"logView"_s).showLine(8);
    return window;
}

} // namespace

QList<Picture> logPictures() {
    return {
        {u"log"_s, [](Studio& studio) -> QWidget& { return showShortLog(studio, sample::building()); }},
        {u"log-folded-found"_s, showFolded},
        {u"log-broken-expression"_s, [](Studio& studio) -> QWidget& { return showFound(studio, u"dist/(index"_s); }},
        {u"log-errors-only"_s, showErrorsOnly},
        {u"log-failed"_s, showFirstError},
        {u"log-long"_s, showLongLog},
        {u"log-waiting"_s, [](Studio& studio) -> QWidget& { return showLogLess(studio, DeploymentState::Queued, 1); }},
        {u"log-lost"_s, [](Studio& studio) -> QWidget& { return showLogLess(studio, DeploymentState::Failed, 0); }},
    };
}

} // namespace miaobu::app::gallery
