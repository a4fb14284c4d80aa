#pragma once

#include <QString>

namespace miaobu {

/// One variable given to install and build.
struct EnvironmentVariable {
    QString name;
    QString value;
    bool secret = false; ///< Masked in logs; never shown again.

    bool operator==(const EnvironmentVariable&) const = default;
};

} // namespace miaobu
