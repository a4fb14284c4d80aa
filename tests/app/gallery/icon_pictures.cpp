#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/theme/tokens.h"
#include "tests/app/gallery/picture.h"
#include "tests/app/gallery/studio.h"

#include <QDialog>
#include <QGridLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace miaobu::app::gallery {

namespace {

QLabel* drawing(const QPixmap& pixmap) {
    auto* label = new QLabel;
    label->setPixmap(pixmap);
    label->setAlignment(Qt::AlignCenter);
    return label;
}

/// Every icon in the sizes it is used in and once large, to compare weights and optical sizes.
QWidget& showIcons(Studio& studio) {
    auto sheet = std::make_unique<QDialog>();
    auto* grid = new QGridLayout(sheet.get());
    grid->setSpacing(metrics::space4);
    const QColor ink = tokensFor(sheet->palette()).text;
    constexpr int across = 6;
    for (int which = 0; which <= static_cast<int>(Icon::Warning); ++which) {
        int column = 3 * (which % across);
        for (const int size : {16, 24, 72}) {
            grid->addWidget(drawing(iconPixmap(static_cast<Icon>(which), ink, size, sheet->devicePixelRatioF())),
                which / across, column++);
        }
    }
    for (int column = 0; const int size : {16, 22, 24, 32, 48, 64, 128}) {
        grid->addWidget(
            drawing(applicationIcon().pixmap(size, size)), static_cast<int>(Icon::Warning) / across + 1, column++);
    }
    return studio.showDialog(std::move(sheet));
}

} // namespace

QList<Picture> iconPictures() {
    return {{u"icons"_s, showIcons}};
}

} // namespace miaobu::app::gallery
