#include "core/store/database.h"

#include "core/store/database_damage.h"
#include "core/store/migrations.h"

#include <QThread>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

void refuseWhatIsNotOurs(const SqlConnection& connection, int newestVersion) {
    const int application = connection.value(u"PRAGMA application_id"_s).toInt();
    const int version = connection.value(u"PRAGMA user_version"_s).toInt();
    const bool isEmpty = connection.value(u"SELECT count(*) FROM sqlite_master"_s).toInt() == 0 && version == 0;
    if (application != databaseApplicationId && !(application == 0 && isEmpty)) {
        throw Error(ErrorKind::StoreForeign, connection.file());
    }
    if (version > newestVersion) {
        throw Error(ErrorKind::StoreNewer, connection.file(),
            u"schema %1, this program knows %2"_s.arg(version).arg(newestVersion));
    }
}

void configure(const SqlConnection& connection) {
    // The switch to WAL needs the file alone and, unlike every other statement, does not wait for it.
    for (int attempt = 0;; ++attempt) {
        try {
            connection.execute(u"PRAGMA journal_mode = WAL"_s);
            break;
        } catch (const Error& error) {
            if (error.kind != ErrorKind::StoreBusy || attempt == 100) {
                throw;
            }
            QThread::msleep(20);
        }
    }
    for (const auto* pragma :
        {"synchronous = FULL", "foreign_keys = ON", "trusted_schema = OFF", "cell_size_check = ON"}) {
        connection.execute(u"PRAGMA "_s + QLatin1StringView(pragma));
    }
}

void openAndMigrate(const SqlConnection& connection, const QList<Migration>& migrations) {
    refuseWhatIsNotOurs(connection, migrations.isEmpty() ? 0 : migrations.last().version);
    configure(connection);
    if (const QString answer = connection.value(u"PRAGMA quick_check(1)"_s).toString(); answer != u"ok"_s) {
        throw Error(ErrorKind::StoreDamaged, connection.file(), answer);
    }
    migrate(connection, migrations);
}

} // namespace

Database::Database(const QString& file, const QString& schemaFolder)
    : m_connection(std::make_unique<SqlConnection>(file)) {
    try {
        openAndMigrate(*m_connection, readMigrations(schemaFolder));
    } catch (const Error& error) {
        m_connection.reset();
        if (error.kind == ErrorKind::StoreDamaged) {
            throw Error(ErrorKind::StoreDamaged, putDamagedCopyAside(file), error.detail);
        }
        throw;
    }
}

} // namespace miaobu
