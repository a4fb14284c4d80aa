#include "app/cli/output.h"
#include "app/cli/source_argument.h"
#include "core/async/error.h"

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::app;

class TestSourceArgument : public QObject {
    Q_OBJECT

private slots:
    void addressesAreRepositories_data() {
        QTest::addColumn<QString>("argument");
        QTest::addColumn<QString>("location");

        QTest::newRow("https") << u"https://example.com/li/blog.git"_s << u"https://example.com/li/blog.git"_s;
        QTest::newRow("http with a port") << u"http://127.0.0.1:8090/blog.git"_s << u"http://127.0.0.1:8090/blog.git"_s;
        QTest::newRow("secure shell") << u"git@example.com:li/blog.git"_s << u"git@example.com:li/blog.git"_s;
        QTest::newRow("owner and name") << u"li/blog"_s << u"https://github.com/li/blog.git"_s;
        QTest::newRow("owner and name.git") << u"li/blog.git"_s << u"https://github.com/li/blog.git"_s;
    }

    void addressesAreRepositories() {
        QFETCH(QString, argument);
        QFETCH(QString, location);
        const Source source = sourceFromArgument(argument);
        QCOMPARE(source.kind, SourceKind::Git);
        QCOMPARE(source.location, location);
    }

    void foldersWinOverOwnerAndName() {
        const QTemporaryDir top;
        QVERIFY(QDir(top.path()).mkpath(u"li/blog"_s));
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(top.path()));
        const Source source = sourceFromArgument(u"li/blog"_s);
        QVERIFY(QDir::setCurrent(before));
        QCOMPARE(source.kind, SourceKind::Folder);
        QCOMPARE(source.location, QFileInfo(top.filePath(u"li/blog"_s)).canonicalFilePath());
    }

    void bareRepositoriesAreRepositories() {
        const QTemporaryDir top;
        QVERIFY(QDir(top.path()).mkpath(u"objects"_s) && QDir(top.path()).mkpath(u"refs"_s));
        QFile head(top.filePath(u"HEAD"_s));
        QVERIFY(head.open(QIODevice::WriteOnly));
        QCOMPARE(sourceFromArgument(top.path()).kind, SourceKind::Git);
    }

    void passwordsInAddressesAreRefusedAndNotRepeated() {
        try {
            sourceFromArgument(u"https://li:hunter22@example.com/blog.git"_s);
            QFAIL("a password was accepted");
        } catch (const Error& error) {
            QCOMPARE(error.kind, ErrorKind::InvalidInput);
            QVERIFY(!QString::fromUtf8(error.what()).contains(u"hunter22"_s));
        }
    }

    void aFileIsNotSaidToBeMissing() {
        QTemporaryFile page;
        QVERIFY(page.open());
        try {
            sourceFromArgument(page.fileName());
            QFAIL("nothing was thrown");
        } catch (const Error& error) {
            QCOMPARE(error.kind, ErrorKind::InvalidInput);
            QVERIFY(error.detail.contains(u"file"_s));
        }
    }

    void whatIsNotThereIsSaid() {
        try {
            sourceFromArgument(u"./no/such/folder"_s);
            QFAIL("nothing was thrown");
        } catch (const Error& error) {
            QCOMPARE(error.kind, ErrorKind::FolderMissing);
            QVERIFY(error.subject.endsWith(u"/no/such/folder"_s));
        }
    }

    void tablesAlign() {
        QCOMPARE(table({{u"#1"_s, u"Live"_s, u"x"_s}, {u"#10"_s, u"Ready"_s}}), u"#1   Live   x\n#10  Ready"_s);
    }
};

QTEST_GUILESS_MAIN(TestSourceArgument)
#include "tst_source_argument.moc"
