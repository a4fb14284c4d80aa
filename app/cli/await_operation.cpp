#include "app/cli/await_operation.h"

#include "core/async/completion.h"

#include <optional>

namespace miaobu::app {

QCoro::Task<> awaitOperation(Deployer* deployer, OperationId operation) {
    auto failure = std::make_shared<std::optional<Error>>();
    const Completion ended;
    const QObject listener;
    QObject::connect(deployer, &Deployer::operationFinished, &listener, [operation, ended](OperationId finished) {
        if (finished == operation) {
            ended.complete();
        }
    });
    QObject::connect(deployer, &Deployer::operationFailed, &listener,
        [operation, ended, failure](OperationId failed, const Error& error) {
            if (failed == operation) {
                *failure = error;
                ended.complete();
            }
        });
    co_await ended;
    if (*failure) {
        throw Error(**failure);
    }
}

} // namespace miaobu::app
