#include "app/cli/await_operation.h"

#include "core/async/completion.h"

#include <memory>
#include <optional>

namespace miaobu::app {

namespace {

template <typename Service>
QCoro::Task<> awaitEnd(Service* service, void (Service::*finished)(OperationId),
    void (Service::*failed)(OperationId, const Error&), OperationId operation) {
    auto failure = std::make_shared<std::optional<Error>>();
    const Completion ended;
    const QObject listener;
    QObject::connect(service, finished, &listener, [operation, ended](OperationId which) {
        if (which == operation) {
            ended.complete();
        }
    });
    QObject::connect(service, failed, &listener, [operation, ended, failure](OperationId which, const Error& error) {
        if (which == operation) {
            *failure = error;
            ended.complete();
        }
    });
    co_await ended;
    if (*failure) {
        throw Error(**failure);
    }
}

template <typename Service>
QCoro::Task<> awaitCancellable(Service* service, OperationId operation, std::stop_token stop) {
    const std::stop_callback cancel(stop, [service, operation] { service->cancel(operation); });
    co_await awaitEnd(service, &Service::finished, &Service::failed, operation);
}

} // namespace

QCoro::Task<> awaitOperation(Deployer* deployer, OperationId operation) {
    co_await awaitEnd(deployer, &Deployer::operationFinished, &Deployer::operationFailed, operation);
}

QCoro::Task<> awaitOperation(VariableService* service, OperationId operation, std::stop_token stop) {
    const std::stop_callback cancel(stop, [service, operation] { service->cancel(operation); });
    co_await awaitEnd(service, &VariableService::finished, &VariableService::failed, operation);
}

QCoro::Task<> awaitOperation(TargetService* service, OperationId operation, std::stop_token stop) {
    co_await awaitCancellable(service, operation, stop);
}

QCoro::Task<> awaitOperation(RealityService* service, OperationId operation, std::stop_token stop) {
    co_await awaitCancellable(service, operation, stop);
}

QCoro::Task<> awaitOperation(PurgeService* service, OperationId operation, std::stop_token stop) {
    co_await awaitCancellable(service, operation, stop);
}

QCoro::Task<> awaitOperation(SignInService* service, OperationId operation, std::stop_token stop) {
    co_await awaitCancellable(service, operation, stop);
}

QCoro::Task<> awaitOperation(RepositoryService* service, OperationId operation, std::stop_token stop) {
    co_await awaitCancellable(service, operation, stop);
}

} // namespace miaobu::app
