#include "app/shell/palette_controller.h"
#include "tests/app/desk.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>

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

    void shortcutsAreToldByToolTips() {
        KeyDesk desk;
        QVERIFY(desk.named<QPushButton>(u"deploy"_s).toolTip().contains(u"Ctrl+D"_s));
        QVERIFY(desk.named<QPushButton>(u"newProject"_s).toolTip().contains(u"Ctrl+N"_s));
    }
};

QTEST_MAIN(WindowShellTest)
#include "tst_window_shell.moc"
