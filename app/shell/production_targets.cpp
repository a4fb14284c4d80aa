#include "app/shell/production_targets.h"

#include "core/store/settings_table.h"

namespace miaobu::app {

namespace {
constexpr QLatin1Char separator('\n');
}

QStringList productionTargets(const Database& database) {
    return SettingsTable(database).value(settings::productionTargets()).toString().split(separator, Qt::SkipEmptyParts);
}

void setProduction(const Database& database, const QString& target, bool production) {
    QStringList targets = productionTargets(database);
    targets.removeAll(target);
    if (production) {
        targets.append(target);
    }
    SettingsTable(database).setValue(settings::productionTargets(), targets.join(separator));
}

} // namespace miaobu::app
