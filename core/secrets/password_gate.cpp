#include "core/secrets/password_gate.h"

#include "core/async/error.h"

#include <QString>

#include <openssl/evp.h>
#include <openssl/rand.h>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

// The edge refuses fewer.
constexpr int iterations = 210'000;
constexpr int keyBytes = 32;
constexpr int saltBytes = 16;

QByteArray randomBytes(int size) {
    QByteArray bytes(size, '\0');
    if (RAND_bytes(reinterpret_cast<unsigned char*>(bytes.data()), size) != 1) {
        throw Error(ErrorKind::Internal, u"random bytes"_s);
    }
    return bytes;
}

QByteArray hashOf(const QByteArray& password, const QByteArray& salt) {
    QByteArray hash(keyBytes, '\0');
    const int done = PKCS5_PBKDF2_HMAC(password.constData(), static_cast<int>(password.size()),
        reinterpret_cast<const unsigned char*>(salt.constData()), saltBytes, iterations, EVP_sha256(), keyBytes,
        reinterpret_cast<unsigned char*>(hash.data()));
    if (done != 1) {
        throw Error(ErrorKind::Internal, u"password"_s);
    }
    return hash;
}

} // namespace

QJsonObject passwordGate(const QByteArray& password, const QJsonObject& before) {
    // What looks the same is the same, however it was typed.
    const QByteArray plain = QString::fromUtf8(password).normalized(QString::NormalizationForm_C).toUtf8();
    if (plain.isEmpty()) {
        throw Error(ErrorKind::InvalidInput, {}, u"an empty password"_s);
    }
    const QByteArray salt = randomBytes(saltBytes);
    return {{u"version"_s, before.value(u"version"_s).toInteger() + 1},
        {u"key"_s, QString::fromLatin1(randomBytes(keyBytes).toHex())}, {u"salt"_s, QString::fromLatin1(salt.toHex())},
        {u"iterations"_s, iterations}, {u"hash"_s, QString::fromLatin1(hashOf(plain, salt).toHex())}};
}

} // namespace miaobu
