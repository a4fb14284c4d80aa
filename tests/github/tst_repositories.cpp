#include "core/github/repository_calls.h"
#include "core/github/repository_filter.h"
#include "core/github/repository_service.h"
#include "core/store/project_repository_table.h"
#include "core/store/project_table.h"
#include "tests/github/account_world.h"
#include "tests/github/shelf.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace miaobu;
using namespace miaobu::test;

namespace {

struct Scene : Shelf {
    Scene() {
        add(u"li/site"_s, {{u"id"_s, 11}, {u"private"_s, true}, {u"description"_s, u"My pages"_s}});
        add(u"acme/shop"_s, {{u"id"_s, 12}, {u"archived"_s, true}});
        world.emplace(root());
        if (world->signInWith("gho_fake")) {
            qFatal("no sign-in");
        }
        service.emplace(world->database, world->access, world->clock);
        account = world->accounts().first();
    }

    struct Outcome {
        QList<qsizetype> pages;
        QList<GitHubRepository> repositories;
        QList<GitHubBranch> branches;
        std::optional<Error> failure;
    };
    Outcome run(const std::function<OperationId()>& begin) {
        Outcome outcome;
        bool isOver = false;
        QObject listener;
        QObject::connect(&*service, &RepositoryService::pageRead, &listener,
            [&](OperationId, const QList<GitHubRepository>& page) { outcome.pages.append(page.size()); });
        const auto keep = [&](OperationId, const QList<GitHubRepository>& list) { outcome.repositories = list; };
        QObject::connect(&*service, &RepositoryService::listed, &listener, keep);
        QObject::connect(&*service, &RepositoryService::found, &listener, keep);
        QObject::connect(&*service, &RepositoryService::branchesFound, &listener,
            [&](OperationId, const QList<GitHubBranch>& list) { outcome.branches = list; });
        QObject::connect(&*service, &RepositoryService::finished, &listener, [&] { isOver = true; });
        QObject::connect(&*service, &RepositoryService::failed, &listener, [&](OperationId, const Error& error) {
            outcome.failure = error;
            isOver = true;
        });
        begin();
        if (!QTest::qWaitFor([&] { return isOver; }, 20'000)) {
            qFatal("it did not end");
        }
        return outcome;
    }
    Outcome refresh() {
        return run([this] { return service->refresh(account); });
    }
    [[nodiscard]] std::shared_ptr<GitHubClient> client() { return await(world->access.open(account, {})); }

    std::optional<AccountWorld> world;
    std::optional<RepositoryService> service;
    GitHubAccount account;
};

QJsonObject row(qint64 id, const QString& fullName) {
    return {{u"id"_s, id}, {u"name"_s, fullName.section(u'/', 1)}, {u"private"_s, false},
        {u"owner"_s, QJsonObject{{u"login"_s, fullName.section(u'/', 0, 0)}}}};
}

QByteArray rows(const QList<QJsonObject>& list) {
    QJsonArray array;
    for (const QJsonObject& object : list) {
        array.append(object);
    }
    return QJsonDocument(array).toJson();
}

} // namespace

class TestRepositories : public QObject {
    Q_OBJECT

private slots:
    void listsWhatTheAccountSeesAndRemembersIt() {
        Scene scene;
        QVERIFY(!scene.service->knownSince(scene.account).isValid());
        const Scene::Outcome outcome = scene.refresh();
        QVERIFY(!outcome.failure);
        QCOMPARE(outcome.repositories.size(), 2);
        const auto site = std::ranges::find(outcome.repositories, 11, &GitHubRepository::id);
        QCOMPARE(site->fullName(), u"li/site"_s);
        QCOMPARE(site->description, u"My pages"_s);
        QCOMPARE(site->defaultBranch, u"main"_s);
        QVERIFY(site->isPrivate && !site->isArchived);
        QVERIFY(std::ranges::find(outcome.repositories, 12, &GitHubRepository::id)->isArchived);
        QCOMPARE(scene.service->known(scene.account), outcome.repositories);
        QCOMPARE(scene.service->knownSince(scene.account), scene.world->clock.time);
    }

    void readsNothingThatIsUnchanged() {
        Scene scene;
        const QList<GitHubRepository> before = scene.refresh().repositories;
        scene.world->clock.advance(1h);
        const Scene::Outcome outcome = scene.refresh();
        QVERIFY(outcome.pages.isEmpty());
        QCOMPARE(outcome.repositories, before);
        QVERIFY(scene.world->fake.requestsTo("/user/repos").last().headers.contains("if-none-match"));
        QCOMPARE(scene.service->knownSince(scene.account), scene.world->clock.time);
    }

    void showsEachPageAsItComes() {
        Scene scene;
        QList<QJsonObject> first;
        for (int i = 0; i < 100; ++i) {
            first.append(row(1000 + i, u"li/r%1"_s.arg(i)));
        }
        const QByteArray next = "<" + scene.world->fake.apiBase() + "/user/repos?page=2>; rel=\"next\"";
        scene.world->fake.script("GET", "/user/repos", {.body = rows(first), .headers = {{"Link", next}}});
        // Pushed to meanwhile: it has moved to the first page, and the last one of that to the second.
        scene.world->fake.script("GET", "/user/repos", {.body = rows({first.last(), row(7, u"acme/late"_s)})});
        const Scene::Outcome outcome = scene.refresh();
        QCOMPARE(outcome.pages, (QList<qsizetype>{100, 2}));
        QCOMPARE(outcome.repositories.size(), 101);
    }

    void leavesOutRowsThatAreNone() {
        Scene scene;
        QJsonObject ownerless = row(2, u"li/b"_s);
        ownerless.insert(u"owner"_s, QJsonValue());
        QJsonObject evil = row(3, u"li/c"_s);
        evil.insert(u"name"_s, u"../../etc"_s);
        scene.world->fake.script("GET", "/user/repos", {.body = rows({row(1, u"li/a"_s), ownerless, evil})});
        QCOMPARE(scene.refresh().repositories.size(), 1);
    }

    void badAnswersLeaveTheListAsItWas_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("object") << 200 << QByteArray("{}") << ErrorKind::MalformedResponse;
        QTest::newRow("rows of nothing") << 200 << QByteArray("[1, null, {}]") << ErrorKind::MalformedResponse;
        QTest::newRow("limit") << 429 << QByteArray("{}") << ErrorKind::RateLimited;
        QTest::newRow("signed out") << 401 << QByteArray("{}") << ErrorKind::SignInNeeded;
    }

    void badAnswersLeaveTheListAsItWas() {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        Scene scene;
        const QList<GitHubRepository> before = scene.refresh().repositories;
        scene.world->fake.script("GET", "/user/repos", {.status = status, .body = body});
        const Scene::Outcome outcome = scene.refresh();
        QTEST(outcome.failure->kind, "kind");
        QCOMPARE(scene.service->known(scene.account), before);
    }

    void aSecondPageThatFailsLeavesTheListAsItWas() {
        Scene scene;
        const QList<GitHubRepository> before = scene.refresh().repositories;
        const QByteArray next = "<" + scene.world->fake.apiBase() + "/user/repos?page=2>; rel=\"next\"";
        scene.world->fake.script(
            "GET", "/user/repos", {.body = rows({row(1, u"li/a"_s)}), .headers = {{"Link", next}}});
        scene.world->fake.script("GET", "/user/repos", {.status = 403, .headers = {{"Retry-After", "60"}}});
        const Scene::Outcome outcome = scene.refresh();
        QCOMPARE(outcome.pages, QList<qsizetype>{1});
        QCOMPARE(outcome.failure->kind, ErrorKind::RateLimited);
        QCOMPARE(scene.service->known(scene.account), before);
    }

    void aPageOnAnotherHostIsNotAskedFor() {
        Scene scene;
        FakeGitHub stranger;
        scene.world->fake.script("GET", "/user/repos",
            {.body = "[]", .headers = {{"Link", "<" + stranger.apiBase() + "/user/repos?page=2>; rel=\"next\""}}});
        QCOMPARE(scene.refresh().failure->kind, ErrorKind::Redirected);
        QVERIFY(stranger.requests().isEmpty());
    }

    void searchesOverTheOrganisationsOfTheList() {
        Scene scene;
        scene.refresh();
        scene.add(u"acme/shoplifters"_s, {{u"id"_s, 13}});
        scene.add(u"other/shop"_s, {{u"id"_s, 14}});
        const Scene::Outcome outcome
            = scene.run([&] { return scene.service->search(scene.account, u"shop is:public"_s); });
        QVERIFY(!outcome.failure);
        QStringList names;
        for (const GitHubRepository& repository : outcome.repositories) {
            names.append(repository.fullName());
        }
        names.sort();
        // "is:public" is a word like any other, so nothing has it.
        QVERIFY(names.isEmpty());
        const Scene::Outcome plain = scene.run([&] { return scene.service->search(scene.account, u"shop"_s); });
        QCOMPARE(plain.repositories.size(), 2);
        QVERIFY(std::ranges::all_of(
            plain.repositories, [](const GitHubRepository& repository) { return repository.owner == u"acme"_s; }));
    }

    void filtersByEveryWord() {
        GitHubRepository site;
        site.owner = u"li"_s;
        site.name = u"site"_s;
        site.description = u"My Pages"_s;
        const QList<GitHubRepository> list{site};
        QCOMPARE(matching(list, u"pages li"_s).size(), 1);
        QCOMPARE(matching(list, u"LI/SITE"_s).size(), 1);
        QCOMPARE(matching(list, u"pages shop"_s).size(), 0);
        QCOMPARE(matching(list, u"  "_s).size(), 1);
    }

    void findsOneRepositoryAndItsBranches() {
        Scene scene;
        git(scene.bare(u"li/site"_s), {u"branch"_s, u"feature/x"_s});
        const Scene::Outcome one = scene.run([&] { return scene.service->find(gitHubCom, u"li/site"_s); });
        QCOMPARE(one.repositories.first().id, 11);
        const Scene::Outcome branches = scene.run([&] { return scene.service->findBranches(gitHubCom, u"li/site"_s); });
        QCOMPARE(branches.branches.size(), 2);
        QCOMPARE(branches.branches.first().name, u"feature/x"_s);
        QCOMPARE(branches.branches.first().commit.size(), 40);
        QCOMPARE(scene.run([&] { return scene.service->find(gitHubCom, u"li/none"_s); }).failure->kind,
            ErrorKind::RepositoryNotFound);
        QCOMPARE(scene.run([&] { return scene.service->find(gitHubCom, u"li/../../user"_s); }).failure->kind,
            ErrorKind::InvalidInput);
    }

    void knowsTheHeadOfABranch() {
        Scene scene;
        git(scene.bare(u"li/site"_s), {u"branch"_s, u"feature/x"_s});
        const auto client = scene.client();
        const std::optional<QString> head = await(findHead(client, u"li/site"_s, u"feature/x"_s, {}, {}));
        QCOMPARE(head->size(), 40);
        QCOMPARE(await(findHead(client, u"li/site"_s, u"feature/x"_s, *head, {})), std::nullopt);
        QVERIFY(scene.world->fake.requests().last().target.endsWith("/commits/heads%2Ffeature%2Fx"));
        try {
            (void)await(findHead(client, u"li/site"_s, u"gone"_s, {}, {}));
            QFAIL("it ended");
        } catch (const Error& error) {
            QCOMPARE(error.kind, ErrorKind::BranchNotFound);
        }
        scene.world->fake.script("GET", "/repos/li/site/commits/heads%2Fmain", {.body = "<html>hello</html>"});
        QVERIFY_THROWS_EXCEPTION(Error, await(findHead(client, u"li/site"_s, u"main"_s, {}, {})));
    }

    void aProjectFollowsItsRepositoryToANewName() {
        Scene scene;
        const GitHubHost host = scene.world->access.host(gitHubCom);
        Project project;
        project.slug = u"site"_s;
        project.source = {SourceKind::Git, host.cloneUrl(u"li/site"_s), u"main"_s};
        project.createdAt = scene.world->clock.time;
        project = ProjectTable(scene.world->database).insert(project);
        const ProjectRepositoryTable links(scene.world->database);
        links.put({project.id, gitHubCom, 11, u"li/site"_s});
        QCOMPARE(links.imported(gitHubCom).value(11), 1);
        scene.refresh();
        QCOMPARE(links.ofProject(project.id)->fullName, u"li/site"_s);

        scene.add(u"acme/pages"_s, {{u"id"_s, 11}, {u"oldName"_s, u"li/site"_s}});
        QDir(scene.bare(u"li/site"_s)).removeRecursively();
        const auto found = await(findRepository(scene.client(), u"li/site"_s, {}));
        QCOMPARE(found.fullName(), u"acme/pages"_s);
        qint64 moved = 0;
        QObject::connect(
            &*scene.service, &RepositoryService::projectMoved, &*scene.service, [&moved](qint64 id) { moved = id; });
        scene.refresh();
        QCOMPARE(moved, project.id);
        QCOMPARE(links.ofProject(project.id)->fullName, u"acme/pages"_s);
        QCOMPARE(ProjectTable(scene.world->database).find(project.id)->source.location, host.cloneUrl(u"acme/pages"_s));
        ProjectTable(scene.world->database).remove(project.id);
        QVERIFY(links.all().isEmpty());
    }

    void signingOutForgetsTheList() {
        Scene scene;
        scene.refresh();
        QVERIFY(!scene.world->run([&] { return scene.world->signIn.signOut(scene.account.id); }));
        QVERIFY(scene.service->known(scene.account).isEmpty());
        QVERIFY(scene.refresh().failure);
    }
};

QTEST_GUILESS_MAIN(TestRepositories)
#include "tst_repositories.moc"
