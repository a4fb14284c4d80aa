#include "core/detect/detector.h"
#include "core/detect/folder_tree.h"
#include "core/github/remote_look.h"
#include "tests/github/account_world.h"
#include "tests/github/shelf.h"

#include <QFile>

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::test;

namespace {

const Shelf::Files viteFiles{
    {u"package.json"_s, R"({"name":"x","scripts":{"build":"vite build"},"devDependencies":{"vite":"5.0.0"}})"},
    {u"pnpm-lock.yaml"_s, "lockfileVersion: '9.0'\n"},
    {u"vite.config.js"_s, "export default { build: { outDir: 'out' } }"},
    {u"index.html"_s, "<script type=module src=/main.js></script>"}, {u".nvmrc"_s, "20\n"}};

const Shelf::Files monorepoFiles{{u"package.json"_s,
                                     R"({"name":"root","private":true,"workspaces":["apps/)"
                                     R"(*"]})"},
    {u"apps/web/package.json"_s,
        R"({"name":"web","scripts":{"build":"vite build"},"devDependencies":{"vite":"5.0.0"}})"},
    {u"apps/web/index.html"_s, "<p>"},
    {u"apps/docs/package.json"_s,
        R"({"name":"docs","scripts":{"build":"vitepress build"},"devDependencies":{"vitepress":"1.0.0"}})"}};

const Shelf::Files pythonFiles{{u"requirements.txt"_s, "fastapi\nuvicorn\n"},
    {u"main.py"_s, "from fastapi import FastAPI\napp = FastAPI()\n"}, {u".python-version"_s, "3.11\n"}};

struct Scene : Shelf {
    explicit Scene(const Files& files = viteFiles) {
        add(u"li/site"_s, {{u"private"_s, true}}, files);
        world.emplace(root());
        if (world->signInWith("gho_fake")) {
            qFatal("no sign-in");
        }
        client = await(world->access.open(world->accounts().first(), {}));
    }
    RemoteLook look(const QString& root = {}, const QString& branch = {}) const {
        return await(lookRemotely(client, {u"li/site"_s, branch, root}, {}));
    }
    ErrorKind failure(const QString& root = {}, const QString& branch = {}) const {
        try {
            (void)look(root, branch);
        } catch (const Error& error) {
            return error.kind;
        }
        return ErrorKind::Cancelled;
    }
    [[nodiscard]] QByteArray path(const QString& below) const { return "/repos/li/site/" + below.toUtf8(); }
    [[nodiscard]] QByteArray treePath() const {
        const QString tree = git(bare(u"li/site"_s), {u"rev-parse"_s, u"main^{tree}"_s}).trimmed();
        return path(u"git/trees/"_s + tree);
    }

    std::optional<AccountWorld> world;
    std::shared_ptr<GitHubClient> client;
};

} // namespace

class TestRemoteLook : public QObject {
    Q_OBJECT

private slots:
    void findsWhatACloneFinds_data() {
        QTest::addColumn<Shelf::Files>("files");
        QTest::addColumn<QString>("root");
        QTest::newRow("vite") << viteFiles << QString();
        QTest::newRow("app of a monorepo") << monorepoFiles << u"apps/web"_s;
        QTest::newRow("top of a monorepo") << monorepoFiles << QString();
        QTest::newRow("python") << pythonFiles << QString();
        QTest::newRow("page") << Shelf::Files{{u"index.html"_s, "<h1>"}} << QString();
        QTest::newRow("nothing") << Shelf::Files{{u"README.md"_s, "hello"}} << QString();
    }

    void findsWhatACloneFinds() {
        QFETCH(Shelf::Files, files);
        QFETCH(QString, root);
        Scene scene(files);
        const RemoteLook look = scene.look(root);
        QVERIFY(look.plan);
        QCOMPARE(*look.plan, detect(FolderTree(scene.work(u"li/site"_s)), root));
        QCOMPARE(look.revision.branch, u"main"_s);
        QCOMPARE(look.revision.commit.size(), 40);
        QCOMPARE(look.revision.message, u"first"_s);
        QCOMPARE(look.repository.fullName(), u"li/site"_s);
        // Neither a clone nor an archive was asked for.
        for (const FakeRequest& request : scene.world->fake.requests()) {
            QVERIFY(!request.target.contains(".git/") && !request.target.contains("tarball"));
        }
    }

    void seesThroughLinks() {
        Scene scene;
        const QString work = scene.work(u"li/site"_s);
        QFile::rename(work + u"/package.json"_s, work + u"/real.json"_s);
        QVERIFY(QFile::link(u"real.json"_s, work + u"/package.json"_s));
        commitAll(work, u"linked"_s);
        git(work, {u"push"_s, u"--quiet"_s, scene.bare(u"li/site"_s), u"main"_s});
        const RemoteLook look = scene.look();
        QVERIFY(look.plan);
        QCOMPARE(*look.plan, detect(FolderTree(work), {}));
        QCOMPARE(look.plan->framework, u"vite"_s);
    }

    void aListThatIsNotWholeIsLeftToAClone_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("truncated") << QByteArray(R"({"sha":"a","tree":[],"truncated":true})");
        QTest::newRow("does not say") << QByteArray(R"({"sha":"a","tree":[]})");
        QTest::newRow("too long") << QByteArray(11 << 20, ' ');
    }

    void aListThatIsNotWholeIsLeftToAClone() {
        QFETCH(QByteArray, body);
        Scene scene;
        scene.world->fake.script("GET", scene.treePath(), {.body = body});
        const RemoteLook look = scene.look();
        QVERIFY(!look.plan);
        // Whose repository it is, and where it stands, is known all the same.
        QCOMPARE(look.repository.fullName(), u"li/site"_s);
        QCOMPARE(look.revision.commit.size(), 40);
    }

    void whatIsRefusedIsAnErrorAndNoStaticSite_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("hidden") << 404 << ErrorKind::NotFound;
        QTest::newRow("forbidden") << 403 << ErrorKind::TokenNotPermitted;
        QTest::newRow("limit") << 429 << ErrorKind::RateLimited;
        QTest::newRow("signed out") << 401 << ErrorKind::SignInNeeded;
    }

    void whatIsRefusedIsAnErrorAndNoStaticSite() {
        QFETCH(int, status);
        Scene scene;
        // The list is there, a content is not.
        const QString blob = git(scene.bare(u"li/site"_s), {u"rev-parse"_s, u"main:package.json"_s}).trimmed();
        scene.world->fake.script("GET", scene.path(u"git/blobs/"_s + blob), {.status = status, .body = "{}"});
        QTEST(scene.failure(), "kind");
    }

    void hostileListsAreErrors_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("no list") << QByteArray(R"({"tree":{},"truncated":false})");
        QTest::newRow("numbers") << QByteArray(R"({"tree":[1,2],"truncated":false})");
        QTest::newRow("wrong types") << QByteArray(
            R"({"tree":[{"path":1,"mode":"100644","type":"blob","sha":"a"}],"truncated":false})");
        QTest::newRow("page") << QByteArray("<html>");
        QTest::newRow("deep") << "{\"tree\":" + QByteArray(100'000, '[');
    }

    void hostileListsAreErrors() {
        QFETCH(QByteArray, body);
        Scene scene;
        scene.world->fake.script("GET", scene.treePath(), {.body = body});
        QCOMPARE(scene.failure(), ErrorKind::MalformedResponse);
    }

    void saysWhatCouldBeChosenInstead() {
        Scene scene(monorepoFiles);
        try {
            (void)scene.look(u"apps/none"_s);
            QFAIL("it ended");
        } catch (const Error& error) {
            QCOMPARE(error.kind, ErrorKind::RootDirectoryMissing);
            QVERIFY(error.alternatives.contains(u"apps/web"_s));
        }
        try {
            (void)scene.look({}, u"gone"_s);
            QFAIL("it ended");
        } catch (const Error& error) {
            QCOMPARE(error.kind, ErrorKind::BranchNotFound);
            QCOMPARE(error.alternatives, QStringList(u"main"_s));
        }
    }

    void anEmptyRepositoryIsNoSite() {
        Scene scene;
        git(scene.root(), {u"init"_s, u"--quiet"_s, u"--bare"_s, u"li/empty.git"_s});
        try {
            (void)await(lookRemotely(scene.client, {u"li/empty"_s, {}, {}}, {}));
            QFAIL("it ended");
        } catch (const Error& error) {
            QCOMPARE(error.kind, ErrorKind::RepositoryEmpty);
        }
    }
};

QTEST_GUILESS_MAIN(TestRemoteLook)
#include "tst_remote_look.moc"
