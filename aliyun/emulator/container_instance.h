#pragma once

#include "aliyun/emulator/container_engine.h"
#include "aliyun/emulator/container_plan.h"
#include "aliyun/emulator/instance_kind.h"

namespace miaobu::emulator {

/// An instance that is a container.
class ContainerInstance final : public InstanceKind {
public:
    /// \a engine outlives this.
    ContainerInstance(const ContainerEngine& engine, ContainerPlan plan) : m_engine(engine), m_plan(std::move(plan)) { }

    [[nodiscard]] std::unique_ptr<ChildProcess> start(int port) override;
    void stop(const ChildProcess& child) override;
    [[nodiscard]] bool isUp() const override;
    [[nodiscard]] bool isRefusal(int exitCode) const override;
    [[nodiscard]] int appPort(int) const override { return m_plan.port; }
    [[nodiscard]] std::optional<std::string> listener() const override;

private:
    const ContainerEngine& m_engine;
    const ContainerPlan m_plan;
};

} // namespace miaobu::emulator
