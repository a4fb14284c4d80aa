#pragma once

#include "core/build/builder.h"

namespace miaobu {

/// Builds each source where its plan says.
class ChosenBuilder final : public Builder {
public:
    /// Both outlive this.
    ChosenBuilder(Builder& onComputer, Builder& inContainer);

    QCoro::Task<QString> toolchain(
        BuildPlan plan, QString sourceDirectory, LogSink& log, std::stop_token stop) override;
    QCoro::Task<> install(BuildRequest request, LogSink& log, std::stop_token stop) override;
    QCoro::Task<> build(BuildRequest request, LogSink& log, std::stop_token stop) override;
    QCoro::Task<> finish(BuildRequest request, bool succeeded) override;

private:
    [[nodiscard]] Builder& builderOf(const BuildPlan& plan) const;

    Builder& m_onComputer;
    Builder& m_inContainer;
};

} // namespace miaobu
