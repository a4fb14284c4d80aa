#include "app/models/difference_model.h"
#include "app/screens/compare/compare_page.h"
#include "app/screens/compare/difference_view.h"
#include "app/shell/actions.h"
#include "tests/app/desk.h"

#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::app;
using miaobu::test::Desk;

namespace {

/// A project that was deployed twice.
struct TwiceDesk : Desk {
    explicit TwiceDesk(
        const QByteArray& before = "<h1>\nfirst\n</h1>\n", const QByteArray& after = "<h1>\nsecond\n</h1>\n") {
        world.write(u"package.json"_s, R"({"scripts":{"build":"vite build"},"devDependencies":{"vite":"^5.0.0"}})");
        world.write(u"index.html"_s, before);
        project = world.addProject();
        first = world.deploy(project.id);
        world.write(u"index.html"_s, after);
        world.write(u"more.css"_s, "a{}\n");
        second = world.deploy(project.id);
        QTRY_VERIFY2(pill() == u"Live", qPrintable(error()));
        window.frame().activateWindow();
        QApplication::setActiveWindow(&window.frame());
    }
    ComparePage& page() { return window.frame().compare(); }
    QListView& rows() { return *page().findChild<QListView*>(u"changeRows"_s); }
    QString text(const QString& name) { return page().findChild<QLabel*>(name)->text(); }

    Project project;
    Deployment first;
    Deployment second;
};

} // namespace

class CompareFlowTest : public QObject {
    Q_OBJECT

private slots:
    void keysAloneLeadToTheLine() {
        TwiceDesk desk;
        QTest::keyClick(&desk.window.frame(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(desk.window.frame().page(), WindowFrame::Page::Compare);
        QTRY_COMPARE(desk.text(u"compareCounts"_s), u"+1 ~1"_s);
        QTRY_COMPARE(desk.text(u"filePath"_s), u"index.html"_s);
        auto& lines = *desk.page().findChild<DifferenceView*>(u"differenceView"_s);
        QTRY_COMPARE(lines.model()->rowCount(), 4);
        QVERIFY(lines.currentIndex().data(DifferenceModel::LineRole).value<DifferenceLine>().text == u"first"_s);
        lines.copy();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"-first"_s);
        QTest::keyClick(&desk.rows(), Qt::Key_Down);
        QTRY_COMPARE(desk.text(u"filePath"_s), u"more.css"_s);
        QTest::keyClick(&desk.rows(), Qt::Key_Escape);
        QTRY_COMPARE(desk.window.frame().page(), WindowFrame::Page::Project);
    }

    void bothSidesAreSwapped() {
        TwiceDesk desk;
        emit desk.window.frame().project().intents().compare(desk.second.id);
        QTRY_COMPARE(desk.text(u"compareCounts"_s), u"+1 ~1"_s);
        desk.page().findChild<QAbstractButton*>(u"compareSwap"_s)->click();
        QTRY_COMPARE(desk.text(u"compareCounts"_s), u"~1 −1"_s);
        QCOMPARE(desk.page().findChild<QComboBox*>(u"compareBefore"_s)->currentData().toLongLong(), desk.second.id);
    }

    void theOtherOneIsPicked() {
        TwiceDesk desk;
        emit desk.window.frame().project().intents().compareWithAnother(desk.second.id);
        QVERIFY(desk.page().findChild<QWidget*>(u"compareEmpty"_s)->isVisible());
        auto& before = *desk.page().findChild<QComboBox*>(u"compareBefore"_s);
        QCOMPARE(before.currentIndex(), -1);
        QTest::keyClick(&before, Qt::Key_End);
        QTRY_COMPARE(desk.text(u"compareCounts"_s), u"+1 ~1"_s);
    }

    void filesAreFiltered() {
        TwiceDesk desk;
        emit desk.window.frame().project().intents().compare(desk.second.id);
        QTRY_COMPARE(desk.rows().model()->rowCount(), 2);
        auto& filter = *desk.page().findChild<QLineEdit*>(u"changeFilter"_s);
        QTest::keyClicks(&filter, u"css"_s);
        QCOMPARE(desk.rows().model()->rowCount(), 1);
        QTRY_COMPARE(desk.text(u"filePath"_s), u"more.css"_s);
        QTest::keyClicks(&filter, u"?"_s);
        QCOMPARE(desk.text(u"changesNothing"_s), u"No file fits the filter."_s);
        QTRY_COMPARE(desk.text(u"filePath"_s), QString());
    }

    void oneVersionHasNothingBesideIt() {
        Desk desk;
        desk.world.write(
            u"package.json"_s, R"({"scripts":{"build":"vite build"},"devDependencies":{"vite":"^5.0.0"}})");
        desk.world.write(u"index.html"_s, "<h1>first</h1>");
        const Project project = desk.world.addProject();
        const Deployment only = desk.world.deploy(project.id);
        emit desk.window.frame().project().intents().compare(only.id);
        QVERIFY(desk.window.frame().compare().findChild<QWidget*>(u"compareEmpty"_s)->isVisible());
    }

    void aPurgedSideIsSaid() {
        TwiceDesk desk;
        Deployment purged = desk.first;
        purged.state = DeploymentState::Purged;
        DeploymentTable(*desk.world.database).update(purged);
        emit desk.window.frame().project().intents().compare(purged.id);
        QTRY_VERIFY(desk.page().findChild<QWidget*>(u"compareError"_s)->isVisible());
    }

    void aRollbackIsUndone() {
        TwiceDesk desk;
        const auto live
            = [&desk] { return DeploymentTable(*desk.world.database).live(desk.project.id, desk.project.target)->id; };
        emit desk.window.frame().project().intents().rollBack(desk.first.id);
        QTRY_COMPARE(live(), desk.first.id);
        QTRY_VERIFY(!desk.world.deployer->isBusy());
        QTest::keyClick(&desk.window.frame(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(live(), desk.second.id);
        QTRY_VERIFY(!desk.world.deployer->isBusy());
        // There is no second one to undo.
        QTest::keyClick(&desk.window.frame(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!desk.world.deployer->isBusy());
    }
};

QTEST_MAIN(CompareFlowTest)
#include "tst_compare_flow.moc"
