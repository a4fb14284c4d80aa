#include "core/git/large_file_server.h"
#include "tests/git/checkout_desk.h"
#include "tests/git/checkout_main.h"
#include "tests/support/git_http_server.h"

using namespace Qt::StringLiterals;
using namespace miaobu;

namespace {

const QString token = u"tok-0123456789"_s;
const QByteArray content = QByteArray(100'000, 'm') + "end";

QByteArray pointerTo(const QByteArray& bytes) {
    const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    return "version https://git-lfs.github.com/spec/v1\noid sha256:" + hash + "\nsize "
        + QByteArray::number(bytes.size()) + '\n';
}

} // namespace

class TestLargeFiles : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_desk = std::make_unique<test::CheckoutDesk>();
        m_desk->token = token;
        m_server = std::make_unique<test::GitHttpServer>(m_desk->served(), token);
        const QString work = test::initRepository(m_desk->path(u"site"_s));
        test::writeFile(work + u"/index.html"_s, "page");
        test::writeFile(work + u"/video.mp4"_s, pointerTo(content));
        QFile::setPermissions(work + u"/video.mp4"_s, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        m_desk->publish(u"site"_s);
    }

    void cleanup() { m_server.reset(); }

    void theContentTakesThePlaceOfThePointer() {
        keep(content, content);
        m_server->setLargeFiles(m_desk->path(u"lfs"_s));
        (void)m_desk->checkOut(m_server->base() + u"/private/site.git"_s);
        QCOMPARE(test::readFile(m_desk->out() + u"/video.mp4"_s), content);
        QVERIFY(QFileInfo(m_desk->out() + u"/video.mp4"_s).isExecutable());
        QCOMPARE(m_desk->fileWith(token), QString());
        // The second time nothing is sent.
        const qsizetype before = m_server->authorizations().size();
        (void)m_desk->checkOut(m_server->base() + u"/private/site.git"_s);
        QCOMPARE(test::readFile(m_desk->out() + u"/video.mp4"_s), content);
        QVERIFY(m_server->authorizations().size() <= before + 2);
    }

    void contentsElsewhereGetNoToken() {
        keep(content, content);
        test::GitHttpServer other(m_desk->served(), token);
        other.setLargeFiles(m_desk->path(u"lfs"_s));
        m_server->setLargeFiles(m_desk->path(u"lfs"_s), other.base());
        (void)m_desk->checkOut(m_server->base() + u"/private/site.git"_s);
        QCOMPARE(test::readFile(m_desk->out() + u"/video.mp4"_s), content);
        QVERIFY(!other.authorizations().isEmpty());
        QCOMPARE(other.authorizations().join(QString()), QString());
    }

    void aListThatIsElsewhereIsNotAskedFor() {
        const test::GitHttpServer other(m_desk->served(), token);
        m_server->setLargeFiles(m_desk->path(u"lfs"_s));
        m_server->move(u"/info/lfs"_s, other.base());
        const Error error = m_desk->failureOf(m_server->base() + u"/private/site.git"_s);
        QCOMPARE(error.kind, ErrorKind::Redirected);
        QCOMPARE(other.authorizations(), QStringList());
        QCOMPARE(m_desk->fileWith(token), QString());
    }

    void aContentThatHasMovedIsFetchedWithoutTheTokenAndTheTicket() {
        keep(content, content);
        test::GitHttpServer other(m_desk->served(), token);
        other.setLargeFiles(m_desk->path(u"lfs"_s));
        m_server->setLargeFiles(m_desk->path(u"lfs"_s));
        m_server->move(u"/contents/"_s, other.base());
        // Without the ticket, which is the first server's, the other one gives nothing.
        const Error error = m_desk->failureOf(m_server->base() + u"/private/site.git"_s);
        QCOMPARE(error.kind, ErrorKind::LargeFilePointers);
        QVERIFY(other.wasAsked(u"/contents/"_s));
        QCOMPARE(other.authorizations().join(QString()), QString());
    }

    void aServerOfLargeFilesThatStallsCanBeLeft() {
        keep(content, content);
        m_server->setLargeFiles(m_desk->path(u"lfs"_s));
        m_server->stall(u"/info/lfs"_s);
        std::stop_source stop;
        QTimer watch;
        connect(&watch, &QTimer::timeout, &watch, [this, &stop] {
            if (m_server->wasAsked(u"/info/lfs"_s)) {
                stop.request_stop();
            }
        });
        watch.start(20);
        const Error error = m_desk->failureOf(m_server->base() + u"/private/site.git"_s, false, stop.get_token());
        QCOMPARE(error.kind, ErrorKind::Cancelled);
        QVERIFY(!QFile::exists(m_desk->out()));
    }

    void aServerWithoutLargeFilesStops() {
        const Error error = m_desk->failureOf(m_server->base() + u"/public/site.git"_s);
        QCOMPARE(error.kind, ErrorKind::LargeFilePointers);
        QVERIFY(error.detail.contains(u"video.mp4"_s));
        QVERIFY(!QFile::exists(m_desk->out()));
    }

    void aContentThatIsNotThereStops() {
        m_server->setLargeFiles(m_desk->path(u"lfs"_s));
        const Error error = m_desk->failureOf(m_server->base() + u"/private/site.git"_s);
        QCOMPARE(error.kind, ErrorKind::LargeFilePointers);
        QCOMPARE(error.detail, u"video.mp4"_s);
        QCOMPARE(error.alternatives, QStringList(u"Object does not exist"_s));
    }

    void anotherContentIsRefused_data() {
        QTest::addColumn<QByteArray>("sent");
        QTest::newRow("other") << QByteArray(content.size(), 'x');
        QTest::newRow("shorter") << content.left(1000);
        QTest::newRow("longer") << content + content;
        QTest::newRow("nothing") << QByteArray();
    }

    void anotherContentIsRefused() {
        QFETCH(QByteArray, sent);
        keep(content, sent);
        m_server->setLargeFiles(m_desk->path(u"lfs"_s));
        const Error error = m_desk->failureOf(m_server->base() + u"/private/site.git"_s);
        QCOMPARE(error.kind, ErrorKind::ChecksumMismatch);
        QCOMPARE(error.subject, u"video.mp4"_s);
        QVERIFY(!QFile::exists(m_desk->out()));
        QDirIterator walk(m_desk->path(u"mirrors"_s), QDir::Files, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            QVERIFY(!walk.next().contains(u"/lfs/objects/"_s));
        }
    }

    void whatGitLfsItselfMakesIsRead() {
        if (QStandardPaths::findExecutable(u"git-lfs"_s).isEmpty()) {
            QSKIP("git-lfs is not installed");
        }
        const QString work = m_desk->path(u"site"_s);
        test::git(work, {u"config"_s, u"filter.lfs.clean"_s, u"git-lfs clean -- %f"_s});
        test::git(work, {u"config"_s, u"filter.lfs.required"_s, u"true"_s});
        test::writeFile(work + u"/.gitattributes"_s, "*.bin filter=lfs diff=lfs merge=lfs -text\n");
        test::writeFile(work + u"/data.bin"_s, content + "by git-lfs");
        test::writeFile(work + u"/video.mp4"_s, "small");
        m_desk->publish(u"site"_s);
        m_server->setLargeFiles(work + u"/.git/lfs/objects"_s);
        (void)m_desk->checkOut(m_server->base() + u"/private/site.git"_s);
        QCOMPARE(test::readFile(m_desk->out() + u"/data.bin"_s), content + "by git-lfs");
        // A repository of this computer has them already.
        (void)m_desk->checkOut(work);
        QCOMPARE(test::readFile(m_desk->out() + u"/data.bin"_s), content + "by git-lfs");
    }

    void whereTheServerIs() {
        const QString url = u"https://example.com/a/b"_s;
        QCOMPARE(largeFileUrl(url, {}), u"https://example.com/a/b.git/info/lfs"_s);
        QCOMPARE(largeFileUrl(url + u".git"_s, {}), u"https://example.com/a/b.git/info/lfs"_s);
        QCOMPARE(largeFileUrl(url, u"https://lfs.example.org/x"_s), u"https://lfs.example.org/x"_s);
        QCOMPARE(largeFileUrl(url, u"ssh://git@example.org/x"_s), u"https://example.com/a/b.git/info/lfs"_s);
        QCOMPARE(largeFileUrl(url, u"http://lfs.example.org/x"_s), u"https://example.com/a/b.git/info/lfs"_s);
        QCOMPARE(largeFileUrl(url, u"/etc/passwd"_s), u"https://example.com/a/b.git/info/lfs"_s);
    }

private:
    /// The server sends \a sent for the hash of \a named.
    void keep(const QByteArray& named, const QByteArray& sent) {
        const QByteArray hash = QCryptographicHash::hash(named, QCryptographicHash::Sha256).toHex();
        test::writeFile(LargeFileStore(m_desk->path(u"lfs"_s)).pathOf(hash), sent);
    }

    std::unique_ptr<test::CheckoutDesk> m_desk;
    std::unique_ptr<test::GitHttpServer> m_server;
};

CHECKOUT_TEST_MAIN(TestLargeFiles)
#include "tst_large_files.moc"
