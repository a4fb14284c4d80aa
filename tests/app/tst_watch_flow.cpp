#include "core/git/any_source_checkout.h"
#include "core/git/git_worker.h"
#include "tests/app/desk.h"
#include "tests/support/git_fixture.h"
#include "tests/support/git_http_server.h"

#include <QCheckBox>
#include <QLabel>

#include <cstring>

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::app;
using miaobu::test::Desk;

namespace {

/// A window with a project from a repository on a server; what is built is what is pushed.
struct PushDesk : Desk {
    PushDesk() : work(folder.filePath(u"work"_s)), server(folder.filePath(u"srv"_s), {}) {
        world.checkout.repositories = &checkout;
        test::initRepository(work);
        test::writeFile(work + u"/package.json"_s, R"({"scripts":{"build":"vite build"}})");
        test::writeFile(work + u"/index.html"_s, "first");
        first = push(u"First"_s);
        Project added;
        added.name = u"shop"_s;
        added.source = {SourceKind::Git, server.base() + u"/public/site.git"_s, u"main"_s};
        added.overrides.outputDir = u"dist"_s;
        project = world.deployer->addProject(added);
        pushes.start();
    }

    /// Commits and pushes everything. Gives the commit.
    QString push(const QString& message) {
        const QString commit = test::commitAll(work, message);
        const QString bare = folder.filePath(u"srv/site.git"_s);
        if (!QDir(bare).exists()) {
            test::git(folder.path(), {u"init"_s, u"-q"_s, u"--bare"_s, u"-b"_s, u"main"_s, bare});
        }
        test::git(work, {u"push"_s, u"-q"_s, u"-f"_s, bare, u"main"_s});
        return commit;
    }

    [[nodiscard]] QStringList deployed() const {
        QStringList commits;
        for (const Deployment& deployment : DeploymentTable(*world.database).ofProject(project.id)) {
            commits.append(deployment.requestedCommit);
        }
        return commits;
    }

    QTemporaryDir folder;
    QString work;
    test::GitHttpServer server;
    AnySourceCheckout checkout{world.home.mirrorFolder(), QCoreApplication::applicationFilePath()};
    Project project;
    QString first;
};

} // namespace

class WatchFlowTest : public QObject {
    Q_OBJECT

private slots:
    void aPushIsDeployedWithoutAClick() {
        PushDesk desk;
        QTRY_COMPARE(desk.window.frame().page(), WindowFrame::Page::Project);
        desk.named<QCheckBox>(u"watchSwitch"_s).click();
        QTRY_VERIFY_WITH_TIMEOUT(desk.named<QLabel>(u"headerWatch"_s).text().contains(desk.first.left(7)), 20'000);
        QVERIFY(desk.named<QLabel>(u"watchOutcome"_s).text().startsWith(u"Begun at"_s));
        QCOMPARE(desk.deployed(), QStringList());

        test::writeFile(desk.work + u"/index.html"_s, "second");
        const QString second = desk.push(u"Second"_s);
        // Turning to the window after the push is enough.
        desk.pushes.wake();
        QTRY_COMPARE_WITH_TIMEOUT(desk.deployed(), QStringList(second), 20'000);
        QTRY_VERIFY2(desk.pill() == u"Live", qPrintable(desk.error()));
        QTRY_VERIFY(desk.named<QLabel>(u"watchOutcome"_s)
                .text()
                .contains(u"“Second” (%1) was deployed by itself"_s.arg(second.left(7))));

        test::writeFile(desk.work + u"/index.html"_s, "third");
        const QString third = desk.push(u"Third [skip ci]"_s);
        desk.named<QAbstractButton>(u"headerLook"_s).click();
        QTRY_VERIFY_WITH_TIMEOUT(desk.named<QLabel>(u"watchOutcome"_s).text().contains(u"asks to skip"_s), 20'000);
        QVERIFY(desk.named<QLabel>(u"headerWatch"_s).text().contains(third.left(7)));
        QCOMPARE(desk.deployed(), QStringList(second));

        desk.named<QCheckBox>(u"watchSwitch"_s).click();
        test::writeFile(desk.work + u"/index.html"_s, "fourth");
        const QString fourth = desk.push(u"Fourth"_s);
        desk.named<QAbstractButton>(u"watchLook"_s).click();
        QTRY_VERIFY_WITH_TIMEOUT(desk.named<QLabel>(u"headerWatch"_s).text().contains(fourth.left(7)), 20'000);
        QCOMPARE(desk.deployed(), QStringList(second));
    }
};

int main(int argc, char** argv) {
    if (argc == 2 && std::strcmp(argv[1], "--git-worker") == 0) {
        return miaobu::runGitWorker();
    }
    QApplication application(argc, argv);
    WatchFlowTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_watch_flow.moc"
