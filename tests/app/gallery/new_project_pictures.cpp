#include "app/screens/new_project/new_project_page.h"
#include "app/screens/new_project/repository_card.h"
#include "tests/app/gallery/picture.h"
#include "tests/app/gallery/studio.h"
#include "tests/app/sample_github.h"
#include "tests/app/sample_states.h"

#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace miaobu::app::gallery {

namespace {

Picture picture(const QString& name, const NewProjectState& state) {
    return {u"new-"_s + name, [state](Studio& studio) -> QWidget& {
                studio.frame().newProject().setState(state);
                studio.frame().newProject().setAddressVerdict({u"my-blog.localhost"_s, true});
                return studio.showPage(WindowFrame::Page::NewProject);
            }};
}

Picture dockerfilePicture() {
    const Picture form = picture({}, sample::configuringPython());
    return {u"new-dockerfile"_s, [form](Studio& studio) -> QWidget& {
                QWidget& window = form.show(studio);
                window.findChild<QPushButton*>(u"showDockerfile"_s)->click();
                return window;
            }};
}

Picture listed(const QString& name, const RepositoriesState& state) {
    return {u"new-repositories-"_s + name, [state](Studio& studio) -> QWidget& {
                studio.frame().newProject().setState({});
                studio.frame().newProject().repositories().setState(state);
                return studio.showPage(WindowFrame::Page::NewProject);
            }};
}

Picture filtered(const QString& words) {
    return {u"new-repositories-none-fits"_s, [words](Studio& studio) -> QWidget& {
                RepositoriesState state = sample::repositories();
                state.searched = words;
                studio.frame().newProject().repositories().setState(state);
                studio.part<QLineEdit>(u"repositoryFilter"_s).setText(words);
                return studio.showPage(WindowFrame::Page::NewProject);
            }};
}

Picture withBranches() {
    NewProjectState state = sample::configuring();
    state.branches = {u"main"_s, u"feature/new-shop"_s};
    state.branch = u"main"_s;
    return picture(u"branches"_s, state);
}

} // namespace

QList<Picture> newProjectPictures() {
    return {picture(u"choose"_s, {}), listed(u"list"_s, sample::repositories()),
        listed(u"first"_s, sample::firstRepositories()), listed(u"limited"_s, sample::limitedRepositories()),
        listed(u"offline"_s, sample::offlineRepositories()), listed(u"empty"_s, sample::noRepositories()),
        filtered(u"zzz"_s), withBranches(), picture(u"looking"_s, sample::looking()),
        picture(u"fetching"_s, sample::fetching()), picture(u"refused"_s, sample::refused()),
        picture(u"configure"_s, sample::configuring()), picture(u"configure-python"_s, sample::configuringPython()),
        dockerfilePicture()};
}

} // namespace miaobu::app::gallery
