#pragma once

#include "app/shell/notifier.h"
#include "core/model/deployment.h"
#include "core/model/push_watch.h"

namespace miaobu::app {

/// Whether a person should be told that \a deployment has ended: it took more than ten seconds, or they look elsewhere.
[[nodiscard]] bool isWorthNotice(const Deployment& deployment, bool isWindowActive);

/// "shop #43 is live", with what can be done about it: "site", "log", "roll-back".
[[nodiscard]] DesktopNotice noticeOf(const Deployment& deployment, const QString& project, bool canRollBack);

/// What a person who looks elsewhere is told of a push: that it is being deployed (the notice of that deployment's end takes
/// its place), or that the branch was set back. Nothing for the others.
[[nodiscard]] std::optional<DesktopNotice> noticeOf(const PushOutcome& push, const QString& project);

} // namespace miaobu::app
