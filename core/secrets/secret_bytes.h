#pragma once

#include <QByteArray>

namespace miaobu {

/// A copy that shares its memory with nobody, so that it can be wiped.
[[nodiscard]] QByteArray unsharedCopy(const QByteArray& secret);

/// Overwrites \a secret and empties it. Memory that somebody else still reads is left to them.
void wipe(QByteArray& secret);

/// Wipes a secret at the end of a scope.
class WipeAtEnd {
public:
    explicit WipeAtEnd(QByteArray& secret) : m_secret(secret) { }
    ~WipeAtEnd() { wipe(m_secret); }
    WipeAtEnd(const WipeAtEnd&) = delete;
    WipeAtEnd& operator=(const WipeAtEnd&) = delete;

private:
    QByteArray& m_secret;
};

} // namespace miaobu
