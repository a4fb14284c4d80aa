#include "tests/app/gallery/picture.h"
#include "tests/app/gallery/studio.h"
#include "tests/app/sample_states.h"

using namespace Qt::StringLiterals;

namespace miaobu::app::gallery {

namespace {

Picture picture(const QString& name, const ProjectState& state, ProjectPage::Tab tab) {
    return {name, [state, tab](Studio& studio) -> QWidget& { return studio.showProject(state, tab); }};
}

} // namespace

QList<Picture> projectPictures() {
    using Tab = ProjectPage::Tab;
    return {
        picture(u"overview-live"_s, sample::live(), Tab::Overview),
        picture(u"overview-building"_s, sample::building(), Tab::Overview),
        picture(u"overview-failed"_s, sample::failed(), Tab::Overview),
        picture(u"overview-empty"_s, sample::neverDeployed(), Tab::Overview),
        picture(u"deployments"_s, sample::building(), Tab::Deployments),
        picture(u"deployments-empty"_s, sample::neverDeployed(), Tab::Deployments),
        picture(u"settings"_s, sample::live(), Tab::Settings),
    };
}

} // namespace miaobu::app::gallery
