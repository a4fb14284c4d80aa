#include "core/async/sleep.h"

#include "core/async/cancel.h"
#include "core/async/completion.h"

#include <QTimer>

namespace miaobu {

QCoro::Task<> sleepFor(std::chrono::milliseconds duration, std::stop_token stop) {
    throwIfCancelled(stop);
    Completion woken;
    QTimer timer;
    timer.setSingleShot(true);
    QObject::connect(&timer, &QTimer::timeout, &timer, [woken] { woken.complete(); });
    timer.start(duration);
    {
        const std::stop_callback onStop(stop, [woken] { woken.complete(); });
        co_await woken;
    }
    throwIfCancelled(stop);
}

} // namespace miaobu
