#include "app/text/language.h"

#include "app/text/scoped_translator.h"

#include <QLibraryInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

QLocale localeOf(const QString& code) {
    const QLocale english(QLocale::English, QLocale::UnitedStates);
    if (code == "zh"_L1) {
        return {QLocale::Chinese, QLocale::China};
    }
    const QLocale::Language desktop = QLocale::system().language();
    const bool isSpoken = desktop == QLocale::Chinese || desktop == QLocale::English;
    return code == "en"_L1 || !isSpoken ? english : QLocale::system();
}

} // namespace

Language::~Language() {
    removeAll();
}

void Language::set(const QString& code) {
    m_code = code;
    const QLocale locale = localeOf(code);
    const bool isChinese = locale.language() == QLocale::Chinese;
    QLocale::setDefault(locale);
    removeAll();
    if (isChinese) {
        install(u"qtbase_zh_CN"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    }
    install(isChinese ? u"miaobu_zh_CN"_s : u"miaobu_en"_s, u":/translations"_s);
}

void Language::install(const QString& file, const QString& folder) {
    auto translator = std::make_unique<ScopedTranslator>();
    if (translator->load(file, folder)) {
        QCoreApplication::installTranslator(translator.get());
        m_translators.push_back(std::move(translator));
    }
}

void Language::removeAll() {
    for (const auto& translator : m_translators) {
        QCoreApplication::removeTranslator(translator.get());
    }
    m_translators.clear();
}

} // namespace miaobu::app
