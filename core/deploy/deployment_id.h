#pragma once

#include "core/model/deployment.h"

namespace miaobu {

/// A new id, greater than \a previous: the milliseconds since 2020 times 4096, and twelve random bits, so that two computers that
/// deploy in the same millisecond do not meet. Stays below 2^53 (what JSON readers keep exactly) until 2089.
[[nodiscard]] DeploymentId newDeploymentId(const QDateTime& now, DeploymentId previous);

} // namespace miaobu
