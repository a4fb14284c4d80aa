#pragma once

#include "core/ports/cloud_account.h"
#include "core/ports/routine_host.h"

#include <QJsonArray>
#include <QJsonObject>

namespace miaobu::app {

// What the commands about accounts print of what they find: a line for people, an object for machines.

/// "✓ esa:PutKv", with the reason where it is not granted
[[nodiscard]] QString permissionLine(const PermissionCheck& check);
[[nodiscard]] QJsonObject toJson(const PermissionCheck& check);

/// "+ Private bucket my-bucket: will be made", then what is different and how to undo it, each on a line of its own
[[nodiscard]] QString setupLine(const SetupStep& step);
[[nodiscard]] QJsonObject toJson(const SetupStep& step);
[[nodiscard]] QJsonArray toJson(const QList<SetupStep>& steps);

[[nodiscard]] QJsonObject toJson(const RoutineStatus& status);

} // namespace miaobu::app
