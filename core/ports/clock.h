#pragma once

#include <QDateTime>

namespace miaobu {

/// The time of day. A port, so that expiry and skew can be tested.
class Clock {
public:
    virtual ~Clock() = default;

    [[nodiscard]] virtual QDateTime now() const = 0; ///< UTC
};

/// The computer's own clock.
class SystemClock final : public Clock {
public:
    [[nodiscard]] QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }
};

} // namespace miaobu
