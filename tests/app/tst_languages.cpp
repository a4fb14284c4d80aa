#include "app/theme/appearance.h"
#include "app/widgets/label.h"
#include "app/widgets/pill.h"
#include "tests/app/gallery/long_language.h"
#include "tests/app/gallery/studio.h"
#include "tests/app/gallery/walk.h"
#include "tests/app/sample_states.h"
#include "tests/support/soak.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>
#include <QTabBar>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace miaobu::app;
using gallery::describe;
using gallery::partsOf;
using gallery::Studio;

namespace {

/// What a part says, to be read or to be heard.
QStringList wordsOf(const QWidget& part) {
    QStringList words{part.accessibleName(), part.accessibleDescription()};
    // That of a label is its own text, taken when it is drawn.
    if (!qobject_cast<const Label*>(&part)) {
        words.append(part.toolTip());
    }
    for (const char* property : {"text", "placeholderText", "windowTitle"}) {
        // What stands in a field was typed or found.
        if (!(part.inherits("QLineEdit") && qstrcmp(property, "text") == 0)) {
            words.append(part.property(property).toString());
        }
    }
    if (const auto* const tabs = qobject_cast<const QTabBar*>(&part)) {
        for (int tab = 0; tab < tabs->count(); ++tab) {
            words.append(tabs->tabText(tab));
        }
    } else if (const auto* const pill = qobject_cast<const Pill*>(&part)) {
        words.append(pill->text());
    } else if (const auto* const combo = qobject_cast<const QComboBox*>(&part)) {
        for (int item = 0; item < combo->count(); ++item) {
            words.append(combo->itemText(item));
        }
    }
    for (const QAction* action : part.actions()) {
        words.append({action->text(), action->toolTip()});
    }
    return words;
}

/// One piece of what people and tools wrote: a name, an address, a commit, a command of the samples.
bool isData(const QString& words) {
    const QString piece = words.trimmed();
    static const QRegularExpression oneWord(u"^[^\\s]*$"_s);
    static const QStringList sentences{u"pnpm run build"_s, u"Add dark mode"_s, u"Fix header on phones"_s,
        u"Specified access key is not found."_s, u"Rolling back"_s, u"Li Na (li)"_s, u"Wu (wu)"_s,
        u"Cannot autolaunch D-Bus without X11 $DISPLAY"_s, u"The emulator did not start."_s,
        u"uvicorn shop.main:app --host 0.0.0.0 --port 9000"_s};
    static const QRegularExpression date(u"^\\d{1,2} [A-Z][a-z]{2} \\d{4}$"_s);
    static const QRegularExpression version(u"^Miaobu \\d+\\.\\d+\\.\\d+$"_s);
    static const QRegularExpression amounts(u"^([+~−±]?[\\d.,]+( (bytes|[kMG]B))?( → | |$))+$"_s);
    return amounts.match(piece).hasMatch() || oneWord.match(piece).hasMatch() || sentences.contains(piece)
        || version.match(piece).hasMatch() || date.match(piece).hasMatch();
}

bool isUntranslated(const QString& words) {
    static const QRegularExpression between(u"·|, |  "_s);
    return !words.contains(u'[') && !std::ranges::all_of(words.split(between), isData);
}

QStringList untranslatedWords(const QString& picture, const QWidget& part) {
    QStringList findings;
    for (const QString& words : wordsOf(part)) {
        if (isUntranslated(words)) {
            findings.append(describe(picture, part) + u" says “"_s + words + u'”');
        }
    }
    return findings;
}

/// Errors, the titles of stages and the questions of a dialog are words of a moment: they are said in the language that
/// was spoken when it came.
bool isMadeWithTheState(const QWidget& part) {
    static const QStringList errors{u"cacheError"_s, u"removalError"_s, u"rebuildError"_s, u"findingNote"_s,
        u"repositoryNotice"_s, u"variableName"_s, u"variableVerdict"_s};
    for (const QWidget* owner = &part; owner; owner = owner->parentWidget()) {
        if (errors.contains(owner->objectName()) || owner->inherits("miaobu::app::ErrorCard")
            || owner->inherits("miaobu::app::ActivityItem") || owner->inherits("miaobu::app::StageBar")
            || owner->inherits("QDialog")) {
            return true;
        }
    }
    return false;
}

/// The pictures of extremes are full of what people wrote.
bool isOfOurWords(const QString& picture) {
    return !picture.startsWith(u"extreme-"_s);
}

/// Whether a part shows less than it says without showing the whole as its tool tip.
bool isCut(const QWidget& part) {
    if (const auto* const label = qobject_cast<const Label*>(&part);
        label && label->overflow() == Label::Overflow::Elide) {
        return false;
    }
    if (const auto* const label = qobject_cast<const QLabel*>(&part)) {
        return label->wordWrap()
            ? label->height() < label->heightForWidth(label->width())
            : label->contentsRect().width() < label->fontMetrics().horizontalAdvance(label->text());
    }
    if (const auto* const button = qobject_cast<const QAbstractButton*>(&part)) {
        return !button->text().isEmpty() && button->width() < button->minimumSizeHint().width()
            && button->toolTip().isEmpty();
    }
    if (const auto* const tabs = qobject_cast<const QTabBar*>(&part)) {
        return tabs->width() < tabs->sizeHint().width();
    }
    return part.inherits("miaobu::app::Pill") && part.width() < part.sizeHint().width();
}

QStringList cutWordsIn(const QString& picture, QWidget& shown) {
    QStringList findings;
    for (const QWidget* part : partsOf(shown)) {
        if (isCut(*part)) {
            findings.append(describe(picture, *part));
        }
    }
    return findings;
}

QStringList untranslatedWordsIn(const QString& picture, QWidget& shown) {
    QStringList findings;
    for (const QWidget* part : partsOf(shown)) {
        findings.append(isOfOurWords(picture) ? untranslatedWords(picture, *part) : QStringList());
    }
    return findings;
}

} // namespace

class LanguagesTest : public QObject {
    Q_OBJECT

    std::optional<Appearance> m_appearance;

private slots:
    void initTestCase() { m_appearance.emplace(*qApp); }
    void init() { m_appearance->setLanguage(u"en"_s); }
    void cleanupTestCase() { m_appearance.reset(); }

    void languageChangesWhileTheWindowIsOpen() {
        Studio studio;
        WindowFrame& frame = studio.frame();
        studio.showProject(sample::live(), ProjectPage::Tab::Overview);
        const auto& deploy = studio.part<QAbstractButton>(u"deploy"_s);
        QCOMPARE(deploy.text(), u"Deploy"_s);
        m_appearance->setLanguage(u"zh"_s);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(deploy.text(), u"部署"_s);
        QCOMPARE(frame.windowTitle(), u"秒部"_s);
        QCOMPARE(studio.actions()[Actions::Act::NewProject].text(), u"新建项目"_s);
        QCOMPARE(studio.part<QTabBar>(u"projectTabs"_s).tabText(0), u"概览"_s);
        m_appearance->setLanguage(u"en"_s);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(deploy.text(), u"Deploy"_s);
    }

    void theWordsOfQtChangeToo() {
        m_appearance->setLanguage(u"zh"_s);
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), u"取消"_s);
        QCOMPARE(QCoreApplication::translate("QLineEdit", "&Copy"), u"复制(&C)"_s);
        m_appearance->setLanguage(u"en"_s);
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), u"Cancel"_s);
    }

    /// Looked at on a small screen before the change, too: to show every picture is what takes time.
    void everyScreenChangesItsLanguageAndNothingIsCutOnASmallOne() {
        QStringList findings;
        QStringList cut;
        gallery::walk({1024, 640}, [&](const QString& picture, QWidget& shown) {
            cut.append(cutWordsIn(picture, shown));
            gallery::LongLanguage language;
            QCoreApplication::installTranslator(&language);
            Studio::settle();
            for (const QWidget* part : partsOf(shown)) {
                if (isOfOurWords(picture) && !isMadeWithTheState(*part)) {
                    findings.append(untranslatedWords(picture, *part));
                }
            }
            QCoreApplication::removeTranslator(&language);
        });
        QVERIFY(gallery::nothingFound(findings));
        QVERIFY(gallery::nothingFound(cut));
    }

    /// Each picture is looked at for both: to show them all is what takes time.
    void everyWordGoesThroughATranslatorAndNothingIsCutInALongLanguage() {
        gallery::LongLanguage language;
        QCoreApplication::installTranslator(&language);
        QStringList untranslated;
        QStringList cut;
        qsizetype looked = 0;
        gallery::walk({1280, 800}, [&](const QString& picture, QWidget& shown) {
            looked += partsOf(shown).size();
            untranslated.append(untranslatedWordsIn(picture, shown));
            cut.append(cutWordsIn(picture, shown));
        });
        QCoreApplication::removeTranslator(&language);
        QVERIFY(gallery::nothingFound(untranslated));
        QVERIFY(gallery::nothingFound(cut));
        QVERIFY(looked > 1000);
    }

    /// Chinese is shorter than English nearly everywhere: to be looked at takes long for what it finds.
    void nothingIsCutOnASmallScreenInChinese() {
        if (!miaobu::test::isSoak()) {
            QSKIP("for --soak");
        }
        m_appearance->setLanguage(u"zh"_s);
        QStringList cut;
        gallery::walk(
            {1024, 640}, [&](const QString& picture, QWidget& shown) { cut.append(cutWordsIn(picture, shown)); });
        QVERIFY(gallery::nothingFound(cut));
    }
};

QTEST_MAIN(LanguagesTest)
#include "tst_languages.moc"
