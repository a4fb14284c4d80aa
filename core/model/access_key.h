#pragma once

#include <QByteArray>
#include <QDateTime>

namespace miaobu {

/// What a cloud account is opened with. Never logged, never part of an error, never in a file.
struct AccessKey {
    QByteArray id;
    QByteArray secret;
    QByteArray token; ///< Of temporary credentials; empty otherwise.
    QDateTime expires{}; ///< UTC; invalid where it is not known or never.

    bool operator==(const AccessKey&) const = default;
};

/// Where a secret is kept that was just entered.
enum class KeepSecret {
    InKeychain,
    ForThisSession, ///< In memory: forgotten when the program ends.
};

} // namespace miaobu
