#include "app/models/deployment_list_model.h"
#include "app/models/log_lines.h"
#include "app/models/project_list_model.h"
#include "app/screens/connect/connect_page.h"
#include "app/screens/project/project_page.h"
#include "app/screens/target/target_page.h"
#include "app/shell/actions.h"
#include "app/shell/sidebar.h"
#include "app/shell/window_frame.h"
#include "app/widgets/label.h"
#include "tests/app/sample_states.h"
#include "tests/app/sample_targets.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QTabBar>
#include <QXmlStreamReader>
#include <QtTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace miaobu::app;

namespace {

/// A language in which everything is longer by two fifths and recognisable.
class LongLanguage final : public QTranslator {
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char* context, const char* source, const char*, int) const override {
        if (!QByteArrayView(context).startsWith("miaobu")) {
            return {};
        }
        const QString text = QString::fromUtf8(source);
        return text + QString(std::max<qsizetype>(1, text.size() * 2 / 5), QChar(u'ö'));
    }
};

/// The window without services behind it.
struct Window {
    Window() : frame(actions, projects, new ProjectPage(deployments, log)) {
        projects.setRows(sample::projectRows());
        frame.sidebar().setTargets({u"local"_s, u"example"_s});
        deployments.setDeployments(sample::building().deployments);
        frame.project().setState(sample::building());
        frame.show(WindowFrame::Page::Project);
        frame.QWidget::show();
    }

    /// Calls \a visit for the project's page and for every page of targets in all its states.
    void visitPages(const std::function<void(const QString&)>& visit) {
        visit(u"project"_s);
        frame.show(WindowFrame::Page::Connect);
        for (const ConnectState& state : {sample::enteringKey(), sample::keyRefused(), sample::identifying(),
                 sample::rootKey(), sample::choosing(), sample::choosingWithoutSites(), sample::keychainLocked(),
                 sample::planned(), sample::settingUp(), sample::setupFailed(), sample::connected()}) {
            frame.connecting().setState(state);
            QCoreApplication::sendPostedEvents();
            visit(u"connect, step %1"_s.arg(static_cast<int>(state.step)));
        }
        frame.show(WindowFrame::Page::Target);
        for (const TargetState& state : {sample::untouchedTarget(), sample::checkingTarget(), sample::deniedTarget(),
                 sample::outdatedTarget(), sample::enteringTargetKey(), sample::runningEmulator()}) {
            frame.target().setState(state);
            QCoreApplication::sendPostedEvents();
            visit(u"target "_s + state.config.name);
        }
    }

    Actions actions;
    ProjectListModel projects;
    DeploymentListModel deployments;
    LogLines log;
    WindowFrame frame;
};

void lookForCutWords(const WindowFrame& frame, const QString& page, int& looked) {
    for (const QAbstractButton* button : frame.findChildren<QAbstractButton*>()) {
        // A button inside a field shows its icon alone.
        const bool isIcon = button->parentWidget()->inherits("QLineEdit");
        if (button->isVisible() && !button->text().isEmpty() && !isIcon) {
            QVERIFY2(button->width() >= button->fontMetrics().horizontalAdvance(button->text()),
                qPrintable(page + u": "_s + button->text()));
            ++looked;
        }
    }
    for (const Label* label : frame.findChildren<Label*>()) {
        if (label->isVisible() && !label->wordWrap() && label->text().contains(u"ö"_s)) {
            QVERIFY2(label->width() >= label->fontMetrics().horizontalAdvance(label->text()),
                qPrintable(page + u": "_s + label->text()));
            ++looked;
        }
    }
}

} // namespace

class LanguagesTest : public QObject {
    Q_OBJECT

    std::optional<Appearance> m_appearance;

private slots:
    void initTestCase() { m_appearance.emplace(*qApp); }
    void cleanupTestCase() { m_appearance.reset(); }

    void nothingIsUntranslated_data() {
        QTest::addColumn<QString>("file");
        QTest::newRow("zh_CN") << u"miaobu_zh_CN.ts"_s;
        QTest::newRow("en") << u"miaobu_en.ts"_s;
    }

    void nothingIsUntranslated() {
        QFETCH(QString, file);
        QFile translations(QStringLiteral(TRANSLATION_DIR "/") + file);
        QVERIFY(translations.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&translations);
        int messages = 0;
        QString source;
        while (!xml.atEnd()) {
            xml.readNext();
            if (xml.isStartElement() && xml.name() == u"source") {
                source = xml.readElementText();
            } else if (xml.isStartElement() && xml.name() == u"translation") {
                const QString state = xml.attributes().value(u"type"_s).toString();
                const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
                QVERIFY2(state.isEmpty(), qPrintable(state + u": "_s + source));
                QVERIFY2(!text.trimmed().isEmpty(), qPrintable(source));
                ++messages;
            }
        }
        QVERIFY(!xml.hasError());
        QVERIFY(messages >= 5);
    }

    void chineseKeepsEveryPlaceholder() {
        QFile translations(QStringLiteral(TRANSLATION_DIR "/miaobu_zh_CN.ts"));
        QVERIFY(translations.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&translations);
        QString source;
        while (!xml.atEnd()) {
            xml.readNext();
            if (xml.isStartElement() && xml.name() == u"source") {
                source = xml.readElementText();
            } else if (xml.isStartElement() && xml.name() == u"translation") {
                const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
                for (const QString& place : {u"%1"_s, u"%2"_s, u"%3"_s, u"%4"_s, u"%n"_s}) {
                    QVERIFY2(source.contains(place) == text.contains(place), qPrintable(source));
                }
            }
        }
    }

    void languageChangesWhileTheWindowIsOpen() {
        m_appearance->setLanguage(u"en"_s);
        Window window;
        const auto* const deploy = window.frame.findChild<QAbstractButton*>(u"deploy"_s);
        QCOMPARE(deploy->text(), u"Deploy"_s);
        m_appearance->setLanguage(u"zh"_s);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(deploy->text(), u"部署"_s);
        QCOMPARE(window.frame.windowTitle(), u"秒部"_s);
        QCOMPARE(window.actions[Actions::Act::NewProject].text(), u"新建项目"_s);
        QCOMPARE(window.frame.findChild<QTabBar*>(u"projectTabs"_s)->tabText(0), u"概览"_s);
        m_appearance->setLanguage(u"en"_s);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(deploy->text(), u"Deploy"_s);
    }

    void nothingIsCutInALongLanguage() {
        m_appearance->setLanguage(u"en"_s);
        LongLanguage language;
        QCoreApplication::installTranslator(&language);
        {
            Window window;
            window.frame.resize(1280, 800);
            QCoreApplication::sendPostedEvents();
            QVERIFY(QTest::qWaitForWindowExposed(&window.frame));
            int looked = 0;
            window.visitPages([&](const QString& page) { lookForCutWords(window.frame, page, looked); });
            QVERIFY(looked > 150);
        }
        QCoreApplication::removeTranslator(&language);
    }

    void whatTakesTheKeyboardHasAName() {
        m_appearance->setLanguage(u"en"_s);
        Window window;
        window.visitPages([](const QString&) { });
        int looked = 0;
        for (QWidget* widget : window.frame.findChildren<QWidget*>()) {
            // The parts of a composed widget are spoken for by it.
            if (widget->focusPolicy() == Qt::NoFocus || widget->objectName().startsWith(u"qt_"_s)
                || widget->inherits("QScrollArea") || widget->inherits("QMenu")
                || widget->parentWidget()->inherits("QComboBox") || widget->parentWidget()->inherits("QLineEdit")
                || widget->parentWidget()->inherits("QTabBar") || widget->inherits("QComboBoxPrivateContainer")
                || widget->parentWidget()->inherits("QComboBoxPrivateContainer")
                || widget->inherits("QSplitterHandle")) {
                continue;
            }
            QAccessibleInterface* const spoken = QAccessible::queryAccessibleInterface(widget);
            const bool hasName = spoken && (!spoken->text(QAccessible::Name).isEmpty() || !widget->isVisible());
            QVERIFY2(hasName,
                qPrintable(QLatin1StringView(widget->metaObject()->className()) + u' ' + widget->objectName()));
            ++looked;
        }
        QVERIFY(looked > 60);
    }
};

QTEST_MAIN(LanguagesTest)
#include "tst_languages.moc"
