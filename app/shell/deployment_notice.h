#pragma once

#include "app/shell/notifier.h"
#include "core/model/deployment.h"

namespace miaobu::app {

/// Whether a person should be told that \a deployment has ended: it took more than ten seconds, or they look elsewhere.
[[nodiscard]] bool isWorthNotice(const Deployment& deployment, bool isWindowActive);

/// "shop #43 is live", with what can be done about it: "site", "log", "roll-back".
[[nodiscard]] DesktopNotice noticeOf(const Deployment& deployment, const QString& project, bool canRollBack);

} // namespace miaobu::app
