#include "aliyun/wire/server_clock.h"

#include <utility>

namespace miaobu::aliyun {

ServerClock::ServerClock(std::shared_ptr<const Clock> clock) : m_clock(std::move(clock)) { }

QDateTime ServerClock::now() const {
    return m_clock->now().addMSecs(m_offset);
}

void ServerClock::learn(const QDateTime& serverTime) {
    m_offset = m_clock->now().msecsTo(serverTime);
}

} // namespace miaobu::aliyun
