#include "app/shell/sidebar.h"
#include "app/widgets/log_view.h"
#include "core/log/log_format.h"
#include "tests/app/desk.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::app;
using miaobu::test::Desk;

namespace {

/// A project that is built with Vite.
struct ViteDesk : Desk {
    ViteDesk() {
        world.write(u"package.json"_s, R"({"scripts":{"build":"vite build"},"devDependencies":{"vite":"^5.0.0"}})");
    }
};

/// Chooses a language in the menu.
void speak(ViteDesk& desk, const QString& code) {
    for (const QAction* entry : desk.named<QToolButton>(u"mainMenu"_s).menu()->actions()) {
        for (QAction* choice : entry->menu() ? entry->menu()->actions() : QList<QAction*>()) {
            if (choice->data().toString() == code) {
                return choice->trigger();
            }
        }
    }
    qFatal("nobody speaks %s", qPrintable(code));
}

} // namespace

class WindowFlowTest : public QObject {
    Q_OBJECT

private slots:
    void aFolderBecomesASite() {
        ViteDesk desk;
        desk.world.write(u"index.html"_s, "<h1>hello</h1>");
        QCOMPARE(desk.window.frame().page(), WindowFrame::Page::Welcome);
        desk.click(u"openFolder"_s);
        QTRY_VERIFY(desk.window.frame().findChild<QPushButton*>(u"deployNew"_s)->isVisible());
        QTRY_VERIFY(desk.named<QPushButton>(u"deployNew"_s).isEnabled());
        QCOMPARE(desk.named<QLineEdit>(u"outputDir"_s).text(), u"dist"_s);
        desk.click(u"deployNew"_s);
        QCOMPARE(desk.window.frame().page(), WindowFrame::Page::Project);
        QTRY_VERIFY2(desk.pill() == u"Live", qPrintable(desk.error()));
        QVERIFY(desk.named<QPushButton>(u"deploy"_s).isEnabled());
        desk.click(u"openSite"_s);
        QVERIFY(desk.prompt.opened.isValid() && !desk.prompt.opened.isEmpty());
    }

    void aFailureSaysWhyAndDeployingAgainHelps() {
        ViteDesk desk;
        desk.world.write(u"index.html"_s, "<h1>hello</h1>");
        const Project project = desk.world.addProject();
        QTRY_COMPARE(desk.window.frame().page(), WindowFrame::Page::Project);
        desk.world.builder.failBuild = true;
        desk.click(u"deploy"_s);
        QTRY_COMPARE(desk.pill(), u"Failed"_s);
        QVERIFY(desk.named<QWidget>(u"overviewError"_s).isVisible());
        QVERIFY(desk.named<QLabel>(u"errorWhat"_s).text().contains(u"3"_s));
        speak(desk, u"zh"_s);
        QCOMPARE(desk.named<QLabel>(u"errorWhat"_s).text(), u"构建失败，退出码 3。"_s);
        speak(desk, u"en"_s);
        desk.world.builder.failBuild = false;
        desk.click(u"deploy"_s);
        QTRY_VERIFY2(desk.pill() == u"Live", qPrintable(desk.error()));
        QVERIFY(!desk.window.frame().findChild<QWidget*>(u"overviewError"_s)->isVisible());
        QCOMPARE(DeploymentTable(*desk.world.database).ofProject(project.id).size(), 2);
    }

    void cancelEndsWhatRuns() {
        ViteDesk desk;
        desk.world.write(u"index.html"_s, "<h1>hello</h1>");
        desk.world.addProject();
        QTRY_COMPARE(desk.window.frame().page(), WindowFrame::Page::Project);
        desk.world.builder.hangs = true;
        desk.click(u"deploy"_s);
        QTRY_COMPARE(desk.pill(), u"Running"_s);
        QTRY_VERIFY(desk.window.frame().findChild<QPushButton*>(u"cancelRun"_s)->isVisible());
        desk.click(u"cancelRun"_s);
        QTRY_COMPARE(desk.pill(), u"Cancelled"_s);
    }

    void aPlaceInTheLogOpensTheEditor() {
        ViteDesk desk;
        desk.world.write(u"index.html"_s, "<h1>hello</h1>");
        const Project project = desk.world.addProject();
        const Deployment deployment = desk.world.deploy(project.id);
        QFile log(logFile(desk.world.home, deployment.id));
        QVERIFY(log.open(QIODevice::Append));
        QByteArray line;
        appendLogLine(line, 1, Stage::Prove, LogChannel::Output, "\x1b[31mindex.html:1:2\x1b[0m - error TS1: no");
        log.write(line);
        log.close();
        // An editor that writes down what it is asked for.
        const QTemporaryDir folder;
        const QString editor = folder.filePath(u"code"_s);
        QFile script(editor);
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write("#!/bin/sh\nprintf '%s\\n' \"$@\" > \"$0.part\" && mv \"$0.part\" \"$0.asked\"\n");
        script.close();
        QVERIFY(script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        qputenv("VISUAL", editor.toUtf8());
        const auto asked = [&editor] {
            QFile file(editor + u".asked"_s);
            return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
        };

        emit desk.window.frame().project().intents().showLog(deployment.id);
        desk.click(u"nextError"_s);
        auto& view = desk.named<LogView>(u"logView"_s);
        QTRY_VERIFY(view.currentLine() > 1);
        QTest::keyClick(&view, Qt::Key_Return);
        const QString source = QFileInfo(desk.world.sourceFolder()).canonicalFilePath();
        QTRY_COMPARE(asked(), u"-g\n%1/index.html:1:2\n"_s.arg(source));
        QFile::remove(editor + u".asked"_s);
        desk.named<QAbstractButton>(u"openLog"_s).click();
        QTRY_VERIFY(asked().trimmed().endsWith(u"shop-1.log"_s));

        desk.prompt.file = folder.filePath(u"saved.log"_s);
        desk.named<QAbstractButton>(u"saveLog"_s).click();
        QTRY_VERIFY(QFile::exists(desk.prompt.file));
        QFile saved(desk.prompt.file);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        const QByteArray text = saved.readAll();
        QVERIFY2(
            text.contains("== prove ==\n") && text.endsWith("\nindex.html:1:2 - error TS1: no\n"), text.constData());
        qunsetenv("VISUAL");
    }

    void rollingBackMakesTheEarlierOneLive() {
        ViteDesk desk;
        desk.world.write(u"index.html"_s, "<h1>first</h1>");
        const Project project = desk.world.addProject();
        const Deployment first = desk.world.deploy(project.id);
        desk.world.write(u"index.html"_s, "<h1>second</h1>");
        desk.world.deploy(project.id);
        QTRY_VERIFY2(desk.pill() == u"Live", qPrintable(desk.error()));
        desk.click(u"rollBack"_s);
        QTRY_VERIFY(desk.named<QLabel>(u"rollBackChanges"_s).text().contains(u"~1"_s));
        desk.click(u"confirmRollBack"_s);
        QTRY_COMPARE(DeploymentTable(*desk.world.database).live(project.id, project.target)->id, first.id);
    }

    void deletingLeadsHomeAgain() {
        ViteDesk desk;
        desk.world.write(u"index.html"_s, "<h1>hello</h1>");
        const Project project = desk.world.addProject();
        desk.world.deploy(project.id);
        QTRY_COMPARE(desk.window.frame().page(), WindowFrame::Page::Project);
        desk.window.frame().project().showTab(ProjectPage::Tab::Settings);
        QTRY_VERIFY(desk.window.frame().findChild<QPushButton*>(u"removeProject"_s)->isVisible());
        desk.click(u"removeProject"_s);
        QCOMPARE(desk.prompt.removalsAsked, 1);
        QTRY_COMPARE(desk.window.frame().page(), WindowFrame::Page::Welcome);
        QVERIFY(ProjectTable(*desk.world.database).all().isEmpty());
    }

    void aFolderThatIsGoneIsSaidInPlace() {
        ViteDesk desk;
        desk.prompt.folder = u"/nowhere/at/all"_s;
        desk.click(u"openFolder"_s);
        QTRY_VERIFY(desk.window.frame().findChild<QWidget*>(u"newProjectError"_s)->isVisible());
        QVERIFY(desk.named<QLabel>(u"errorWhat"_s).text().contains(u"/nowhere/at/all"_s));
    }

    void geometryAndThemeAreKept() {
        ViteDesk desk;
        emit desk.window.frame().closing();
        QVERIFY(!SettingsTable(*desk.world.database).value(settings::windowGeometry()).toByteArray().isEmpty());
    }
};

QTEST_MAIN(WindowFlowTest)
#include "tst_window_flow.moc"
