#pragma once

#include "core/log/log_line.h"

#include <QByteArray>

#include <functional>

namespace miaobu {

/// Takes the bytes of a command's two channels as they arrive.
using OutputHandler = std::function<void(LogChannel, const QByteArray&)>;

} // namespace miaobu
