#pragma once

#include <QCoreApplication>
#include <QString>
#include <QTranslator>

#include <memory>
#include <vector>

namespace miaobu::app {

/// The language of the whole program: its own words, Qt's, numbers and dates. Ends with the object.
class Language {
public:
    Language() = default;
    ~Language();
    Language(const Language&) = delete;
    Language& operator=(const Language&) = delete;

    /// "en" or "zh"; empty follows the desktop, in English where the desktop speaks neither.
    /// Every widget is told by QEvent::LanguageChange.
    void set(const QString& code);
    [[nodiscard]] QString code() const { return m_code; }

private:
    void install(const QString& file, const QString& folder);
    void removeAll();

    QString m_code;
    std::vector<std::unique_ptr<QTranslator>> m_translators;
};

} // namespace miaobu::app
