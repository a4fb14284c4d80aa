#include "core/github/gh_program.h"
#include "core/github/token_refresh.h"
#include "tests/github/account_world.h"
#include "tests/support/git_fixture.h"

#include <QFile>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace miaobu;
using namespace miaobu::test;

namespace {

const QString storedUnder = u"miaobu/github/github.com.583231"_s;

/// Whether any file of the database holds \a text.
bool isInDatabase(const AccountWorld& world, const QByteArray& text) {
    for (const QString& suffix : {QString(), u"-wal"_s}) {
        if (readFile(world.database.file() + suffix).contains(text)) {
            return true;
        }
    }
    return false;
}

} // namespace

class TestSignIn : public QObject {
    Q_OBJECT

private slots:
    void aCodeSignsIn() {
        AccountWorld world;
        setGitHubClientId(world.database, gitHubCom, u"Ov23liFakeClient"_s);
        QVERIFY(world.signIn.canUseCode(gitHubCom));
        std::optional<DeviceCode> code;
        QObject::connect(
            &world.signIn, &SignInService::codeIssued, &world.signIn, [&](OperationId, const DeviceCode& issued) {
                code = issued;
                world.fake.allow();
            });
        QVERIFY(!world.run([&] { return world.signIn.byCode(gitHubCom, KeepSecret::InKeychain); }));
        QCOMPARE(code->userCode, u"FAKE-CODE"_s);
        const GitHubAccount account = world.accounts().first();
        QCOMPARE(account.userId, 583231);
        QCOMPARE(account.login, u"li"_s);
        QCOMPARE(account.way, SignInWay::DeviceCode);
        QVERIFY(account.isCurrent);
        QVERIFY(mayUse(account, "repo"_L1));
        QVERIFY(world.keychain.secrets.value(storedUnder).contains("gho_fake"));
        QVERIFY(!isInDatabase(world, "gho_fake"));
    }

    void aCodeThatIsNotSetUpSaysSo() {
        AccountWorld world;
        QVERIFY(!world.signIn.canUseCode(gitHubCom));
        const auto failure = world.run([&] { return world.signIn.byCode(gitHubCom, KeepSecret::InKeychain); });
        QCOMPARE(failure->kind, ErrorKind::ClientIdMissing);
        QVERIFY_THROWS_EXCEPTION(Error, world.signIn.setClientId(gitHubCom, u"not an id\n"_s));
        QVERIFY_THROWS_EXCEPTION(Error, world.signIn.byCode(u"no host"_s, KeepSecret::InKeychain));
    }

    void theBrowserIsOfferedWhereThereIsASecret() {
        AccountWorld world;
        setGitHubClientId(world.database, gitHubCom, u"Ov23liFakeClient"_s);
        std::optional<bool> possible;
        QObject::connect(&world.signIn, &SignInService::browserUseFound, &world.signIn,
            [&possible](OperationId, bool found) { possible = found; });
        QVERIFY(!world.run([&] { return world.signIn.findBrowserUse(gitHubCom); }));
        QCOMPARE(possible, false);
        QVERIFY(!world.run([&] { return world.signIn.setClientSecret(gitHubCom, "fake-secret"); }));
        QVERIFY(!world.run([&] { return world.signIn.findBrowserUse(gitHubCom); }));
        QCOMPARE(possible, true);
        QVERIFY(!isInDatabase(world, "fake-secret"));
        QVERIFY(!world.run([&] { return world.signIn.setClientSecret(gitHubCom, {}); }));
        QVERIFY(!world.run([&] { return world.signIn.findBrowserUse(gitHubCom); }));
        QCOMPARE(possible, false);
        QVERIFY(world.keychain.secrets.isEmpty());
    }

    void aCancelledCodeAsksNothingMore() {
        AccountWorld world;
        setGitHubClientId(world.database, gitHubCom, u"Ov23liFakeClient"_s);
        QObject::connect(&world.signIn, &SignInService::codeIssued, &world.signIn,
            [&](OperationId operation, const DeviceCode&) { world.signIn.cancel(operation); });
        const auto failure = world.run([&] { return world.signIn.byCode(gitHubCom, KeepSecret::InKeychain); });
        QCOMPARE(failure->kind, ErrorKind::Cancelled);
        QTest::qWait(50);
        QVERIFY(world.fake.requestsTo("/login/oauth/access_token").isEmpty());
        QVERIFY(world.accounts().isEmpty());
    }

    void aPastedTokenSignsIn() {
        AccountWorld world;
        world.fake.addToken("ghp_mine", "public_repo");
        world.fake.setUser(
            {{u"id"_s, 7}, {u"login"_s, u"wu"_s}, {u"name"_s, QJsonValue()}, {u"email"_s, QJsonValue()}});
        QVERIFY(!world.signInWith("  ghp_mine\n"));
        const GitHubAccount account = world.accounts().first();
        QCOMPARE(account.login, u"wu"_s);
        QCOMPARE(account.email, u"private@example.com"_s);
        QCOMPARE(account.scopes, QStringList(u"public_repo"_s));
        QVERIFY(!mayUse(account, "repo"_L1));
    }

    void aTokenThatIsRefusedIsNotStored() {
        AccountWorld world;
        QCOMPARE(world.signInWith("ghp_wrong")->kind, ErrorKind::TokenRefused);
        QCOMPARE(world.signInWith("two words")->kind, ErrorKind::TokenRefused);
        QCOMPARE(world.signInWith("")->kind, ErrorKind::TokenRefused);
        QVERIFY(world.accounts().isEmpty());
        QVERIFY(world.keychain.secrets.isEmpty());
    }

    void anAnswerThatIsNoUserSignsNobodyIn_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("no id") << QByteArray(R"({"login":"li"})");
        QTest::newRow("text id") << QByteArray(R"({"login":"li","id":"583231"})");
        QTest::newRow("list") << QByteArray("[]");
        QTest::newRow("cut") << QByteArray("{\"login\":\"l");
        QTest::newRow("deep") << "{\"id\":" + QByteArray(100'000, '[');
    }

    void anAnswerThatIsNoUserSignsNobodyIn() {
        QFETCH(QByteArray, body);
        AccountWorld world;
        world.fake.script("GET", "/user", {.body = body});
        QCOMPARE(world.signInWith("gho_fake")->kind, ErrorKind::MalformedResponse);
        QVERIFY(world.accounts().isEmpty());
    }

    void accountsAreKnownByTheirNumber() {
        AccountWorld world;
        QVERIFY(!world.signInWith("gho_fake"));
        // The same person under another name, then another person.
        world.fake.setUser({{u"id"_s, 583231}, {u"login"_s, u"li-renamed"_s}});
        QVERIFY(!world.signInWith("gho_fake"));
        QCOMPARE(world.accounts().size(), 1);
        QCOMPARE(world.accounts().first().login, u"li-renamed"_s);
        world.fake.setUser({{u"id"_s, 9}, {u"login"_s, u"li"_s}});
        QVERIFY(!world.signInWith("gho_fake"));
        QCOMPARE(world.accounts().size(), 2);
        QCOMPARE(world.access.current()->userId, 9);
        world.access.makeCurrent(world.accounts().last().id);
        QCOMPARE(world.access.current()->userId, 583231);
    }

    void theTokenOfGhSignsIn() {
        AccountWorld world;
        QTemporaryDir programs;
        writeFile(programs.filePath(u"gh"_s),
            "#!/bin/sh\n[ \"$*\" = 'auth token --hostname github.com' ] || exit 3\n"
            "[ -z \"$GH_TOKEN$ALIBABA_CLOUD_ACCESS_KEY_SECRET\" ] || exit 4\necho gho_fake\n");
        QFile::setPermissions(programs.filePath(u"gh"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        qputenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "x");
        const QByteArray token
            = await(tokenOfGh(world.access.host(gitHubCom), programs.path() + u":/usr/bin:/bin"_s, {}));
        qunsetenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET");
        QCOMPARE(token, QByteArray("gho_fake"));
        try {
            (void)await(tokenOfGh(gitHubHost(u"git.example.com"_s, {}), programs.path() + u":/usr/bin:/bin"_s, {}));
            QFAIL("it ended");
        } catch (const Error& error) {
            QCOMPARE(error.kind, ErrorKind::TokenMissing);
        }
        try {
            (void)await(tokenOfGh(world.access.host(gitHubCom), u"/nowhere"_s, {}));
            QFAIL("it ended");
        } catch (const Error& error) {
            QCOMPARE(error.kind, ErrorKind::ProgramNotFound);
        }
    }

    void aKeychainThatIsNotThereLosesNoSignIn_data() {
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("missing") << ErrorKind::KeychainMissing;
        QTest::newRow("locked") << ErrorKind::KeychainLocked;
    }

    void aKeychainThatIsNotThereLosesNoSignIn() {
        QFETCH(ErrorKind, kind);
        AccountWorld world;
        world.keychain.closed = kind;
        QCOMPARE(world.signInWith("gho_fake")->kind, kind);
        QVERIFY(world.accounts().isEmpty());
        QVERIFY(!world.run([&] { return world.signIn.storeAgain(KeepSecret::ForThisSession); }));
        const GitHubAccount account = world.accounts().first();
        QCOMPARE(await(world.access.tokens().place(account, {})), TokenPlace::Session);
        const auto client = await(world.access.open(account, {}));
        ApiRequest request;
        request.path = "/user";
        QCOMPARE(await(client->send(request, {})).status, 200);
        QVERIFY(world.keychain.secrets.isEmpty());
        QVERIFY(!isInDatabase(world, "gho_fake"));
        // It was taken; there is nothing left to store.
        QVERIFY(world.run([&] { return world.signIn.storeAgain(KeepSecret::InKeychain); }));
    }

    void signingOutForgetsTheToken() {
        AccountWorld world;
        QVERIFY(!world.signInWith("gho_fake"));
        const GitHubAccountId id = world.accounts().first().id;
        QVERIFY(!world.run([&] { return world.signIn.signOut(id); }));
        QVERIFY(world.accounts().isEmpty());
        QVERIFY(world.keychain.secrets.isEmpty());
        QVERIFY(world.fake.revokedTokens().isEmpty());
        QVERIFY(world.run([&] { return world.signIn.signOut(id); }));
    }

    void revokingAsksGitHubWithoutTheTokenAsItsKey() {
        AccountWorld world;
        QVERIFY(!world.signInWith("gho_fake"));
        QVERIFY(!world.run([&] { return world.signIn.revoke(world.accounts().first().id); }));
        QCOMPARE(world.fake.revokedTokens(), QList<QByteArray>{"gho_fake"});
        QVERIFY(!world.fake.requestsTo("/credentials/revoke").first().headers.contains("authorization"));
        QVERIFY(world.accounts().isEmpty());
    }

    void whereAHostCannotRevokeItSaysWhereThePersonCan() {
        AccountWorld world;
        QVERIFY(!world.signInWith("gho_fake"));
        world.fake.script("POST", "/credentials/revoke", {.status = 404, .body = "{}"});
        QUrl page;
        QObject::connect(&world.signIn, &SignInService::revocationLeft, &world.signIn,
            [&page](OperationId, const QUrl& left) { page = left; });
        QVERIFY(!world.run([&] { return world.signIn.revoke(world.accounts().first().id); }));
        QCOMPARE(page, QUrl(QString::fromUtf8(world.fake.webBase() + "/settings/tokens")));
        QVERIFY(world.accounts().isEmpty());
    }

    void aRevocationThatFailsLeavesTheAccount() {
        AccountWorld world;
        QVERIFY(!world.signInWith("gho_fake"));
        world.fake.script("POST", "/credentials/revoke", {.status = 429, .body = "{}"});
        QCOMPARE(
            world.run([&] { return world.signIn.revoke(world.accounts().first().id); })->kind, ErrorKind::RateLimited);
        QCOMPARE(world.accounts().size(), 1);
    }

    void noStrangerIsToldTheTokenThatIsToBeRevoked() {
        AccountWorld world;
        FakeGitHub stranger;
        QVERIFY(!world.signInWith("gho_fake"));
        world.fake.script("POST", "/credentials/revoke",
            {.status = 307, .headers = {{"Location", stranger.apiBase() + "/credentials/revoke"}}});
        QVERIFY(world.run([&] { return world.signIn.revoke(world.accounts().first().id); }));
        QVERIFY(stranger.requests().isEmpty());
        QCOMPARE(world.accounts().size(), 1);
    }

    void aTokenThatIsRefusedLaterAsksToSignInAgain() {
        AccountWorld world;
        QVERIFY(!world.signInWith("gho_fake"));
        const auto client = await(world.access.open(world.accounts().first(), {}));
        world.fake.revokeToken("gho_fake");
        int announced = 0;
        QObject::connect(&world.access, &GitHubAccess::accountsChanged, &world.access, [&announced] { ++announced; });
        ApiRequest request;
        request.path = "/user";
        for (int i = 0; i < 2; ++i) {
            QVERIFY_THROWS_EXCEPTION(Error, await(client->send(request, {})));
        }
        QVERIFY(world.accounts().first().needsSignIn);
        QCOMPARE(announced, 1);
        world.fake.addToken("gho_fake");
        QVERIFY(!world.signInWith("gho_fake"));
        QVERIFY(!world.accounts().first().needsSignIn);
    }

    void aTokenOfTheEnvironmentServesWhereNobodySignedIn() {
        AccountWorld world;
        GitHubAccessParts parts = world.accessParts();
        parts.environment.insert(u"GITHUB_TOKEN"_s, u"gho_fake"_s);
        GitHubAccess access(parts);
        QCOMPARE(access.accounts().size(), 1);
        QCOMPARE(access.current()->way, SignInWay::Environment);
        const QString url = QString::fromUtf8(world.fake.webBase()) + u"/li/site.git"_s;
        QCOMPARE(await(access.tokenFor(url, {})), std::optional<QByteArray>("gho_fake"));
        QCOMPARE(await(access.tokenFor(u"https://evil.example/li/site.git"_s, {})), std::nullopt);
        QCOMPARE(await(access.tokenFor(u"http://localhost:1/li/site.git"_s, {})), std::nullopt);
        QVERIFY(!world.signInWith("gho_fake"));
        QCOMPARE(access.current()->way, SignInWay::Token);
    }

    void aTokenThatRunsOutIsExchangedOnceAndStoredFirst() {
        AccountWorld world;
        world.fake.addToken("ghu_old", {});
        world.fake.addToken("ghu_new", {});
        QVERIFY(!world.signInWith("ghu_old"));
        const GitHubAccount account = world.accounts().first();
        AccountToken old{
            .token = "ghu_old", .refresh = "ghr_old", .expires = world.clock.time.addSecs(60), .refreshExpires = {}};
        await(world.access.tokens().store(account, old, KeepSecret::InKeychain, {}));
        world.fake.script("POST", "/login/oauth/access_token",
            {.body = R"({"access_token":"ghu_new","expires_in":28800,"refresh_token":"ghr_new"})"});
        auto first = world.access.open(account, {});
        auto second = world.access.open(account, {});
        const auto one = await(std::move(first));
        const auto other = await(std::move(second));
        QCOMPARE(one, other);
        QCOMPARE(world.fake.requestsTo("/login/oauth/access_token").size(), 1);
        QVERIFY(world.fake.requestsTo("/login/oauth/access_token").first().body.contains("refresh_token=ghr_old"));
        const AccountToken stored = await(world.access.tokens().find(account, {}));
        QCOMPARE(stored.token, QByteArray("ghu_new"));
        QCOMPARE(stored.refresh, QByteArray("ghr_new"));
        ApiRequest request;
        request.path = "/user";
        QCOMPARE(await(one->send(request, {})).status, 200);
        QCOMPARE(world.fake.requests().last().headers.value("authorization"), "Bearer ghu_new");
    }

    void aRefreshThatIsRefusedAsksToSignInAgain() {
        AccountWorld world;
        QVERIFY(!world.signInWith("gho_fake"));
        const GitHubAccount account = world.accounts().first();
        AccountToken old{.token = "gho_fake", .refresh = "ghr_old", .expires = world.clock.time, .refreshExpires = {}};
        await(world.access.tokens().store(account, old, KeepSecret::InKeychain, {}));
        world.fake.script("POST", "/login/oauth/access_token", {.body = R"({"error":"bad_refresh_token"})"});
        try {
            (void)await(world.access.open(account, {}));
            QFAIL("it ended");
        } catch (const Error& error) {
            QCOMPARE(error.kind, ErrorKind::SignInNeeded);
        }
        QVERIFY(world.accounts().first().needsSignIn);
        // What was stored is still there: another program may have been quicker.
        QCOMPARE(await(world.access.tokens().find(account, {})).refresh, QByteArray("ghr_old"));
    }

    void whatIsNoTokenOfOursInTheKeychainSaysSo() {
        AccountWorld world;
        QVERIFY(!world.signInWith("gho_fake"));
        world.keychain.secrets[storedUnder] = "{";
        try {
            (void)await(world.access.open(world.accounts().first(), {}));
            QFAIL("it ended");
        } catch (const Error& error) {
            QCOMPARE(error.kind, ErrorKind::SecretUnreadable);
        }
        world.keychain.secrets.clear();
        try {
            (void)await(world.access.open(world.accounts().first(), {}));
            QFAIL("it ended");
        } catch (const Error& error) {
            QCOMPARE(error.kind, ErrorKind::TokenMissing);
        }
    }
};

QTEST_GUILESS_MAIN(TestSignIn)
#include "tst_sign_in.moc"
