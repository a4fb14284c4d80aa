#include "core/deploy/output_folder.h"
#include "core/deploy/output_hash.h"
#include "core/deploy/output_walk.h"
#include "core/deploy/remove_folder.h"
#include "core/model/crc64.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QtTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace miaobu;

class TestOutput : public QObject {
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void listsFilesSortedAndLeavesOutWhatIsNotASite() {
        write(u"index.html"_s);
        write(u"b/a.js"_s);
        write(u".env"_s);
        write(u".env.local"_s);
        write(u".git/config"_s);
        write(u"node_modules/x/index.js"_s);
        write(u".well-known/security.txt"_s);
        QCOMPARE(names(walk(false)),
            QStringList({u".well-known/security.txt"_s, u"b/a.js"_s, u"index.html"_s, u"node_modules/x/index.js"_s}));
        QCOMPARE(names(walk(true)), QStringList({u".well-known/security.txt"_s, u"b/a.js"_s, u"index.html"_s}));
        QVERIFY(walk(true).leftOut.contains(u".env"_s));
    }

    void linksThatLeaveTheOutputAreRefused_data() {
        QTest::addColumn<QByteArray>("target");
        QTest::newRow("absolute") << QByteArray("/etc/passwd");
        QTest::newRow("relative") << QByteArray("../outside.txt");
        QTest::newRow("folder") << QByteArray("/etc");
        QTest::newRow("nowhere") << QByteArray("missing.txt");
        QTest::newRow("itself") << QByteArray("link");
        QTest::newRow("what is left out") << QByteArray(".env");
    }

    void linksThatLeaveTheOutputAreRefused() {
        QFETCH(QByteArray, target);
        write(u"index.html"_s);
        write(u".env"_s);
        write(u"../outside.txt"_s);
        QCOMPARE(::symlink(target.constData(), QFile::encodeName(site() + u"/link"_s).constData()), 0);
        QCOMPARE(kindOfWalk(), ErrorKind::OutputEscapes);
    }

    void linksInsideArePublishedAsContent() {
        write(u"index.html"_s);
        write(u"deep/page.html"_s);
        QCOMPARE(::symlink("index.html", QFile::encodeName(site() + u"/home.html"_s).constData()), 0);
        QCOMPARE(::symlink("deep", QFile::encodeName(site() + u"/alias"_s).constData()), 0);
        QCOMPARE(::symlink("..", QFile::encodeName(site() + u"/deep/up"_s).constData()), 0);
        const OutputListing listing = walk(false);
        QCOMPARE(
            names(listing), QStringList({u"alias/page.html"_s, u"deep/page.html"_s, u"home.html"_s, u"index.html"_s}));
        QVERIFY(listing.leftOut.contains(u"deep/up"_s));
        QVERIFY(listing.files.at(2).path.endsWith(u"/index.html"_s));
    }

    void pipesAreLeftOut() {
        write(u"index.html"_s);
        QCOMPARE(::mkfifo(QFile::encodeName(site() + u"/pipe"_s).constData(), 0600), 0);
        const OutputListing listing = walk(false);
        QCOMPARE(names(listing), QStringList{u"index.html"_s});
        QCOMPARE(listing.leftOut, QStringList{u"pipe"_s});
    }

    void namesThatMeetWhenNormalisedAreRefused() {
        write(u"caf\u00e9.html"_s);
        write(u"cafe\u0301.html"_s);
        QCOMPARE(kindOfWalk(), ErrorKind::OutputNameInvalid);
    }

    void tooMuchIsRefused() {
        for (int i = 0; i < 5; ++i) {
            write(u"%1.txt"_s.arg(i));
        }
        QCOMPARE(kindOfWalk({4, 1000, 0}), ErrorKind::OutputTooLarge);
        QCOMPARE(kindOfWalk({100, 10, 0}), ErrorKind::OutputTooLarge);
        QCOMPARE(walkOutput(site(), false, {5, 1000, 0}, {}).files.size(), 5);
    }

    void filesAreHashedAndDescribed() {
        write(u"index.html"_s, "<a href=\"http://localhost:3000/\">home</a>");
        write(u"assets/index-B7PI925R.js"_s, "const key = 'hunter2hunter2';");
        const QList<HashedFile> hashed
            = hashFiles(walk(false).files, {}, PublishedSecrets({{u"KEY"_s, u"hunter2hunter2"_s, true}}), {});
        QCOMPARE(hashed.size(), 2);
        QCOMPARE(hashed.at(0).secret, u"KEY"_s);
        QVERIFY(!hashed.at(0).namesThisComputer);
        QVERIFY(hashed.at(1).secret.isEmpty() && hashed.at(1).namesThisComputer);
        const QByteArray content = "<a href=\"http://localhost:3000/\">home</a>";
        QCOMPARE(hashed.at(1).file.sha256, QCryptographicHash::hash(content, QCryptographicHash::Sha256));
        QCOMPARE(hashed.at(1).file.crc64, crc64(content));
        QCOMPARE(hashed.at(1).file.cacheControl, u"no-cache"_s);
    }

    void aFileSwappedForALinkIsRefused() {
        write(u"index.html"_s, "12345");
        const QList<OutputFile> files = walk(false).files;
        QVERIFY(QFile::remove(site() + u"/index.html"_s));
        QCOMPARE(::symlink("/etc/passwd", QFile::encodeName(site() + u"/index.html"_s).constData()), 0);
        QVERIFY_THROWS_EXCEPTION(Error, hashFiles(files, {}, {}, {}));
    }

    void aMissingOutputNamesTheFoldersThatExist() {
        write(u"src/main.js"_s);
        write(u"out/www/index.html"_s);
        write(u"node_modules/a/index.html"_s);
        BuildPlan plan;
        plan.outputDir = u"dist"_s;
        try {
            (void)outputFolder(site(), plan);
            QFAIL("found");
        } catch (const Error& error) {
            QCOMPARE(error.kind, ErrorKind::OutputMissing);
            QCOMPARE(error.subject, u"dist"_s);
            QCOMPARE(error.alternatives, QStringList({u"out/www"_s, u"out"_s, u"src"_s}));
        }
    }

    void anOutputOutsideTheSourceIsRefused_data() {
        QTest::addColumn<QString>("output");
        for (const char* output : {"..", "../..", "/", "/etc", "a/../../..", "out"}) {
            QTest::newRow(output) << QString::fromLatin1(output);
        }
    }

    void anOutputOutsideTheSourceIsRefused() {
        QFETCH(QString, output);
        write(u"index.html"_s);
        QCOMPARE(::symlink("/etc", QFile::encodeName(site() + u"/out"_s).constData()), 0);
        BuildPlan plan;
        plan.outputDir = output;
        try {
            (void)outputFolder(site(), plan);
            QFAIL("accepted");
        } catch (const Error& error) {
            QCOMPARE(error.kind, ErrorKind::OutputEscapes);
        }
        plan.outputDir = u"."_s;
        QCOMPARE(outputFolder(site(), plan), QFileInfo(site()).canonicalFilePath());
    }

    void foldersThatCannotBeWrittenAreRemoved() {
        write(u"a/b/c.txt"_s);
        QFile::setPermissions(site() + u"/a/b"_s, QFileDevice::ReadOwner | QFileDevice::ExeOwner);
        removeFolder(site());
        QVERIFY(!QFileInfo::exists(site()));
        makeFreshFolder(site());
        struct stat status{};
        QCOMPARE(::stat(QFile::encodeName(site()).constData(), &status), 0);
        QCOMPARE(status.st_mode & 0777U, 0700U);
    }

private:
    QString site() const { return m_folder->filePath(u"site"_s); }

    void write(const QString& name, const QByteArray& content = "12345") const {
        const QString path = site() + u'/' + name;
        QDir().mkpath(site());
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    OutputListing walk(bool isSource) const { return walkOutput(site(), isSource, {1000, 1'000'000, 40}, {}); }

    ErrorKind kindOfWalk(OutputLimits limits = {1000, 1'000'000, 40}) const {
        try {
            (void)walkOutput(site(), false, limits, {});
        } catch (const Error& error) {
            return error.kind;
        }
        return ErrorKind::Internal;
    }

    static QStringList names(const OutputListing& listing) {
        QStringList all;
        for (const OutputFile& file : listing.files) {
            all.append(file.name);
        }
        return all;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestOutput)
#include "tst_output.moc"
