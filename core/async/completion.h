#pragma once

#include <coroutine>
#include <memory>

namespace miaobu {

/// A moment one coroutine waits for. complete() may be called any number of times, before or after the wait began and from
/// inside a callback; the waiting coroutine goes on exactly once, from the event loop of the thread that waits, never inside the caller.
/// Copies share the same moment. Not thread-safe: complete() belongs to the waiting thread.
class Completion {
public:
    Completion();

    void complete() const;
    [[nodiscard]] bool isComplete() const;

    [[nodiscard]] bool await_ready() const noexcept;
    void await_suspend(std::coroutine_handle<> waiting) const;
    void await_resume() const noexcept { }

private:
    struct State {
        bool complete = false;
        std::coroutine_handle<> waiting;
    };
    std::shared_ptr<State> m_state;
};

} // namespace miaobu
