#pragma once

#include "core/ports/cloud_account.h"

#include <QStringList>

namespace miaobu::app {

/// Whose key it is: "deployer", "root user", "role ci".
[[nodiscard]] QString callerTitle(const CallerIdentity& identity);
/// The city of a region; empty where it is not known.
[[nodiscard]] QString regionCity(const QString& region);
/// "Hangzhou (cn-hangzhou)", or the region alone.
[[nodiscard]] QString regionTitle(const QString& region);
/// The regions to choose from, the usual ones first.
[[nodiscard]] QStringList knownRegions();

} // namespace miaobu::app
