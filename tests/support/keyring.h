#pragma once

#include <QProcess>

namespace miaobu::test {

/// Locks the keyring of the session that keyring-run.sh made.
inline void lockKeyring() {
    QProcess::execute(QStringLiteral("dbus-send"),
        {QStringLiteral("--session"), QStringLiteral("--print-reply=literal"),
            QStringLiteral("--dest=org.freedesktop.secrets"), QStringLiteral("/org/freedesktop/secrets"),
            QStringLiteral("org.freedesktop.Secret.Service.Lock"),
            QStringLiteral("array:objpath:/org/freedesktop/secrets/collection/login")});
}

} // namespace miaobu::test
