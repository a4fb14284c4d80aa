#pragma once

#include <QByteArray>

namespace miaobu {

/// What a cloud account is opened with. Never logged, never part of an error, never in a file.
struct AccessKey {
    QByteArray id;
    QByteArray secret;
    QByteArray token; ///< Of temporary credentials; empty otherwise.

    bool operator==(const AccessKey&) const = default;
};

/// Where a secret is kept that was just entered.
enum class KeepSecret {
    InKeychain,
    ForThisSession, ///< In memory: forgotten when the program ends.
};

} // namespace miaobu
