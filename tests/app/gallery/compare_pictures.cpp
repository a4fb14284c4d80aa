#include "app/screens/compare/compare_page.h"
#include "app/shell/sidebar.h"
#include "tests/app/gallery/picture.h"
#include "tests/app/gallery/studio.h"
#include "tests/app/sample_comparisons.h"

using namespace Qt::StringLiterals;

namespace miaobu::app::gallery {

namespace {

Picture picture(const QString& name, const CompareState& state, const FileState& file = {}) {
    return {u"compare-"_s + name, [state, file](Studio& studio) -> QWidget& {
                ComparePage& page = studio.frame().compare();
                page.setState(state);
                studio.showPage(WindowFrame::Page::Compare);
                studio.frame().sidebar().select(1);
                if (state.phase == CompareState::Phase::Compared) {
                    page.showFile(file.change.path);
                    page.setFile(file);
                }
                return studio.frame();
            }};
}

} // namespace

QList<Picture> comparePictures() {
    return {picture(u"pick-two"_s, sample::pickTwo()), picture(u"reading"_s, sample::readingLists()),
        picture(u"text"_s, sample::compared(), sample::changedText()),
        picture(u"images"_s, sample::compared(), sample::changedPicture()),
        picture(u"broken-image"_s, sample::compared(), sample::brokenPicture()),
        picture(u"binary"_s, sample::compared(), sample::changedBytes()), picture(u"purged"_s, sample::purgedSide())};
}

} // namespace miaobu::app::gallery
