#pragma once

#include "core/async/error.h"
#include "core/model/custom_domain.h"

namespace miaobu {

[[nodiscard]] DomainReport reportOf(
    DomainProblem problem, const QString& found = QString(), const QString& detail = QString());
/// What the failure of a step means for the domain.
[[nodiscard]] DomainReport reportOf(const Error& error);

} // namespace miaobu
