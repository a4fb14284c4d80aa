#include "app/emulator_control.h"
#include "app/screens/common/prompt.h"
#include "app/screens/target/target_controller.h"
#include "app/screens/target/target_page.h"
#include "core/model/target.h"
#include "core/targets/target_service.h"

namespace miaobu::app {

void TargetController::connectIntents() {
    TargetIntents* const intents = &m_page.intents();
    TargetService* const service = &m_services.targetService;
    EmulatorControl* const emulator = &m_services.emulator;
    connect(intents, &TargetIntents::lookAgain, this, &TargetController::lookAgain);
    connect(intents, &TargetIntents::checkPermissions, this, &TargetController::checkPermissions);
    connect(intents, &TargetIntents::setUp, this, &TargetController::setUp);
    connect(intents, &TargetIntents::installRoutine, this,
        [this, service] { changeRoutine(service->installRoutine(m_shown)); });
    connect(intents, &TargetIntents::publishRoutine, this,
        [this, service](const QString& version) { changeRoutine(service->publishRoutine(m_shown, version)); });
    connect(intents, &TargetIntents::stop, this, &TargetController::stop);
    connect(intents, &TargetIntents::enterKey, this, &TargetController::enterKey);
    connect(intents, &TargetIntents::replaceKey, this, &TargetController::tryKey);
    connect(intents, &TargetIntents::keepForSession, this, [this] {
        if (!m_key.secret.isEmpty()) {
            m_keep = KeepSecret::ForThisSession;
            storeKey(m_shown);
        }
    });
    connect(intents, &TargetIntents::remove, this, &TargetController::remove);
    connect(intents, &TargetIntents::startEmulator, emulator, [this, emulator] {
        m_states[localTargetName].error.reset();
        emulator->start();
    });
    connect(intents, &TargetIntents::stopEmulator, emulator, [this, emulator] {
        m_states[localTargetName].error.reset();
        emulator->stop();
    });
    connect(intents, &TargetIntents::openPage, this, [this](const QUrl& page) { m_prompt.openUrl(page); });
}

void TargetController::connectEmulator() {
    connect(&m_services.emulator, &EmulatorControl::changed, this, &TargetController::show);
    connect(&m_services.emulator, &EmulatorControl::failed, this, [this](const Error& error) {
        m_states[localTargetName].error = shownError(error);
        show();
    });
}

void TargetController::connectService() {
    TargetService* const service = &m_services.targetService;
    connect(service, &TargetService::planned, this, [this](OperationId operation, const QList<SetupStep>& steps) {
        if (TargetState* const state = stateOf(operation)) {
            state->setup.steps = steps;
        }
    });
    connect(service, &TargetService::setupChanged, this, [this](OperationId operation, const SetupStep& step) {
        if (TargetState* const state = stateOf(operation)) {
            takeStep(state->setup.steps, step);
            show();
        }
    });
    connect(service, &TargetService::routineFound, this, [this](OperationId operation, const RoutineStatus& status) {
        if (TargetState* const state = stateOf(operation)) {
            state->routine.status = status;
        }
    });
    connect(service, &TargetService::routineStageReached, this, [this](OperationId operation, RoutineStage stage) {
        if (TargetState* const state = stateOf(operation)) {
            state->routine.stage = stage;
            show();
        }
    });
    connect(
        service, &TargetService::permissionChecked, this, [this](OperationId operation, const PermissionCheck& check) {
            if (TargetState* const state = stateOf(operation)) {
                state->permissions.checks.append(check);
                show();
            }
        });
    connect(service, &TargetService::keyPlaceFound, this, [this](OperationId operation, KeyPlace place) {
        if (TargetState* const state = stateOf(operation)) {
            state->keyPlace = place;
        }
    });
    connect(service, &TargetService::identified, this, [this](OperationId operation, const CallerIdentity& identity) {
        if (m_work.contains(operation)) {
            onIdentified(m_work.value(operation).target, identity);
        }
    });
    connect(service, &TargetService::finished, this, [this](OperationId operation) {
        if (m_work.contains(operation)) {
            onFinished(m_work.take(operation));
        }
    });
    connect(service, &TargetService::failed, this, [this](OperationId operation, const Error& error) {
        if (m_work.contains(operation)) {
            onFailed(m_work.take(operation), error);
        }
    });
}

} // namespace miaobu::app
