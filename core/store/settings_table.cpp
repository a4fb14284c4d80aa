#include "core/store/settings_table.h"

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

/// Whether a stored \a value can be read as the type of \a wanted; the column tells apart numbers, texts and bytes only.
bool isReadableAs(const QVariant& value, const QVariant& wanted) {
    switch (wanted.typeId()) {
    case QMetaType::Bool:
    case QMetaType::Int:
        return value.typeId() == QMetaType::LongLong;
    default:
        return value.typeId() == wanted.typeId();
    }
}

} // namespace

namespace settings {

const Setting& keepDeployments() {
    static const Setting setting{QLatin1StringView("deployments/keep"), 10};
    return setting;
}

const Setting& concurrentDeployments() {
    static const Setting setting{QLatin1StringView("deployments/concurrent"), 2};
    return setting;
}

const Setting& buildKeySalt() {
    static const Setting setting{QLatin1StringView("deployments/build-key-salt"), QByteArray()};
    return setting;
}

const Setting& language() {
    static const Setting setting{QLatin1StringView("window/language"), QString()};
    return setting;
}

const Setting& theme() {
    static const Setting setting{QLatin1StringView("window/theme"), u"system"_s};
    return setting;
}

const Setting& editor() {
    static const Setting setting{QLatin1StringView("window/editor"), QString()};
    return setting;
}

const Setting& windowGeometry() {
    static const Setting setting{QLatin1StringView("window/geometry"), QByteArray()};
    return setting;
}

const Setting& windowState() {
    static const Setting setting{QLatin1StringView("window/state"), QByteArray()};
    return setting;
}

const Setting& windowView() {
    static const Setting setting{QLatin1StringView("window/view"), QByteArray()};
    return setting;
}

const Setting& recentCommands() {
    static const Setting setting{QLatin1StringView("window/recent-commands"), QString()};
    return setting;
}

const Setting& keepRunning() {
    static const Setting setting{QLatin1StringView("window/keep-running"), true};
    return setting;
}

const Setting& notify() {
    static const Setting setting{QLatin1StringView("window/notify"), true};
    return setting;
}

const Setting& resolvers() {
    static const Setting setting{QLatin1StringView("domains/resolvers"), QString()};
    return setting;
}

const Setting& followLog() {
    static const Setting setting{QLatin1StringView("window/follow-log"), true};
    return setting;
}

const Setting& proxy() {
    static const Setting setting{QLatin1StringView("network/proxy"), QString()};
    return setting;
}

const Setting& productionTargets() {
    static const Setting setting{QLatin1StringView("targets/production"), QString()};
    return setting;
}

const Setting& pythonImage() {
    static const Setting setting{QLatin1StringView("builds/python-image"), u"python:%1-slim"_s};
    return setting;
}

const Setting& nodeImage() {
    static const Setting setting{QLatin1StringView("builds/node-image"), u"node:%1-bookworm-slim"_s};
    return setting;
}

const Setting& pipIndexUrl() {
    static const Setting setting{QLatin1StringView("builds/pip-index"), QString()};
    return setting;
}

const Setting& npmRegistry() {
    static const Setting setting{QLatin1StringView("builds/npm-registry"), QString()};
    return setting;
}

const Setting& buildProxy() {
    static const Setting setting{QLatin1StringView("builds/proxy"), QString()};
    return setting;
}

const Setting& buildCertificates() {
    static const Setting setting{QLatin1StringView("builds/certificates"), QString()};
    return setting;
}

const Setting& buildNetwork() {
    static const Setting setting{QLatin1StringView("builds/network"), QString()};
    return setting;
}

const Setting& gitHubClientIds() {
    static const Setting setting{QLatin1StringView("github/client-ids"), QString()};
    return setting;
}

const Setting& lookForUpdates() {
    static const Setting setting{QLatin1StringView("updates/look"), true};
    return setting;
}

const Setting& updateRecord() {
    static const Setting setting{QLatin1StringView("updates/record"), QByteArray()};
    return setting;
}

} // namespace settings

QVariant SettingsTable::value(const Setting& setting) const {
    QSqlQuery query = m_database.prepare(u"SELECT value FROM setting WHERE key = ?"_s);
    query.addBindValue(QString(setting.key));
    Database::run(query);
    if (!query.next() || !isReadableAs(query.value(0), setting.defaultValue)) {
        return setting.defaultValue;
    }
    QVariant value = query.value(0);
    value.convert(setting.defaultValue.metaType());
    return value;
}

void SettingsTable::setValue(const Setting& setting, const QVariant& value) const {
    const bool isDefault = value == setting.defaultValue;
    QSqlQuery query = m_database.prepare(isDefault
            ? u"DELETE FROM setting WHERE key = ?"_s
            : u"INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"_s);
    query.addBindValue(QString(setting.key));
    if (!isDefault) {
        query.addBindValue(value);
    }
    Database::run(query);
}

} // namespace miaobu
