#include "core/build/chosen_builder.h"

#include <utility>

namespace miaobu {

ChosenBuilder::ChosenBuilder(Builder& onComputer, Builder& inContainer)
    : m_onComputer(onComputer), m_inContainer(inContainer) { }

QCoro::Task<QString> ChosenBuilder::toolchain(
    BuildPlan plan, QString sourceDirectory, LogSink& log, std::stop_token stop) {
    Builder& builder = builderOf(plan);
    return builder.toolchain(std::move(plan), std::move(sourceDirectory), log, std::move(stop));
}

QCoro::Task<> ChosenBuilder::install(BuildRequest request, LogSink& log, std::stop_token stop) {
    Builder& builder = builderOf(request.plan);
    return builder.install(std::move(request), log, std::move(stop));
}

QCoro::Task<> ChosenBuilder::build(BuildRequest request, LogSink& log, std::stop_token stop) {
    Builder& builder = builderOf(request.plan);
    return builder.build(std::move(request), log, std::move(stop));
}

QCoro::Task<> ChosenBuilder::finish(BuildRequest request, bool succeeded) {
    Builder& builder = builderOf(request.plan);
    return builder.finish(std::move(request), succeeded);
}

Builder& ChosenBuilder::builderOf(const BuildPlan& plan) const {
    return plan.place == BuildPlace::Container ? m_inContainer : m_onComputer;
}

} // namespace miaobu
