#include "core/async/operations.h"

#include "core/async/caught_error.h"
#include "core/async/sleep.h"

#include <exception>
#include <utility>

namespace miaobu {

Operations::Operations(Listeners listeners) : m_listeners(std::make_shared<const Listeners>(std::move(listeners))) { }

OperationId Operations::begin(Work work) {
    const OperationId operation = ++m_last;
    std::stop_source stop;
    if (m_isShuttingDown) {
        stop.request_stop();
    }
    m_running.insert(operation, stop);
    execute(operation, std::move(work), stop.get_token());
    return operation;
}

QCoro::Task<> Operations::execute(OperationId operation, Work work, std::stop_token stop) {
    std::exception_ptr failure;
    try {
        co_await sleepFor(std::chrono::milliseconds(0), stop);
        co_await work(operation, stop);
    } catch (...) {
        failure = std::current_exception();
    }
    m_running.remove(operation);
    if (failure) {
        m_listeners->failed(operation, caughtError(failure));
    } else {
        m_listeners->finished(operation);
    }
    if (m_isShuttingDown && m_running.isEmpty()) {
        m_listeners->idle();
    }
}

QCoro::Task<> Operations::tellIdle(std::weak_ptr<const Listeners> listeners) {
    co_await sleepFor(std::chrono::milliseconds(0), {});
    if (const std::shared_ptr<const Listeners> alive = listeners.lock()) {
        alive->idle();
    }
}

void Operations::cancel(OperationId operation) {
    const auto found = m_running.constFind(operation);
    if (found != m_running.cend()) {
        std::stop_source stop = *found;
        stop.request_stop();
    }
}

void Operations::shutDown() {
    m_isShuttingDown = true;
    if (m_running.isEmpty()) {
        tellIdle(m_listeners);
    }
    for (std::stop_source stop : m_running.values()) {
        stop.request_stop();
    }
}

} // namespace miaobu
