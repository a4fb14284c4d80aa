#pragma once

#include "core/model/manifest_difference.h"

#include <QString>

namespace miaobu::app {

[[nodiscard]] QString changeTitle(FileChange::Kind kind); ///< "Added"
/// "12 KB → 14 KB", or the one size of a file that only one of both has.
[[nodiscard]] QString sizesText(const FileChange& change);
/// "+14 KB", "−2 KB", "±0"
[[nodiscard]] QString growthText(qint64 bytes);
/// "+3 ~12 −1"; empty where nothing differs.
[[nodiscard]] QString countsText(int added, int changed, int removed);
/// "3 files added, 12 changed, 1 removed" for who cannot see the signs.
[[nodiscard]] QString countsInWords(int added, int changed, int removed);

} // namespace miaobu::app
