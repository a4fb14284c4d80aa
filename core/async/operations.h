#pragma once

#include "core/async/error.h"
#include "core/async/operation.h"

#include <QCoro/QCoroTask>
#include <QHash>

#include <functional>
#include <memory>
#include <stop_token>

namespace miaobu {

/// The works that a service has under way: gives each an id, catches what it throws, and tells its end once.
/// Belongs to one thread; outlives the event loop or is empty before it goes.
class Operations {
public:
    struct Listeners {
        std::function<void(OperationId)> finished;
        std::function<void(OperationId, const Error&)> failed; ///< Error(Cancelled) for one that was cancelled.
        std::function<void()> idle; ///< After shutDown(): nothing runs any more.
    };
    using Work = std::function<QCoro::Task<>(OperationId, std::stop_token)>;

    explicit Operations(Listeners listeners);

    /// Begins \a work from the event loop: the caller knows the id before the first signal speaks of it.
    OperationId begin(Work work);
    /// One that has ended is left alone.
    void cancel(OperationId operation);
    [[nodiscard]] bool isBusy() const { return !m_running.isEmpty(); }
    /// Cancels everything, and what is begun from then on at once; idle follows from the event loop, also when nothing runs.
    void shutDown();

private:
    QCoro::Task<> execute(OperationId operation, Work work, std::stop_token stop);
    /// Static: this may be gone when its turn comes.
    static QCoro::Task<> tellIdle(std::weak_ptr<const Listeners> listeners);

    std::shared_ptr<const Listeners> m_listeners;
    QHash<OperationId, std::stop_source> m_running;
    OperationId m_last = 0;
    bool m_isShuttingDown = false;
};

} // namespace miaobu
