#pragma once

#include "core/store/database.h"

#include <QList>
#include <QStringList>

namespace miaobu {

/// One step of the schema's history. A step that was released is never changed.
struct Migration {
    int version = 0; ///< Written to PRAGMA user_version.
    QStringList statements;
};

/// The files NNN_name.sql of \a folder in their order, statements parted by a line "-- next" (a trigger holds semicolons of its own).
/// \throws Error(Internal) unless they are numbered 1, 2, 3 …
[[nodiscard]] QList<Migration> readMigrations(const QString& folder);

/// Brings \a database to the newest version, each step in a transaction of its own. What exists is copied to backups/ beside the file first.
void migrate(const Database& database, const QList<Migration>& migrations);

} // namespace miaobu
