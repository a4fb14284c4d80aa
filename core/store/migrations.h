#pragma once

#include "core/store/sql_connection.h"

#include <QList>
#include <QStringList>

namespace miaobu {

/// "MIAB": PRAGMA application_id of our files.
inline constexpr int databaseApplicationId = 0x4D494142;

/// One step of the schema's history. A step that was released is never changed.
struct Migration {
    int version = 0; ///< Written to PRAGMA user_version.
    QStringList statements;
};

/// The files NNN_name.sql of \a folder in their order, statements parted by a line "-- next" (a trigger holds semicolons of its own).
/// \throws Error(Internal) unless they are numbered 1, 2, 3 …
[[nodiscard]] QList<Migration> readMigrations(const QString& folder);

/// Brings the database of \a connection to the newest version, each step in a transaction of its own. What exists is copied to backups/ beside the file first.
void migrate(const SqlConnection& connection, const QList<Migration>& migrations);

} // namespace miaobu
