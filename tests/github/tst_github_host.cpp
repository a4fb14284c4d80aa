#include "core/async/error.h"
#include "core/github/api_token.h"
#include "core/github/github_host.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace miaobu;

namespace {

QProcessEnvironment withBases(const QString& web, const QString& api) {
    QProcessEnvironment environment;
    environment.insert(u"MIAOBU_GITHUB_WEB_BASE"_s, web);
    environment.insert(u"MIAOBU_GITHUB_API_BASE"_s, api);
    return environment;
}

} // namespace

class TestGitHubHost : public QObject {
    Q_OBJECT

private slots:
    void knowsWhereTheApiOfEachKindOfHostIs_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("kept");
        QTest::addColumn<QByteArray>("web");
        QTest::addColumn<QByteArray>("api");
        QTest::newRow("github.com") << u"github.com"_s << u"github.com"_s << QByteArray("https://github.com")
                                    << QByteArray("https://api.github.com");
        QTest::newRow("with scheme") << u" https://GitHub.com/ "_s << u"github.com"_s
                                     << QByteArray("https://github.com") << QByteArray("https://api.github.com");
        QTest::newRow("company") << u"acme.ghe.com"_s << u"acme.ghe.com"_s << QByteArray("https://acme.ghe.com")
                                 << QByteArray("https://api.acme.ghe.com");
        QTest::newRow("server") << u"git.example.com:8443"_s << u"git.example.com:8443"_s
                                << QByteArray("https://git.example.com:8443")
                                << QByteArray("https://git.example.com:8443/api/v3");
    }

    void knowsWhereTheApiOfEachKindOfHostIs() {
        QFETCH(QString, name);
        const GitHubHost host = gitHubHost(name, {});
        QTEST(host.name, "kept");
        QTEST(host.web, "web");
        QTEST(host.api, "api");
    }

    void refusesWhatIsNoHost_data() {
        QTest::addColumn<QString>("name");
        for (const QString& name : {u""_s, u"http://github.com"_s, u"a b"_s, u"me@github.com"_s, u"github.com/me"_s,
                 u"-x"_s, u"a..b"_s, u"github.com\r\nX: y"_s, u"ftp://x"_s}) {
            QTest::newRow(qPrintable(name)) << name;
        }
    }

    void refusesWhatIsNoHost() {
        QFETCH(QString, name);
        QVERIFY_THROWS_EXCEPTION(Error, gitHubHost(name, {}));
    }

    void takesTestAddressesOfThisComputerOnly() {
        const GitHubHost local
            = gitHubHost(gitHubCom, withBases(u"http://127.0.0.1:81/"_s, u"http://localhost:82/api"_s));
        QCOMPARE(local.web, QByteArray("http://127.0.0.1:81"));
        QCOMPARE(local.api, QByteArray("http://localhost:82/api"));
        QCOMPARE(local.cloneUrl(u"me/site"_s), u"http://127.0.0.1:81/me/site.git"_s);
        for (const QString& elsewhere : {u"https://evil.example"_s, u"http://127.0.0.1.evil.example"_s,
                 u"http://me:you@127.0.0.1"_s, u"file:///etc"_s, u"//127.0.0.1"_s}) {
            QCOMPARE(gitHubHost(gitHubCom, withBases(elsewhere, elsewhere)), gitHubHost(gitHubCom, {}));
        }
        QCOMPARE(gitHubHost(u"git.example.com"_s, withBases(u"http://127.0.0.1:81"_s, u"http://127.0.0.1:82"_s)),
            gitHubHost(u"git.example.com"_s, {}));
    }

    void tellsItsOwnRepositoriesFromOthers() {
        const GitHubHost host = gitHubHost(gitHubCom, {});
        QVERIFY(leadsTo(u"https://github.com/me/site.git"_s, host));
        QVERIFY(leadsTo(u"https://GITHUB.com:443/me/site"_s, host));
        for (const QString& other :
            {u"http://github.com/me/site"_s, u"https://github.com:444/me"_s, u"https://github.com.evil.example/me"_s,
                u"https://evil.example/github.com"_s, u"git@github.com:me/x"_s, u"/home/me/github.com"_s, QString()}) {
            QVERIFY2(!leadsTo(other, host), qPrintable(other));
        }
    }

    void aTokenIsForOneOriginOnly() {
        const ApiToken token("https://git.example.com/api/v3", "ghp_abc");
        QCOMPARE(token.authorizationFor("https://git.example.com/api/v3/user"), QByteArray("Bearer ghp_abc"));
        for (const QByteArray& other :
            {QByteArray("https://git.example.com:8443/"), QByteArray("http://git.example.com/"),
                QByteArray("https://api.example.com/"), QByteArray("https://git.example.com.evil/"), QByteArray()}) {
            QVERIFY_THROWS_EXCEPTION(Error, token.authorizationFor(other));
        }
        for (const QByteArray& bad :
            {QByteArray(), QByteArray("a b"), QByteArray("a\r\nHost: x"), QByteArray(2000, 'a')}) {
            QVERIFY_THROWS_EXCEPTION(Error, ApiToken("https://api.github.com", bad));
        }
    }
};

QTEST_APPLESS_MAIN(TestGitHubHost)
#include "tst_github_host.moc"
