#include "tests/app/sample_previews.h"

#include "tests/app/sample_states.h"

using namespace Qt::StringLiterals;

namespace miaobu::app::sample {

namespace {

PreviewLine line(
    const PreviewsState& state, const QString& name, const QString& branch, int number, DeploymentState last) {
    Deployment shown = live().deployments.at(1);
    shown.id = 2000 + number;
    shown.number = number;
    shown.preview = name;
    shown.state = DeploymentState::Live;
    shown.createdAt = state.now.addSecs(-3600 * number);
    shown.finishedAt = shown.createdAt.addSecs(38);
    shown.url = u"https://"_s + previewAddress(state, name) + u'/';
    shown.failure.reset();
    Preview preview{
        state.project.id, state.project.target, name, previewAddress(state, name), branch, false, state.now};
    Deployment latest = shown;
    if (last != DeploymentState::Live) {
        ++latest.id;
        latest.state = last;
        latest.stage = Stage::Build;
    }
    if (last == DeploymentState::Failed) {
        latest.failure = Failure{ErrorKind::BuildFailed, Stage::Build, u"vite build"_s, {}, {}, 1, {}};
    }
    return {preview, shown, latest};
}

} // namespace

PreviewsState noPreviews() {
    PreviewsState state;
    state.project = live().project;
    state.project.source = {SourceKind::Git, u"https://github.com/lina/my-blog"_s, u"main"_s};
    state.siteUrl = u"https://%1.example.com/"_s.arg(state.project.slug);
    state.now = live().now;
    return state;
}

PreviewsState somePreviews() {
    PreviewsState state = noPreviews();
    state.lines = {line(state, u"redesign"_s, u"redesign"_s, 3, DeploymentState::Live),
        line(state, u"9e1f3c2"_s, {}, 5, DeploymentState::Live),
        line(state, u"feature-dark-mode"_s, u"feature/dark-mode"_s, 7, DeploymentState::Running),
        line(state, u"next"_s, u"next"_s, 9, DeploymentState::Failed)};
    state.lines.first().preview.isProtected = true;
    return state;
}

PreviewsState manyPreviews() {
    PreviewsState state = noPreviews();
    for (int i = 1; i <= 12; ++i) {
        const QString branch = u"dependabot/npm/a-library-%1"_s.arg(i);
        state.lines.append(line(state, previewNameOf(state.project.slug, branch), branch, i, DeploymentState::Live));
    }
    return state;
}

PreviewsState newPreview() {
    PreviewsState state = somePreviews();
    state.isFormOpen = true;
    state.branches = {u"main"_s, u"redesign"_s, u"feature/dark-mode"_s, u"next"_s};
    return state;
}

PreviewsState newPreviewOffline() {
    PreviewsState state = noPreviews();
    state.isFormOpen = true;
    state.branchProblem = shownError(Error(ErrorKind::NetworkUnreachable, u"github.com"_s)).words;
    return state;
}

PreviewsState refusedPreviews() {
    PreviewsState state = somePreviews();
    state.error = shownError(Error(ErrorKind::RoutineOutdated, u"miaobu-router"_s));
    return state;
}

PreviewsState previewsOfWebApp() {
    PreviewsState state = noPreviews();
    state.project.plan.kind = ProjectKind::Python;
    return state;
}

} // namespace miaobu::app::sample
