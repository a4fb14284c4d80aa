#include "tests/app/gallery/picture.h"
#include "tests/app/gallery/studio.h"
#include "tests/app/sample_states.h"

using namespace Qt::StringLiterals;

namespace miaobu::app::gallery {

namespace {

Picture picture(const QString& name, const ProjectState& state, ProjectPage::Tab tab) {
    return {name, [state, tab](Studio& studio) -> QWidget& { return studio.showProject(state, tab); }};
}

Picture site(const QString& name, const SiteView& view) {
    return {name, [view](Studio& studio) -> QWidget& {
                studio.frame().project().setSite(view);
                return studio.showProject(sample::live(), ProjectPage::Tab::Overview);
            }};
}

ProjectState rollingBack(bool running) {
    ProjectState state = sample::live();
    state.rollBack.shown = true;
    state.rollBack.chosen = state.restorable().constFirst().id;
    state.rollBack.changes = ChangeCounts{1, 12, 3, -14'336};
    state.rollBack.running = running;
    if (running) {
        state.working = u"Rolling back"_s;
        state.rollBack.hosts = {{1, state.rollBack.chosen, u"my-blog.example.com"_s, HostStage::Live},
            {1, state.rollBack.chosen, u"blog.lina.dev"_s, HostStage::Propagating}};
    }
    return state;
}

} // namespace

QList<Picture> projectPictures() {
    using Tab = ProjectPage::Tab;
    return {
        picture(u"overview-live"_s, sample::live(), Tab::Overview),
        site(u"overview-photographed"_s, sample::photographed()),
        site(u"overview-described"_s, sample::described()),
        picture(u"overview-building"_s, sample::building(), Tab::Overview),
        picture(u"overview-failed"_s, sample::failed(), Tab::Overview),
        picture(u"overview-container"_s, sample::inContainer(), Tab::Overview),
        picture(u"overview-no-node"_s, sample::withoutNode(), Tab::Overview),
        picture(u"overview-empty"_s, sample::neverDeployed(), Tab::Overview),
        picture(u"roll-back"_s, rollingBack(false), Tab::Overview),
        picture(u"roll-back-hosts"_s, rollingBack(true), Tab::Deployments),
        picture(u"deployments"_s, sample::building(), Tab::Deployments),
        picture(u"deployments-empty"_s, sample::neverDeployed(), Tab::Deployments),
        picture(u"settings"_s, sample::live(), Tab::Settings),
        picture(u"settings-container"_s, sample::inContainer(), Tab::Settings),
    };
}

} // namespace miaobu::app::gallery
