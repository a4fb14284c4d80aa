#pragma once

#include "core/ports/cloud_account.h"

#include <QByteArray>
#include <QList>

namespace miaobu {

/// The policy that grants what of \a need was denied, to be added to the key's own in the RAM console: JSON in RAM's policy language,
/// version 1. Empty when nothing was denied. What was not checked is left out, as it may be granted already.
[[nodiscard]] QByteArray missingPolicy(const QList<PermissionCheck>& checks, PermissionCheck::Need need);

/// The policy that grants all that \a need takes, whatever its state, and nothing else. Empty when \a checks have nothing of it.
[[nodiscard]] QByteArray wholePolicy(const QList<PermissionCheck>& checks, PermissionCheck::Need need);

} // namespace miaobu
