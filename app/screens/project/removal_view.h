#pragma once

#include "app/screens/common/shown_error.h"
#include "core/model/removal.h"

#include <QList>

#include <algorithm>
#include <optional>

namespace miaobu::app {

/// How far a project is removed, as it is shown.
struct RemovalView {
    QList<RemovalStep> steps; ///< None: it is not being removed.
    bool isRunning = false; ///< In this process
    std::optional<ShownError> error; ///< Why it could not be begun or given up

    [[nodiscard]] bool isBegun() const { return !steps.isEmpty(); }
    /// What is in the cloud still.
    [[nodiscard]] QList<RemovalStep> left() const {
        QList<RemovalStep> found;
        std::copy_if(steps.begin(), steps.end(), std::back_inserter(found), [](const RemovalStep& step) {
            return step.part != RemovalPart::Local && step.state != RemovalStep::State::Done;
        });
        return found;
    }
    [[nodiscard]] bool hasFailed() const {
        return std::any_of(steps.begin(), steps.end(),
            [](const RemovalStep& step) { return step.state == RemovalStep::State::Failed; });
    }
};

} // namespace miaobu::app
