#include "core/watch/git_push_source.h"
#include "tests/git/checkout_desk.h"
#include "tests/git/checkout_main.h"
#include "tests/support/git_http_server.h"

using namespace Qt::StringLiterals;
using namespace miaobu;

namespace {

const QString token = u"tok-0123456789"_s;

} // namespace

class TestGitPushSource : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_desk = std::make_unique<test::CheckoutDesk>();
        test::initRepository(work());
        test::writeFile(work() + u"/site/index.html"_s, "1");
        m_first = m_desk->publish(u"site"_s);
        m_server = std::make_unique<test::GitHttpServer>(m_desk->served(), token);
    }

    void cleanup() { m_server.reset(); }

    void whereTheBranchIs_data() {
        QTest::addColumn<bool>("isServed");
        QTest::newRow("server") << true;
        QTest::newRow("folder") << false;
    }

    void whereTheBranchIs() {
        QFETCH(bool, isServed);
        const Project project = projectAt(isServed);
        const std::optional<PushHead> head = look(project, {});
        QVERIFY(head);
        QCOMPARE(*head, (PushHead{m_first, u"main"_s}));
        QVERIFY(!look(project, m_first));
        QVERIFY(look(project, QString(40, u'0')));
        QCOMPARE(m_server->packs(), 0);
    }

    void everyBranch_data() { whereTheBranchIs_data(); }

    void everyBranch() {
        QFETCH(bool, isServed);
        const Project project = projectAt(isServed);
        const QString bare = m_desk->served() + u"/site.git"_s;
        test::git(work(), {u"push"_s, u"-q"_s, bare, u"main:feature/login"_s});
        GitPushSource asked = source();
        BranchList list = test::await(asked.branches(project, {}));
        QVERIFY(list.isComplete);
        QCOMPARE(list.heads, QList<PushHead>({{m_first, u"feature/login"_s}, {m_first, u"main"_s}}));
        test::git(work(), {u"push"_s, u"-q"_s, bare, u":feature/login"_s});
        list = test::await(asked.branches(project, {}));
        QCOMPARE(list.heads, QList<PushHead>({{m_first, u"main"_s}}));
        QCOMPARE(m_server->packs(), 0);
    }

    void aServerThatIsGoneNamesNoBranches() {
        const Project project = projectAt(true);
        m_server.reset();
        GitPushSource asked = source();
        QVERIFY_THROWS_EXCEPTION(Error, test::await(asked.branches(project, {})));
    }

    void whatAPushChanged_data() { whereTheBranchIs_data(); }

    void whatAPushChanged() {
        QFETCH(bool, isServed);
        const Project project = projectAt(isServed);
        test::writeFile(work() + u"/docs/a.md"_s, "x");
        QDir(work()).remove(u"site/index.html"_s);
        const QString second = m_desk->publish(u"site"_s);
        // What is online was checked out once.
        (void)compare(project, m_first, m_first);
        PushComparison push = compare(project, m_first, second);
        QCOMPARE(push.relation, CommitRelation::Newer);
        QCOMPARE(push.files, QStringList({u"docs/a.md"_s, u"site/index.html"_s}));
        QVERIFY(push.isComplete);
        QCOMPARE(push.message.trimmed(), u"Commit"_s);
        QCOMPARE(push.author, u"Zoë"_s);
        push = compare(project, QString(40, u'1'), second);
        QCOMPARE(push.relation, CommitRelation::Unknown);
        QVERIFY(!push.isComplete);
    }

    void setBack_data() { whereTheBranchIs_data(); }

    void setBack() {
        QFETCH(bool, isServed);
        const Project project = projectAt(isServed);
        // A shallow mirror knows the order by the dates, which are seconds.
        QTest::qWait(1100);
        test::writeFile(work() + u"/a"_s, "x");
        const QString second = m_desk->publish(u"site"_s);
        (void)compare(project, m_first, second);
        test::git(work(), {u"reset"_s, u"-q"_s, u"--hard"_s, m_first});
        test::git(work(), {u"push"_s, u"-q"_s, u"-f"_s, m_desk->served() + u"/site.git"_s, u"main"_s});
        QCOMPARE(compare(project, second, m_first).relation, CommitRelation::Older);
    }

    void aPrivateRepository() {
        Project project = projectAt(true);
        project.source.location = m_server->base() + u"/private/site.git"_s;
        QCOMPARE(failureOf(project).kind, ErrorKind::AuthenticationRequired);
        m_desk->token = token;
        QCOMPARE(look(project, {})->commit, m_first);
        QCOMPARE(m_desk->fileWith(token), QString());
        project.source.branch = u"nope"_s;
        QCOMPARE(failureOf(project).kind, ErrorKind::BranchNotFound);
        project.source.location = m_server->base() + u"/private/nothing.git"_s;
        QCOMPARE(failureOf(project).kind, ErrorKind::RepositoryNotFound);
    }

private:
    [[nodiscard]] QString work() const { return m_desk->path(u"site"_s); }

    [[nodiscard]] Project projectAt(bool isServed) const {
        Project project;
        project.source = {SourceKind::Git,
            isServed ? m_server->base() + u"/public/site.git"_s : m_desk->served() + u"/site.git"_s, {}};
        return project;
    }

    GitPushSource source() {
        const CredentialProvider provider = [this](QString) { return credential(m_desk->token); };
        return GitPushSource(m_desk->path(u"mirrors"_s), QCoreApplication::applicationFilePath(), provider);
    }

    static QCoro::Task<std::optional<GitCredential>> credential(QString secret) {
        GitCredential result;
        result.secret = secret;
        co_return std::optional(result);
    }

    std::optional<PushHead> look(const Project& project, const QString& known) {
        GitPushSource asked = source();
        return test::await(asked.head(project, known, {}));
    }

    PushComparison compare(const Project& project, const QString& base, const QString& commit) {
        GitPushSource asked = source();
        return test::await(asked.compare(project, base, {commit, u"main"_s}, {}));
    }

    Error failureOf(const Project& project) {
        try {
            (void)look(project, {});
        } catch (const Error& error) {
            return error;
        }
        return Error(ErrorKind::Internal, u"no failure"_s);
    }

    std::unique_ptr<test::CheckoutDesk> m_desk;
    std::unique_ptr<test::GitHttpServer> m_server;
    QString m_first;
};

CHECKOUT_TEST_MAIN(TestGitPushSource)
#include "tst_git_push_source.moc"
