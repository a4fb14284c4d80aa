#pragma once

#include "core/model/home.h"

namespace miaobu {

/// Where the sample of \a home lies.
[[nodiscard]] inline QString sampleFolder(const Home& home) {
    return home.data + QStringLiteral("/sample");
}

/// Puts the program's own sample site into \a folder, which is made; one that is there already stays as it was changed.
/// \returns \a folder. \throws Error(FileSystem)
[[nodiscard]] QString placeSampleSite(const QString& folder);

} // namespace miaobu
