#pragma once

#include "app/text/language.h"

#include <QApplication>
#include <QObject>

namespace miaobu::app {

enum class Theme { System, Light, Dark };

[[nodiscard]] QString themeName(Theme theme); ///< "system", "light", "dark": as it is stored.
[[nodiscard]] Theme themeFromName(const QString& name);

/// The look and the language of the whole application: style, palette, fonts, translations. Changed while it runs.
class Appearance final : public QObject {
    Q_OBJECT

public:
    /// Takes the style and the fonts over; \a application outlives this.
    explicit Appearance(QApplication& application);

    void setTheme(Theme theme);
    [[nodiscard]] Theme theme() const { return m_theme; }

    /// "en" or "zh"; empty follows the desktop. Every widget is told by QEvent::LanguageChange.
    void setLanguage(const QString& code) { m_language.set(code); }
    [[nodiscard]] QString language() const { return m_language.code(); }

private:
    void applyPalette();

    QApplication& m_application;
    bool m_desktopIsDark = false;
    Theme m_theme = Theme::System;
    Language m_language;
};

} // namespace miaobu::app
