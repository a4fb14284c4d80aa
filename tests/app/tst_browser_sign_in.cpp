// A sign-in through the browser, from the settings on, by clicks and with a real keyring in a session of its own.
#include "tests/app/person.h"

#include <QLabel>
#include <QTcpSocket>

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::app;
using miaobu::test::Person;

namespace {

constexpr int patience = 20'000;

/// What a browser shows at \a url, with the head of the answer.
QByteArray browse(const QUrl& url) {
    QTcpSocket socket;
    socket.connectToHost(url.host(), static_cast<quint16>(url.port()));
    socket.write("GET " + url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority)
        + " HTTP/1.1\r\nHost: " + url.authority().toUtf8() + "\r\nConnection: close\r\n\r\n");
    (void)QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }, patience);
    return socket.readAll();
}

QUrl locationIn(const QByteArray& answer) {
    const qsizetype at = answer.indexOf("Location: ") + 10;
    return QUrl::fromEncoded(answer.mid(at, answer.indexOf("\r\n", at) - at));
}

void enter(Person& person, const QString& field, const QString& text) {
    QTest::keyClicks(&person.named<QLineEdit>(field), text);
    QTest::keyClick(&person.named<QLineEdit>(field), Qt::Key_Return);
}

} // namespace

class BrowserSignInTest : public QObject {
    Q_OBJECT

private slots:
    void anAppWithASecretSignsInThroughTheBrowser() {
        if (qEnvironmentVariableIsEmpty("MIAOBU_KEYRING_INNER")) {
            QSKIP("needs a session of its own");
        }
        Person person;
        person.shelf.add(u"li/site"_s, {{u"id"_s, 11}, {u"private"_s, true}});

        // The settings: by which app GitHub knows this program.
        person.window->actions()[Actions::Act::ShowAppSettings].trigger();
        QTRY_VERIFY(person.sees(u"oauthClientId"_s));
        enter(person, u"oauthClientId"_s, u"Ov23liFakeClient"_s);
        enter(person, u"oauthSecret"_s, u"fake-secret"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(
            person.sees(u"dropOauthSecret"_s), qPrintable(person.named<QLabel>(u"oauthSecretNote"_s).text()), patience);
        QCOMPARE(person.named<QLineEdit>(u"oauthSecret"_s).text(), QString());

        // The page of the accounts, and the browser that it opens.
        person.window->actions()[Actions::Act::GitHubAccounts].trigger();
        QTRY_VERIFY_WITH_TIMEOUT(person.sees(u"signInByBrowser"_s), patience);
        person.click(u"signInByBrowser"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(
            person.prompt.opened.path() == u"/login/oauth/authorize", qPrintable(person.words()), patience);
        QVERIFY(browse(locationIn(browse(person.prompt.opened))).startsWith("HTTP/1.1 200"));
        QTRY_VERIFY2_WITH_TIMEOUT(
            !person.services->gitHub().access.accounts().isEmpty(), qPrintable(person.words()), patience);
        QCOMPARE(person.services->gitHub().access.current()->way, SignInWay::Browser);

        // The secret can be taken back; the sign-in stays.
        person.window->actions()[Actions::Act::ShowAppSettings].trigger();
        QTRY_VERIFY_WITH_TIMEOUT(person.sees(u"dropOauthSecret"_s), patience);
        person.click(u"dropOauthSecret"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!person.sees(u"dropOauthSecret"_s), patience);
        person.window->actions()[Actions::Act::GitHubAccounts].trigger();
        QTRY_VERIFY(!person.services->gitHub().signIn.isBusy());
        QVERIFY(!person.sees(u"signInByBrowser"_s));

        person.leave();
        for (const QByteArray& secret : {QByteArray("fake-secret"), QByteArray("gho_fake")}) {
            QCOMPARE(person.filesWith(secret), QStringList());
        }
    }
};

QTEST_MAIN(BrowserSignInTest)
#include "tst_browser_sign_in.moc"
