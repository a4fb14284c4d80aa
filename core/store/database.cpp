#include "core/store/database.h"

#include "core/store/database_damage.h"
#include "core/store/migrations.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QThread>
#include <QUuid>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

/// SQLite's primary result codes, https://sqlite.org/rescode.html
ErrorKind kindOf(const QSqlError& error) {
    switch (error.nativeErrorCode().toInt() & 0xFF) {
    case 3: // SQLITE_PERM
    case 8: // SQLITE_READONLY
    case 14: // SQLITE_CANTOPEN
        return ErrorKind::PermissionDenied;
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return ErrorKind::StoreBusy;
    case 10: // SQLITE_IOERR
        return ErrorKind::FileSystem;
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
        return ErrorKind::StoreDamaged;
    case 13: // SQLITE_FULL
        return ErrorKind::DiskFull;
    case 19: // SQLITE_CONSTRAINT
        return ErrorKind::Conflict;
    default:
        return ErrorKind::Internal;
    }
}

[[noreturn]] void fail(const QSqlError& error, const QString& subject) {
    throw Error(kindOf(error), subject, error.text());
}

void makePrivateFile(const QString& path) {
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        const ErrorKind kind = errno == ENOSPC ? ErrorKind::DiskFull : ErrorKind::PermissionDenied;
        throw Error(kind, path, qt_error_string(errno));
    }
    ::close(descriptor);
}

} // namespace

Database::Database(const QString& file, const QString& schemaFolder)
    : m_file(file)
    , m_connection(QUuid::createUuid().toString(QUuid::WithoutBraces)) {
    const QList<Migration> migrations = readMigrations(schemaFolder);
    makePrivateFile(m_file);
    connect();
    try {
        refuseWhatIsNotOurs(migrations.isEmpty() ? 0 : migrations.last().version);
        configure();
        if (const QString answer = value(u"PRAGMA quick_check(1)"_s).toString(); answer != u"ok"_s) {
            throw Error(ErrorKind::StoreDamaged, m_file, answer);
        }
        migrate(*this, migrations);
    } catch (const Error& error) {
        QSqlDatabase::database(m_connection, false).close();
        QSqlDatabase::removeDatabase(m_connection);
        if (error.kind == ErrorKind::StoreDamaged) {
            throw Error(ErrorKind::StoreDamaged, putDamagedCopyAside(m_file), error.detail);
        }
        throw;
    }
}

Database::~Database() {
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
}

void Database::connect() {
    QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    connection.setDatabaseName(m_file);
    connection.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    if (!connection.open()) {
        const QSqlError error = connection.lastError();
        connection = QSqlDatabase();
        QSqlDatabase::removeDatabase(m_connection);
        fail(error, m_file);
    }
}

void Database::refuseWhatIsNotOurs(int newestVersion) const {
    const int application = value(u"PRAGMA application_id"_s).toInt();
    const int version = value(u"PRAGMA user_version"_s).toInt();
    const bool isEmpty = value(u"SELECT count(*) FROM sqlite_master"_s).toInt() == 0 && version == 0;
    if (application != databaseApplicationId && !(application == 0 && isEmpty)) {
        throw Error(ErrorKind::StoreForeign, m_file);
    }
    if (version > newestVersion) {
        throw Error(ErrorKind::StoreNewer, m_file, u"schema %1, this program knows %2"_s.arg(version).arg(newestVersion));
    }
}

void Database::configure() const {
    // The switch to WAL needs the file alone and, unlike every other statement, does not wait for it.
    for (int attempt = 0;; ++attempt) {
        try {
            execute(u"PRAGMA journal_mode = WAL"_s);
            break;
        } catch (const Error& error) {
            if (error.kind != ErrorKind::StoreBusy || attempt == 100) {
                throw;
            }
            QThread::msleep(20);
        }
    }
    for (const auto* pragma : {"synchronous = FULL", "foreign_keys = ON", "trusted_schema = OFF", "cell_size_check = ON"}) {
        execute(u"PRAGMA "_s + QLatin1StringView(pragma));
    }
}

QSqlQuery Database::prepare(const QString& sql) const {
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    if (!query.prepare(sql)) {
        fail(query.lastError(), m_file);
    }
    return query;
}

void Database::run(QSqlQuery& query) {
    if (!query.exec()) {
        fail(query.lastError(), {});
    }
}

void Database::execute(const QString& sql) const {
    QSqlQuery query = prepare(sql);
    run(query);
}

QVariant Database::value(const QString& sql) const {
    QSqlQuery query = prepare(sql);
    run(query);
    return query.next() ? query.value(0) : QVariant();
}

bool Database::beginTransaction() const {
    if (m_isInTransaction) {
        return false;
    }
    execute(u"BEGIN IMMEDIATE"_s);
    m_isInTransaction = true;
    return true;
}

void Database::endTransaction(bool keep) const {
    if (keep) {
        execute(u"COMMIT"_s);
        m_isInTransaction = false;
        return;
    }
    // Runs in a destructor. SQLite has rolled back by itself where this fails.
    m_isInTransaction = false;
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.exec(u"ROLLBACK"_s);
}

} // namespace miaobu
