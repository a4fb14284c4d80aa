#include "app/screens/previews/preview_row.h"
#include "app/screens/previews/previews_card.h"
#include "core/git/any_source_checkout.h"
#include "core/git/git_worker.h"
#include "core/store/preview_table.h"
#include "core/store/watch_table.h"
#include "tests/app/desk.h"
#include "tests/support/git_fixture.h"
#include "tests/support/git_http_server.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>

#include <cstring>

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::app;
using miaobu::test::Desk;

namespace {

/// A window with a project from a repository that has a second branch; the site is live.
struct PreviewsDesk : Desk {
    PreviewsDesk() : work(folder.filePath(u"work"_s)), server(folder.filePath(u"srv"_s), {}) {
        world.checkout.repositories = &checkout;
        test::initRepository(work);
        test::writeFile(work + u"/package.json"_s, R"({"scripts":{"build":"vite build"}})");
        test::writeFile(work + u"/index.html"_s, "site");
        first = commit(u"First"_s);
        test::git(folder.path(), {u"init"_s, u"-q"_s, u"--bare"_s, u"-b"_s, u"main"_s, bare()});
        pushTo(u"main"_s);
        test::git(work, {u"checkout"_s, u"-q"_s, u"-b"_s, u"next"_s});
        test::writeFile(work + u"/index.html"_s, "next");
        second = commit(u"Second"_s);
        pushTo(u"next"_s);
        Project added;
        added.name = u"shop"_s;
        added.source = {SourceKind::Git, server.base() + u"/public/site.git"_s, u"main"_s};
        added.overrides.outputDir = u"dist"_s;
        project = world.deployer->addProject(added);
        world.deploy(project.id);
        window.frame().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window.frame()));
        QTRY_COMPARE(pill(), u"Live"_s);
    }

    [[nodiscard]] QString bare() const { return folder.filePath(u"srv/site.git"_s); }
    QString commit(const QString& message) const { return test::commitAll(work, message); }
    void pushTo(const QString& branch) const {
        test::git(work, {u"push"_s, u"-q"_s, u"-f"_s, bare(), u"HEAD:refs/heads/"_s + branch});
    }
    void dropBranch(const QString& branch) const {
        test::git(work, {u"push"_s, u"-q"_s, bare(), u":refs/heads/"_s + branch});
    }
    [[nodiscard]] std::optional<QByteArray> visit(const QString& host) const {
        return world.cloud.visit(host, u"index.html"_s);
    }
    [[nodiscard]] std::optional<Preview> stored(const QString& name) const {
        return PreviewTable(*world.database).find(project.id, project.target, name);
    }
    [[nodiscard]] PreviewsCard& card() { return window.frame().project().previews(); }
    [[nodiscard]] QString pillOfRow() { return card().findChild<Pill*>(u"previewPill"_s)->text(); }
    [[nodiscard]] QString facts() { return card().findChild<QLabel*>(u"previewFacts"_s)->text(); }
    [[nodiscard]] bool hasRows() { return !card().findChildren<PreviewRow*>().isEmpty(); }

    /// What is in the menu of the first preview.
    void choose(const QString& action) {
        card().findChild<QPushButton*>(u"previewMenu"_s)->click();
        auto* const menu = card().findChild<QMenu*>(u"previewActions"_s);
        for (QAction* one : menu->actions()) {
            if (one->objectName() == action) {
                QVERIFY2(one->isEnabled(), qPrintable(action));
                one->trigger();
                delete menu;
                return;
            }
        }
        QFAIL(qPrintable(action + u" is not in the menu"_s));
    }

    /// As a person makes one of the branch next, by the palette's action.
    void makePreview(const QString& reference, const QString& password = {}) {
        window.actions()[Actions::Act::NewPreview].trigger();
        QCOMPARE(window.frame().project().tab(), ProjectPage::Tab::Deployments);
        auto& field = named<QComboBox>(u"previewReference"_s);
        field.setEditText(reference);
        if (!password.isEmpty()) {
            QTest::keyClicks(&named<QLineEdit>(u"previewPassword"_s), password);
        }
        click(u"makePreview"_s);
    }

    QTemporaryDir folder;
    QString work;
    test::GitHttpServer server;
    AnySourceCheckout checkout{world.home.mirrorFolder(), QCoreApplication::applicationFilePath()};
    Project project;
    QString first;
    QString second;
};

} // namespace

/// What a person does with previews, and what they see.
class PreviewsFlowTest : public QObject {
    Q_OBJECT

private slots:
    void aBranchIsShownBesideTheSite() {
        PreviewsDesk desk;
        desk.window.actions()[Actions::Act::NewPreview].trigger();
        // The branches are there to choose from, without the site's own.
        auto& field = desk.named<QComboBox>(u"previewReference"_s);
        QTRY_COMPARE_WITH_TIMEOUT(field.count(), 1, 20'000);
        QCOMPARE(field.itemText(0), u"next"_s);
        field.setEditText(u"next"_s);
        QCOMPARE(desk.named<QLabel>(u"previewNameNote"_s).text(), u"shop-next.localhost"_s);
        desk.click(u"makePreview"_s);
        QTRY_COMPARE_WITH_TIMEOUT(desk.pillOfRow(), u"Live"_s, 20'000);
        QVERIFY(desk.facts().startsWith(u"next  ·  "_s + desk.second.left(7)));
        QVERIFY(desk.facts().endsWith(u"open to everybody"_s));
        QCOMPARE(desk.visit(u"shop-next.localhost"_s), std::optional("next"_ba));
        QCOMPARE(desk.visit(u"shop.localhost"_s), std::optional("site"_ba));
        // The page is the site's, whatever becomes of a preview.
        QCOMPARE(desk.pill(), u"Live"_s);
        desk.click(u"openPreview"_s);
        QCOMPARE(desk.prompt.opened.host(), u"shop-next.localhost"_s);
    }

    void aCommitIsShownBesideTheSite() {
        PreviewsDesk desk;
        desk.makePreview(desk.second.left(10));
        QTRY_COMPARE_WITH_TIMEOUT(desk.pillOfRow(), u"Live"_s, 20'000);
        QVERIFY(desk.facts().startsWith(u"no branch"_s));
        QCOMPARE(desk.visit(u"shop-%1.localhost"_s.arg(desk.second.left(7))), std::optional("next"_ba));
    }

    void itDoesNotWaitForTheSite() {
        PreviewsDesk desk;
        desk.world.builder.hangs = true;
        test::writeFile(desk.work + u"/index.html"_s, "newer");
        desk.commit(u"Third"_s);
        desk.pushTo(u"main"_s);
        desk.click(u"deploy"_s);
        QTRY_COMPARE_WITH_TIMEOUT(desk.pill(), u"Running"_s, 20'000);
        desk.makePreview(u"next"_s);
        QTRY_COMPARE_WITH_TIMEOUT(desk.pillOfRow(), u"Running"_s, 20'000);
        QCOMPARE(desk.pill(), u"Running"_s);
        desk.choose(u"stopPreview"_s);
        QTRY_COMPARE_WITH_TIMEOUT(desk.pillOfRow(), u"Cancelled"_s, 20'000);
        QCOMPARE(desk.pill(), u"Running"_s);
        desk.world.builder.hangs = false;
        desk.window.actions()[Actions::Act::Cancel].trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!desk.world.deployer->isBusy(), 20'000);
    }

    void aPasswordIsSetChangedAndTakenAway() {
        PreviewsDesk desk;
        desk.makePreview(u"next"_s, u"open sesame"_s);
        QTRY_COMPARE_WITH_TIMEOUT(desk.pillOfRow(), u"Live"_s, 20'000);
        QVERIFY(desk.facts().endsWith(u"with a password"_s));
        const auto gate = [&desk] {
            return routingEntryFromJson(desk.world.cloud.entries.value(u"shop-next.localhost"_s))
                .others.value(u"gate"_s)
                .toObject();
        };
        const QJsonObject set = gate();
        QTRY_VERIFY_WITH_TIMEOUT(!desk.world.deployer->isBusy(), 20'000);
        QCOMPARE(set.value(u"version"_s).toInt(), 1);
        desk.choose(u"askPassword"_s);
        QTest::keyClicks(&desk.named<QLineEdit>(u"newPassword"_s), u"another"_s);
        desk.click(u"setPassword"_s);
        QTRY_COMPARE_WITH_TIMEOUT(gate().value(u"version"_s).toInt(), 2, 20'000);
        QVERIFY(gate().value(u"hash"_s) != set.value(u"hash"_s));
        QTRY_VERIFY(!desk.world.deployer->isBusy());
        desk.choose(u"removePassword"_s);
        QTRY_VERIFY_WITH_TIMEOUT(gate().isEmpty(), 20'000);
        QTRY_VERIFY(desk.facts().endsWith(u"open to everybody"_s));
    }

    void itIsDeployedAgainAndRemoved() {
        PreviewsDesk desk;
        desk.makePreview(u"next"_s);
        QTRY_COMPARE_WITH_TIMEOUT(desk.pillOfRow(), u"Live"_s, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(!desk.world.deployer->isBusy(), 20'000);
        test::writeFile(desk.work + u"/index.html"_s, "newer");
        const QString third = desk.commit(u"Third"_s);
        desk.pushTo(u"next"_s);
        desk.choose(u"redeployPreview"_s);
        QTRY_COMPARE_WITH_TIMEOUT(desk.visit(u"shop-next.localhost"_s), std::optional("newer"_ba), 20'000);
        QTRY_VERIFY(desk.facts().contains(third.left(7)));
        QTRY_VERIFY(!desk.world.deployer->isBusy());
        desk.choose(u"removePreview"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!desk.hasRows(), 20'000);
        QCOMPARE(desk.prompt.previewRemovalsAsked, 1);
        QVERIFY(!desk.visit(u"shop-next.localhost"_s));
        QCOMPARE(desk.visit(u"shop.localhost"_s), std::optional("site"_ba));
    }

    void whatCannotBeDoneIsSaidOnTheCard() {
        PreviewsDesk desk;
        desk.makePreview(u"next"_s);
        QTRY_COMPARE_WITH_TIMEOUT(desk.pillOfRow(), u"Live"_s, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(!desk.world.deployer->isBusy(), 20'000);
        desk.world.cloud.routine.production = RoutineStatus::Production::Other;
        desk.choose(u"askPassword"_s);
        QTest::keyClicks(&desk.named<QLineEdit>(u"newPassword"_s), u"open sesame"_s);
        desk.click(u"setPassword"_s);
        QTRY_VERIFY_WITH_TIMEOUT(desk.card().findChild<QWidget*>(u"previewsError"_s)->isVisible(), 20'000);
        QVERIFY(desk.facts().endsWith(u"open to everybody"_s));
        // A branch that is not there fails on its row, and the site's page says nothing of it.
        desk.makePreview(u"nowhere"_s);
        QTRY_COMPARE_WITH_TIMEOUT(desk.pillOfRow(), u"Failed"_s, 20'000);
        QCOMPARE(desk.pill(), u"Live"_s);
    }

    void aPreviewGoesWithItsBranchAndPushedBranchesBecomePreviews() {
        PreviewsDesk desk;
        desk.makePreview(u"next"_s);
        QTRY_COMPARE_WITH_TIMEOUT(desk.pillOfRow(), u"Live"_s, 20'000);
        desk.pushes.start();
        desk.window.frame().project().showTab(ProjectPage::Tab::Settings);
        desk.named<QCheckBox>(u"watchSwitch"_s).click();
        desk.named<QCheckBox>(u"watchBranches"_s).click();
        QTRY_COMPARE_WITH_TIMEOUT(WatchTable(*desk.world.database).branchHeads(desk.project.id).size(), 2, 20'000);
        desk.pushTo(u"feature/login"_s);
        desk.dropBranch(u"next"_s);
        desk.pushes.lookNow(desk.project.id);
        QTRY_VERIFY_WITH_TIMEOUT(!desk.stored(u"next"_s), 20'000);
        QVERIFY(!desk.visit(u"shop-next.localhost"_s));
        QTRY_COMPARE_WITH_TIMEOUT(desk.visit(u"shop-feature-login.localhost"_s), std::optional("next"_ba), 20'000);
        desk.window.frame().project().showTab(ProjectPage::Tab::Deployments);
        QTRY_VERIFY(desk.facts().startsWith(u"feature/login"_s));
    }
};

int main(int argc, char** argv) {
    if (argc == 2 && std::strcmp(argv[1], "--git-worker") == 0) {
        return miaobu::runGitWorker();
    }
    QApplication application(argc, argv);
    PreviewsFlowTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_previews_flow.moc"
