#include "core/store/sql_connection.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QUuid>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

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

SqlConnection::SqlConnection(const QString& file)
    : m_file(file), m_connection(QUuid::createUuid().toString(QUuid::WithoutBraces)) {
    makePrivateFile(m_file);
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

SqlConnection::~SqlConnection() {
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
}

QSqlQuery SqlConnection::prepare(const QString& sql) const {
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    if (!query.prepare(sql)) {
        fail(query.lastError(), m_file);
    }
    return query;
}

void SqlConnection::run(QSqlQuery& query) {
    if (!query.exec()) {
        fail(query.lastError(), {});
    }
}

void SqlConnection::execute(const QString& sql) const {
    QSqlQuery query = prepare(sql);
    run(query);
}

QVariant SqlConnection::value(const QString& sql) const {
    QSqlQuery query = prepare(sql);
    run(query);
    return query.next() ? query.value(0) : QVariant();
}

bool SqlConnection::beginTransaction() const {
    if (m_isInTransaction) {
        return false;
    }
    execute(u"BEGIN IMMEDIATE"_s);
    m_isInTransaction = true;
    return true;
}

void SqlConnection::endTransaction(bool keep) const {
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
