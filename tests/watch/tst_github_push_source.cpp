#include "core/store/project_repository_table.h"
#include "core/store/project_table.h"
#include "core/watch/github_push_source.h"
#include "tests/github/account_world.h"
#include "tests/support/git_fixture.h"

#include <QDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::test;

namespace {

/// What is asked when GitHub is not.
class Others final : public PushSource {
public:
    QCoro::Task<std::optional<PushHead>> head(Project, QString, std::stop_token) override {
        ++asked;
        co_return std::nullopt;
    }
    QCoro::Task<BranchList> branches(Project, std::stop_token) override {
        ++asked;
        co_return BranchList();
    }
    QCoro::Task<PushComparison> compare(Project, QString, PushHead, std::stop_token) override {
        ++asked;
        co_return PushComparison();
    }

    int asked = 0;
};

} // namespace

class TestGitHubPushSource : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_folder.emplace();
        m_others.asked = 0;
        m_work = initRepository(m_folder->filePath(u"work"_s));
        writeFile(m_work + u"/index.html"_s, "hi");
        m_first = commitAll(m_work, u"first"_s);
        QDir(m_folder->path()).mkpath(u"bare/li"_s);
        git(m_work, {u"clone"_s, u"-q"_s, u"--bare"_s, u"."_s, bare()});
        writeFile(m_folder->filePath(u"bare/li/site.json"_s), "{\"private\": true, \"id\": 11}");
        m_world.emplace(m_folder->filePath(u"bare"_s));
        QVERIFY(!m_world->signInWith("gho_fake"));
        Project project;
        project.slug = u"shop"_s;
        project.source = {SourceKind::Git, QString::fromLatin1(m_world->fake.webBase()) + u"/li/site.git"_s, {}};
        project.createdAt = m_world->clock.now();
        m_project = ProjectTable(m_world->database).insert(project);
        m_world->fake.forgetRequests();
    }

    void theHeadOfTheDefaultBranch() {
        GitHubPushSource source(m_world->database, m_world->access, m_others);
        const std::optional<PushHead> head = await(source.head(m_project, {}, {}));
        QVERIFY(head);
        QCOMPARE(*head, (PushHead{m_first, u"main"_s}));
        m_world->fake.forgetRequests();
        QVERIFY(!await(source.head(m_project, m_first, {})));
        // One request that costs nothing of the limit: its tag is the commit.
        QCOMPARE(m_world->fake.requests().size(), 1);
        QCOMPARE(m_world->fake.requests().first().headers.value("if-none-match"), '"' + m_first.toLatin1() + '"');
        QCOMPARE(m_world->fake.requests().first().headers.value("accept"), "application/vnd.github.sha");
        QCOMPARE(m_others.asked, 0);
    }

    void whatAPushChanged() {
        writeFile(m_work + u"/docs/a.md"_s, "x");
        const QString second = commitAll(m_work, u"Docs [skip ci]\n\nBody"_s);
        git(m_work, {u"push"_s, u"-q"_s, bare(), u"main"_s});
        GitHubPushSource source(m_world->database, m_world->access, m_others);
        const PushComparison push = await(source.compare(m_project, m_first, {second, u"main"_s}, {}));
        QCOMPARE(push.relation, CommitRelation::Newer);
        QCOMPARE(push.files, QStringList(u"docs/a.md"_s));
        QVERIFY(push.isComplete);
        QVERIFY(push.message.startsWith(u"Docs [skip ci]"_s));
        QCOMPARE(push.author, u"Zoë"_s);
    }

    void whatGitHubSaysOfTheOrder_data() {
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("relation");
        QTest::addColumn<bool>("isComplete");
        QByteArray many;
        for (int i = 0; i < 300; ++i) {
            many += (i > 0 ? "," : "") + QByteArray("{\"filename\":\"f") + QByteArray::number(i) + "\"}";
        }
        QTest::newRow("behind") << 200 << QByteArray("{\"status\":\"behind\",\"files\":[]}")
                                << int(CommitRelation::Older) << true;
        QTest::newRow("diverged") << 200 << QByteArray("{\"status\":\"diverged\",\"files\":[]}")
                                  << int(CommitRelation::Aside) << true;
        QTest::newRow("gone") << 404 << QByteArray("{\"message\":\"Not Found\"}") << int(CommitRelation::Unknown)
                              << false;
        QTest::newRow("too many") << 200 << "{\"status\":\"ahead\",\"files\":[" + many + "]}"
                                  << int(CommitRelation::Newer) << false;
    }

    void whatGitHubSaysOfTheOrder() {
        QFETCH(int, code);
        QFETCH(QByteArray, body);
        QFETCH(int, relation);
        QFETCH(bool, isComplete);
        const QString base(40, u'b');
        m_world->fake.script("GET", comparison(base), {code, body});
        GitHubPushSource source(m_world->database, m_world->access, m_others);
        const PushComparison push = await(source.compare(m_project, base, {m_first, u"main"_s}, {}));
        QCOMPARE(int(push.relation), relation);
        QCOMPARE(push.isComplete, isComplete);
    }

    void everyBranchAndWhatIsAskedAgain() {
        git(m_work, {u"push"_s, u"-q"_s, bare(), u"main:feature/login"_s});
        GitHubPushSource source(m_world->database, m_world->access, m_others);
        BranchList list = await(source.branches(m_project, {}));
        QVERIFY(list.isComplete);
        QCOMPARE(list.heads, QList<PushHead>({{m_first, u"feature/login"_s}, {m_first, u"main"_s}}));
        m_world->fake.forgetRequests();
        QCOMPARE(await(source.branches(m_project, {})).heads, list.heads);
        // Asked with its tag, an unchanged list costs nothing of the limit.
        QCOMPARE(m_world->fake.requests().size(), 1);
        QVERIFY(!m_world->fake.requests().first().headers.value("if-none-match").isEmpty());
        git(m_work, {u"push"_s, u"-q"_s, bare(), u":feature/login"_s});
        list = await(source.branches(m_project, {}));
        QVERIFY(list.isComplete);
        QCOMPARE(list.heads, QList<PushHead>({{m_first, u"main"_s}}));
    }

    void branchesOnSeveralPages() {
        const QByteArray path = "/repos/li/site/branches";
        const auto page = [this](const QByteArray& name) {
            return "[{\"name\":\"" + name + "\",\"commit\":{\"sha\":\"" + m_first.toLatin1() + "\"}}]";
        };
        const QByteArray next = "<" + m_world->fake.apiBase() + path + "?per_page=100&page=2>; rel=\"next\"";
        m_world->fake.script("GET", path, {200, page("a"), {{"Link", next}}});
        m_world->fake.script("GET", path, {200, page("b"), {}});
        GitHubPushSource source(m_world->database, m_world->access, m_others);
        const BranchList list = await(source.branches(m_project, {}));
        QVERIFY(list.isComplete);
        QCOMPARE(list.heads, QList<PushHead>({{m_first, u"a"_s}, {m_first, u"b"_s}}));
    }

    void aListWithoutAnEndIsNotComplete() {
        const QByteArray path = "/repos/li/site/branches";
        const QByteArray next = "<" + m_world->fake.apiBase() + path + "?per_page=100&page=2>; rel=\"next\"";
        for (int i = 0; i < 50; ++i) {
            m_world->fake.script("GET", path, {200, "[]", {{"Link", next}}});
        }
        GitHubPushSource source(m_world->database, m_world->access, m_others);
        QVERIFY(!await(source.branches(m_project, {})).isComplete);
    }

    void aPageThatFailsIsNoList_data() {
        QTest::addColumn<int>("code");
        QTest::newRow("gone") << 404;
        QTest::newRow("forbidden") << 403;
        QTest::newRow("unreadable") << 200;
    }

    void aPageThatFailsIsNoList() {
        QFETCH(int, code);
        const QByteArray path = "/repos/li/site/branches";
        const QByteArray next = "<" + m_world->fake.apiBase() + path + "?per_page=100&page=2>; rel=\"next\"";
        m_world->fake.script("GET", path, {200, "[]", {{"Link", next}}});
        m_world->fake.script("GET", path, {code, "{\"message\":\"no\"}", {}});
        GitHubPushSource source(m_world->database, m_world->access, m_others);
        QVERIFY_THROWS_EXCEPTION(Error, await(source.branches(m_project, {})));
    }

    void aRepositoryThatWasRenamedIsFollowed() {
        writeFile(
            m_folder->filePath(u"bare/li/site.json"_s), "{\"private\": true, \"id\": 11, \"oldName\": \"li/before\"}");
        m_project.source.location = QString::fromLatin1(m_world->fake.webBase()) + u"/li/before.git"_s;
        GitHubPushSource source(m_world->database, m_world->access, m_others);
        const BranchList list = await(source.branches(m_project, {}));
        QVERIFY(list.isComplete);
        QCOMPARE(list.heads, QList<PushHead>({{m_first, u"main"_s}}));
        m_world->fake.forgetRequests();
        QCOMPARE(await(source.branches(m_project, {})).heads, list.heads);
    }

    void anAnswerThatCannotBeReadIsAnError() {
        const QString base(40, u'b');
        for (const QByteArray& body : {QByteArray("{}"), QByteArray("[]"), QByteArray("{\"status\":1}"),
                 QByteArray("{\"status\":\"ahead\",\"files\":[{\"filename\":7}]}"), QByteArray("<html>")}) {
            m_world->fake.script("GET", comparison(base), {200, body});
            GitHubPushSource source(m_world->database, m_world->access, m_others);
            QVERIFY_THROWS_EXCEPTION(Error, await(source.compare(m_project, base, {m_first, u"main"_s}, {})));
        }
    }

    void aRevokedTokenNeedsSignIn() {
        m_world->fake.revokeToken("gho_fake");
        GitHubPushSource source(m_world->database, m_world->access, m_others);
        try {
            await(source.head(m_project, {}, {}));
            QFAIL("answered");
        } catch (const Error& error) {
            QCOMPARE(error.kind, ErrorKind::SignInNeeded);
        }
    }

    void elsewhereTheOtherIsAsked() {
        m_project.source.location = u"https://git.example.com/li/site.git"_s;
        GitHubPushSource source(m_world->database, m_world->access, m_others);
        (void)await(source.head(m_project, {}, {}));
        (void)await(source.compare(m_project, m_first, {m_first, u"main"_s}, {}));
        (void)await(source.branches(m_project, {}));
        QCOMPARE(m_others.asked, 3);
        QCOMPARE(m_world->fake.requests().size(), 0);
    }

    void anImportedOneIsAskedUnderItsPresentName() {
        ProjectRepositoryTable(m_world->database).put({m_project.id, gitHubCom, 11, u"li/site"_s});
        m_project.source.location = QString::fromLatin1(m_world->fake.webBase()) + u"/li/before.git"_s;
        GitHubPushSource source(m_world->database, m_world->access, m_others);
        QCOMPARE(await(source.head(m_project, {}, {}))->commit, m_first);
    }

private:
    [[nodiscard]] QByteArray comparison(const QString& base) const {
        return (u"/repos/li/site/compare/"_s + base + u"..."_s + m_first).toLatin1();
    }
    [[nodiscard]] QString bare() const { return m_folder->filePath(u"bare/li/site.git"_s); }

    std::optional<QTemporaryDir> m_folder;
    std::optional<AccountWorld> m_world;
    Others m_others;
    Project m_project;
    QString m_work;
    QString m_first;
};

QTEST_GUILESS_MAIN(TestGitHubPushSource)
#include "tst_github_push_source.moc"
