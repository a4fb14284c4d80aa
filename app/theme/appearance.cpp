#include "app/theme/appearance.h"

#include "app/theme/icons.h"
#include "app/theme/palette.h"
#include "app/theme/scoped_translator.h"
#include "app/theme/style.h"
#include "app/theme/type.h"

#include <QLibraryInfo>
#include <QLocale>

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

Appearance::~Appearance() {
    for (const auto& translator : m_translators) {
        QCoreApplication::removeTranslator(translator.get());
    }
}

void Appearance::setTheme(Theme theme) {
    m_theme = theme;
    applyPalette();
}

void Appearance::applyPalette() {
    const bool dark = m_theme == Theme::Dark || (m_theme == Theme::System && m_desktopIsDark);
    QApplication::setPalette(paletteOf(dark ? darkTokens() : lightTokens()));
}

void Appearance::setLanguage(const QString& language) {
    m_language = language;
    const QLocale wanted = language == "zh"_L1 ? QLocale(QLocale::Chinese, QLocale::China)
        : language == "en"_L1                  ? QLocale(QLocale::English, QLocale::UnitedStates)
                                               : QLocale::system();
    const bool chinese = wanted.language() == QLocale::Chinese;
    QLocale::setDefault(
        chinese || wanted.language() == QLocale::English ? wanted : QLocale(QLocale::English, QLocale::UnitedStates));
    for (const auto& translator : m_translators) {
        QCoreApplication::removeTranslator(translator.get());
    }
    m_translators.clear();
    const auto install = [this](const QString& file, const QString& folder) {
        auto translator = std::make_unique<ScopedTranslator>();
        if (translator->load(file, folder)) {
            QCoreApplication::installTranslator(translator.get());
            m_translators.push_back(std::move(translator));
        }
    };
    if (chinese) {
        install(u"qtbase_zh_CN"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    }
    install(chinese ? u"miaobu_zh_CN"_s : u"miaobu_en"_s, u":/translations"_s);
}

} // namespace miaobu::app
