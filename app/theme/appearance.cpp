#include "app/theme/appearance.h"

#include "app/theme/icons.h"
#include "app/theme/palette.h"
#include "app/theme/style.h"
#include "app/theme/type.h"

using namespace Qt::StringLiterals;

namespace miaobu::app {

QString themeName(Theme theme) {
    switch (theme) {
    case Theme::Light:
        return u"light"_s;
    case Theme::Dark:
        return u"dark"_s;
    case Theme::System:
        break;
    }
    return u"system"_s;
}

Theme themeFromName(const QString& name) {
    return name == "light"_L1 ? Theme::Light : name == "dark"_L1 ? Theme::Dark : Theme::System;
}

Appearance::Appearance(QApplication& application) : m_application(application) {
    // The desktop's own palette says what it looks like, until ours takes its place.
    m_desktopIsDark = QApplication::palette().color(QPalette::Window).lightness() < 128;
    QApplication::setStyle(new Style);
    QApplication::setFont(applicationFont(QApplication::font()));
    QApplication::setWindowIcon(applicationIcon());
    applyPalette();
}

void Appearance::setTheme(Theme theme) {
    m_theme = theme;
    applyPalette();
}

void Appearance::applyPalette() {
    const bool dark = m_theme == Theme::Dark || (m_theme == Theme::System && m_desktopIsDark);
    QApplication::setPalette(paletteOf(dark ? darkTokens() : lightTokens()));
}

} // namespace miaobu::app
