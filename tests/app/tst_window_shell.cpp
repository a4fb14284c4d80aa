#include "app/shell/activity_dock.h"
#include "app/shell/palette_controller.h"
#include "app/shell/presence.h"
#include "app/shell/sidebar.h"
#include "tests/app/desk.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::app;
using miaobu::test::Desk;

namespace {

/// The window with the keyboard, and two projects.
struct KeyDesk : Desk {
    KeyDesk() {
        world.write(u"index.html"_s, "<h1>hello</h1>");
        world.write(u"package.json"_s, R"({"scripts":{"build":"vite build"}})");
        shop = world.addProject();
        Project other;
        other.name = u"docs"_s;
        other.source = shop.source;
        docs = world.deployer->addProject(other);
        QTRY_COMPARE(window.frame().page(), WindowFrame::Page::Project);
        QApplication::setActiveWindow(&window.frame());
        window.openProject(shop.id);
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QWidget* const with = QApplication::focusWidget() ? QApplication::focusWidget() : &window.frame();
        QTest::keyClick(with, key, modifiers);
    }
    void type(const QString& text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    bool shows(const QString& name) {
        const auto* const part = window.frame().findChild<QWidget*>(name);
        return part && part->isVisible();
    }

    Project shop;
    Project docs;
};

} // namespace

class WindowShellTest : public QObject {
    Q_OBJECT

private slots:
    void thePaletteOpensAProjectByKeysAlone() {
        KeyDesk desk;
        desk.press(Qt::Key_K, Qt::ControlModifier);
        QVERIFY(desk.shows(u"palette"_s));
        desk.type(u"docs"_s);
        desk.press(Qt::Key_Return);
        QVERIFY(!desk.shows(u"palette"_s));
        QCOMPARE(desk.named<QLabel>(u"pageTitle"_s).text(), u"docs"_s);
        // What was done is the first thing offered the next time.
        desk.press(Qt::Key_K, Qt::ControlModifier);
        QCOMPARE(desk.named<QListView>(u"paletteRows"_s).currentIndex().data().toString(), u"docs"_s);
        desk.press(Qt::Key_Escape);
        QVERIFY(!desk.shows(u"palette"_s));
    }

    void thePaletteDeploys() {
        KeyDesk desk;
        desk.press(Qt::Key_K, Qt::ControlModifier);
        desk.type(u"deploy"_s);
        desk.press(Qt::Key_Return);
        QTRY_VERIFY2(desk.pill() == u"Live", qPrintable(desk.error()));
    }

    void thePaletteRollsBack() {
        KeyDesk desk;
        const Deployment first = desk.world.deploy(desk.shop.id);
        desk.world.write(u"index.html"_s, "<h1>second</h1>");
        desk.world.deploy(desk.shop.id);
        QTRY_VERIFY2(desk.pill() == u"Live", qPrintable(desk.error()));
        desk.press(Qt::Key_K, Qt::ControlModifier);
        desk.type(u"roll back 1"_s);
        desk.press(Qt::Key_Return);
        QVERIFY(desk.shows(u"rollBackSheet"_s)); // It says what would change before it does it.
        desk.click(u"confirmRollBack"_s);
        QTRY_COMPARE(DeploymentTable(*desk.world.database).live(desk.shop.id, desk.shop.target)->id, first.id);
    }

    void theSheetOfShortcutsOpensAndCloses() {
        KeyDesk desk;
        desk.press(Qt::Key_F1);
        QVERIFY(desk.shows(u"shortcutSheet"_s));
        desk.press(Qt::Key_Escape);
        QVERIFY(!desk.shows(u"shortcutSheet"_s));
        desk.press(Qt::Key_Slash, Qt::ControlModifier);
        QVERIFY(desk.shows(u"shortcutSheet"_s));
    }

    void whatRunsAndWhatEndedStandsInThePane() {
        KeyDesk desk;
        desk.world.builder.hangs = true;
        desk.press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(desk.shows(u"activityPane"_s));
        desk.click(u"deploy"_s);
        QTRY_VERIFY(desk.shows(u"activityTitle"_s));
        QVERIFY(desk.named<QLabel>(u"activityTitle"_s).text().contains(u"shop"_s));
        QTRY_VERIFY(desk.named<QPushButton>(u"activityStop"_s).isEnabled());
        desk.click(u"activityStop"_s);
        QTRY_COMPARE(desk.pill(), u"Cancelled"_s);
        QTRY_VERIFY(!desk.shows(u"activityTitle"_s)); // Who stops something has read that it ended.
        desk.world.builder.hangs = false;
        desk.world.builder.failBuild = true;
        desk.click(u"deploy"_s);
        QTRY_VERIFY(desk.shows(u"activityDismiss"_s));
        // A failure stays until its log was opened.
        desk.window.openProject(desk.docs.id);
        desk.click(u"activityLog"_s);
        QCOMPARE(desk.window.frame().project().tab(), ProjectPage::Tab::Log);
        QCOMPARE(desk.named<QLabel>(u"pageTitle"_s).text(), u"shop"_s);
        QTRY_VERIFY(!desk.shows(u"activityTitle"_s));
    }

    void keysGoFromPaneToPane() {
        KeyDesk desk;
        const auto isIn = [](const QWidget& pane) { return pane.isAncestorOf(QApplication::focusWidget()); };
        desk.window.frame().sidebar().takeFocus();
        desk.press(Qt::Key_F6);
        QVERIFY(isIn(desk.window.frame().pages()));
        desk.press(Qt::Key_F6);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"paletteButton"_s);
        desk.press(Qt::Key_F6);
        QVERIFY(isIn(desk.window.frame().sidebar()));
        desk.press(Qt::Key_F6, Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"paletteButton"_s);
        // In the list the arrows choose.
        desk.press(Qt::Key_F6);
        const QString before = desk.named<QLabel>(u"pageTitle"_s).text();
        desk.press(before == u"shop"_s ? Qt::Key_Down : Qt::Key_Up);
        const QString after = desk.named<QLabel>(u"pageTitle"_s).text();
        if (after == before) {
            desk.press(before == u"shop"_s ? Qt::Key_Up : Qt::Key_Down);
        }
        QVERIFY(desk.named<QLabel>(u"pageTitle"_s).text() != before);
    }

    void theMenuOfAProjectPinsIt() {
        KeyDesk desk;
        emit desk.window.frame().sidebar().projectMenuRequested(desk.docs.id, {});
        auto* const menu = desk.window.frame().findChild<QMenu*>(u"projectMenu"_s);
        QVERIFY(menu);
        menu->findChild<QAction*>(u"menuPin"_s)->trigger();
        menu->close();
        QTRY_VERIFY(ProjectTable(*desk.world.database).find(desk.docs.id)->pinned);
        QTRY_COMPARE(desk.named<QListView>(u"projectRows"_s).model()->index(0, 0).data().toString(), u"docs"_s);
    }

    void theMenuOfAProjectDeletesIt() {
        KeyDesk desk;
        emit desk.window.frame().sidebar().projectMenuRequested(desk.docs.id, {});
        auto* const menu = desk.window.frame().findChild<QMenu*>(u"projectMenu"_s);
        menu->findChild<QAction*>(u"menuRemove"_s)->trigger();
        menu->close();
        QCOMPARE(desk.prompt.removalsAsked, 1);
        QTRY_VERIFY(!ProjectTable(*desk.world.database).find(desk.docs.id));
    }

    void closingWhileItDeploysAsksFirst() {
        KeyDesk desk;
        Presence presence(desk.services(), desk.window, desk.prompt);
        QVERIFY(presence.mayClose());
        desk.world.builder.hangs = true;
        desk.click(u"deploy"_s);
        QTRY_COMPARE(desk.pill(), u"Running"_s);
        QTRY_VERIFY(presence.tray().menu().actions().constFirst()->text().contains(u"1 running"_s));
        QSignalSpy closing(&desk.window.frame(), &WindowFrame::closing);
        desk.window.frame().close(); // There is no tray in a test.
        QCOMPARE(desk.prompt.stopsAsked, 1);
        QVERIFY(desk.window.frame().isVisible());
        // The person said yes.
        desk.window.frame().close();
        QCOMPARE(closing.size(), 1);
        QCOMPARE(desk.prompt.stopsAsked, 1);
    }

    void theTrayDeploysTheLastProject() {
        KeyDesk desk;
        const Deployment first = desk.world.deploy(desk.shop.id);
        Q_UNUSED(first);
        Presence presence(desk.services(), desk.window, desk.prompt);
        desk.window.openProject(desk.docs.id);
        // The menu is made anew when the list hears that the first deployment is over.
        const auto deploy = [&presence] { return presence.tray().menu().findChild<QAction*>(u"trayDeploy"_s); };
        QTRY_VERIFY(deploy() && deploy()->isEnabled());
        deploy()->trigger();
        QTRY_COMPARE(DeploymentTable(*desk.world.database).ofProject(desk.shop.id).size(), 2);
    }

    void theSecondStartShowsWhatItWasAskedFor() {
        KeyDesk desk;
        desk.window.openArgument(u"miaobu://project/%1"_s.arg(desk.docs.slug));
        QCOMPARE(desk.named<QLabel>(u"pageTitle"_s).text(), u"docs"_s);
        desk.window.openArgument(u"miaobu://new?source=https://github.com/lina/blog"_s);
        QCOMPARE(desk.window.frame().page(), WindowFrame::Page::NewProject);
        QCOMPARE(desk.named<QLineEdit>(u"address"_s).text(), u"https://github.com/lina/blog"_s);
        desk.window.openArgument(u"miaobu://project/nowhere"_s);
        QVERIFY(!desk.named<QLabel>(u"statusSaid"_s).text().isEmpty());
        desk.window.openArgument(desk.world.sourceFolder());
        QTRY_VERIFY(desk.window.frame().findChild<QPushButton*>(u"deployNew"_s)->isVisible());
        // A link and a folder start nothing.
        QVERIFY(DeploymentTable(*desk.world.database).latestOfEach().isEmpty());
    }

    void theNextWindowShowsWhatThisOneDid() {
        KeyDesk desk;
        desk.window.openProject(desk.docs.id);
        desk.window.frame().project().showTab(ProjectPage::Tab::Deployments);
        desk.press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        desk.window.frame().close();
        WindowController next(desk.services(), desk.appearance, desk.prompt);
        next.frame().resize(1280, 800);
        QCOMPARE(next.frame().project().findChild<QLabel*>(u"pageTitle"_s)->text(), u"docs"_s);
        QCOMPARE(next.frame().project().tab(), ProjectPage::Tab::Deployments);
        QVERIFY(next.frame().activity().isWanted());
    }

    void shortcutsAreToldByToolTips() {
        KeyDesk desk;
        QVERIFY(desk.named<QPushButton>(u"deploy"_s).toolTip().contains(u"Ctrl+D"_s));
        QVERIFY(desk.named<QPushButton>(u"newProject"_s).toolTip().contains(u"Ctrl+N"_s));
    }
};

QTEST_MAIN(WindowShellTest)
#include "tst_window_shell.moc"
