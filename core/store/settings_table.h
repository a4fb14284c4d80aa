#pragma once

#include "core/store/database.h"

#include <QVariant>

namespace miaobu {

/// One setting: its key, and its default, which also says its type (bool, int, QString, QByteArray).
struct Setting {
    QLatin1StringView key;
    QVariant defaultValue;
};

/// Every setting of the program.
namespace settings {

[[nodiscard]] const Setting& keepDeployments(); ///< int: complete deployments kept for each project and target
[[nodiscard]] const Setting& concurrentDeployments(); ///< int: how many run at once
[[nodiscard]] const Setting& buildKeySalt(); ///< QByteArray: see core/deploy/build_key.h
[[nodiscard]] const Setting& language(); ///< QString: "en", "zh"; empty follows the desktop
[[nodiscard]] const Setting& theme(); ///< QString: "system", "light" or "dark"
[[nodiscard]] const Setting& editor(); ///< QString: the command of the editor that shows files; empty: $VISUAL
[[nodiscard]] const Setting& windowGeometry(); ///< QByteArray
[[nodiscard]] const Setting& windowState(); ///< QByteArray
[[nodiscard]] const Setting& windowView(); ///< QByteArray: see app/shell/window_view.h
[[nodiscard]] const Setting& recentCommands(); ///< QString: ids of the command palette, a line each, the latest first
[[nodiscard]] const Setting& keepRunning(); ///< bool: deployments go on after the window was closed
[[nodiscard]] const Setting& notify(); ///< bool: tell the desktop of deployments that ended
[[nodiscard]] const Setting&
resolvers(); ///< QString: see resolversFrom() in core/dns/doh_client.h; empty: the usual ones
[[nodiscard]] const Setting& followLog(); ///< bool: a log that is opened follows what is written to it
[[nodiscard]] const Setting& proxy(); ///< QString: "http://host:port"; empty: what the environment says
[[nodiscard]] const Setting& productionTargets(); ///< QString: names of targets, a line each
[[nodiscard]] const Setting& pythonImage(); ///< QString: see core/build/image_settings.h, as the six below it
[[nodiscard]] const Setting& nodeImage();
[[nodiscard]] const Setting& pipIndexUrl();
[[nodiscard]] const Setting& npmRegistry();
[[nodiscard]] const Setting& buildProxy();
[[nodiscard]] const Setting& buildCertificates();
[[nodiscard]] const Setting& buildNetwork();
[[nodiscard]] const Setting& gitHubClientIds(); ///< QString: see core/github/oauth_app.h
[[nodiscard]] const Setting& lookForUpdates(); ///< bool: ask once a day whether there is a newer version
[[nodiscard]] const Setting& updateRecord(); ///< QByteArray: see core/update/update_record.h

} // namespace settings

/// The settings, one row for each that differs from its default. A cheap view over the database.
class SettingsTable {
public:
    explicit SettingsTable(const Database& database) : m_database(database) { }

    /// The stored value, or the default when there is none or it has another type.
    [[nodiscard]] QVariant value(const Setting& setting) const;
    void setValue(const Setting& setting, const QVariant& value) const;

private:
    const Database& m_database;
};

} // namespace miaobu
