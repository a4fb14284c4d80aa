#pragma once

#include <QCoro/QCoroTask>

#include <chrono>
#include <stop_token>

namespace miaobu {

/// Waits for \a duration. \throws Error(Cancelled) as soon as \a stop is requested.
QCoro::Task<> sleepFor(std::chrono::milliseconds duration, std::stop_token stop);

} // namespace miaobu
