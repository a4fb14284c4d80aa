#include "app/screens/new_project/new_project_page.h"
#include "tests/app/gallery/picture.h"
#include "tests/app/gallery/studio.h"
#include "tests/app/sample_states.h"

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

} // namespace

QList<Picture> newProjectPictures() {
    return {picture(u"choose"_s, {}), picture(u"looking"_s, sample::looking()),
        picture(u"refused"_s, sample::refused()), picture(u"configure"_s, sample::configuring()),
        picture(u"configure-python"_s, sample::configuringPython()), dockerfilePicture()};
}

} // namespace miaobu::app::gallery
