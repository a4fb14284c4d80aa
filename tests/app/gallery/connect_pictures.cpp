#include "app/screens/connect/connect_page.h"
#include "tests/app/gallery/picture.h"
#include "tests/app/gallery/studio.h"
#include "tests/app/sample_targets.h"

using namespace Qt::StringLiterals;

namespace miaobu::app::gallery {

namespace {

Picture picture(const QString& name, const ConnectState& state) {
    return {u"connect-"_s + name, [state](Studio& studio) -> QWidget& {
                studio.frame().connecting().setState(state);
                return studio.showPage(WindowFrame::Page::Connect);
            }};
}

} // namespace

QList<Picture> connectPictures() {
    return {
        picture(u"key"_s, sample::enteringKey()),
        picture(u"refused"_s, sample::keyRefused()),
        picture(u"identifying"_s, sample::identifying()),
        picture(u"root"_s, sample::rootKey()),
        picture(u"looking"_s, sample::lookingAtAccount()),
        picture(u"choose"_s, sample::choosing()),
        picture(u"no-sites"_s, sample::choosingWithoutSites()),
        picture(u"add-site"_s, sample::addingSite()),
        picture(u"prove-site"_s, sample::provingSite()),
        picture(u"half-blind"_s, sample::choosingHalfBlind()),
        picture(u"keychain"_s, sample::keychainLocked()),
        picture(u"planned"_s, sample::planned()),
        picture(u"running"_s, sample::settingUp()),
        picture(u"failed"_s, sample::setupFailed()),
        picture(u"done"_s, sample::connected()),
    };
}

} // namespace miaobu::app::gallery
