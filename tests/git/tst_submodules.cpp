#include "core/git/git_settings_text.h"
#include "core/git/submodules.h"
#include "tests/git/checkout_desk.h"
#include "tests/git/checkout_main.h"
#include "tests/support/git_http_server.h"

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace miaobu;

namespace {

const QString token = u"tok-0123456789"_s;

} // namespace

class TestSubmodules : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_desk = std::make_unique<test::CheckoutDesk>();
        for (const QString& name : {u"site"_s, u"theme"_s, u"fonts"_s}) {
            test::initRepository(m_desk->path(name));
            test::writeFile(m_desk->path(name) + u"/file"_s, name.toUtf8());
        }
        m_fonts = m_desk->publish(u"fonts"_s);
        m_theme = m_desk->publish(u"theme"_s);
        m_server = std::make_unique<test::GitHttpServer>(m_desk->served(), token);
    }

    void cleanup() { m_server.reset(); }

    void addressesBesideTheRepository_data() {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("url");
        QTest::newRow("https") << u"https://example.com/a/b.git"_s << u"https://example.com/a/b.git"_s;
        QTest::newRow("beside") << u"../theme.git"_s << u"https://github.com/lina/theme.git"_s;
        QTest::newRow("elsewhere") << u"../../wu/theme"_s << u"https://github.com/wu/theme"_s;
        QTest::newRow("scp") << u"git@github.com:wu/theme.git"_s << u"https://github.com/wu/theme.git"_s;
        QTest::newRow("ssh") << u"ssh://git@github.com:22/wu/theme.git"_s << u"https://github.com/wu/theme.git"_s;
        QTest::newRow("loopback") << u"http://127.0.0.1:8080/a.git"_s << u"http://127.0.0.1:8080/a.git"_s;
        QTest::newRow("http") << u"http://example.com/a.git"_s << QString();
        QTest::newRow("file") << u"file:///etc"_s << QString();
        QTest::newRow("path") << u"/etc"_s << QString();
        QTest::newRow("git") << u"git://example.com/a.git"_s << QString();
        QTest::newRow("helper") << u"ext::sh -c touch% /tmp/x"_s << QString();
        QTest::newRow("option") << u"--upload-pack=x"_s << QString();
        QTest::newRow("password") << u"https://a:b@example.com/a.git"_s << QString();
    }

    void addressesBesideTheRepository() {
        QFETCH(QString, address);
        QFETCH(QString, url);
        const QString parent = u"https://github.com/lina/site.git"_s;
        if (url.isEmpty()) {
            QVERIFY_THROWS_EXCEPTION(Error, submoduleUrl(address, parent));
        } else {
            QCOMPARE(submoduleUrl(address, parent), url);
        }
    }

    void relativeToNothing() { QVERIFY_THROWS_EXCEPTION(Error, submoduleUrl(u"../x.git"_s, {})); }

    void settingsAreReadAsGitReadsThem() {
        const QList<GitSetting> settings = readGitSettings("# a comment\n[submodule \"a \\\"b\\\"\"]\n"
                                                           "\tpath = \"with # space \" ; said\n\tURL=x # y\n"
                                                           "[include]path=/etc/passwd\n[broken\nnonsense\n");
        QCOMPARE(settings.size(), 3);
        QCOMPARE(settings.at(0).subsection, u"a \"b\""_s);
        QCOMPARE(settings.at(0).value, u"with # space "_s);
        QCOMPARE(settings.at(1).key, u"url"_s);
        QCOMPARE(settings.at(1).value, u"x"_s);
        QCOMPARE(settings.at(2).section, u"include"_s);
    }

    void theyAreFetchedWithEachOther() {
        name(u"theme"_s, u"vendor/fonts"_s, u"../fonts.git"_s, m_fonts);
        m_theme = m_desk->publish(u"theme"_s);
        name(u"site"_s, u"themes/plain"_s, m_server->base() + u"/private/theme.git"_s, m_theme);
        m_desk->publish(u"site"_s);
        m_desk->token = token;
        (void)m_desk->checkOut(m_server->base() + u"/private/site.git"_s, true);
        QCOMPARE(test::readFile(m_desk->out() + u"/file"_s), "site");
        QCOMPARE(test::readFile(m_desk->out() + u"/themes/plain/file"_s), "theme");
        QCOMPARE(test::readFile(m_desk->out() + u"/themes/plain/vendor/fonts/file"_s), "fonts");
        QCOMPARE(m_desk->fileWith(token), QString());
    }

    void notAskedForTheyAreOnlyNamed() {
        name(u"site"_s, u"theme"_s, u"../theme.git"_s, m_theme);
        m_desk->publish(u"site"_s);
        (void)m_desk->checkOut(m_server->base() + u"/public/site.git"_s);
        QVERIFY(!QFile::exists(m_desk->out() + u"/theme/file"_s));
        QVERIFY(m_desk->notes.notes.join(u'\n').contains(u"not fetched"_s));
    }

    void anotherServerGetsNoToken() {
        const test::GitHttpServer other(m_desk->served(), token);
        name(u"site"_s, u"theme"_s, other.base() + u"/private/theme.git"_s, m_theme);
        m_desk->publish(u"site"_s);
        m_desk->token = token;
        const Error error = m_desk->failureOf(m_server->base() + u"/private/site.git"_s, true);
        QCOMPARE(error.kind, ErrorKind::AuthenticationRequired);
        QVERIFY(error.subject.startsWith(other.base()));
        QVERIFY(!other.authorizations().isEmpty());
        QCOMPARE(other.authorizations().join(QString()), QString());
        QVERIFY(!QFile::exists(m_desk->out()));
    }

    void aRedirectToAnotherServerIsNotFollowed() {
        const test::GitHttpServer other(m_desk->served(), token);
        m_server = std::make_unique<test::GitHttpServer>(m_desk->served(), token, other.base() + u"/private"_s);
        name(u"site"_s, u"theme"_s, m_server->base() + u"/moved/theme.git"_s, m_theme);
        m_desk->publish(u"site"_s);
        m_desk->token = token;
        QCOMPARE(m_desk->failureOf(m_server->base() + u"/private/site.git"_s, true).kind, ErrorKind::Redirected);
        QCOMPARE(other.authorizations(), QStringList());
    }

    void oneThatNamesItselfEnds() {
        // Its own commit is not known before it is made: it names the one before, which names the one before that.
        QString commit = m_desk->publish(u"site"_s);
        for (int i = 0; i < 8; ++i) {
            name(u"site"_s, u"self"_s, u"../site.git"_s, commit);
            commit = m_desk->publish(u"site"_s);
        }
        const Error error = m_desk->failureOf(m_server->base() + u"/public/site.git"_s, true);
        QCOMPARE(error.kind, ErrorKind::InvalidInput);
        QVERIFY(!QFile::exists(m_desk->out()));
    }

    void oneWithoutAnAddressStaysEmpty() {
        name(u"site"_s, u"theme"_s, u"../theme.git"_s, m_theme);
        link(u"site"_s, u"stray"_s, m_theme);
        m_desk->publish(u"site"_s);
        (void)m_desk->checkOut(m_server->base() + u"/public/site.git"_s, true);
        QVERIFY(QFile::exists(m_desk->out() + u"/theme/file"_s));
        QVERIFY(m_desk->notes.notes.join(u'\n').contains(u"stray"_s));
    }

    void aLinkIntoASubmoduleStays() {
        QCOMPARE(symlink("../file", (m_desk->path(u"theme"_s) + u"/up"_s).toUtf8().constData()), 0);
        m_theme = m_desk->publish(u"theme"_s);
        name(u"site"_s, u"theme"_s, u"../theme.git"_s, m_theme);
        m_desk->publish(u"site"_s);
        const Checkout checkout = m_desk->checkOut(m_server->base() + u"/public/site.git"_s, true);
        QCOMPARE(checkout.removedLinks, QStringList());
        QCOMPARE(test::readFile(m_desk->out() + u"/theme/up"_s), "site");
    }

private:
    /// Lets the repository \a repository name \a commit of \a url at \a path.
    void name(const QString& repository, const QString& path, const QString& url, const QString& commit) {
        test::writeFile(m_desk->path(repository) + u"/.gitmodules"_s,
            u"[submodule \"%1\"]\n\tpath = %1\n\turl = %2\n"_s.arg(path, url).toUtf8());
        link(repository, path, commit);
    }

    void link(const QString& repository, const QString& path, const QString& commit) {
        test::git(m_desk->path(repository),
            {u"update-index"_s, u"--add"_s, u"--cacheinfo"_s, u"160000,%1,%2"_s.arg(commit, path)});
        QDir().mkpath(m_desk->path(repository) + u'/' + path);
    }

    std::unique_ptr<test::CheckoutDesk> m_desk;
    std::unique_ptr<test::GitHttpServer> m_server;
    QString m_theme;
    QString m_fonts;
};

CHECKOUT_TEST_MAIN(TestSubmodules)
#include "tst_submodules.moc"
