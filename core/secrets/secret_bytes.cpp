#include "core/secrets/secret_bytes.h"

#include <openssl/crypto.h>

namespace miaobu {

QByteArray unsharedCopy(const QByteArray& secret) {
    return {secret.constData(), secret.size()};
}

void wipe(QByteArray& secret) {
    if (secret.isDetached()) {
        OPENSSL_cleanse(secret.data(), static_cast<std::size_t>(secret.size()));
    }
    secret.clear();
}

} // namespace miaobu
