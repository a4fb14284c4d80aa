#pragma once

#include "core/async/error.h"

#include <QSqlQuery>
#include <QString>
#include <QVariant>

namespace miaobu {

/// An open SQLite file: statements and their failures. Belongs to the thread that made it.
class SqlConnection {
public:
    /// Opens \a file, or makes it readable by its owner alone. \throws Error(PermissionDenied), Error(DiskFull)
    explicit SqlConnection(const QString& file);
    ~SqlConnection();
    SqlConnection(const SqlConnection&) = delete;
    SqlConnection& operator=(const SqlConnection&) = delete;

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

    QString m_file;
    QString m_connection;
    mutable bool m_isInTransaction = false;
};

} // namespace miaobu
