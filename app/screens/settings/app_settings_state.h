#pragma once

#include <QHash>
#include <QString>

namespace miaobu::app {

/// What can be chosen for the program as a whole.
struct AppSettingsState {
    int theme = 0; ///< As Theme counts them
    QString language; ///< "en", "zh"; empty follows the desktop
    QString editor; ///< A command; empty: the first of those that are found
    QString usedEditor; ///< The program that shows files now; empty: what the desktop opens texts with
    bool followsLogs = true;
    bool notifies = true;
    bool keepsRunning = true;
    bool looksForUpdates = true;
    bool hasPublisher = false; ///< Somebody can be asked for a newer version
    QString proxy; ///< "http://host:port"; empty: as the environment says
    QHash<QString, QString> builds; ///< By the names of BuildSetting
    QString environmentProxy; ///< What the environment says; empty: nothing

    bool operator==(const AppSettingsState&) const = default;
};

/// Whether \a text is an address of a proxy that can be used: empty, or http:// with a host, and no password in it.
[[nodiscard]] bool isProxyAddress(const QString& text);

} // namespace miaobu::app
