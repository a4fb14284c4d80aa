#include "app/theme/type.h"

#include <QFontDatabase>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

QFont sized(int pixels, QFont::Weight weight) {
    QFont font;
    font.setPixelSize(pixels);
    font.setWeight(weight);
    return font;
}

QFont monospace() {
    QFont font(QStringList{u"JetBrains Mono"_s, u"SF Mono"_s, u"Cascadia Mono"_s, u"Noto Sans Mono"_s,
        u"DejaVu Sans Mono"_s, u"Liberation Mono"_s, u"monospace"_s, u"Noto Sans Mono CJK SC"_s});
    font.setPixelSize(12);
    font.setStyleHint(QFont::Monospace);
    font.setFixedPitch(true);
    return font;
}

} // namespace

QFont fontOf(Type type) {
    switch (type) {
    case Type::Display:
        return sized(26, QFont::DemiBold);
    case Type::Title:
        return sized(20, QFont::DemiBold);
    case Type::Heading:
        return sized(13, QFont::DemiBold);
    case Type::Text:
        return sized(13, QFont::Normal);
    case Type::Small:
        return sized(12, QFont::Normal);
    case Type::SmallStrong:
        return sized(12, QFont::DemiBold);
    case Type::Section:
        return sized(11, QFont::DemiBold);
    case Type::Mono:
        return monospace();
    }
    return {};
}

QFont applicationFont(const QFont& desktop) {
    // A desktop without a font of its own hands out one of these last resorts; nearly anything that is installed reads
    // better.
    static const QStringList lastResorts{u"DejaVu Sans"_s, u"Bitstream Vera Sans"_s, u"Sans Serif"_s, u"Sans"_s, u""_s};
    const QStringList installed = QFontDatabase::families();
    QStringList families;
    const auto offer = [&](const QStringList& candidates) {
        for (const QString& candidate : candidates) {
            if (installed.contains(candidate) && !families.contains(candidate)) {
                families.append(candidate);
            }
        }
    };
    if (!lastResorts.contains(desktop.family())) {
        families.append(desktop.family());
    }
    offer({u"Inter"_s, u"Cantarell"_s, u"Noto Sans"_s, u"PingFang SC"_s, u"Microsoft YaHei UI"_s, u"Noto Sans CJK SC"_s,
        u"Source Han Sans SC"_s, u"DejaVu Sans"_s});
    QFont font(desktop);
    if (!families.isEmpty()) {
        font.setFamilies(families);
    }
    font.setPixelSize(13);
    return font;
}

} // namespace miaobu::app
