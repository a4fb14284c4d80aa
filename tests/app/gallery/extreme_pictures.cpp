#include "app/screens/connect/connect_page.h"
#include "app/screens/new_project/new_project_page.h"
#include "app/shell/sidebar.h"
#include "tests/app/gallery/picture.h"
#include "tests/app/gallery/studio.h"
#include "tests/app/sample_states.h"
#include "tests/app/sample_targets.h"

using namespace Qt::StringLiterals;

namespace miaobu::app::gallery {

namespace {

/// Ten thousand characters that would be markup, a link and a script where they were read as such.
QString markup() {
    return u"<h1 onclick=alert(1)>Fix &amp; polish</h1><img src=https://example.com/x.png><script>alert(1)</script> "_s
        .repeated(96);
}

QString longName() {
    return u"an-unusually-long-name-"_s.repeated(9).left(200);
}

QString arabic() {
    return u"مدونتي الجميلة"_s;
}

QString emoji() {
    return u"🐾🚀 喵喵 👩‍👩‍👧‍👦 e\u0301"_s;
}

ProjectRow rowOf(ProjectId id, const QString& name, DeploymentState state) {
    ProjectRow row;
    row.id = id;
    row.name = name;
    row.slug = u"project-%1"_s.arg(id);
    row.state = state;
    row.percent = state == DeploymentState::Running ? 7 : -1;
    return row;
}

QList<ProjectRow> threeHundredProjects() {
    QList<ProjectRow> rows{rowOf(1, longName(), DeploymentState::Running), rowOf(2, arabic(), DeploymentState::Live),
        rowOf(3, emoji(), DeploymentState::Failed), rowOf(4, markup(), DeploymentState::Live)};
    for (ProjectId id = 5; id <= 300; ++id) {
        rows.append(rowOf(id, u"project-%1"_s.arg(id), id % 7 == 0 ? DeploymentState::Failed : DeploymentState::Live));
    }
    return rows;
}

ProjectState withNameAndMessages(const QString& name, const QString& message) {
    ProjectState state = sample::failed();
    state.project.name = name;
    state.project.source.location = u"https://github.com/"_s + longName() + u'/' + longName();
    state.project.source.branch = longName();
    state.project.plan.buildCommand = message;
    for (Deployment& deployment : state.deployments) {
        deployment.revision.message = message;
    }
    state.live->revision.message = message;
    Failure failure = *state.deployments.constFirst().failure;
    failure.subject = message;
    failure.detail = message;
    state.error = shownError(failure);
    return state;
}

ProjectState manyDeployments() {
    ProjectState state = sample::live();
    const QList<Deployment> few = state.deployments;
    for (int number = 5000; number > 42; --number) {
        Deployment one = few.at(1 + number % (few.size() - 1));
        one.id = 10'000 + number;
        one.number = number;
        state.deployments.insert(5000 - number, one);
    }
    return state;
}

Picture project(const QString& name, const ProjectState& state, ProjectPage::Tab tab) {
    return {u"extreme-"_s + name, [state, tab](Studio& studio) -> QWidget& {
                studio.projects().setRows(threeHundredProjects());
                studio.frame().sidebar().setTargets({u"local"_s, longName()});
                return studio.showProject(state, tab);
            }};
}

QWidget& showHugeNewProject(Studio& studio) {
    NewProjectState state = sample::configuring();
    state.source.location = markup();
    state.source.branch = longName();
    state.name = longName();
    state.plan.buildCommand = markup();
    state.plan.reasons.insert(u"buildCommand"_s, markup());
    for (int app = 0; app < 200; ++app) {
        state.plan.apps.append(u"packages/%1-%2"_s.arg(app).arg(longName()));
    }
    studio.frame().newProject().setState(state);
    studio.frame().newProject().setAddressVerdict({longName() + u".localhost is taken"_s, false});
    return studio.showPage(WindowFrame::Page::NewProject);
}

QWidget& showHugeAccount(Studio& studio) {
    ConnectState state = sample::choosing();
    state.config.name = longName();
    for (int bucket = 0; bucket < 300; ++bucket) {
        state.choices.buckets.append(state.choices.buckets.constFirst());
        state.choices.buckets.last().name = u"bucket-%1-%2"_s.arg(bucket).arg(longName());
    }
    studio.frame().connecting().setState(state);
    return studio.showPage(WindowFrame::Page::Connect);
}

} // namespace

QList<Picture> extremePictures() {
    using Tab = ProjectPage::Tab;
    return {
        project(u"markup-overview"_s, withNameAndMessages(markup(), markup()), Tab::Overview),
        project(u"markup-deployments"_s, withNameAndMessages(longName(), markup()), Tab::Deployments),
        project(u"arabic"_s, withNameAndMessages(arabic(), arabic()), Tab::Overview),
        project(u"emoji"_s, withNameAndMessages(emoji(), emoji()), Tab::Overview),
        project(u"long-settings"_s, withNameAndMessages(longName(), longName()), Tab::Settings),
        project(u"many-deployments"_s, manyDeployments(), Tab::Deployments),
        {u"extreme-new-project"_s, showHugeNewProject},
        {u"extreme-account"_s, showHugeAccount},
    };
}

} // namespace miaobu::app::gallery
