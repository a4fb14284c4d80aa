#include "app/help/report.h"
#include "app/shell/about_sheet.h"
#include "core/sample/sample_site.h"
#include "core/store/deployment_table.h"
#include "core/store/project_table.h"
#include "tests/app/desk.h"
#include "tests/net/loopback_server.h"

#include <QClipboard>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::app;
using miaobu::test::Desk;
using miaobu::test::LoopbackServer;
using miaobu::test::ReceivedRequest;

namespace {

const QByteArray target = R"({"name":"prod","accessKeyId":"LTAI5tAbCdEfGhIjKlMnOpQr","accountId":"1234567890123456",
    "region":"cn-hangzhou","baseDomain":"example.com","oss":{"bucket":"my-bucket"},
    "esa":{"siteId":123,"kvNamespace":"miaobu","routine":"miaobu-router"}})";
const QString token = u"ghp_"_s + QString(36, u'x');

/// A failed deployment of a new project, whose error says \a detail.
void fail(const Desk& desk, const QString& slug, const QString& detail) {
    Project project;
    project.slug = slug;
    project.createdAt = QDateTime::currentDateTimeUtc();
    Deployment deployment;
    deployment.id = 1'000 + ProjectTable(*desk.world.database).all().size();
    deployment.project = ProjectTable(*desk.world.database).insert(project).id;
    deployment.target = u"local"_s;
    deployment.state = DeploymentState::Failed;
    deployment.createdAt = QDateTime(QDate(2026, 11, 27), QTime(8, 9), Qt::UTC);
    deployment.finishedAt = deployment.createdAt;
    deployment.failure = Failure{ErrorKind::BuildFailed, Stage::Build, slug, detail, {}, 3, u"r-77"_s};
    (void)DeploymentTable(*desk.world.database).insert(deployment, u"test"_s);
}

void writeTarget(const Desk& desk, const QByteArray& json) {
    QFile file(desk.kept.folder.filePath(u"prod.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(json);
}

QString reportOf(Desk& desk) {
    return reportText(*desk.world.database, desk.store->names(), *desk.store, desk.world.home);
}

} // namespace

/// What is there for a person who begins, and for one whose program does not do what it should.
class HelpTest : public QObject {
    Q_OBJECT

private slots:
    void aSampleIsTriedWithoutAnythingOfOnesOwn();
    void theReportTellsWhatFailed();
    void theReportTellsNoSecretAndNoName();
    void aDamagedTargetIsToldAsSuch();
    void aboutCopiesTheReportAndOpensTheLogs();
    void aNewerVersionIsToldAndOnlyShown();
    void aboutSaysThatItCouldNotLook();
    void aBuildOfNobodyAsksNobody();
};

void HelpTest::aSampleIsTriedWithoutAnythingOfOnesOwn() {
    Desk desk;
    desk.click(u"trySample"_s);
    QTRY_VERIFY(desk.window.frame().findChild<QPushButton*>(u"deployNew"_s)->isVisible());
    QTRY_VERIFY(desk.named<QPushButton>(u"deployNew"_s).isEnabled());
    desk.click(u"deployNew"_s);
    QTRY_VERIFY2(desk.pill() == u"Live", qPrintable(desk.error()));
    QCOMPARE(ProjectTable(*desk.world.database).all().constFirst().source.location, sampleFolder(desk.world.home));
}

void HelpTest::theReportTellsWhatFailed() {
    Desk desk;
    QVERIFY(reportOf(desk).contains(u"No deployment has failed."));
    writeTarget(desk, target);
    fail(desk, u"shop"_s, u"vite:\n  cannot find module x"_s);
    const QString report = reportOf(desk);
    QVERIFY2(report.contains(QLatin1StringView(qVersion())), qPrintable(report));
    QVERIFY2(report.contains(u"Target 1: cn-hangzhou, OSS, ESA"), qPrintable(report));
    QVERIFY2(report.contains(u"2026-11-27 08:09  BuildFailed in build on this computer, exit code 3, request r-77"),
        qPrintable(report));
    QVERIFY2(report.contains(u"vite: cannot find module x"), qPrintable(report));
}

void HelpTest::theReportTellsNoSecretAndNoName() {
    Desk desk;
    writeTarget(desk, target);
    qputenv("GITHUB_TOKEN", "plain-words-of-a-token");
    fail(desk, u"shop"_s,
        u"git said %1, Bearer abcdefghijkl, LTAI5tAbCdEfGhIjKlMnOpQr and plain-words-of-a-token in %2/notes"_s.arg(
            token, QDir::homePath()));
    const QString report = reportOf(desk);
    qunsetenv("GITHUB_TOKEN");
    QVERIFY2(report.contains(u"git said ***"), qPrintable(report));
    QVERIFY2(report.contains(u"Target 1: cn-hangzhou"), qPrintable(report));
    QVERIFY2(QDir::homePath().size() == 1 || report.contains(u"~/notes"), qPrintable(report));
    for (const QString& kept : {token, u"abcdefghijkl"_s, u"LTAI5t"_s, u"plain-words"_s, u"example.com"_s,
             u"my-bucket"_s, u"1234567890123456"_s, u"shop"_s, u"prod"_s}) {
        QVERIFY2(!report.contains(kept), qPrintable(kept + u" is in\n"_s + report));
    }
}

void HelpTest::aDamagedTargetIsToldAsSuch() {
    Desk desk;
    writeTarget(desk, "{\"name\":");
    QVERIFY2(reportOf(desk).contains(u"Target 1: InvalidInput"), qPrintable(reportOf(desk)));
}

void HelpTest::aboutCopiesTheReportAndOpensTheLogs() {
    Desk desk;
    desk.window.actions()[Actions::Act::ShowAbout].trigger();
    const QString before = desk.named<QLabel>(u"reportNote"_s).text();
    desk.click(u"copyReport"_s);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"Miaobu: "));
    QVERIFY(desk.named<QLabel>(u"reportNote"_s).text() != before);
    desk.click(u"openLogs"_s);
    QCOMPARE(desk.prompt.opened.toLocalFile(), desk.world.home.logFolder());
    desk.click(u"closeAbout"_s);
    QVERIFY(!desk.window.frame().findChild<AboutSheet*>()->isVisible());
    desk.window.actions()[Actions::Act::ShowAbout].trigger();
    QCOMPARE(desk.named<QLabel>(u"reportNote"_s).text(), before);
}

void HelpTest::aNewerVersionIsToldAndOnlyShown() {
    LoopbackServer server([](const ReceivedRequest&, QTcpSocket& socket) {
        socket.write(LoopbackServer::answer(R"({"tag_name":"v0.2.0"})"));
    });
    Desk desk(Desk::Cloud::InMemory, {gitHubCom, "https://github.com", server.url("/api")});
    desk.updates.start();
    auto& news = *desk.window.frame().findChild<QAbstractButton*>(u"newerVersion"_s);
    QTRY_VERIFY(news.isVisible());
    QVERIFY(news.text().contains(u"0.2.0"));
    QTest::mouseClick(&news, Qt::LeftButton);
    const QUrl page(u"https://github.com/miaobu/miaobu/releases/tag/v0.2.0"_s);
    QCOMPARE(desk.prompt.opened, page);
    desk.prompt.opened.clear();
    desk.window.actions()[Actions::Act::ShowAbout].trigger();
    QVERIFY(desk.named<QLabel>(u"updateNote"_s).text().contains(u"0.2.0"));
    desk.click(u"updateAction"_s);
    QCOMPARE(desk.prompt.opened, page);
    QCOMPARE(server.requests.size(), 1);
    desk.updates.setAutomatic(false);
    QVERIFY2(!news.isVisible(), "who does not want to be told is not");
}

void HelpTest::aboutSaysThatItCouldNotLook() {
    QByteArray answer = LoopbackServer::answer("{}", "500 Internal Server Error");
    LoopbackServer server([&answer](const ReceivedRequest&, QTcpSocket& socket) { socket.write(answer); });
    Desk desk(Desk::Cloud::InMemory, {gitHubCom, "https://github.com", server.url("/api")});
    desk.window.actions()[Actions::Act::ShowAbout].trigger();
    auto& note = desk.named<QLabel>(u"updateNote"_s);
    const QString before = note.text();
    desk.click(u"updateAction"_s);
    QTRY_VERIFY(desk.updates.state().failure);
    QVERIFY2(note.text().contains(u"ould not"), qPrintable(note.text()));
    QVERIFY(!desk.window.frame().findChild<QAbstractButton*>(u"newerVersion"_s)->isVisible());
    answer = LoopbackServer::answer(R"({"tag_name":"v0.1.0"})");
    desk.click(u"updateAction"_s);
    QTRY_VERIFY(!desk.updates.state().isLooking);
    QVERIFY2(!note.text().contains(u"ould not") && note.text() != before, qPrintable(note.text()));
}

void HelpTest::aBuildOfNobodyAsksNobody() {
    Desk desk;
    desk.updates.start();
    QVERIFY(!desk.updates.isBusy());
    desk.window.actions()[Actions::Act::ShowAbout].trigger();
    QVERIFY(!desk.named<QLabel>(u"updateNote"_s).text().isEmpty());
    QVERIFY(!desk.window.frame().findChild<QPushButton*>(u"updateAction"_s)->isVisible());
}

QTEST_MAIN(HelpTest)
#include "tst_help.moc"
