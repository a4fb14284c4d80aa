#include "core/async/error.h"
#include "core/git/any_source_checkout.h"
#include "tests/git/checkout_main.h"
#include "tests/support/await.h"
#include "tests/support/git_fixture.h"
#include "tests/support/git_http_server.h"

#include <QTcpServer>
#include <QTcpSocket>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace std::chrono_literals;

namespace {

const QString token = u"tok-0123456789"_s;

} // namespace

class TestGitCheckout : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_folder.emplace();
        m_work = m_folder->filePath(u"work"_s);
        m_out = m_folder->filePath(u"out/build"_s);
        m_token.clear();
        m_notes.notes.clear();
        test::initRepository(m_work);
        test::writeFile(m_work + u"/index.html"_s, "first");
        m_first = test::commitAll(m_work, u"First\n\nThe body."_s);
        test::writeFile(m_work + u"/index.html"_s, "second");
        test::writeFile(m_work + u"/bin/run"_s, "#!/bin/sh\n");
        QFile::setPermissions(m_work + u"/bin/run"_s, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        m_second = test::commitAll(m_work, u"Second"_s);
        test::git(m_folder->path(),
            {u"init"_s, u"-q"_s, u"--bare"_s, u"-b"_s, u"main"_s, m_folder->filePath(u"srv/site.git"_s)});
        push();
        m_server = std::make_unique<test::GitHttpServer>(m_folder->filePath(u"srv"_s), token);
    }

    void cleanup() { m_server.reset(); }

    void theHeadOfTheDefaultBranch() {
        const Revision revision = checkOut(u"/public/site.git"_s);
        QCOMPARE(revision.commit, m_second);
        QCOMPARE(revision.tree, test::git(m_work, {u"rev-parse"_s, u"HEAD^{tree}"_s}));
        QCOMPARE(revision.branch, u"main"_s);
        QCOMPARE(revision.message, u"Second"_s);
        QCOMPARE(revision.author, u"Zoë"_s);
        QVERIFY(!revision.modified);
        QCOMPARE(test::readFile(m_out + u"/index.html"_s), "second");
        QVERIFY(QFileInfo(m_out + u"/bin/run"_s).isExecutable());
        QVERIFY(!QFile::exists(m_out + u"/.git"_s));
        QVERIFY(m_server->authorizations().join(QString()).isEmpty());
    }

    void theSecondTimeNothingIsFetched() {
        checkOut(u"/public/site.git"_s);
        QCOMPARE(m_server->packs(), 1);
        checkOut(u"/public/site.git"_s);
        QCOMPARE(m_server->packs(), 1);
        checkOut(u"/public/site.git"_s, {}, m_second);
        QCOMPARE(m_server->packs(), 1);
    }

    void aNewPushIsFetched() {
        checkOut(u"/public/site.git"_s);
        for (int i = 0; i < 3; ++i) {
            test::writeFile(m_work + u"/index.html"_s, "push " + QByteArray::number(i));
            const QString pushed = test::commitAll(m_work, u"Push"_s);
            push();
            QCOMPARE(checkOut(u"/public/site.git"_s).commit, pushed);
            QCOMPARE(test::readFile(m_out + u"/index.html"_s), "push " + QByteArray::number(i));
        }
    }

    void anExactOlderCommit() {
        checkOut(u"/public/site.git"_s);
        const Revision revision = checkOut(u"/public/site.git"_s, {}, m_first);
        QCOMPARE(revision.commit, m_first);
        QCOMPARE(revision.branch, u"main"_s);
        QCOMPARE(test::readFile(m_out + u"/index.html"_s), "first");
        QVERIFY(!QFile::exists(m_out + u"/bin"_s));
    }

    void aPushAfterTheWholeHistoryWasFetched() {
        QCOMPARE(checkOut(u"/public/site.git"_s, {}, m_first.left(8)).commit, m_first);
        test::writeFile(m_work + u"/index.html"_s, "third");
        const QString third = test::commitAll(m_work, u"Third"_s);
        push();
        QCOMPARE(checkOut(u"/public/site.git"_s).commit, third);
        QCOMPARE(checkOut(u"/public/site.git"_s, {}, m_first.left(8)).commit, m_first);
        QCOMPARE(m_server->packs(), 2);
    }

    void anAbbreviatedCommit() {
        QCOMPARE(checkOut(u"/public/site.git"_s, {}, m_second.left(7)).commit, m_second);
        QCOMPARE(checkOut(u"/public/site.git"_s, {}, m_first.left(7).toUpper()).commit, m_first);
    }

    void anotherBranch() {
        test::git(m_work, {u"checkout"_s, u"-q"_s, u"-b"_s, u"feature/ü"_s, m_first});
        test::writeFile(m_work + u"/feature"_s, "x");
        const QString commit = test::commitAll(m_work, u"Feature"_s);
        push();
        checkOut(u"/public/site.git"_s);
        const Revision revision = checkOut(u"/public/site.git"_s, u"feature/ü"_s);
        QCOMPARE(revision.commit, commit);
        QCOMPARE(revision.branch, u"feature/ü"_s);
        QCOMPARE(test::readFile(m_out + u"/index.html"_s), "first");
    }

    void aMissingBranchNamesTheOthers() {
        test::git(m_work, {u"branch"_s, u"develop"_s});
        push();
        const Error error = failureOf(u"/public/site.git"_s, u"nope"_s);
        QCOMPARE(error.kind, ErrorKind::BranchNotFound);
        QCOMPARE(error.subject, u"nope"_s);
        QCOMPARE(error.alternatives, QStringList({u"develop"_s, u"main"_s}));
        QVERIFY(!QFile::exists(m_out));
    }

    void aMissingCommitIsNeverAnother() {
        QCOMPARE(failureOf(u"/public/site.git"_s, {}, QString(40, u'a')).kind, ErrorKind::CommitNotFound);
        QCOMPARE(failureOf(u"/public/site.git"_s, {}, u"abcdef0"_s).kind, ErrorKind::CommitNotFound);
        QCOMPARE(failureOf(u"/public/site.git"_s, {}, u"main"_s).kind, ErrorKind::CommitNotFound);
        QCOMPARE(failureOf(u"/public/site.git"_s, {}, u"--all"_s).kind, ErrorKind::CommitNotFound);
        QVERIFY(!QFile::exists(m_out));
    }

    void aCommitPushedAwayIsNotFound() {
        test::git(m_work, {u"reset"_s, u"-q"_s, u"--hard"_s, m_first});
        test::writeFile(m_work + u"/index.html"_s, "third");
        const QString third = test::commitAll(m_work, u"Third"_s);
        push();
        test::git(m_folder->filePath(u"srv/site.git"_s), {u"reflog"_s, u"expire"_s, u"--expire=now"_s, u"--all"_s});
        test::git(m_folder->filePath(u"srv/site.git"_s), {u"gc"_s, u"-q"_s, u"--prune=now"_s});
        const Error error = failureOf(u"/public/site.git"_s, {}, m_second);
        QCOMPARE(error.kind, ErrorKind::CommitNotFound);
        QCOMPARE(error.alternatives, QStringList(u"main "_s + third.left(7)));
        QCOMPARE(checkOut(u"/public/site.git"_s).commit, third);
    }

    void aPrivateRepositoryNeedsTheToken() {
        QCOMPARE(failureOf(u"/private/site.git"_s).kind, ErrorKind::AuthenticationRequired);
        m_token = u"wrong"_s;
        QCOMPARE(failureOf(u"/private/site.git"_s).kind, ErrorKind::AuthenticationRequired);
        const qsizetype before = m_server->authorizations().size();
        QVERIFY(before < 10);
        m_token = token;
        QCOMPARE(checkOut(u"/private/site.git"_s).commit, m_second);
        QVERIFY(m_notes.notes.join(u'\n').contains(m_second));
        QVERIFY(!m_notes.notes.join(u'\n').contains(token));
        assertNothingKeeps(token);
    }

    void whatIsNotThereOrNotAllowed() {
        QCOMPARE(failureOf(u"/public/nothing.git"_s).kind, ErrorKind::RepositoryNotFound);
        QCOMPARE(failureOf(u"/forbidden/site.git"_s).kind, ErrorKind::AuthenticationRequired);
        QCOMPARE(
            failureOf({SourceKind::Git, u"http://does-not-exist.invalid/x.git"_s, {}}).kind, ErrorKind::HostNotFound);
        QCOMPARE(failureOf({SourceKind::Git, u"http://127.0.0.1:9/x.git"_s, {}}).kind, ErrorKind::NetworkUnreachable);
        QCOMPARE(failureOf({SourceKind::Git, u"git@example.com:a/b.git"_s, {}}).kind, ErrorKind::InvalidInput);
    }

    void anEmptyRepository() {
        test::git(m_folder->path(), {u"init"_s, u"-q"_s, u"--bare"_s, m_folder->filePath(u"srv/empty.git"_s)});
        QCOMPARE(failureOf(u"/public/empty.git"_s).kind, ErrorKind::RepositoryEmpty);
        QCOMPARE(
            failureOf({SourceKind::Git, m_folder->filePath(u"srv/empty.git"_s), {}}).kind, ErrorKind::RepositoryEmpty);
    }

    void aRedirectIsNotFollowedAndGetsNoToken() {
        const test::GitHttpServer other(m_folder->filePath(u"srv"_s), token);
        m_server
            = std::make_unique<test::GitHttpServer>(m_folder->filePath(u"srv"_s), token, other.base() + u"/private"_s);
        m_token = token;
        const Error error = failureOf(u"/moved/site.git"_s);
        QCOMPARE(error.kind, ErrorKind::Redirected);
        QVERIFY(error.detail.startsWith(other.base() + u"/private/site.git"_s));
        QCOMPARE(other.authorizations(), QStringList());
    }

    void aRenamedRepositoryIsFollowedOnItsServer() {
        m_token = token;
        QCOMPARE(checkOut(u"/renamed/site.git"_s).commit, m_second);
    }

    void aProxyIsUsedAndSeesNoToken() {
        QTcpServer proxy;
        QVERIFY(proxy.listen(QHostAddress::LocalHost));
        QByteArray heard;
        connect(&proxy, &QTcpServer::newConnection, &proxy, [&proxy, &heard] {
            QTcpSocket* socket = proxy.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket, &heard] {
                heard += socket->readAll();
                socket->write("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                socket->disconnectFromHost();
            });
        });
        qputenv("https_proxy", "http://lina:proxy-word@127.0.0.1:" + QByteArray::number(proxy.serverPort()));
        m_token = token;
        const Error error = failureOf({SourceKind::Git, u"https://git.example.test/site.git"_s, {}});
        qunsetenv("https_proxy");
        QVERIFY(heard.startsWith("CONNECT git.example.test:443 "));
        QVERIFY(heard.contains("Proxy-Authorization: Basic "));
        QVERIFY(!heard.contains(token.toUtf8().toBase64().left(10)));
        QVERIFY(!heard.contains(("x-access-token:" + token.toUtf8()).toBase64()));
        QCOMPARE(error.kind, ErrorKind::ConnectionLost);
        QVERIFY(!QString::fromUtf8(error.what()).contains(u"proxy-word"_s));
    }

    void aStalledServerCanBeLeft() {
        std::stop_source stop;
        QTimer::singleShot(300ms, [&stop] { stop.request_stop(); });
        AnySourceCheckout checkout = newCheckout();
        const CheckoutRequest request{{SourceKind::Git, m_server->base() + u"/stalled/site.git"_s, {}}, {}, m_out};
        try {
            test::await(checkout.checkOut(request, m_notes, {}, stop.get_token()));
            QFAIL("ended by itself");
        } catch (const Error& error) {
            QCOMPARE(error.kind, ErrorKind::Cancelled);
        }
        QVERIFY(!QFile::exists(m_out));
    }

    void aServerThatStallsInTheMiddleCanBeLeft_data() {
        QTest::addColumn<QString>("part");
        QTest::newRow("before the first answer") << u"/info/refs"_s;
        QTest::newRow("before the pack") << u"/git-upload-pack"_s;
    }

    void aServerThatStallsInTheMiddleCanBeLeft() {
        QFETCH(QString, part);
        m_server->stall(part);
        m_token = token;
        std::stop_source stop;
        QTimer watch;
        connect(&watch, &QTimer::timeout, &watch, [this, &stop, &part] {
            if (m_server->wasAsked(part)) {
                stop.request_stop();
            }
        });
        watch.start(20ms);
        AnySourceCheckout checkout = newCheckout();
        const CheckoutRequest request{{SourceKind::Git, m_server->base() + u"/private/site.git"_s, {}}, {}, m_out};
        try {
            test::await(checkout.checkOut(request, m_notes, {}, stop.get_token()), 20s);
            QFAIL("ended by itself");
        } catch (const Error& error) {
            QCOMPARE(error.kind, ErrorKind::Cancelled);
        }
        QVERIFY(!QFile::exists(m_out));
        assertNothingKeeps(token);
    }

    void aDamagedMirrorIsFetchedAgain() {
        checkOut(u"/public/site.git"_s);
        QDirIterator walk(m_folder->filePath(u"mirrors"_s), {u"*.pack"_s}, QDir::Files, QDirIterator::Subdirectories);
        QVERIFY(walk.hasNext());
        QFile pack(walk.next());
        pack.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        QVERIFY(pack.open(QIODevice::ReadWrite));
        pack.seek(12);
        pack.write(QByteArray(static_cast<int>(pack.size()) - 12, 'x'));
        pack.close();
        QCOMPARE(checkOut(u"/public/site.git"_s).commit, m_second);
        QCOMPARE(test::readFile(m_out + u"/index.html"_s), "second");
    }

    void aLocalRepositoryIsOpenedInPlace() {
        for (const QString& location :
            {m_folder->filePath(u"srv/site.git"_s), u"file://"_s + m_folder->filePath(u"srv/site.git"_s), m_work}) {
            QCOMPARE(checkOut({SourceKind::Git, location, {}}, {}).commit, m_second);
            QCOMPARE(checkOut({SourceKind::Git, location, u"main"_s}, m_first.left(8)).commit, m_first);
            QCOMPARE(test::readFile(m_out + u"/index.html"_s), "first");
        }
        QVERIFY(!QFile::exists(m_folder->filePath(u"mirrors"_s)));
        QCOMPARE(
            failureOf({SourceKind::Git, m_folder->filePath(u"nothing"_s), {}}).kind, ErrorKind::RepositoryNotFound);
    }

    void linksThatLeaveAreLeftOut() {
        QCOMPARE(symlink("/etc/passwd", (m_work + u"/passwd"_s).toUtf8().constData()), 0);
        QCOMPARE(symlink("index.html", (m_work + u"/inside"_s).toUtf8().constData()), 0);
        test::commitAll(m_work, u"Links"_s);
        push();
        checkOut(u"/public/site.git"_s);
        QVERIFY(!QFileInfo(m_out + u"/passwd"_s).isSymLink());
        QVERIFY(QFileInfo(m_out + u"/inside"_s).isSymLink());
        QVERIFY(m_notes.notes.join(u'\n').contains(u"passwd"_s));
    }

    void pointersOfLargeFilesStop() {
        test::writeFile(m_work + u"/.gitattributes"_s, "*.mp4 filter=lfs diff=lfs merge=lfs -text\n");
        test::writeFile(m_work + u"/video.mp4"_s,
            "version https://git-lfs.github.com/spec/v1\noid sha256:" + QByteArray(64, 'a') + "\nsize 12345\n");
        test::commitAll(m_work, u"Video"_s);
        push();
        const Error error = failureOf(u"/public/site.git"_s);
        QCOMPARE(error.kind, ErrorKind::LargeFilePointers);
        QCOMPARE(error.subject, u"1"_s);
        QVERIFY(error.detail.contains(u"video.mp4"_s));
    }

    void submodulesAreMentioned() {
        test::writeFile(
            m_work + u"/.gitmodules"_s, "[submodule \"x\"]\n\tpath = x\n\turl = https://example.com/x.git\n");
        test::commitAll(m_work, u"Submodule"_s);
        push();
        checkOut(u"/public/site.git"_s);
        QVERIFY(m_notes.notes.join(u'\n').contains(u"submodules"_s));
    }

    void namesKeepTheirBytes() {
        const QStringList names{u"a😀b.html"_s, u"e\u0301.html"_s, u"\u00e9.html"_s, u"日本 語/x"_s};
        for (const QString& name : names) {
            test::writeFile(m_work + u'/' + name, name.toUtf8());
        }
        test::commitAll(m_work, u"Names"_s);
        push();
        checkOut(u"/public/site.git"_s);
        for (const QString& name : names) {
            QCOMPARE(test::readFile(m_out + u'/' + name), name.toUtf8());
        }
    }

    void twoAtOnceShareOneMirror() {
        AnySourceCheckout checkout = newCheckout();
        const Source source{SourceKind::Git, m_server->base() + u"/public/site.git"_s, {}};
        QCoro::Task<Checkout> one = checkout.checkOut({source, {}, m_out}, m_notes, {}, {});
        QCoro::Task<Checkout> two = checkout.checkOut({source, {}, m_out + u"2"_s}, m_notes, {}, {});
        QCOMPARE(test::await(std::move(one)).revision.commit, m_second);
        QCOMPARE(test::await(std::move(two)).revision.commit, m_second);
        QCOMPARE(m_server->packs(), 1);
    }

private:
    void push() { test::git(m_work, {u"push"_s, u"-q"_s, u"-f"_s, u"--all"_s, m_folder->filePath(u"srv/site.git"_s)}); }

    AnySourceCheckout newCheckout() {
        const CredentialProvider provider = [this](QString) { return credential(m_token); };
        return AnySourceCheckout(m_folder->filePath(u"mirrors"_s), QCoreApplication::applicationFilePath(), provider);
    }

    static QCoro::Task<std::optional<GitCredential>> credential(QString secret) {
        if (secret.isEmpty()) {
            co_return std::nullopt;
        }
        GitCredential result;
        result.secret = secret;
        co_return result;
    }

    Revision checkOut(const QString& path, const QString& branch = {}, const QString& commit = {}) {
        return checkOut({SourceKind::Git, m_server->base() + path, branch}, commit);
    }

    Revision checkOut(const Source& source, const QString& commit) {
        QDir(m_out).removeRecursively();
        AnySourceCheckout checkout = newCheckout();
        return test::await(checkout.checkOut({source, commit, m_out}, m_notes, {}, {})).revision;
    }

    Error failureOf(const QString& path, const QString& branch = {}, const QString& commit = {}) {
        return failureOf({SourceKind::Git, m_server->base() + path, branch}, commit);
    }

    Error failureOf(const Source& source, const QString& commit = {}) {
        try {
            checkOut(source, commit);
        } catch (const Error& error) {
            return error;
        }
        return Error(ErrorKind::Internal, u"no failure"_s);
    }

    void assertNothingKeeps(const QString& secret) {
        QDirIterator walk(m_folder->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            const QString file = walk.next();
            QVERIFY2(!test::readFile(file).contains(secret.toUtf8()), qPrintable(file));
        }
    }

    std::optional<QTemporaryDir> m_folder;
    std::unique_ptr<test::GitHttpServer> m_server;
    QString m_work;
    QString m_out;
    QString m_first;
    QString m_second;
    QString m_token;
    test::NoteCollector m_notes;
};

CHECKOUT_TEST_MAIN(TestGitCheckout)
#include "tst_git_checkout.moc"
