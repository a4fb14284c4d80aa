#include "core/store/database.h"
#include "core/store/migrations.h"
#include "core/store/project_table.h"
#include "core/store/transaction.h"

#include <QTemporaryDir>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace miaobu;

namespace {

Project named(const QString& slug) {
    Project project;
    project.slug = slug;
    project.createdAt = QDateTime::currentDateTimeUtc();
    return project;
}

void writeFile(const QString& path, const QByteArray& content) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

ErrorKind kindOfOpening(const QString& file, const QString& schema = u":/schema"_s) {
    try {
        const Database database(file, schema);
    } catch (const Error& error) {
        return error.kind;
    }
    return ErrorKind::Cancelled;
}

} // namespace

class TestDatabase : public QObject {
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aNewFileIsPrivateAndSafe() {
        const Database database(file());
        QCOMPARE(database.value(u"PRAGMA journal_mode"_s).toString(), u"wal"_s);
        QCOMPARE(database.value(u"PRAGMA synchronous"_s).toInt(), 2);
        QCOMPARE(database.value(u"PRAGMA foreign_keys"_s).toInt(), 1);
        QCOMPARE(database.value(u"PRAGMA trusted_schema"_s).toInt(), 0);
        QCOMPARE(database.value(u"PRAGMA busy_timeout"_s).toInt(), 5000);
        QCOMPARE(database.value(u"PRAGMA application_id"_s).toInt(), 0x4D494142);
        QCOMPARE(database.value(u"PRAGMA user_version"_s).toInt(), readMigrations(u":/schema"_s).size());
        struct stat status{};
        QCOMPARE(::stat(QFile::encodeName(file()).constData(), &status), 0);
        QCOMPARE(status.st_mode & 0777U, 0600U);
    }

    void whatWasWrittenIsThereAfterReopening() {
        {
            const Database database(file());
            (void)ProjectTable(database).insert(named(u"shop"_s));
        }
        const Database database(file());
        QVERIFY(ProjectTable(database).findBySlug(u"shop"_s));
    }

    void anotherProgramsDatabaseIsRefusedAndUntouched() {
        {
            const Database database(file());
            database.execute(u"PRAGMA application_id = 42"_s);
            database.execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
        }
        const QByteArray before = contentOfFile();
        QCOMPARE(kindOfOpening(file()), ErrorKind::StoreForeign);
        QCOMPARE(contentOfFile(), before);
    }

    void aDatabaseWithTablesAndNoMarkIsForeign() {
        {
            const Database database(file());
            database.execute(u"PRAGMA application_id = 0"_s);
        }
        QCOMPARE(kindOfOpening(file()), ErrorKind::StoreForeign);
    }

    void aNewerDatabaseIsRefusedAndUntouched() {
        {
            const Database database(file());
            database.execute(u"PRAGMA user_version = 99"_s);
            database.execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
        }
        const QByteArray before = contentOfFile();
        QCOMPARE(kindOfOpening(file()), ErrorKind::StoreNewer);
        QCOMPARE(contentOfFile(), before);
    }

    void aDamagedFileIsCopiedAside_data() {
        QTest::addColumn<qint64>("offset");
        QTest::newRow("header") << 0LL;
        QTest::newRow("schema page") << 100LL;
        QTest::newRow("a table") << 4096LL;
    }

    void aDamagedFileIsCopiedAside() {
        QFETCH(qint64, offset);
        {
            const Database database(file());
            (void)ProjectTable(database).insert(named(u"shop"_s));
            database.execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
        }
        QByteArray content = contentOfFile();
        content.replace(offset, 512, QByteArray(512, '\x5a'));
        writeFile(file(), content);
        try {
            const Database database(file());
            QFAIL("a damaged file was opened");
        } catch (const Error& error) {
            QCOMPARE(error.kind, ErrorKind::StoreDamaged);
            QVERIFY(error.subject != file());
            QFile copy(error.subject);
            QVERIFY(copy.open(QIODevice::ReadOnly));
            QCOMPARE(copy.readAll(), content);
        }
        QCOMPARE(kindOfOpening(file()), ErrorKind::StoreDamaged);
        QCOMPARE(QDir(m_folder->path()).entryList({u"*.damaged-*"_s}).size(), 1);
    }

    void migrationsRunInOrderAndKeepACopy() {
        const QString schema = schemaFolder({"CREATE TABLE a (x INTEGER) STRICT"});
        {
            const Database database(file(), schema);
            database.execute(u"INSERT INTO a VALUES (7)"_s);
        }
        writeFile(schema + u"/002_more.sql"_s,
            "CREATE TABLE b (y INTEGER) STRICT\n-- next\nINSERT INTO b SELECT x + 1 FROM a");
        const Database database(file(), schema);
        QCOMPARE(database.value(u"SELECT y FROM b"_s).toInt(), 8);
        QCOMPARE(database.value(u"PRAGMA user_version"_s).toInt(), 2);
        const QDir backups(m_folder->filePath(u"backups"_s));
        QCOMPARE(backups.entryList(QDir::Files).size(), 1);
        QFile::remove(schema + u"/002_more.sql"_s);
        const Database old(backups.filePath(backups.entryList(QDir::Files).first()), schema);
        QCOMPARE(old.value(u"SELECT x FROM a"_s).toInt(), 7);
    }

    void aMigrationThatFailsChangesNothing() {
        const QString schema = schemaFolder({"CREATE TABLE a (x INTEGER) STRICT"});
        { const Database database(file(), schema); }
        writeFile(
            schema + u"/002_bad.sql"_s, "CREATE TABLE b (y INTEGER) STRICT\n-- next\nINSERT INTO nowhere VALUES (1)");
        QCOMPARE(kindOfOpening(file(), schema), ErrorKind::Internal);
        QFile::remove(schema + u"/002_bad.sql"_s);
        const Database database(file(), schema);
        QCOMPARE(database.value(u"PRAGMA user_version"_s).toInt(), 1);
        QCOMPARE(database.value(u"SELECT count(*) FROM sqlite_master WHERE name = 'b'"_s).toInt(), 0);
    }

    void aTransactionThatIsNotCommittedIsUndone() {
        const Database database(file());
        {
            const Transaction transaction(database.connection());
            (void)ProjectTable(database).insert(named(u"one"_s));
        }
        QVERIFY(ProjectTable(database).all().isEmpty());
        {
            Transaction transaction(database.connection());
            (void)ProjectTable(database).insert(named(u"one"_s));
            transaction.commit();
        }
        QCOMPARE(ProjectTable(database).all().size(), 1);
    }

private:
    QString file() const { return m_folder->filePath(u"miaobu.db"_s); }

    QByteArray contentOfFile() const {
        QFile opened(file());
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
    }

    QString schemaFolder(const QList<QByteArray>& steps) const {
        const QString folder = m_folder->filePath(u"schema"_s);
        QDir().mkpath(folder);
        for (qsizetype i = 0; i < steps.size(); ++i) {
            writeFile(folder + u"/%1_step.sql"_s.arg(i + 1, 3, 10, QChar(u'0')), steps.at(i));
        }
        return folder;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
