#include "app/screens/target/target_page.h"
#include "app/shell/sidebar.h"
#include "tests/app/gallery/picture.h"
#include "tests/app/gallery/studio.h"
#include "tests/app/sample_targets.h"

using namespace Qt::StringLiterals;

namespace miaobu::app::gallery {

namespace {

Picture picture(const QString& name, const TargetState& state) {
    return {u"target-"_s + name, [state](Studio& studio) -> QWidget& {
                studio.frame().target().setState(state);
                QWidget& window = studio.showPage(WindowFrame::Page::Target);
                studio.frame().sidebar().selectTarget(state.config.name);
                return window;
            }};
}

} // namespace

QList<Picture> targetPictures() {
    return {
        picture(u"untouched"_s, sample::untouchedTarget()),
        picture(u"checking"_s, sample::checkingTarget()),
        picture(u"ready"_s, sample::readyTarget()),
        picture(u"denied"_s, sample::deniedTarget()),
        picture(u"sites-only"_s, sample::targetForSites()),
        picture(u"outdated"_s, sample::outdatedTarget()),
        picture(u"key"_s, sample::enteringTargetKey()),
        picture(u"keyless"_s, sample::keylessTarget()),
        picture(u"local"_s, sample::runningEmulator()),
        picture(u"local-stopped"_s, sample::stoppedEmulator()),
    };
}

} // namespace miaobu::app::gallery
