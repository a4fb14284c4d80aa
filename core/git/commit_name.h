#pragma once

#include <QString>

namespace miaobu {

/// Whether \a text can name a commit: 4 to 40 hexadecimal digits.
[[nodiscard]] bool isCommitName(const QString& text);

} // namespace miaobu
