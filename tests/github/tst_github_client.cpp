#include "core/github/github_client.h"
#include "tests/net/loopback_server.h"
#include "tests/support/await.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace miaobu;
using miaobu::test::await;
using miaobu::test::LoopbackServer;
using miaobu::test::ReceivedRequest;

namespace {

class HandClock final : public Clock {
public:
    [[nodiscard]] QDateTime now() const override { return time; }
    QDateTime time{QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC};
};

/// Answers one after the other; the last one again and again.
LoopbackServer::Handler inTurn(QList<QByteArray> answers) {
    return [answers, next = qsizetype{0}](const ReceivedRequest&, QTcpSocket& socket) mutable {
        socket.write(answers.at(std::min(next, answers.size() - 1)));
        ++next;
    };
}

QByteArray answer(const QByteArray& status, const QByteArray& headers = {}, const QByteArray& body = "{}") {
    return LoopbackServer::answer(body, status, headers);
}

struct Scene {
    explicit Scene(QList<QByteArray> answers, const QByteArray& token = "ghp_secret")
        : server(inTurn(std::move(answers))) {
        const GitHubHost host{u"github.com"_s, server.url(""), server.url("/api")};
        const RetryPolicy quick{.attempts = 3, .firstDelay = 1ms, .longestDelay = 1ms, .longestAsked = 1ms};
        client = std::make_shared<GitHubClient>(std::make_shared<HttpClient>(), host,
            token.isEmpty() ? ApiToken() : ApiToken(host.api, token), clock, quick);
    }

    ApiResponse get(const QByteArray& path, const QByteArray& etag = {}) const {
        ApiRequest request;
        request.path = path;
        request.etag = etag;
        request.subject = u"me/site"_s;
        return await(client->send(request, {}));
    }

    Error failure(const ApiRequest& request) const {
        try {
            await(client->send(request, {}));
        } catch (const Error& error) {
            return error;
        }
        return Error(ErrorKind::Internal, u"it did not fail"_s);
    }
    Error failure() const {
        ApiRequest request;
        request.path = "/x";
        request.subject = u"me/site"_s;
        return failure(request);
    }

    HandClock clock;
    LoopbackServer server;
    std::shared_ptr<GitHubClient> client;
};

} // namespace

class TestGitHubClient : public QObject {
    Q_OBJECT

private slots:
    void saysWhoItIsAndWhatItWants() {
        const Scene scene({answer("200 OK",
            "X-OAuth-Scopes: repo, read:user\r\nETag: \"abc\"\r\n"
            "Link: <https://other>; rel=\"prev\", </api/y?page=2>; rel=\"next\"\r\n"
            "X-RateLimit-Limit: 5000\r\nX-RateLimit-Remaining: 4999\r\n")});
        const ApiResponse response = scene.get("/user/repos?per_page=100", "\"old\"");
        const ReceivedRequest& request = scene.server.requests.first();
        QCOMPARE(request.line, "GET /api/user/repos?per_page=100 HTTP/1.1");
        QVERIFY(request.has("Accept: application/vnd.github+json"));
        QVERIFY(request.has("X-GitHub-Api-Version: 2022-11-28"));
        QVERIFY(request.has("Authorization: Bearer ghp_secret"));
        QVERIFY(request.has("If-None-Match: \"old\""));
        QVERIFY(request.head.contains("User-Agent: Miaobu/"));
        QCOMPARE(response.scopes, (QStringList{u"repo"_s, u"read:user"_s}));
        QVERIFY(response.saysScopes);
        QCOMPARE(response.etag, QByteArray("\"abc\""));
        QCOMPARE(response.next, QByteArray("/api/y?page=2"));
        QCOMPARE(scene.client->rate().remaining, 4999);
    }

    void sendsNoTokenWhereItHasNone() {
        const Scene scene({answer("200 OK")}, {});
        const ApiResponse response = scene.get("/repos/me/site");
        QVERIFY(!scene.server.requests.first().head.contains("Authorization"));
        QVERIFY(!response.saysScopes);
    }

    void nothingNewIsNoFailure() {
        const Scene scene({answer("304 Not Modified", "ETag: \"abc\"\r\n", {})});
        const ApiResponse response = scene.get("/user/repos", "\"abc\"");
        QVERIFY(response.isNotModified);
        QCOMPARE(response.etag, QByteArray("\"abc\""));
    }

    void followsARenamedRepository() {
        Scene scene({answer("301 Moved Permanently", "Location: /api/repositories/12\r\n"),
            answer("200 OK", {}, R"({"id":12})")});
        const ApiResponse response = scene.get("/repos/me/old");
        QCOMPARE(response.body, QByteArray(R"({"id":12})"));
        QCOMPARE(scene.server.requests.at(1).line, "GET /api/repositories/12 HTTP/1.1");
        QVERIFY(scene.server.requests.at(1).has("Authorization: Bearer ghp_secret"));
    }

    void followsNoRedirectToAnybodyElse() {
        LoopbackServer stranger(inTurn({answer("200 OK")}));
        for (const QByteArray& location :
            {stranger.url("/x"), "//127.0.0.1:" + QByteArray::number(stranger.serverPort()) + "/x",
                QByteArray("https://evil.example/x"), QByteArray("javascript:x")}) {
            const Scene scene({answer("302 Found", "Location: " + location + "\r\n")});
            QCOMPARE(scene.failure().kind, ErrorKind::Redirected);
        }
        QVERIFY(stranger.requests.isEmpty());
    }

    void aPageElsewhereIsNotAskedForWithTheToken() {
        LoopbackServer stranger(inTurn({answer("200 OK")}));
        const Scene scene({answer("200 OK")});
        ApiRequest request;
        request.path = stranger.url("/next");
        QCOMPARE(scene.failure(request).kind, ErrorKind::Redirected);
        QVERIFY(stranger.requests.isEmpty());
        QVERIFY(scene.server.requests.isEmpty());
    }

    void aProxySeesNoToken() {
        LoopbackServer proxy(inTurn({answer("502 Bad Gateway")}));
        qputenv("https_proxy", proxy.url({}));
        HandClock clock;
        const GitHubHost host{u"git.example.test"_s, "https://git.example.test", "https://git.example.test/api/v3"};
        const auto client
            = std::make_shared<GitHubClient>(std::make_shared<HttpClient>(), host, ApiToken(host.api, "ghp_secret"),
                clock, RetryPolicy{.attempts = 1, .firstDelay = 1ms, .longestDelay = 1ms, .longestAsked = 1ms});
        ApiRequest request;
        request.path = "/user";
        QVERIFY_THROWS_EXCEPTION(Error, await(client->send(request, {})));
        qunsetenv("https_proxy");
        QCOMPARE(proxy.requests.first().line, "CONNECT git.example.test:443 HTTP/1.1");
        QVERIFY(!proxy.requests.first().head.contains("Authorization"));
        QVERIFY(!proxy.requests.first().head.contains("ghp_secret"));
    }

    void goesRoundInNoCircle() {
        const Scene scene({answer("302 Found", "Location: /api/x\r\n")});
        QCOMPARE(scene.failure().kind, ErrorKind::HttpStatus);
        QCOMPARE(scene.server.requests.size(), 5);
    }

    void meansWhatGitHubMeans_data() {
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("401") << answer("401 Unauthorized", {}, R"({"message":"Bad credentials"})")
                             << ErrorKind::SignInNeeded;
        QTest::newRow("403") << answer("403 Forbidden", {}, R"({"message":"Resource not accessible"})")
                             << ErrorKind::TokenNotPermitted;
        QTest::newRow("404") << answer("404 Not Found", {}, R"({"message":"Not Found"})") << ErrorKind::NotFound;
        QTest::newRow("empty") << answer("409 Conflict", {}, R"({"message":"Git Repository is empty."})")
                               << ErrorKind::RepositoryEmpty;
        QTest::newRow("422") << answer("422 Unprocessable", {}, R"({"message":"Validation Failed"})")
                             << ErrorKind::InvalidInput;
        QTest::newRow("502 page") << answer("502 Bad Gateway", {}, "<html>Unicorn!</html>") << ErrorKind::ServiceError;
        QTest::newRow("410") << answer("410 Gone") << ErrorKind::HttpStatus;
        QTest::newRow("wrong types") << answer("403 Forbidden", {}, R"({"message":[1]})")
                                     << ErrorKind::TokenNotPermitted;
        QTest::newRow("limit") << answer("403 Forbidden", "X-RateLimit-Remaining: 0\r\n") << ErrorKind::RateLimited;
        QTest::newRow("429") << answer("429 Too Many Requests") << ErrorKind::RateLimited;
        QTest::newRow("secondary") << answer(
            "403 Forbidden", {}, R"({"message":"You have exceeded a secondary rate limit."})")
                                   << ErrorKind::RateLimited;
    }

    void meansWhatGitHubMeans() {
        QFETCH(QByteArray, sent);
        const Scene scene({sent});
        const Error error = scene.failure();
        QTEST(error.kind, "kind");
        QCOMPARE(error.subject, u"me/site"_s);
        QVERIFY(!error.detail.contains(u"ghp_secret"_s));
        QVERIFY(!error.detail.contains(u"<html>"_s));
    }

    void namesThePageOfAnOrganisationsOwnSignIn() {
        const Scene scene(
            {answer("403 Forbidden", "X-GitHub-SSO: required; url=https://github.com/orgs/acme/sso?a=1\r\n")});
        QCOMPARE(scene.failure().alternatives, QStringList(u"https://github.com/orgs/acme/sso?a=1"_s));
    }

    void triesAgainWhereGitHubFailed() {
        const Scene scene({answer("502 Bad Gateway"), answer("503 Busy"), answer("200 OK", {}, "[]")});
        QCOMPARE(scene.get("/user/repos").body, QByteArray("[]"));
    }

    void knowsWhenTheLimitEnds_data() {
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<int>("seconds");
        QTest::newRow("asked") << QByteArray("Retry-After: 30\r\n") << 30;
        // 2026-01-02 03:10:00; by GitHub's clock it is 03:05:00
        QTest::newRow("reset") << QByteArray("X-RateLimit-Remaining: 0\r\nX-RateLimit-Reset: 1767323400\r\n"
                                             "Date: Fri, 02 Jan 2026 03:05:00 GMT\r\n")
                               << 300;
        QTest::newRow("unsaid") << QByteArray() << 60;
        QTest::newRow("nonsense") << QByteArray("Retry-After: soon\r\nX-RateLimit-Reset: -3\r\n") << 60;
        QTest::newRow("huge") << QByteArray("X-RateLimit-Remaining: 0\r\nX-RateLimit-Reset: 99999999999999999999\r\n")
                              << 60;
    }

    void knowsWhenTheLimitEnds() {
        QFETCH(QByteArray, headers);
        QFETCH(int, seconds);
        const Scene scene({answer("429 Too Many Requests", headers)});
        QCOMPARE(scene.failure().retryAt, scene.clock.time.addSecs(seconds));
        QCOMPARE(scene.server.requests.size(), 1);
    }

    void asksNothingUntilTheLimitEnds() {
        Scene scene({answer("429 Too Many Requests", "Retry-After: 30\r\n"), answer("200 OK")});
        QCOMPARE(scene.failure().kind, ErrorKind::RateLimited);
        scene.clock.time = scene.clock.time.addSecs(29);
        QCOMPARE(scene.failure().kind, ErrorKind::RateLimited);
        QCOMPARE(scene.server.requests.size(), 1);
        scene.clock.time = scene.clock.time.addSecs(2);
        QCOMPARE(scene.get("/user").status, 200);
    }

    void waitsLongerEachTimeNobodySaysHowLong() {
        Scene scene({answer("429 Too Many Requests")});
        for (const int seconds : {60, 120, 240, 480, 900, 900}) {
            const Error error = scene.failure();
            QCOMPARE(error.retryAt, scene.clock.time.addSecs(seconds));
            scene.clock.time = error.retryAt;
        }
    }

    void writesOnceAndOneAfterTheOther() {
        Scene scene({answer("201 Created", {}, R"({"id":1})"), answer("500 Broken")});
        ApiRequest request;
        request.method = "POST";
        request.path = "/repos/me/site/statuses/abc";
        request.body = R"({"state":"success"})";
        QCOMPARE(await(scene.client->send(request, {})).status, 201);
        QVERIFY(scene.server.requests.first().has("Content-Type: application/json"));
        QCOMPARE(scene.server.requests.first().body, request.body);
        // The second one is still waiting for its turn when it is given up.
        std::stop_source stop;
        QTimer::singleShot(50, [&stop] { stop.request_stop(); });
        QVERIFY_THROWS_EXCEPTION(Error, await(scene.client->send(request, stop.get_token())));
        QCOMPARE(scene.server.requests.size(), 1);
        scene.clock.time = scene.clock.time.addSecs(3);
        QCOMPARE(scene.failure(request).kind, ErrorKind::ServiceError);
        QCOMPARE(scene.server.requests.size(), 2);
    }

    void takesNoEndlessAnswer() {
        const Scene scene({answer("200 OK", {}, QByteArray(2000, 'x'))});
        ApiRequest request;
        request.path = "/x";
        request.maximumBytes = 1000;
        QCOMPARE(scene.failure(request).kind, ErrorKind::MalformedResponse);
    }

    void stopsWhenItIsTold() {
        LoopbackServer silent([](const ReceivedRequest&, QTcpSocket&) { });
        HandClock clock;
        const GitHubHost host{u"github.com"_s, silent.url(""), silent.url("/api")};
        const auto client = std::make_shared<GitHubClient>(std::make_shared<HttpClient>(), host, ApiToken(), clock);
        std::stop_source stop;
        QTimer::singleShot(50, [&stop] { stop.request_stop(); });
        ApiRequest request;
        request.path = "/x";
        try {
            await(client->send(request, stop.get_token()));
            QFAIL("it ended");
        } catch (const Error& error) {
            QCOMPARE(error.kind, ErrorKind::Cancelled);
        }
    }
};

QTEST_GUILESS_MAIN(TestGitHubClient)
#include "tst_github_client.moc"
