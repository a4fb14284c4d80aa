#pragma once

#include <QString>

namespace miaobu {

/// Copies the database \a file, with what SQLite keeps beside it, to a name of its own, so that it can be looked at whatever
/// happens next. The same damaged file is copied once. Gives the path of the copy; the file's own path when it could not be copied.
[[nodiscard]] QString putDamagedCopyAside(const QString& file);

} // namespace miaobu
