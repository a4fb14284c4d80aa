#include "core/async/sleep.h"
#include "core/github/device_flow.h"
#include "tests/github/github_scene.h"
#include "tests/net/loopback_server.h"
#include "tests/support/await.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace miaobu;
using namespace miaobu::test;

namespace {

const QByteArray tokenPath = "/login/oauth/access_token";
const QByteArray codePath = "/login/device/code";

FakeAnswer said(const QByteArray& body, int status = 200) {
    return {.status = status, .body = body};
}

FakeAnswer failure(const QByteArray& code, int status = 200) {
    return said("{\"error\":\"" + code + "\"}", status);
}

/// A sign-in whose pauses take no time, but move the clock.
struct Scene {
    Scene() {
        flow.http = std::make_shared<HttpClient>();
        flow.host = hostOf(fake);
        flow.clientId = u"Ov23liFakeClient"_s;
        flow.clock = &clock;
        flow.pause = [this](std::chrono::milliseconds duration, std::stop_token stop) {
            pauses.append(duration);
            clock.advance(duration + (pauses.size() == sleepAt ? std::chrono::milliseconds(1h) : 0ms));
            return sleepFor(0ms, stop);
        };
    }

    DeviceCode begin() const { return await(beginDeviceSignIn(flow, {})); }
    AccountToken wait(const DeviceCode& code) const { return await(awaitDeviceSignIn(flow, code, {})); }
    ErrorKind failureOfBegin() const {
        try {
            (void)begin();
        } catch (const Error& error) {
            return error.kind;
        }
        return ErrorKind::Cancelled;
    }
    ErrorKind failureOfWait() const {
        try {
            (void)wait(begin());
        } catch (const Error& error) {
            return error.kind;
        }
        return ErrorKind::Cancelled;
    }
    /// What the poll is answered, in turn.
    void answers(const QList<FakeAnswer>& list) {
        for (const FakeAnswer& answer : list) {
            fake.script("POST", tokenPath, answer);
        }
    }

    FakeGitHub fake;
    HandClock clock;
    DeviceFlow flow;
    QList<std::chrono::milliseconds> pauses;
    qsizetype sleepAt = -1;
};

} // namespace

class TestDeviceFlow : public QObject {
    Q_OBJECT

private slots:
    void asksForACodeAndWaitsUntilItIsAllowed() {
        Scene scene;
        const DeviceCode code = scene.begin();
        QCOMPARE(code.userCode, u"FAKE-CODE"_s);
        QCOMPARE(code.page, QUrl(QString::fromUtf8(scene.fake.webBase() + "/login/device")));
        QCOMPARE(code.expiresAt, scene.clock.time.addSecs(900));
        const FakeRequest asked = scene.fake.requestsTo(codePath).first();
        QCOMPARE(asked.headers.value("accept"), "application/json");
        QCOMPARE(asked.body, "client_id=Ov23liFakeClient&scope=repo%20read%3Auser%20user%3Aemail");
        scene.answers(
            {failure("authorization_pending"), failure("authorization_pending"), failure("authorization_pending")});
        scene.fake.allow();
        QCOMPARE(scene.wait(code).token, QByteArray("gho_fake"));
        QCOMPARE(scene.fake.requestsTo(tokenPath).size(), 4);
        // A fifth more than was asked for: a coarse timer may fire early.
        QCOMPARE(scene.pauses, QList<std::chrono::milliseconds>(4, std::chrono::milliseconds(1200)));
    }

    void slowsDownWhenItIsTold_data() {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<qint64>("next");
        QTest::newRow("by five seconds") << QByteArray(R"({"error":"slow_down"})") << qint64{8400};
        QTest::newRow("to ten seconds") << QByteArray(R"({"error":"slow_down","interval":10})") << qint64{14000};
        QTest::newRow("never faster") << QByteArray(R"({"error":"slow_down","interval":0})") << qint64{1400};
    }

    void slowsDownWhenItIsTold() {
        QFETCH(QByteArray, answer);
        QFETCH(qint64, next);
        Scene scene;
        scene.answers({said(answer)});
        scene.fake.allow();
        (void)scene.wait(scene.begin());
        QCOMPARE(scene.pauses, (QList<std::chrono::milliseconds>{1200ms, std::chrono::milliseconds(next)}));
    }

    void aSecondSlowDownMeansThatTheClockIsWrong() {
        Scene scene;
        scene.answers({failure("slow_down"), failure("authorization_pending"), failure("slow_down")});
        QCOMPARE(scene.failureOfWait(), ErrorKind::SignInClockFast);
    }

    void endsAsGitHubSays_data() {
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<int>("status");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("expired") << QByteArray("expired_token") << 200 << ErrorKind::SignInExpired;
        QTest::newRow("expired, as documented") << QByteArray("token_expired") << 200 << ErrorKind::SignInExpired;
        QTest::newRow("denied") << QByteArray("access_denied") << 200 << ErrorKind::SignInDenied;
        QTest::newRow("disabled") << QByteArray("device_flow_disabled") << 200 << ErrorKind::SignInUnavailable;
        QTest::newRow("disabled, 400") << QByteArray("device_flow_disabled") << 400 << ErrorKind::SignInUnavailable;
        QTest::newRow("unauthorized") << QByteArray("unauthorized_client") << 400 << ErrorKind::SignInUnavailable;
        QTest::newRow("wrong code") << QByteArray("incorrect_device_code") << 200 << ErrorKind::SignInMisconfigured;
        QTest::newRow("wrong grant") << QByteArray("unsupported_grant_type") << 200 << ErrorKind::SignInMisconfigured;
        QTest::newRow("wrong client") << QByteArray("incorrect_client_credentials") << 200
                                      << ErrorKind::SignInMisconfigured;
        QTest::newRow("never heard of") << QByteArray("brand_new_error") << 200 << ErrorKind::SignInMisconfigured;
    }

    void endsAsGitHubSays() {
        QFETCH(QByteArray, code);
        QFETCH(int, status);
        Scene scene;
        scene.answers({failure("authorization_pending"), failure(code, status)});
        QTEST(scene.failureOfWait(), "kind");
        QCOMPARE(scene.fake.requestsTo(tokenPath).size(), 2);
    }

    void whatIsWrongWithTheAppNamesTheEndOfItsId() {
        Scene scene;
        scene.answers({failure("incorrect_client_credentials")});
        try {
            (void)scene.wait(scene.begin());
            QFAIL("it ended");
        } catch (const Error& error) {
            QVERIFY2(error.detail.contains(u"…ient, incorrect_client_credentials"_s), qPrintable(error.detail));
            QVERIFY(!error.detail.contains(scene.flow.clientId));
        }
    }

    void pendingIsPendingUnderAnyStatus() {
        Scene scene;
        scene.answers({failure("authorization_pending", 400), failure("slow_down", 400)});
        scene.fake.allow();
        QCOMPARE(scene.wait(scene.begin()).token, QByteArray("gho_fake"));
        QCOMPARE(scene.fake.requestsTo(tokenPath).size(), 3);
    }

    void cannotBeginWhereGitHubWillNot_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("disabled") << QByteArray(R"({"error":"device_flow_disabled"})") << 400
                                  << ErrorKind::SignInUnavailable;
        QTest::newRow("disabled, 200") << QByteArray(R"({"error":"device_flow_disabled"})") << 200
                                       << ErrorKind::SignInUnavailable;
        QTest::newRow("old server") << QByteArray("<html>404</html>") << 404 << ErrorKind::SignInUnavailable;
        QTest::newRow("page") << QByteArray("<html>Unicorn!</html>") << 502 << ErrorKind::ServiceError;
        QTest::newRow("cut") << QByteArray("{\"device_code\":\"abc\",\"user_c") << 200 << ErrorKind::MalformedResponse;
        QTest::newRow("nothing") << QByteArray() << 200 << ErrorKind::MalformedResponse;
        QTest::newRow("code with markup")
            << QByteArray(R"({"device_code":"abc","user_code":"<b>HI</b>"})") << 200 << ErrorKind::MalformedResponse;
    }

    void cannotBeginWhereGitHubWillNot() {
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        Scene scene;
        scene.fake.script("POST", codePath, said(body, status));
        QTEST(scene.failureOfBegin(), "kind");
    }

    void saysThatNobodyRegisteredTheProgram() {
        Scene scene;
        scene.flow.clientId.clear();
        QCOMPARE(scene.failureOfBegin(), ErrorKind::ClientIdMissing);
        QVERIFY(scene.fake.requests().isEmpty());
    }

    void readsFormEncodedAnswers() {
        Scene scene;
        scene.fake.script("POST", codePath,
            {.body = "device_code=abc&expires_in=600&interval=7&user_code=WDJB-MJHT&verification_uri=https%3A%2F%"
                     "2Fevil.example%2F",
                .contentType = "application/x-www-form-urlencoded"});
        const DeviceCode code = scene.begin();
        QCOMPARE(code.userCode, u"WDJB-MJHT"_s);
        QCOMPARE(code.interval, 7s);
        // Nobody is sent to another host than the one that was chosen.
        QCOMPARE(code.page, QUrl(QString::fromUtf8(scene.fake.webBase() + "/login/device")));
        scene.answers({{.body = "access_token=gho_form&scope=repo%2Cread%3Auser&token_type=bearer",
            .contentType = "application/x-www-form-urlencoded"}});
        QCOMPARE(scene.wait(code).token, QByteArray("gho_form"));
    }

    void goesOnThroughWhatPasses() {
        Scene scene;
        scene.answers({said("<html>Unicorn!</html>", 502), said("{\"access_tok"), said("<html>portal</html>"),
            said("{}", 503), {.status = 429, .headers = {{"Retry-After", "1"}}}, failure("authorization_pending")});
        scene.fake.allow();
        QCOMPARE(scene.wait(scene.begin()).token, QByteArray("gho_fake"));
        QCOMPARE(
            scene.pauses, (QList<std::chrono::milliseconds>{1200ms, 2400ms, 4800ms, 9600ms, 19200ms, 38400ms, 1200ms}));
    }

    void goesOnWhereTheNetworkWasGone_data() {
        QTest::addColumn<bool>("cuts");
        QTest::newRow("nobody listens") << false;
        QTest::newRow("the connection is cut") << true;
    }

    void goesOnWhereTheNetworkWasGone() {
        QFETCH(bool, cuts);
        Scene scene;
        const DeviceCode code = scene.begin();
        std::optional<LoopbackServer> other([](const ReceivedRequest&, QTcpSocket& socket) { socket.abort(); });
        const QByteArray elsewhere = other->url({});
        if (!cuts) {
            other.reset();
        }
        // The one that is asked is as good as GitHub, as far as the flow can tell.
        scene.flow.host.web = elsewhere;
        std::stop_source stop;
        scene.flow.pause = [&scene, &stop](std::chrono::milliseconds duration, std::stop_token token) {
            scene.pauses.append(duration);
            if (scene.pauses.size() == 3) {
                stop.request_stop();
            }
            return sleepFor(1ms, token);
        };
        try {
            (void)await(awaitDeviceSignIn(scene.flow, code, stop.get_token()));
            QFAIL("it ended");
        } catch (const Error& error) {
            QCOMPARE(error.kind, ErrorKind::Cancelled);
        }
        // Twice it was asked in vain, and each time waited longer for.
        QCOMPARE(scene.pauses, (QList<std::chrono::milliseconds>{1200ms, 2400ms, 4800ms}));
        scene.flow.host = hostOf(scene.fake);
        scene.fake.allow();
        QCOMPARE(scene.wait(code).token, QByteArray("gho_fake"));
    }

    void givesUpWhenTheCodeHasRunOut() {
        Scene scene;
        const DeviceCode code = scene.begin();
        for (int i = 0; i < 1000; ++i) {
            scene.fake.script("POST", tokenPath, said("<html>", 502));
        }
        try {
            (void)scene.wait(code);
            QFAIL("it ended");
        } catch (const Error& error) {
            QCOMPARE(error.kind, ErrorKind::SignInExpired);
        }
        QVERIFY(scene.clock.time >= code.expiresAt);
    }

    void asksNothingAfterASleepThatWasTooLong() {
        Scene scene;
        scene.sleepAt = 2;
        scene.answers({failure("authorization_pending")});
        QCOMPARE(scene.failureOfWait(), ErrorKind::SignInExpired);
        QCOMPARE(scene.fake.requestsTo(tokenPath).size(), 1);
    }

    void tellsNoStrangerTheCode() {
        Scene scene;
        FakeGitHub stranger;
        for (const QByteArray& path : {codePath, tokenPath}) {
            scene.fake.script("POST", path, {.status = 307, .headers = {{"Location", stranger.webBase() + path}}});
        }
        QCOMPARE(scene.failureOfBegin(), ErrorKind::Redirected);
        QCOMPARE(scene.failureOfWait(), ErrorKind::Redirected);
        QVERIFY(stranger.requests().isEmpty());
    }

    void asksNothingMoreOnceItIsCancelled() {
        Scene scene;
        const DeviceCode code = scene.begin();
        std::stop_source stop;
        scene.flow.pause = [&scene, &stop](std::chrono::milliseconds, std::stop_token token) {
            if (scene.fake.requestsTo(tokenPath).size() == 2) {
                stop.request_stop();
            }
            return sleepFor(1ms, token);
        };
        try {
            (void)await(awaitDeviceSignIn(scene.flow, code, stop.get_token()));
            QFAIL("it ended");
        } catch (const Error& error) {
            QCOMPARE(error.kind, ErrorKind::Cancelled);
        }
        QTest::qWait(100);
        QCOMPARE(scene.fake.requestsTo(tokenPath).size(), 2);
    }

    void keepsWhenTokensRunOut() {
        Scene scene;
        scene.answers({said(
            R"({"access_token":"ghu_a","expires_in":28800,"refresh_token":"ghr_b","refresh_token_expires_in":15811200})")});
        const AccountToken token = scene.wait(scene.begin());
        QCOMPARE(token.token, QByteArray("ghu_a"));
        QCOMPARE(token.refresh, QByteArray("ghr_b"));
        QCOMPARE(token.expires, scene.clock.time.addSecs(28800));
        QCOMPARE(token.refreshExpires, scene.clock.time.addSecs(15811200));
    }

    void aTokenThatIsNoneIsNotTaken() {
        for (const QByteArray& token : {QByteArray("a b"), QByteArray("x\\r\\nHost: y"), QByteArray()}) {
            Scene scene;
            scene.answers({said("{\"access_token\":\"" + token + "\",\"token_type\":\"bearer\"}")});
            QCOMPARE(scene.failureOfWait(), ErrorKind::MalformedResponse);
        }
    }
};

QTEST_GUILESS_MAIN(TestDeviceFlow)
#include "tst_device_flow.moc"
