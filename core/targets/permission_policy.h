#pragma once

#include "core/ports/cloud_account.h"

#include <QByteArray>
#include <QList>

namespace miaobu {

/// The policy that grants what was denied, to be added to the key's own in the RAM console: JSON in RAM's policy language, version 1.
/// Empty when nothing was denied. What was not checked is left out, as it may be granted already.
[[nodiscard]] QByteArray missingPolicy(const QList<PermissionCheck>& checks);

/// The policy that grants all of \a checks, whatever their state: everything a target needs, and nothing else.
[[nodiscard]] QByteArray wholePolicy(const QList<PermissionCheck>& checks);

} // namespace miaobu
