#include "app/emulator_control.h"

#include "app/services_emulator.h"

#include <exception>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace miaobu::app {

EmulatorControl::EmulatorControl(Home home, QString program)
    : m_home(std::move(home)), m_program(std::move(program)) { }

EmulatorControl::~EmulatorControl() = default;

EmulatorControl::State EmulatorControl::state() const {
    State state;
    state.isBusy = m_isBusy;
    if (const std::optional<QJsonObject> info = runningEmulator(m_home, m_program)) {
        state.isRunning = true;
        state.port = info->value(u"sitePort"_s).toInt();
        state.process = info->value(u"pid"_s).toInteger();
    }
    return state;
}

void EmulatorControl::start() {
    begin(Task::Start);
}

void EmulatorControl::stop() {
    begin(Task::Stop);
}

void EmulatorControl::begin(Task task) {
    if (m_isBusy || m_isShuttingDown) {
        return;
    }
    m_isBusy = true;
    m_stop = std::stop_source();
    emit changed();
    execute(task, m_stop.get_token());
}

void EmulatorControl::shutDown() {
    m_isShuttingDown = true;
    m_stop.request_stop();
    if (!m_isBusy) {
        QMetaObject::invokeMethod(this, &EmulatorControl::idle, Qt::QueuedConnection);
    }
}

QCoro::Task<> EmulatorControl::execute(Task task, std::stop_token stop) {
    std::optional<Error> failure;
    try {
        if (task == Task::Start) {
            co_await startEmulator(m_home, m_program, std::nullopt, stop);
        } else {
            co_await stopEmulator(m_home, m_program, stop);
        }
    } catch (const Error& error) {
        failure = error;
    } catch (const std::exception& exception) {
        failure = Error(ErrorKind::Internal, {}, QString::fromLocal8Bit(exception.what()));
    }
    m_isBusy = false;
    if (failure && failure->kind != ErrorKind::Cancelled) {
        emit failed(*failure);
    }
    emit changed();
    if (m_isShuttingDown) {
        emit idle();
    }
}

} // namespace miaobu::app
