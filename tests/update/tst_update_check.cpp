#include "core/net/http_client.h"
#include "core/store/database.h"
#include "core/store/settings_table.h"
#include "core/update/update_check.h"
#include "tests/github/github_scene.h"
#include "tests/net/loopback_server.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace miaobu;
using miaobu::test::HandClock;
using miaobu::test::LoopbackServer;
using miaobu::test::ReceivedRequest;

namespace {

QByteArray release(const QByteArray& tag, const QByteArray& etag = "\"one\"") {
    return LoopbackServer::answer(R"({"tag_name":")" + tag + R"(","draft":false})", "200 OK", "ETag: " + etag + "\r\n");
}

const QByteArray none = LoopbackServer::answer(R"({"message":"Not Found"})", "404 Not Found");
const QByteArray unchanged = LoopbackServer::answer({}, "304 Not Modified");
const QByteArray limited = LoopbackServer::answer(
    R"({"message":"API rate limit exceeded"})", "403 Forbidden", "X-RateLimit-Remaining: 0\r\n");

/// A program of version 0.1.0, and a GitHub that gives one answer.
struct Scene {
    explicit Scene(const QByteArray& first = none, const QString& repository = u"miaobu/miaobu"_s)
        : answer(first), server([this](const ReceivedRequest&, QTcpSocket& socket) { socket.write(answer); }),
          repository(repository), check(parts()) { }
    ~Scene() {
        const QSignalSpy idle(&check, &UpdateCheck::idle);
        check.shutDown();
        QTRY_VERIFY(!idle.isEmpty());
    }
    Scene(const Scene&) = delete;
    Scene& operator=(const Scene&) = delete;

    [[nodiscard]] UpdateCheckParts parts() {
        return {database, clock, http, {gitHubCom, "https://github.com", server.url("/api")}, repository, u"0.1.0"_s};
    }
    /// What is known after the look that \a begin begins.
    template <typename Begin> UpdateState after(Begin begin) {
        begin();
        [this] { QTRY_VERIFY(!check.state().isLooking); }();
        return check.state();
    }
    UpdateState afterLook() {
        return after([this] { check.look(); });
    }
    UpdateState whenDue() {
        return after([this] { check.lookWhenDue(); });
    }

    QTemporaryDir folder;
    QByteArray answer;
    LoopbackServer server;
    QString repository;
    HandClock clock;
    Database database{folder.filePath(u"miaobu.db"_s)};
    std::shared_ptr<HttpClient> http = std::make_shared<HttpClient>();
    UpdateCheck check;
};

} // namespace

class TestUpdateCheck : public QObject {
    Q_OBJECT

private slots:
    void aNewerReleaseIsToldWithItsPage() {
        Scene scene(release("v0.2.0"));
        const UpdateState state = scene.afterLook();
        QVERIFY(state.isNewer);
        QCOMPARE(state.newest, u"0.2.0"_s);
        QCOMPARE(state.page, QUrl(u"https://github.com/miaobu/miaobu/releases/tag/v0.2.0"_s));
        QCOMPARE(state.answeredAt, scene.clock.time);
        QVERIFY(!state.failure);
        const ReceivedRequest& request = scene.server.requests.constFirst();
        QCOMPARE(request.line, "GET /api/repos/miaobu/miaobu/releases/latest HTTP/1.1");
        QVERIFY2(!request.head.contains("Authorization"), "nobody's account is told");
    }

    void theSameAnOlderAndNoReleaseAreNotNewer() {
        for (const QByteArray& answer : {release("v0.1.0"), release("0.0.9"), release("v0.1.0-rc.1"), none}) {
            Scene scene(answer);
            const UpdateState state = scene.afterLook();
            QVERIFY(!state.isNewer && !state.failure && state.answeredAt.isValid());
        }
        Scene scene(none);
        QVERIFY(scene.afterLook().newest.isEmpty());
    }

    void whatIsKnownIsAskedForByItsETag() {
        Scene scene(release("v0.2.0"));
        (void)scene.afterLook();
        scene.answer = unchanged;
        const UpdateState state = scene.afterLook();
        QVERIFY(scene.server.requests.at(1).has("If-None-Match: \"one\""));
        QVERIFY(state.isNewer && !state.failure);
        scene.answer = release("v0.3.0", "\"two\"");
        QCOMPARE(scene.afterLook().newest, u"0.3.0"_s);
        scene.answer = unchanged;
        (void)scene.afterLook();
        QVERIFY(scene.server.requests.constLast().has("If-None-Match: \"two\""));
    }

    void aReleaseThatWasWithdrawnIsForgotten() {
        Scene scene(release("v0.2.0"));
        (void)scene.afterLook();
        scene.answer = none;
        QVERIFY(!scene.afterLook().isNewer);
    }

    void itIsLookedOnceADay() {
        Scene scene(release("v0.2.0"));
        (void)scene.whenDue();
        scene.clock.advance(23h + 59min);
        QVERIFY(!scene.check.lookWhenDue());
        UpdateCheck another(scene.parts()); // The program is started again.
        QVERIFY(!another.lookWhenDue());
        QVERIFY(another.state().isNewer);
        scene.clock.advance(1min);
        (void)scene.whenDue();
        QCOMPARE(scene.server.requests.size(), 2);
        scene.clock.advance(-48h); // A clock that was wrong is put right.
        (void)scene.whenDue();
        QCOMPARE(scene.server.requests.size(), 3);
    }

    void aFailureIsToldRememberedAndTriedAgainAfterAnHour() {
        for (const QByteArray& answer : {limited, LoopbackServer::answer("no JSON"), release("nightly")}) {
            Scene scene(release("v0.2.0"));
            (void)scene.afterLook();
            scene.answer = answer;
            const UpdateState failed = scene.afterLook();
            QVERIFY(failed.failure);
            QVERIFY2(failed.isNewer, "what was known is still known");
            QCOMPARE(UpdateCheck(scene.parts()).state().failure, failed.failure);
            scene.clock.advance(59min);
            QVERIFY(!scene.check.lookWhenDue());
            scene.clock.advance(1min);
            scene.answer = unchanged;
            QVERIFY(!scene.whenDue().failure);
            QCOMPARE(scene.server.requests.size(), 3);
        }
    }

    void aServerThatIsNotThereIsAFailureLikeAnyOther() {
        Scene scene;
        scene.server.close();
        QVERIFY(scene.afterLook().failure);
        QVERIFY(!scene.check.state().answeredAt.isValid());
    }

    void switchedOffItLooksOnlyWhenAsked() {
        Scene scene(release("v0.2.0"));
        scene.check.setAutomatic(false);
        scene.check.start();
        QVERIFY(!scene.check.lookWhenDue());
        QVERIFY(scene.server.requests.isEmpty());
        QVERIFY(scene.afterLook().isNewer);
        scene.clock.advance(25h);
        (void)scene.after([&scene] { scene.check.setAutomatic(true); });
        QCOMPARE(scene.server.requests.size(), 2);
    }

    void withoutAPublisherNobodyIsAsked() {
        Scene scene(release("v0.2.0"), {});
        scene.check.start();
        scene.check.look();
        QVERIFY(!scene.check.isBusy());
        QCOMPARE(scene.check.state(), UpdateState());
        QVERIFY(scene.server.requests.isEmpty());
    }

    void whatIsKnownLosesItsNewsWithTheUpdate() {
        Scene scene(release("v0.2.0"));
        (void)scene.afterLook();
        UpdateCheckParts updated = scene.parts();
        updated.version = u"0.2.0"_s;
        QVERIFY(!UpdateCheck(updated).state().isNewer);
    }

    void aDamagedRecordWasNeverLookedAt() {
        const QList<QByteArray> all{"{", "[1]", R"({"triedAt":7,"tag":[]})"};
        for (const QByteArray& damaged : all) {
            Scene scene(release("v0.2.0"));
            SettingsTable(scene.database).setValue(settings::updateRecord(), damaged);
            QVERIFY(scene.whenDue().isNewer);
        }
    }

    void aLookThatIsCancelledSaysNothing() {
        Scene scene(QByteArray(""));
        scene.check.look();
        QTRY_COMPARE(scene.server.requests.size(), 1);
        const QSignalSpy idle(&scene.check, &UpdateCheck::idle);
        scene.check.shutDown();
        QTRY_VERIFY(!idle.isEmpty());
        QVERIFY(!scene.check.state().failure);
        QVERIFY(!scene.check.lookWhenDue());
    }
};

QTEST_GUILESS_MAIN(TestUpdateCheck)
#include "tst_update_check.moc"
