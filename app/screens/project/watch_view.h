#pragma once

#include "core/model/push_watch.h"

namespace miaobu::app {

/// What a page shows of a project's pushes.
struct WatchView {
    WatchState state;
    QString rootDirectory; ///< Of the project; empty: the whole repository
    bool hasPreviews = false; ///< It can have some.
    QDateTime now; ///< UTC

    [[nodiscard]] bool isOn() const { return state.phase != WatchPhase::Off; }
    /// A keychain that is closed is no reason to sign in: what it holds is good still.
    [[nodiscard]] bool asksForSignIn() const {
        const bool isClosed = state.error
            && (state.error->kind == ErrorKind::KeychainLocked || state.error->kind == ErrorKind::KeychainMissing);
        return state.phase == WatchPhase::NeedsSignIn && !isClosed;
    }
    /// Whether there is something to say of where the branch is.
    [[nodiscard]] bool knowsHead() const { return state.isPossible && (isOn() || state.lookedAt.isValid()); }
};

} // namespace miaobu::app
