#include "app/shell/confirm_dialog.h"
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
                return studio.showDialog(std::make_unique<ConfirmDialog>(removalQuestion(sample::live().project)));
            }},
        {u"removal-target"_s,
            [](Studio& studio) -> QWidget& {
                return studio.showDialog(std::make_unique<ConfirmDialog>(targetRemovalQuestion(u"example"_s, 3)));
            }},
    };
}

} // namespace miaobu::app::gallery
