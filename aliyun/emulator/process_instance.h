#pragma once

#include "aliyun/emulator/instance_kind.h"
#include "aliyun/emulator/process_plan.h"

namespace miaobu::emulator {

/// An instance that is a program of this computer, in a folder of its own that is removed with it.
class ProcessInstance final : public InstanceKind {
public:
    explicit ProcessInstance(ProcessPlan plan) : m_plan(std::move(plan)) { }
    /// Ends whatever the program has left running.
    ~ProcessInstance() override;

    [[nodiscard]] std::unique_ptr<ChildProcess> start(int port) override;
    void stop(const ChildProcess& child) override;
    [[nodiscard]] bool isUp() const override { return true; }
    [[nodiscard]] bool isRefusal(int) const override { return false; }
    [[nodiscard]] int appPort(int port) const override { return port; }

private:
    const ProcessPlan m_plan;
};

} // namespace miaobu::emulator
