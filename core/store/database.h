#pragma once

#include "core/store/sql_connection.h"

#include <memory>

namespace miaobu {

/// The program's one SQLite file. Several processes may have it open at once (WAL; a writer waits five seconds for another one).
/// Checks and migrates in the constructor.
class Database {
public:
    /// \throws Error(StoreNewer): written by a newer program, left untouched. Error(StoreForeign): not ours, left untouched.
    /// Error(StoreDamaged): subject is the copy that was put aside with its -wal and -shm. Error(StoreBusy), (DiskFull), (PermissionDenied).
    /// \a schemaFolder holds the numbered migrations.
    explicit Database(const QString& file, const QString& schemaFolder = QStringLiteral(":/schema"));

    [[nodiscard]] const SqlConnection& connection() const { return *m_connection; }
    [[nodiscard]] QString file() const { return m_connection->file(); }
    [[nodiscard]] QSqlQuery prepare(const QString& sql) const { return m_connection->prepare(sql); }
    static void run(QSqlQuery& query) { SqlConnection::run(query); }
    void execute(const QString& sql) const { m_connection->execute(sql); }
    [[nodiscard]] QVariant value(const QString& sql) const { return m_connection->value(sql); }

private:
    std::unique_ptr<SqlConnection> m_connection;
};

} // namespace miaobu
