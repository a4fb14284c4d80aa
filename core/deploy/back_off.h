#pragma once

#include "core/async/sleep.h"

#include <QDeadlineTimer>

#include <algorithm>
#include <chrono>

namespace miaobu {

/// The pauses of something that is asked again until it is so: doubled each time, two seconds at most, none beyond the limit.
class BackOff {
public:
    BackOff(std::chrono::milliseconds firstPause, std::chrono::milliseconds limit)
        : m_pause(firstPause), m_deadline(limit) { }

    [[nodiscard]] bool isOver() const { return m_deadline.hasExpired(); }

    QCoro::Task<> wait() {
        const std::chrono::milliseconds pause = m_pause;
        m_pause = std::min(m_pause * 2, std::chrono::milliseconds(2000));
        co_await sleepFor(pause, {});
    }

private:
    std::chrono::milliseconds m_pause;
    QDeadlineTimer m_deadline;
};

} // namespace miaobu
