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

inline const Setting keepDeployments {QLatin1StringView("deployments/keep"), 10}; ///< For each project and target.
inline const Setting concurrentDeployments {QLatin1StringView("deployments/concurrent"), 2};
inline const Setting buildKeySalt {QLatin1StringView("deployments/build-key-salt"), QByteArray()}; ///< See core/deploy/build_key.h.
inline const Setting language {QLatin1StringView("window/language"), QString()}; ///< "en", "zh"; empty follows the desktop.
inline const Setting theme {QLatin1StringView("window/theme"), QStringLiteral("system")}; ///< "system", "light", "dark"
inline const Setting windowGeometry {QLatin1StringView("window/geometry"), QByteArray()};
inline const Setting windowState {QLatin1StringView("window/state"), QByteArray()};

} // namespace settings

/// The settings, one row for each that differs from its default. A cheap view over the database.
class SettingsTable {
public:
    explicit SettingsTable(const Database& database)
        : m_database(database) {
    }

    /// The stored value, or the default when there is none or it has another type.
    [[nodiscard]] QVariant value(const Setting& setting) const;
    void setValue(const Setting& setting, const QVariant& value) const;

private:
    const Database& m_database;
};

} // namespace miaobu
