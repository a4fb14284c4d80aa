#pragma once

#include "core/async/completion.h"

#include <QCoro/QCoroTask>
#include <QFutureWatcher>
#include <QtConcurrentRun>

#include <type_traits>

namespace miaobu {

/// Runs \a work on the thread pool and gives its value. For pure functions over values: hashing, walking a directory, parsing.
/// \a work touches no QObject, database or model. It may throw Error; any other exception loses its text on the way.
/// Not cancelled by itself: work that may take long takes a stop token and asks it.
template <typename Work> QCoro::Task<std::invoke_result_t<Work>> runOnPool(Work work) {
    using Result = std::invoke_result_t<Work>;
    Completion finished;
    QFutureWatcher<Result> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &watcher, [finished] { finished.complete(); });
    watcher.setFuture(QtConcurrent::run(std::move(work)));
    co_await finished;
    if constexpr (std::is_void_v<Result>) {
        watcher.future().waitForFinished();
    } else {
        co_return watcher.future().takeResult();
    }
}

} // namespace miaobu
