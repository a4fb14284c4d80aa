#pragma once

#include "core/async/error.h"
#include "core/ports/secret_store.h"

#include <QHash>

#include <optional>

namespace miaobu::test {

/// A keychain in memory, that can be missing or locked.
class MemoryKeychain final : public SecretStore {
public:
    QCoro::Task<std::optional<QByteArray>> read(QString key, std::stop_token) override {
        throwIfClosed();
        co_return secrets.contains(key) ? std::optional(secrets.value(key)) : std::nullopt;
    }
    QCoro::Task<> write(QString key, QByteArray secret, std::stop_token) override {
        throwIfClosed();
        secrets.insert(key, secret);
        ++writes;
        co_return;
    }
    QCoro::Task<> remove(QString key, std::stop_token) override {
        throwIfClosed();
        secrets.remove(key);
        co_return;
    }

    QHash<QString, QByteArray> secrets;
    std::optional<ErrorKind> closed; ///< KeychainMissing, KeychainLocked
    int writes = 0;

private:
    void throwIfClosed() const {
        if (closed) {
            throw Error(*closed);
        }
    }
};

} // namespace miaobu::test
