#pragma once

#include "core/deploy/deployer.h"
#include "core/github/repository_service.h"
#include "core/github/sign_in_service.h"
#include "core/purge/purge_service.h"
#include "core/reality/reality_service.h"
#include "core/targets/target_service.h"
#include "core/variables/variable_service.h"

#include <QCoro/QCoroTask>

#include <stop_token>

namespace miaobu::app {

// Each waits until an operation has ended. Begin it and await it without returning to the event loop between the two.

/// \throws what it failed with
QCoro::Task<> awaitOperation(Deployer* deployer, OperationId operation);

// These cancel the operation once \a stop is requested, and still wait for its end. \throws what it failed with
QCoro::Task<> awaitOperation(VariableService* service, OperationId operation, std::stop_token stop);
QCoro::Task<> awaitOperation(TargetService* service, OperationId operation, std::stop_token stop);
QCoro::Task<> awaitOperation(PurgeService* service, OperationId operation, std::stop_token stop);
QCoro::Task<> awaitOperation(RealityService* service, OperationId operation, std::stop_token stop);
QCoro::Task<> awaitOperation(SignInService* service, OperationId operation, std::stop_token stop);
QCoro::Task<> awaitOperation(RepositoryService* service, OperationId operation, std::stop_token stop);

} // namespace miaobu::app
