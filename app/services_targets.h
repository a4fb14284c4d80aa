#pragma once

#include "core/model/target_config.h"

#include <QByteArray>

namespace miaobu::app {

/// Reads a target's file (its form is in the README). \throws Error(InvalidInput, "oss.bucket": which member is wrong)
[[nodiscard]] TargetConfig targetFromJson(const QByteArray& json);

} // namespace miaobu::app
