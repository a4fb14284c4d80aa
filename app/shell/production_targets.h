#pragma once

#include <QStringList>

namespace miaobu {
class Database;
}

namespace miaobu::app {

/// Names of the targets that were marked as production.
[[nodiscard]] QStringList productionTargets(const Database& database);
void setProduction(const Database& database, const QString& target, bool production);

} // namespace miaobu::app
