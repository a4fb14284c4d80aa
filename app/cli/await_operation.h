#pragma once

#include "core/deploy/deployer.h"

#include <QCoro/QCoroTask>

namespace miaobu::app {

/// Waits until \a operation of \a deployer has ended. Begin it and await it without returning to the event loop between the two.
/// \throws what it failed with
QCoro::Task<> awaitOperation(Deployer* deployer, OperationId operation);

} // namespace miaobu::app
