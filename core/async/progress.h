#pragma once

#include <QtGlobal>

#include <functional>

namespace miaobu {

/// done and total in the unit of the stage (bytes, files, objects, layers); total 0 means unknown.
using ProgressHandler = std::function<void(qint64 done, qint64 total)>;

} // namespace miaobu
