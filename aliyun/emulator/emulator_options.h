#pragma once

#include <QString>

#include <optional>

namespace miaobu::emulator {

struct EmulatorOptions {
    QString folder; ///< Home::emulatorFolder(); made when it is not there
    /// The port sites answer at; 0 is any free one. Left out: the port remembered in the folder (4680 at first), or the
    /// next free one.
    std::optional<int> sitePort;
};

} // namespace miaobu::emulator
