// A person and their GitHub account: the whole program in a window, by clicks alone.
#include "app/widgets/pill.h"
#include "core/net/http_client.h"
#include "core/store/deployment_table.h"
#include "core/store/project_repository_table.h"
#include "core/store/project_table.h"
#include "tests/app/person.h"
#include "tests/support/await.h"
#include "tests/support/own_vite.h"

#include <QCheckBox>

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::app;
using miaobu::test::Person;
using miaobu::test::Shelf;

namespace {

constexpr int patience = 20'000;
/// Of a deployment with a package manager to fetch, or of one that begins with the next look at the branch.
constexpr int deployPatience = 180'000;

/// There is no keychain here, so the token is kept for the session.
void signInByCode(Person& person) {
    person.click(u"signInWithGitHub"_s);
    person.type(u"clientId"_s, u"Ov23liFakeClient"_s);
    QTRY_VERIFY(person.named<QPushButton>(u"signInByCode"_s).isEnabled());
    person.click(u"signInByCode"_s);
    QTRY_VERIFY2(person.sees(u"deviceCode"_s), qPrintable(person.words()));
    QCOMPARE(person.text(u"deviceCode"_s), u"FAKE-CODE"_s);
    person.click(u"openGitHub"_s);
    QCOMPARE(person.prompt.opened, QUrl(QString::fromUtf8(person.gitHub.webBase() + "/login/device")));
    person.gitHub.allow();
    QTRY_VERIFY_WITH_TIMEOUT(person.sees(u"errorAction"_s), patience);
    person.click(u"errorAction"_s);
}

QByteArray visited(const QUrl& url) {
    HttpRequest request;
    request.url = url.toEncoded();
    HttpClient client;
    return test::await(client.send(request, {})).body;
}

/// Whether this test has a child that fetches.
bool gitWorkerRuns() {
    const QByteArray self = QByteArray::number(QCoreApplication::applicationPid());
    for (const QString& process : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
        const QByteArray status = test::readFile(u"/proc/"_s + process + u"/status"_s);
        if (status.contains("\nPPid:\t" + self + '\n')
            && test::readFile(u"/proc/"_s + process + u"/cmdline"_s).contains("--git-worker")) {
            return true;
        }
    }
    return false;
}

/// A token as it may lie somewhere: itself, and as git sends it.
QList<QByteArray> formsOf(const QByteArray& token) {
    return {token, ("x-access-token:" + token).toBase64(), token.toBase64(), token.toHex()};
}

} // namespace

class GitHubFlowTest : public QObject {
    Q_OBJECT

private slots:
    void aPrivateRepositoryIsDeployedAndSoIsWhatIsPushedToIt() {
        Person person;
        Shelf::Files files = test::siteWithOwnVite("<title>Shop</title><h1>first</h1>");
        files.insert(u"pnpm-lock.yaml"_s, test::pnpmLockOfOwnVite());
        person.shelf.add(u"li/shop"_s, {{u"id"_s, 11}, {u"private"_s, true}}, files);
        person.shelf.add(u"acme/site"_s, {{u"id"_s, 12}});

        signInByCode(person);

        // Choose the private one; what it is built with is known without a clone.
        QTRY_VERIFY2_WITH_TIMEOUT(person.sees(u"repositoryList"_s), qPrintable(person.words()), patience);
        QTRY_COMPARE(person.named<QListView>(u"repositoryList"_s).model()->rowCount(), 2);
        person.named<QLineEdit>(u"repositoryFilter"_s).setText(u"li/"_s);
        QCOMPARE(person.named<QListView>(u"repositoryList"_s).model()->rowCount(), 1);
        person.choose(u"repositoryList"_s, 0);
        QTRY_VERIFY2_WITH_TIMEOUT(person.sees(u"deployNew"_s), qPrintable(person.words()), patience);
        QCOMPARE(person.named<QLineEdit>(u"projectSlug"_s).text(), u"shop"_s);
        QCOMPARE(person.named<QLineEdit>(u"buildCommand"_s).text(), u"pnpm run build"_s);
        QTRY_VERIFY(person.sees(u"sourceBranch"_s));
        QVERIFY(person.gitHub.requestsTo("/li/shop.git/info/refs").isEmpty());

        // Deploy, and deploy what is pushed. That is the last click.
        person.click(u"deployNew"_s);
        const DeploymentTable deployments(person.services->database());
        const Project project = ProjectTable(person.services->database()).all().constFirst();
        const auto online = [&] { return deployments.live(project.id, localTargetName); };
        QTRY_VERIFY2_WITH_TIMEOUT(online(), qPrintable(person.words()), deployPatience);
        QCOMPARE(ProjectRepositoryTable(person.services->database()).ofProject(project.id)->repository, 11);
        const QUrl site(online()->url);
        QVERIFY(visited(site).contains("first"));
        person.named<QCheckBox>(u"watchSwitch"_s).click();
        QTRY_VERIFY2_WITH_TIMEOUT(person.text(u"watchOutcome"_s).endsWith(u"has been deployed already."_s),
            qPrintable(person.text(u"watchOutcome"_s) + person.text(u"watchProblem"_s) + person.text(u"watchLine"_s)),
            patience);

        // Push, and wait for the next look.
        const QString second = person.shelf.push(
            u"li/shop"_s, {{u"page.html"_s, "<title>Shop</title><h1>second</h1>"}}, u"Say second"_s);
        QTRY_COMPARE_WITH_TIMEOUT(online()->requestedCommit, second, deployPatience);
        QVERIFY(visited(site).contains("second"));
        QTRY_COMPARE(person.named<Pill>(u"pagePill"_s).text(), u"Live"_s);
        QTRY_VERIFY(person.text(u"watchOutcome"_s).startsWith(u"“Say second”"_s));

        person.leave();
        for (const QByteArray& form : formsOf("gho_fake")) {
            QCOMPARE(person.filesWith(form), QStringList());
        }
    }

    void aRepositoryThatGitHubListsInPartIsFetchedWhichCanBeStopped() {
        Person person;
        person.shelf.add(u"li/site"_s, {{u"id"_s, 11}, {u"private"_s, true}});
        signInByCode(person);
        QTRY_VERIFY2_WITH_TIMEOUT(person.sees(u"repositoryList"_s), qPrintable(person.words()), patience);
        QTRY_COMPARE(person.named<QListView>(u"repositoryList"_s).model()->rowCount(), 1);
        const QString tree = test::git(person.shelf.bare(u"li/site"_s), {u"rev-parse"_s, u"main^{tree}"_s});
        const test::FakeAnswer cut{.body = R"({"sha":"a","tree":[],"truncated":true})"};
        const QByteArray listing = "/repos/li/site/git/trees/" + tree.toUtf8();

        // A server that has taken the request and says nothing.
        person.gitHub.script("GET", listing, cut);
        person.gitHub.holdFetches(true);
        person.choose(u"repositoryList"_s, 0);
        QTRY_VERIFY2_WITH_TIMEOUT(person.sees(u"lookingWhy"_s), qPrintable(person.words()), patience);
        QTRY_VERIFY_WITH_TIMEOUT(!person.gitHub.requestsTo("/li/site.git/info/refs").isEmpty(), patience);
        person.click(u"back"_s);
        QTRY_VERIFY_WITH_TIMEOUT(person.sees(u"repositoryList"_s), patience);
        QTRY_VERIFY_WITH_TIMEOUT(!gitWorkerRuns(), patience);
        QTRY_VERIFY(QDir(person.services->home().buildFolder()).isEmpty());

        person.gitHub.script("GET", listing, cut);
        person.gitHub.holdFetches(false);
        person.choose(u"repositoryList"_s, 0);
        QTRY_VERIFY2_WITH_TIMEOUT(person.sees(u"deployNew"_s), qPrintable(person.words()), patience);
        // It is known as the one it is at GitHub all the same.
        person.click(u"deployNew"_s);
        const Project project = ProjectTable(person.services->database()).all().constFirst();
        QCOMPARE(ProjectRepositoryTable(person.services->database()).ofProject(project.id)->repository, 11);
    }

    void aSignInThatEndsIsSaidAndHarmsNothing() {
        Person person;
        person.shelf.add(u"li/site"_s, {{u"id"_s, 11}});
        person.click(u"signInWithGitHub"_s);
        person.type(u"gitHubToken"_s, u"gho_fake"_s);
        QTRY_VERIFY_WITH_TIMEOUT(person.sees(u"errorAction"_s), 20'000);
        person.click(u"errorAction"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(person.sees(u"repositoryList"_s), qPrintable(person.words()), 20'000);
        QTRY_COMPARE(person.named<QListView>(u"repositoryList"_s).model()->rowCount(), 1);
        QTRY_VERIFY(person.named<QPushButton>(u"refreshRepositories"_s).isEnabled());
        QVERIFY(!person.sees(u"signInNotice"_s));
        person.gitHub.revokeToken("gho_fake");
        person.click(u"refreshRepositories"_s);
        QTRY_VERIFY(person.sees(u"signInNotice"_s));
        QTRY_VERIFY(person.sees(u"repositoryNotice"_s));
        QCOMPARE(person.named<QListView>(u"repositoryList"_s).model()->rowCount(), 1);
        QVERIFY(person.named<QAbstractButton>(u"accountSwitch"_s).text().contains(u"again"_s));
    }
};

QTEST_MAIN(GitHubFlowTest)
#include "tst_github_flow.moc"
