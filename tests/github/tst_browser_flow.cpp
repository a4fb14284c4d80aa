#include "core/github/browser_flow.h"
#include "core/github/callback_listener.h"
#include "tests/github/github_scene.h"
#include "tests/support/await.h"

#include <QTcpSocket>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace miaobu;
using namespace miaobu::test;

namespace {

/// What the listener answers to \a request, as a browser or anybody else on this computer sends it.
QByteArray ask(const QUrl& address, const QByteArray& request) {
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), static_cast<quint16>(address.port()));
    if (!QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::ConnectedState; }, 2000)) {
        return {};
    }
    socket.write(request);
    (void)QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }, 5000);
    return socket.readAll();
}

QByteArray get(const QUrl& url) {
    const QByteArray target = url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority);
    return ask(url, "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
}

struct Scene {
    Scene() {
        flow.http = std::make_shared<HttpClient>();
        flow.host = hostOf(fake);
        flow.app = {u"Ov23liFakeClient"_s, "fake-secret"};
        flow.clock = &clock;
        flow.patience = 20s;
        // What the browser does: it asks GitHub's page, and follows where that leads.
        flow.open = [this](const QUrl& url) {
            page = url;
            QTimer::singleShot(0, &context, [this] { visit(); });
        };
    }

    [[nodiscard]] QUrl callback() const {
        return QUrl(QUrlQuery(page).queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded));
    }
    [[nodiscard]] QString state() const { return QUrlQuery(page).queryItemValue(u"state"_s, QUrl::FullyDecoded); }
    [[nodiscard]] QUrl callbackWith(const QString& query) const {
        QUrl url = callback();
        url.setQuery(query);
        return url;
    }
    ErrorKind failure(std::stop_token stop = {}) {
        try {
            (void)await(signInByBrowser(flow, stop));
        } catch (const Error& error) {
            return error.kind;
        }
        return ErrorKind::Internal;
    }

    FakeGitHub fake;
    HandClock clock;
    BrowserFlow flow;
    QUrl page;
    QObject context;
    std::function<void()> visit = [this] {
        const QByteArray answer = get(page);
        const qsizetype at = answer.indexOf("Location: ") + 10;
        shown = get(QUrl::fromEncoded(answer.mid(at, answer.indexOf("\r\n", at) - at)));
    };
    QByteArray shown;
};

} // namespace

class TestBrowserFlow : public QObject {
    Q_OBJECT

private slots:
    void signsInThroughThePage() {
        Scene scene;
        const AccountToken token = await(signInByBrowser(scene.flow, {}));
        QCOMPARE(token.token, QByteArray("gho_fake"));
        const QUrlQuery query(scene.page);
        QCOMPARE(query.queryItemValue(u"client_id"_s), u"Ov23liFakeClient"_s);
        QCOMPARE(query.queryItemValue(u"code_challenge_method"_s), u"S256"_s);
        QCOMPARE(query.queryItemValue(u"code_challenge"_s).size(), 43);
        QCOMPARE(scene.callback().host(), u"127.0.0.1"_s);
        QVERIFY(scene.shown.startsWith("HTTP/1.1 200"));
        QVERIFY(scene.shown.contains("Referrer-Policy: no-referrer"));
        QVERIFY(!scene.shown.contains("fake-code"));
        // The secret and the code go to GitHub in a body, never in an address.
        for (const FakeRequest& request : scene.fake.requests()) {
            QVERIFY(!request.target.contains("fake-secret") && !request.target.contains("fake-code"));
        }
    }

    void answersNobodyWhoDoesNotKnowTheState() {
        Scene scene;
        const auto browser = scene.visit;
        scene.visit = [&scene, browser] {
            for (const QString& query : {u"code=evil&state=wrong"_s, u"code=evil"_s, u"state="_s, QString(),
                     u"code=evil&state="_s + scene.state().chopped(1) + u'!'}) {
                QVERIFY(get(scene.callbackWith(query)).startsWith("HTTP/1.1 404"));
            }
            const QByteArray right = "/callback?code=evil&state=" + scene.state().toUtf8();
            QVERIFY(ask(scene.callback(), "POST " + right + " HTTP/1.1\r\n\r\n").startsWith("HTTP/1.1 404"));
            QVERIFY(ask(scene.callback(), "GET /other" + right + " HTTP/1.1\r\n\r\n").startsWith("HTTP/1.1 404"));
            QVERIFY(ask(scene.callback(), "GET http://evil" + right + " HTTP/1.1\r\n\r\n").startsWith("HTTP/1.1 404"));
            QVERIFY(ask(scene.callback(), "nonsense\r\n\r\n").startsWith("HTTP/1.1 404"));
            QVERIFY(ask(scene.callback(), QByteArray(100'000, 'x')).isEmpty());
            browser();
        };
        QCOMPARE(await(signInByBrowser(scene.flow, {})).token, QByteArray("gho_fake"));
    }

    void aForgedCodeIsOfNoUse() {
        Scene scene;
        // Somebody who knows the state but did not begin this sign-in: the code belongs to another challenge.
        scene.visit = [&scene] { get(scene.callbackWith(u"code=fake-code&state="_s + scene.state())); };
        QCOMPARE(scene.failure(), ErrorKind::SignInMisconfigured);
    }

    void aRefusalIsSaid() {
        Scene scene;
        scene.visit = [&scene] { get(scene.callbackWith(u"error=access_denied&state="_s + scene.state())); };
        QCOMPARE(scene.failure(), ErrorKind::SignInDenied);
    }

    void waitsForNobodyForEver() {
        Scene scene;
        scene.flow.patience = 50ms;
        scene.visit = [] { };
        QCOMPARE(scene.failure(), ErrorKind::Timeout);
    }

    void stopsListeningWhenItIsCancelled() {
        Scene scene;
        std::stop_source stop;
        scene.visit = [&stop] { stop.request_stop(); };
        QCOMPARE(scene.failure(stop.get_token()), ErrorKind::Cancelled);
        QVERIFY(get(scene.callbackWith(u"code=x&state="_s + scene.state())).isEmpty());
    }

    void needsASecret() {
        Scene scene;
        scene.flow.app.clientSecret.clear();
        QCOMPARE(scene.failure(), ErrorKind::ClientIdMissing);
        QVERIFY(scene.page.isEmpty());
    }

    void comparesWithoutSayingWhere() {
        QVERIFY(equalInConstantTime("abc", "abc"));
        QVERIFY(!equalInConstantTime("abc", "abd"));
        QVERIFY(!equalInConstantTime("abc", "ab"));
        QVERIFY(equalInConstantTime("", ""));
    }
};

QTEST_GUILESS_MAIN(TestBrowserFlow)
#include "tst_browser_flow.moc"
