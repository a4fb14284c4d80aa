#pragma once

#include "app/shell/notifier.h"
#include "core/model/custom_domain.h"

namespace miaobu::app {

/// A domain that has gone live.
[[nodiscard]] DesktopNotice liveNotice(const CustomDomain& domain);
/// A domain whose certificate ends soon.
[[nodiscard]] DesktopNotice expiryNotice(const CustomDomain& domain, const QDateTime& now);

} // namespace miaobu::app
