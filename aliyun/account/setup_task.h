#pragma once

#include "core/ports/cloud_account.h"

namespace miaobu::aliyun {

/// One part of a target. Throws Error; Error(Cancelled) once stop was requested.
class SetupTask {
public:
    virtual ~SetupTask() = default;

    [[nodiscard]] virtual SetupPart part() const = 0;
    [[nodiscard]] virtual QString subject() const = 0;
    /// How it is: Present, Missing, Different or Blocked. Changes nothing in the cloud.
    virtual QCoro::Task<SetupStep> examine(std::stop_token stop) = 0;
    /// Makes or changes it, as the last examine() found it.
    virtual QCoro::Task<> make(std::stop_token stop) = 0;

protected:
    [[nodiscard]] SetupStep step(SetupStep::State state, const QString& detail = {}) const {
        SetupStep step;
        step.part = part();
        step.subject = subject();
        step.state = state;
        step.detail = detail;
        return step;
    }
    [[nodiscard]] SetupStep blocked(Obstacle obstacle, const QString& detail = {}) const {
        SetupStep blockedStep = step(SetupStep::State::Blocked, detail);
        blockedStep.obstacle = obstacle;
        return blockedStep;
    }
};

} // namespace miaobu::aliyun
