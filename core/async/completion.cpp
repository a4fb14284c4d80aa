#include "core/async/completion.h"

#include <QAbstractEventDispatcher>
#include <QTimer>

#include <utility>

namespace miaobu {

Completion::Completion() : m_state(std::make_shared<State>()) { }

void Completion::complete() const {
    if (std::exchange(m_state->complete, true) || !m_state->waiting) {
        return;
    }
    const auto waiting = std::exchange(m_state->waiting, {});
    QMetaObject::invokeMethod(
        QAbstractEventDispatcher::instance(), [waiting] { waiting.resume(); }, Qt::QueuedConnection);
}

bool Completion::isComplete() const {
    return m_state->complete;
}

bool Completion::await_ready() const noexcept {
    return m_state->complete;
}

void Completion::await_suspend(std::coroutine_handle<> waiting) const {
    m_state->waiting = waiting;
}

} // namespace miaobu
