#pragma once

#include "core/async/cancel.h"

#include <QCoro/QCoroTask>
#include <QList>

#include <algorithm>
#include <exception>
#include <memory>
#include <vector>

namespace miaobu {

namespace detail {

template <typename Item, typename Work> struct SharedWork {
    QList<Item> items;
    Work work;
    qsizetype next = 0;
    std::exception_ptr failure;
};

template <typename Item, typename Work>
QCoro::Task<> takeItems(std::shared_ptr<SharedWork<Item, Work>> shared, std::stop_token stop) {
    while (shared->next < shared->items.size() && !shared->failure && !stop.stop_requested()) {
        const qsizetype index = shared->next++;
        try {
            co_await shared->work(shared->items.at(index));
        } catch (...) {
            if (!shared->failure) {
                shared->failure = std::current_exception();
            }
        }
    }
}

} // namespace detail

/// Runs \a work, a callable that takes one Item and returns QCoro::Task<>, for every item, at most \a limit at a time.
/// After the first failure no further item is begun; everything begun is awaited before the first failure is thrown on.
/// \throws Error(Cancelled) when \a stop was requested and nothing else failed.
template <typename Item, typename Work>
QCoro::Task<> forEachLimited(QList<Item> items, int limit, Work work, std::stop_token stop) {
    auto shared = std::make_shared<detail::SharedWork<Item, Work>>(
        detail::SharedWork<Item, Work>{std::move(items), std::move(work), 0, {}});
    const qsizetype workers = std::clamp<qsizetype>(shared->items.size(), 0, limit);
    std::vector<QCoro::Task<>> running;
    running.reserve(static_cast<std::size_t>(workers));
    for (qsizetype i = 0; i < workers; ++i) {
        running.push_back(detail::takeItems(shared, stop));
    }
    for (auto& worker : running) {
        co_await worker;
    }
    if (shared->failure) {
        std::rethrow_exception(shared->failure);
    }
    throwIfCancelled(stop);
}

} // namespace miaobu
