#include "app/models/activity.h"
#include "app/shell/activity_dock.h"
#include "app/shell/activity_item.h"
#include "app/shell/activity_pane.h"
#include "app/text/language.h"
#include "tests/app/sample_shell.h"

#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace miaobu::app;

namespace {

/// A window with a page and the activity beside it.
struct DockedWindow {
    DockedWindow() : splitter(new QSplitter), dock(new ActivityDock(window, *splitter)) {
        splitter->addWidget(new QWidget);
        auto* column = new QVBoxLayout(&window);
        column->addWidget(splitter);
        window.resize(1300, 700);
        window.show();
    }

    bool shows(const QString& name) { return window.findChild<QWidget*>(name)->isVisible(); }

    QWidget window;
    QSplitter* splitter;
    ActivityDock* dock;
};

} // namespace

class ActivityTest : public QObject {
    Q_OBJECT

    Language m_language;

private slots:
    void initTestCase() { m_language.set(u"en"_s); }

    void everythingInAFewWords() {
        const ActivitySummary summary = summaryOf(sample::activityRows());
        QCOMPARE(summary.running, 3);
        QCOMPARE(summary.queued, 1);
        QCOMPARE(summary.failed, 1);
        QVERIFY(summary.percent > 0 && summary.percent < 100);
        QVERIFY(summaryText(summary).startsWith(u"3 running · "_s));
        QVERIFY(summaryText(summaryOf({})).isEmpty());
        ActivitySummary failed;
        failed.failed = 2;
        QCOMPARE(summaryText(failed), u"2 failed"_s);
    }

    void rowsOfferWhatCanBeDone() {
        ActivityPane pane;
        pane.setRows(sample::activityRows());
        pane.show();
        const auto items = pane.findChildren<ActivityItem*>();
        QCOMPARE(items.size(), 6);
        const auto shows = [](ActivityItem* item, const QString& name) {
            return item->findChild<QWidget*>(name)->isVisibleTo(item);
        };
        QVERIFY(shows(items.at(0), u"activityLog"_s) && shows(items.at(0), u"activityStop"_s));
        QVERIFY(!shows(items.at(0), u"activityDismiss"_s));
        QVERIFY(!shows(items.at(3), u"activityLog"_s)); // An operation has no log.
        QVERIFY(shows(items.at(4), u"activityDismiss"_s) && !shows(items.at(4), u"activityStop"_s));
        QVERIFY(shows(items.at(5), u"activitySite"_s));
        QSignalSpy stopped(&pane, &ActivityPane::stopRequested);
        items.at(0)->findChild<QPushButton*>(u"activityStop"_s)->click();
        QCOMPARE(stopped.constFirst().constFirst().toLongLong(), 1043);
        QSignalSpy dismissed(&pane, &ActivityPane::dismissed);
        items.at(4)->findChild<QToolButton*>(u"activityDismiss"_s)->click();
        QTRY_COMPARE(dismissed.size(), 1);
        QCOMPARE(dismissed.constFirst().constFirst().toString(), u"deployment/3008"_s);
    }

    void aRowKeepsItsButtonsWhileItGoesOn() {
        ActivityPane pane;
        QList<ActivityRow> rows = sample::activityRows();
        pane.setRows(rows);
        const auto* const before = pane.findChildren<ActivityItem*>().constFirst();
        rows[0].percent = 70;
        rows[0].text = u"Publish"_s;
        pane.setRows(rows);
        const auto* const after = pane.findChildren<ActivityItem*>().constFirst();
        QCOMPARE(after, before);
        QCOMPARE(after->findChild<QLabel*>(u"activityText"_s)->text(), u"Publish"_s);
    }

    void thePaneBecomesAPillAndBack() {
        DockedWindow docked;
        docked.dock->setRows(sample::activityRows());
        QVERIFY(docked.shows(u"activityPill"_s) && !docked.shows(u"activityPane"_s));
        QTest::mouseClick(docked.window.findChild<QWidget*>(u"activityPill"_s), Qt::LeftButton);
        QVERIFY(docked.shows(u"activityPane"_s) && !docked.shows(u"activityPill"_s));
        QVERIFY(docked.splitter->indexOf(&docked.dock->pane()) >= 0);
        docked.window.findChild<QToolButton*>(u"activityClose"_s)->click();
        QVERIFY(docked.shows(u"activityPill"_s) && !docked.shows(u"activityPane"_s));
        docked.dock->setRows({});
        QVERIFY(!docked.shows(u"activityPill"_s)); // There is nothing to tell.
    }

    void aNarrowWindowFoldsThePaneByItself() {
        DockedWindow docked;
        docked.dock->setRows(sample::activityRows());
        docked.dock->setWanted(true);
        QVERIFY(docked.shows(u"activityPane"_s));
        docked.window.resize(880, 700);
        QTRY_VERIFY(docked.shows(u"activityPill"_s) && !docked.shows(u"activityPane"_s));
        QVERIFY(docked.dock->isWanted());
        // Asked for, it lies over the page and takes no room from it.
        docked.dock->toggle();
        QVERIFY(docked.shows(u"activityPane"_s));
        QVERIFY(docked.splitter->indexOf(&docked.dock->pane()) < 0);
        docked.window.resize(1300, 700);
        QTRY_VERIFY(docked.splitter->indexOf(&docked.dock->pane()) >= 0);
        QVERIFY(docked.shows(u"activityPane"_s));
    }
};

QTEST_MAIN(ActivityTest)
#include "tst_activity.moc"
