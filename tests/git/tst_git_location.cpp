#include "core/async/error.h"
#include "core/git/git_location.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace miaobu;

class TestGitLocation : public QObject {
    Q_OBJECT

private slots:
    void serversAreRead() {
        QCOMPARE(readGitLocation(u"https://example.com/a/b.git"_s).url, u"https://example.com/a/b.git"_s);
        QCOMPARE(readGitLocation(u"https://example.com/a/b/#readme"_s).url, u"https://example.com/a/b"_s);
        QVERIFY(!readGitLocation(u"http://127.0.0.1:80/a"_s).isLocal);
    }

    void localRepositoriesAreRead() {
        QCOMPARE(readGitLocation(u"file:///srv/a%20b.git"_s).path, u"/srv/a b.git"_s);
        QCOMPARE(readGitLocation(u"/srv/a.git/"_s).path, u"/srv/a.git"_s);
    }

    void othersAreRefused() {
        for (const QString& text : {u"git@example.com:a/b.git"_s, u"ssh://git@example.com/a"_s,
                 u"git://example.com/a"_s, u"a/b"_s, u""_s, u"https://"_s, u"ext::sh -c id"_s, u"--upload-pack=id"_s}) {
            QVERIFY_THROWS_EXCEPTION(Error, readGitLocation(text));
        }
    }

    void aCredentialInTheAddressIsNotRepeated() {
        try {
            readGitLocation(u"https://user:hunter22@example.com/a"_s);
            QFAIL("accepted");
        } catch (const Error& error) {
            QCOMPARE(error.kind, ErrorKind::InvalidInput);
            QVERIFY(!QByteArray(error.what()).contains("hunter22"));
        }
    }

    void secretsTravelOnlyEncryptedOrAtHome() {
        QVERIFY(isConfidential(u"https://example.com/a"_s));
        QVERIFY(isConfidential(u"http://127.0.0.1:80/a"_s));
        QVERIFY(isConfidential(u"http://localhost/a"_s));
        QVERIFY(isConfidential(u"http://[::1]/a"_s));
        QVERIFY(!isConfidential(u"http://example.com/a"_s));
        QVERIFY(!isConfidential(u"http://127.0.0.1.example.com/a"_s));
    }

    void mirrorsAreApart() {
        const QString one = mirrorPath(u"/m"_s, u"https://example.com/a/site.git"_s);
        QVERIFY(one.startsWith(u"/m/example.com/site-"_s));
        QVERIFY(one != mirrorPath(u"/m"_s, u"https://example.com/b/site.git"_s));
        QVERIFY(!mirrorPath(u"/m"_s, u"https://example.com/a/..%2f..%2fx"_s).mid(2).contains(u".."_s + u'/'));
    }
};

QTEST_APPLESS_MAIN(TestGitLocation)
#include "tst_git_location.moc"
