#include "app/screens/project/log_tab.h"
#include "app/screens/project/log_words.h"
#include "app/screens/project/project_intents.h"
#include "app/theme/appearance.h"
#include "app/widgets/label.h"
#include "app/widgets/log_view.h"
#include "core/log/log_format.h"
#include "tests/app/sample_states.h"

#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::app;

namespace {

/// The tab on its own, with a log that a build left.
class Desk {
public:
    explicit Desk(int lineCount = 16) : tab(lines, intents) {
        file = folder.filePath(u"log"_s);
        if (lineCount > 0) {
            sample::writeLog(file, lineCount);
        }
        lines.open(file, false);
        state.choices = sample::failed().deployments;
        state.shown = state.choices.constFirst().id;
        tab.setState(state);
        tab.resize(1000, 640);
        tab.show();
        tab.activateWindow();
    }

    template <typename Widget> Widget& named(const QString& name) {
        auto* const found = tab.findChild<Widget*>(name);
        if (!found) {
            qFatal("there is no %s", qPrintable(name));
        }
        return *found;
    }
    LogView& view() { return named<LogView>(u"logView"_s); }
    QLineEdit& field() { return named<QLineEdit>(u"findField"_s); }
    QString found() { return named<QLabel>(u"findFound"_s).text(); }
    void click(const QString& name) { QTest::mouseClick(&named<QAbstractButton>(name), Qt::LeftButton); }
    QStringList emptyWords() {
        QStringList words;
        for (const QLabel* label : named<QWidget>(u"logEmpty"_s).findChildren<QLabel*>()) {
            words.append(label->text());
        }
        return words;
    }

    QTemporaryDir folder;
    QString file;
    LogLines lines;
    ProjectIntents intents;
    LogState state;
    LogTab tab;
};

} // namespace

class LogTabTest : public QObject {
    Q_OBJECT

    std::optional<Appearance> m_appearance;

private slots:
    void initTestCase() {
        m_appearance.emplace(*qApp);
        m_appearance->setLanguage(u"en"_s);
    }
    void cleanupTestCase() { m_appearance.reset(); }

    void typingFindsAndKeysGoOn() {
        Desk desk;
        desk.field().setFocus();
        QTest::keyClicks(&desk.field(), u"KB"_s);
        QTRY_COMPARE(desk.found(), u"1 of 4"_s);
        QCOMPARE(desk.view().currentLine(), 9);
        QTest::keyClick(&desk.field(), Qt::Key_Return);
        QCOMPARE(desk.view().currentLine(), 10);
        QTest::keyClick(&desk.tab, Qt::Key_F3);
        QCOMPARE(desk.found(), u"3 of 4"_s);
        QTest::keyClick(&desk.tab, Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(desk.found(), u"2 of 4"_s);
        QTest::keyClick(&desk.field(), Qt::Key_Escape);
        QVERIFY(desk.field().text().isEmpty());
        QCOMPARE(desk.found(), QString());
    }

    void anExpressionFindsAndABrokenOneIsSaid() {
        Desk desk;
        QTest::keyClicks(&desk.field(), uR"(^\S+:\d+:\d+)"_s);
        QTRY_COMPARE(desk.found(), u"Nothing found"_s);
        desk.click(u"findExpression"_s);
        QTRY_COMPARE(desk.found(), u"1 of 1"_s);
        QCOMPARE(desk.view().currentLine(), 8);
        QTest::keyClicks(&desk.field(), u"("_s);
        QVERIFY2(desk.found().startsWith(u"Not valid: "_s), qPrintable(desk.found()));
        QTest::keyClick(&desk.field(), Qt::Key_Backspace);
        QTRY_COMPARE(desk.found(), u"1 of 1"_s);
    }

    void anExpressionThatTakesTooLongIsSaid() {
        Desk desk(0);
        QFile out(desk.file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        QByteArray bytes;
        for (int line = 0; line < 500; ++line) {
            appendLogLine(bytes, 1, Stage::Build, LogChannel::Output, QByteArray(4000, 'a') + 'b');
        }
        out.write(bytes);
        out.close();
        desk.lines.open(desk.file, false);
        desk.click(u"findExpression"_s);
        QTest::keyClicks(&desk.field(), u"(a+)+$"_s);
        QTRY_COMPARE(desk.found(), u"This expression takes too long; make it simpler"_s);
        desk.view().grab();
    }

    void errorsAreGoneToOneAfterTheOther() {
        Desk desk(30); // Errors in lines 8, 19 and 27
        desk.click(u"nextError"_s);
        QTRY_COMPARE(desk.view().currentLine(), 8);
        QTRY_VERIFY2(desk.found().startsWith(u"Error 1 of "_s), qPrintable(desk.found()));
        QTest::keyClick(&desk.view(), Qt::Key_N);
        QCOMPARE(desk.view().currentLine(), 19);
        QTest::keyClick(&desk.view(), Qt::Key_P);
        QCOMPARE(desk.view().currentLine(), 8);
    }

    void errorsAloneHideTheRest() {
        Desk desk;
        desk.click(u"errorsOnly"_s);
        QTRY_COMPARE(desk.view().rows().count(), 2); // The stage's head and the line
        QCOMPARE(desk.view().rows().at(1).line, 8);
        desk.view().grab();
        // A match outside brings the rest back.
        QTest::keyClicks(&desk.field(), u"resolution"_s);
        QTRY_COMPARE(desk.view().currentLine(), 3);
        QVERIFY(!desk.named<QPushButton>(u"errorsOnly"_s).isChecked());
        QVERIFY(desk.view().rows().shows(3));
    }

    void theLikelyCauseLeadsToItsLine() {
        Desk desk;
        QVERIFY(!desk.named<QWidget>(u"causeBar"_s).isVisible());
        desk.state.cause = u"src/App.tsx:42:7 - error TS2322: Type 'string' is not assignable to type 'number'."_s;
        desk.tab.setState(desk.state);
        QVERIFY(desk.named<QWidget>(u"causeBar"_s).isVisible());
        desk.click(u"causeShow"_s);
        QTRY_COMPARE(desk.view().currentLine(), 8);
        QSignalSpy opened(&desk.intents, &ProjectIntents::openLink);
        desk.click(u"causeOpen"_s);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.constFirst().constFirst().value<LogLink>().line, 42);
        desk.click(u"causeCopy"_s);
        const QString help = QApplication::clipboard()->text();
        QVERIFY(help.contains(desk.state.cause) && help.contains(u"vite v7.3.8"_s) && !help.contains(u'\x1b'));
    }

    void anAppThatListensElsewhereIsOfferedItsPort() {
        Desk desk;
        desk.state.cause = u"src/App.tsx:42:7 - error TS2322"_s; // A line that is there
        desk.state.unreached = Unreached{9000, 8000};
        desk.state.offeredPort = 8000;
        desk.tab.setState(desk.state);
        QCOMPARE(desk.named<QLabel>(u"causeText"_s).text(),
            u"The app listens on port 8000, and visitors are led to port 9000."_s);
        QVERIFY(!desk.named<QWidget>(u"causeOpen"_s).isVisible());
        desk.click(u"causeShow"_s);
        QTRY_COMPARE(desk.view().currentLine(), 8);
        QSignalSpy used(&desk.intents, &ProjectIntents::usePort);
        desk.click(u"causePort"_s);
        QCOMPARE(used.size(), 1);
        QCOMPARE(used.constFirst().constFirst().toInt(), 8000);
        desk.state.offeredPort = 0;
        desk.tab.setState(desk.state);
        QVERIFY(!desk.named<QWidget>(u"causePort"_s).isVisible());
    }

    void anEmptyLogSaysWhy() {
        Desk desk(0);
        const auto say = [&desk](DeploymentState state, int ahead = 0) {
            desk.state.choices[0].state = state;
            desk.state.ahead = ahead;
            desk.tab.setState(desk.state);
            return desk.emptyWords().join(u'|');
        };
        QVERIFY(say(DeploymentState::Queued, 1).contains(u"Waiting for a free slot (1 ahead)"_s));
        QVERIFY(say(DeploymentState::Running).contains(u"Waiting for the first line"_s));
        QVERIFY(say(DeploymentState::Purged).contains(u"was purged"_s));
        QVERIFY(say(DeploymentState::Failed).contains(u"is lost"_s));
        QVERIFY(desk.emptyWords().join(u'|').contains(desk.file));
        QFile out(desk.file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        QVERIFY(say(DeploymentState::Cancelled).contains(u"Nothing was printed"_s));
    }

    void aRunningOneCanBeCancelledHere() {
        Desk desk;
        QVERIFY(!desk.named<QWidget>(u"cancelShown"_s).isVisible());
        desk.state.choices[0].state = DeploymentState::Running;
        desk.state.cancellable = true;
        desk.tab.setState(desk.state);
        QSignalSpy cancelled(&desk.intents, &ProjectIntents::cancel);
        desk.click(u"cancelShown"_s);
        QCOMPARE(cancelled.size(), 1);
    }

    void whatIsAskedForIsPassedOn() {
        Desk desk;
        QSignalSpy saved(&desk.intents, &ProjectIntents::saveLog);
        QSignalSpy opened(&desk.intents, &ProjectIntents::openLog);
        desk.click(u"saveLog"_s);
        desk.click(u"openLog"_s);
        desk.click(u"copyLog"_s);
        QCOMPARE(saved.size(), 1);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(QApplication::clipboard()->text().count(u'\n'), 15);
    }
};

QTEST_MAIN(LogTabTest)
#include "tst_log_tab.moc"
