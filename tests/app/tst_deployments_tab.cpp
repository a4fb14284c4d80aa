#include "app/models/deployment_list_model.h"
#include "app/screens/project/deployments_tab.h"
#include "app/screens/project/project_intents.h"
#include "app/screens/project/roll_back_sheet.h"
#include "core/compare/change_counter.h"
#include "core/deploy/manifest_store.h"
#include "tests/app/sample_states.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::app;

namespace {

/// The tab in a window of a usual size.
struct Tab {
    Tab() : tab(model, intents) {
        model.setCounter(counter);
        tab.resize(1040, 700);
        tab.setEmpty(false);
        tab.show();
    }
    QListView& view() { return *tab.findChild<QListView*>(u"deploymentRows"_s); }
    void click(int row, int fromRight) {
        const QRect place = view().visualRect(view().model()->index(row, 0));
        QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, {place.right() - fromRight, place.center().y()});
    }

    QTemporaryDir folder;
    Home home{folder.path(), folder.filePath(u"cache"_s)};
    ChangeCounter counter{home};
    DeploymentListModel model;
    ProjectIntents intents;
    DeploymentsTab tab;
};

Manifest manifestOf(DeploymentId id, const QList<std::pair<QString, QByteArray>>& files) {
    Manifest manifest;
    manifest.deployment = id;
    manifest.createdAt = QDateTime(QDate(2026, 3, 14), QTime(12, 0), Qt::UTC);
    for (const auto& [path, content] : files) {
        ManifestFile file;
        file.path = path;
        file.size = content.size();
        file.sha256 = content.leftJustified(32, '.', true);
        file.contentType = u"text/html"_s;
        manifest.files.append(file);
    }
    return manifest;
}

} // namespace

class DeploymentsTabTest : public QObject {
    Q_OBJECT

private slots:
    void fiveThousandRowsHaveNoWidgetsOfTheirOwn() {
        Tab tab;
        tab.model.setDeployments(sample::live().deployments);
        QCoreApplication::processEvents();
        const qsizetype few = tab.tab.findChildren<QWidget*>().size();
        QList<Deployment> many;
        for (int number = 5000; number > 0; --number) {
            Deployment deployment = sample::live().deployments.at(number % 6);
            deployment.id = number;
            deployment.number = number;
            many.append(deployment);
        }
        tab.model.setDeployments(many);
        tab.view().scrollToBottom();
        tab.tab.grab();
        QCOMPARE(tab.tab.findChildren<QWidget*>().size(), few);
        QVERIFY(tab.view().verticalScrollBar()->maximum() > 4900 * 52);
        tab.view().setFocus();
        tab.view().setCurrentIndex(tab.view().model()->index(0, 0));
        QTest::keyClick(&tab.view(), Qt::Key_End);
        QCOMPARE(tab.view().currentIndex().row(), 4999);
        QSignalSpy log(&tab.intents, &ProjectIntents::showLog);
        QTest::keyClick(&tab.view(), Qt::Key_Return);
        QCOMPARE(log.constFirst().constFirst().toLongLong(), 1);
    }

    void changesAreCountedFromWhatIsKeptHere() {
        Tab tab;
        const QAbstractItemModelTester tester(&tab.model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QList<Deployment> deployments = sample::live().deployments;
        const ManifestStore store(tab.home);
        store.keepDraft(manifestOf(1041, {{u"a"_s, "1"}, {u"b"_s, "2"}}));
        store.keepDraft(manifestOf(1042, {{u"a"_s, "one"}, {u"c"_s, "3"}, {u"d"_s, "4"}}));
        tab.model.setDeployments(deployments);
        tab.model.setHosts(2, 3);
        QCOMPARE(tab.model.before(1042), 1041);
        QCOMPARE(tab.model.before(1041), 1039);
        QTRY_COMPARE(tab.model.index(0).data(DeploymentListModel::ChangesRole).toString(), u"+2 ~1 −1"_s);
        const QString detail = tab.model.index(0).data(DeploymentListModel::DetailRole).toString();
        QVERIFY2(detail.startsWith(u"+2 ~1 −1  ·  +3 bytes"_s) && detail.endsWith(u"hosts: 2/3"_s), qPrintable(detail));
        // The list of #39 is not kept: nothing is claimed of #41.
        QCOMPARE(tab.model.index(1).data(DeploymentListModel::ChangesRole).toString(), QString());
    }

    void aFailedRowSaysItsFirstError() {
        Tab tab;
        tab.model.setDeployments(sample::live().deployments);
        QCOMPARE(tab.model.index(2).data(DeploymentListModel::DetailRole).toString(),
            u"src/App.tsx:42:7 - error TS2322: Type 'string' is not assignable to type 'number'."_s);
        QVERIFY(tab.view().visualRect(tab.view().model()->index(2, 0)).height()
            > tab.view().visualRect(tab.view().model()->index(1, 0)).height());
    }

    void buttonsOfARowDoWhatTheyShow() {
        Tab tab;
        tab.model.setDeployments(sample::live().deployments);
        QCoreApplication::processEvents();
        QSignalSpy compared(&tab.intents, &ProjectIntents::compare);
        QSignalSpy opened(&tab.intents, &ProjectIntents::openDeployment);
        QSignalSpy asked(&tab.intents, &ProjectIntents::prepareRollBack);
        QSignalSpy log(&tab.intents, &ProjectIntents::showLog);
        tab.click(0, 44 + 16);
        QCOMPARE(compared.size(), 1);
        tab.click(0, 44 + 48);
        QCOMPARE(opened.size(), 1);
        tab.click(1, 44 + 48);
        QCOMPARE(asked.constFirst().constFirst().toLongLong(), 1041);
        tab.click(2, 44 + 48);
        tab.click(2, 400);
        QCOMPARE(log.size(), 2);
    }

    void aLongMessageWithMarkupStaysOneLine() {
        Tab tab;
        QList<Deployment> deployments = sample::live().deployments;
        deployments[0].revision.message = u"<h1>big</h1>\n<script>alert(1)</script> "_s.repeated(250) + u"🐾 مرحبا"_s;
        tab.model.setDeployments(deployments);
        QVERIFY(!tab.tab.grab().isNull());
        QVERIFY(tab.model.index(0).data(Qt::AccessibleTextRole).toString().size() < 300);
        QVERIFY(!tab.model.index(0).data(Qt::ToolTipRole).toString().contains(u'<'));
    }

    void aRollbackTellsHostByHostAndItsFailure() {
        ProjectIntents intents;
        RollBackSheet sheet(intents);
        ProjectState state = sample::live();
        sheet.setState(state);
        QVERIFY(!sheet.isVisibleTo(nullptr));
        state.rollBack.shown = true;
        state.rollBack.chosen = 1041;
        state.rollBack.changes = ChangeCounts{1, 2, 0, -512};
        sheet.setState(state);
        sheet.show();
        const QString words = sheet.findChild<QLabel*>(u"rollBackChanges"_s)->text();
        QVERIFY2(words.contains(u"+1 ~2"_s) && words.contains(u"#42"_s), qPrintable(words));
        state.rollBack.running = true;
        state.rollBack.hosts
            = {{1, 1041, u"a.example"_s, HostStage::Live}, {1, 1041, u"b.example"_s, HostStage::PutBack}};
        state.working = u"Rolling back"_s;
        sheet.setState(state);
        QCOMPARE(sheet.findChildren<QLabel*>(u"rollBackHost"_s).size(), 2);
        QVERIFY(!sheet.findChild<QPushButton*>(u"confirmRollBack"_s)->isEnabled());
        state.rollBack.running = false;
        state.working.clear();
        state.rollBack.error = shownError(Error(ErrorKind::RouteNotConfirmed, u"b.example"_s));
        sheet.setState(state);
        QVERIFY(sheet.findChild<QWidget*>(u"rollBackError"_s)->isVisible());
        QSignalSpy again(&intents, &ProjectIntents::rollBack);
        QTest::mouseClick(sheet.findChild<QPushButton*>(u"confirmRollBack"_s), Qt::LeftButton);
        QCOMPARE(again.constFirst().constFirst().toLongLong(), 1041);
        QSignalSpy left(&intents, &ProjectIntents::leaveRollBack);
        QTest::keyClick(&sheet, Qt::Key_Escape);
        QCOMPARE(left.size(), 1);
    }
};

QTEST_MAIN(DeploymentsTabTest)
#include "tst_deployments_tab.moc"
