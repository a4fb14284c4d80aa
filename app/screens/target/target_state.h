#pragma once

#include "app/screens/common/setup_view.h"
#include "app/theme/tokens.h"
#include "core/model/target_config.h"
#include "core/ports/cloud_account.h"
#include "core/ports/routine_host.h"
#include "core/ports/target_store.h"

#include <QDateTime>

#include <algorithm>
#include <optional>

namespace miaobu::app {

/// The emulator behind "This computer", as it is shown.
struct LocalView {
    bool isRunning = false;
    bool isBusy = false; ///< Being started or stopped
    int port = 0; ///< Of the sites
    qint64 process = 0;

    bool operator==(const LocalView&) const = default;
};

/// The permissions of a target's key, as they are shown.
struct PermissionView {
    bool isChecking = false;
    QDateTime checkedAt; ///< UTC; invalid until a check has ended
    QList<PermissionCheck> checks;

    /// How many of those that \a need takes are in \a state.
    [[nodiscard]] qsizetype count(PermissionCheck::Need need, PermissionCheck::State state) const {
        return std::count_if(checks.begin(), checks.end(),
            [need, state](const PermissionCheck& check) { return check.need == need && check.state == state; });
    }
};

/// The edge routine of a target, as it is shown.
struct RoutineView {
    bool isBusy = false;
    std::optional<RoutineStage> stage; ///< While it is installed
    std::optional<RoutineStatus> status;
};

/// What the page of a target shows.
struct TargetState {
    TargetConfig config;
    LocalView local; ///< For the target of this computer alone
    PermissionView permissions;
    SetupView setup;
    RoutineView routine;
    std::optional<KeyPlace> keyPlace;
    bool isEnteringKey = false;
    bool isKeyBusy = false; ///< The new key is tried and stored.
    bool isRemoving = false;
    int projects = 0; ///< That are published to it
    std::optional<ShownError> error; ///< Of what was asked for last
    QDateTime now; ///< UTC

    /// How the target is, in one look.
    enum class Health { Unknown, Busy, Stopped, Incomplete, Failed, Ready };

    [[nodiscard]] bool isLocal() const;
    [[nodiscard]] Health health() const;
    [[nodiscard]] bool isBusy() const {
        return permissions.isChecking || setup.isBusy() || routine.isBusy || isKeyBusy || isRemoving || local.isBusy;
    }
};

/// "Ready", "Needs you"; empty for Unknown.
[[nodiscard]] QString healthTitle(TargetState::Health health);
[[nodiscard]] Tone toneOf(TargetState::Health health);

} // namespace miaobu::app
