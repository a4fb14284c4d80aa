#pragma once

#include <QCoro/QCoroTask>
#include <QEventLoop>
#include <QTimer>
#include <QtTest>

#include <chrono>
#include <exception>
#include <memory>
#include <optional>
#include <type_traits>

namespace miaobu::test {

namespace detail {

template <typename T> struct Outcome {
    std::optional<std::conditional_t<std::is_void_v<T>, bool, T>> value;
    std::exception_ptr failure;
    bool done = false;
    QEventLoop loop;
};

template <typename T> QCoro::Task<> settle(QCoro::Task<T> task, std::shared_ptr<Outcome<T>> outcome) {
    try {
        if constexpr (std::is_void_v<T>) {
            co_await task;
            outcome->value = true;
        } else {
            outcome->value.emplace(co_await task);
        }
    } catch (...) {
        outcome->failure = std::current_exception();
    }
    outcome->done = true;
    outcome->loop.quit();
}

} // namespace detail

/// Runs the event loop until \a task is done, and gives its value or throws what it threw.
/// QCoro::waitFor cannot be used for that: it hangs on a task that throws. A task that is not done in time aborts the test binary.
template <typename T> T await(QCoro::Task<T> task, std::chrono::milliseconds deadline = std::chrono::seconds(30)) {
    auto outcome = std::make_shared<detail::Outcome<T>>();
    detail::settle(std::move(task), outcome);
    if (!outcome->done) {
        QTimer::singleShot(deadline, &outcome->loop, &QEventLoop::quit);
        outcome->loop.exec();
    }
    if (!outcome->done) {
        qFatal("the awaited task did not end in time");
    }
    if (outcome->failure) {
        std::rethrow_exception(outcome->failure);
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(*outcome->value);
    }
}

} // namespace miaobu::test
