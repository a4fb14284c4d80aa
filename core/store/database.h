#pragma once

#include "core/async/error.h"

#include <QSqlQuery>
#include <QString>
#include <QVariant>

namespace miaobu {

/// The program's one SQLite file. Several processes may have it open at once (WAL; a writer waits five seconds for another one).
/// Opens, checks and migrates in the constructor; belongs to the thread that made it.
class Database {
public:
    /// Opens \a file, or makes it readable by its owner alone.
    /// \throws Error(StoreNewer): written by a newer program, left untouched. Error(StoreForeign): not ours, left untouched.
    /// Error(StoreDamaged): subject is the copy that was put aside with its -wal and -shm. Error(StoreBusy), (DiskFull), (PermissionDenied).
    /// \a schemaFolder holds the numbered migrations.
    explicit Database(const QString& file, const QString& schemaFolder = QStringLiteral(":/schema"));
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    [[nodiscard]] QString file() const { return m_file; }

    /// Prepares \a sql. \throws Error(Internal) for wrong SQL.
    [[nodiscard]] QSqlQuery prepare(const QString& sql) const;
    /// Runs a prepared query. \throws Error(StoreBusy), (StoreDamaged), (DiskFull), (Conflict: a constraint says no), (Internal)
    static void run(QSqlQuery& query);
    /// Runs one statement without parameters.
    void execute(const QString& sql) const;
    /// The first column of the first row; an invalid value when there is no row.
    [[nodiscard]] QVariant value(const QString& sql) const;

private:
    friend class Transaction;

    [[nodiscard]] bool beginTransaction() const;
    void endTransaction(bool keep) const;
    void connect();
    void refuseWhatIsNotOurs(int newestVersion) const;
    void configure() const;

    QString m_file;
    QString m_connection;
    mutable bool m_isInTransaction = false;
};

/// "MIAB": PRAGMA application_id of our files.
inline constexpr int databaseApplicationId = 0x4D494142;

} // namespace miaobu
