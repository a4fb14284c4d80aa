#include "core/store/migrations.h"

#include "core/store/transaction.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

/// The resource of a static library has to be asked for, outside of any namespace.
static void registerSchema() {
    Q_INIT_RESOURCE(schema);
}

namespace miaobu {

namespace {

int currentVersion(const SqlConnection& connection) {
    return connection.value(u"PRAGMA user_version"_s).toInt();
}

void backUp(const SqlConnection& connection, int version) {
    const QDir folder(QFileInfo(connection.file()).path() + u"/backups"_s);
    if (!folder.mkpath(u"."_s)) {
        throw Error(ErrorKind::FileSystem, folder.path());
    }
    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss-zzz"_s);
    const QString file = folder.filePath(u"schema-%1-%2.db"_s.arg(version).arg(stamp));
    QSqlQuery query = connection.prepare(u"VACUUM INTO ?"_s);
    query.addBindValue(file);
    SqlConnection::run(query);
    QFile::setPermissions(file, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

void apply(const SqlConnection& connection, const Migration& migration) {
    Transaction transaction(connection);
    // Another process may have been quicker between our look and the lock.
    if (currentVersion(connection) >= migration.version) {
        return;
    }
    for (const QString& statement : migration.statements) {
        connection.execute(statement);
    }
    connection.execute(u"PRAGMA application_id = %1"_s.arg(databaseApplicationId));
    connection.execute(u"PRAGMA user_version = %1"_s.arg(migration.version));
    transaction.commit();
}

} // namespace

QList<Migration> readMigrations(const QString& folder) {
    registerSchema();
    QList<Migration> migrations;
    for (const QString& name : QDir(folder).entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
        QFile file(folder + u'/' + name);
        const int version = name.section(u'_', 0, 0).toInt();
        if (version != migrations.size() + 1 || !file.open(QIODevice::ReadOnly)) {
            throw Error(ErrorKind::Internal, name, u"migrations are numbered without a gap"_s);
        }
        migrations.append({version, QString::fromUtf8(file.readAll()).split(u"\n-- next\n"_s)});
    }
    return migrations;
}

void migrate(const SqlConnection& connection, const QList<Migration>& migrations) {
    const int version = currentVersion(connection);
    if (version > 0 && version < migrations.size()) {
        backUp(connection, version);
    }
    for (const Migration& migration : migrations) {
        if (migration.version > version) {
            apply(connection, migration);
        }
    }
}

} // namespace miaobu
