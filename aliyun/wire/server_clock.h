#pragma once

#include "core/ports/clock.h"

#include <memory>

namespace miaobu::aliyun {

/// The time as the service sees it: this computer's, put right by what the service's own Date header says.
class ServerClock {
public:
    explicit ServerClock(std::shared_ptr<const Clock> clock = std::make_shared<SystemClock>());

    [[nodiscard]] QDateTime now() const; ///< UTC
    void learn(const QDateTime& serverTime);

private:
    std::shared_ptr<const Clock> m_clock;
    qint64 m_offset = 0; ///< Milliseconds
};

} // namespace miaobu::aliyun
