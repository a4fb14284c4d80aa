#pragma once

#include <QtGlobal>

namespace miaobu {

/// Names one work that a service has begun and that ends in a signal, so that its end can be told apart from others'.
using OperationId = qint64;

} // namespace miaobu
