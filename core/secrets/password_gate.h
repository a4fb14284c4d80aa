#pragma once

#include <QByteArray>
#include <QJsonObject>

namespace miaobu {

/// What the edge checks a password with, as it stands in a routing entry: a random key that signs who was let in, and a salted hash of the
/// password (PBKDF2-SHA256). \a before is the gate that it takes the place of; its version grows, so that nobody who was let in by the old
/// password stays in. Takes a tenth of a second: for the pool.
[[nodiscard]] QJsonObject passwordGate(const QByteArray& password, const QJsonObject& before = {});

} // namespace miaobu
