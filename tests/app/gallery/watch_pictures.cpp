#include "tests/app/gallery/picture.h"
#include "tests/app/gallery/studio.h"
#include "tests/app/sample_states.h"
#include "tests/app/sample_watches.h"

using namespace Qt::StringLiterals;

namespace miaobu::app::gallery {

QList<Picture> watchPictures() {
    QList<Picture> pictures;
    for (const auto& [name, view] : sample::watches()) {
        pictures.append({u"watch-"_s + name, [shown = view](Studio& studio) -> QWidget& {
                             QWidget& window = studio.showProject(sample::live(), ProjectPage::Tab::Overview);
                             studio.frame().project().setWatch(shown);
                             return window;
                         }});
    }
    pictures.append({u"watch-settings"_s, [](Studio& studio) -> QWidget& {
                         ProjectState state = sample::live();
                         state.project.overrides.rootDirectory = u"apps/web"_s;
                         QWidget& window = studio.showProject(state, ProjectPage::Tab::Settings);
                         studio.frame().project().setWatch(sample::watches().at(7).second);
                         Studio::reveal(studio.part<QWidget>(u"watchPaths"_s));
                         return window;
                     }});
    return pictures;
}

} // namespace miaobu::app::gallery
