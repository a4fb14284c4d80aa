#include "app/shell/removal_dialog.h"
#include "app/shell/target_removal_dialog.h"
#include "tests/app/gallery/picture.h"
#include "tests/app/gallery/studio.h"
#include "tests/app/sample_states.h"

using namespace Qt::StringLiterals;

namespace miaobu::app::gallery {

QList<Picture> welcomePictures() {
    return {
        {u"welcome"_s,
            [](Studio& studio) -> QWidget& {
                studio.frame().setSidebarVisible(false);
                return studio.showPage(WindowFrame::Page::Welcome);
            }},
        {u"removal-project"_s,
            [](Studio& studio) -> QWidget& {
                return studio.showDialog(std::make_unique<RemovalDialog>(sample::live().project));
            }},
        {u"removal-target"_s,
            [](Studio& studio) -> QWidget& {
                return studio.showDialog(std::make_unique<TargetRemovalDialog>(u"example"_s, 3));
            }},
    };
}

} // namespace miaobu::app::gallery
