#include "aliyun/access_keys.h"

#include "core/async/error.h"
#include "core/secrets/environment_key.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

namespace {

/// A deployment that begins with less than that would end in the middle.
constexpr qint64 leastRemainingSeconds = 300;

QString storeKey(const QString& id) {
    return u"miaobu/aliyun/"_s + id;
}

QByteArray toSecret(const AccessKey& key) {
    QJsonObject object{{u"secret"_s, QString::fromUtf8(key.secret)}};
    if (!key.token.isEmpty()) {
        object.insert(u"token"_s, QString::fromUtf8(key.token));
    }
    if (key.expires.isValid()) {
        object.insert(u"expires"_s, key.expires.toUTC().toString(Qt::ISODate));
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

AccessKey fromSecret(const QString& id, const QByteArray& secret) {
    const QJsonObject object = QJsonDocument::fromJson(secret).object();
    AccessKey key{id.toUtf8(), object.value(u"secret"_s).toString().toUtf8(),
        object.value(u"token"_s).toString().toUtf8(),
        QDateTime::fromString(object.value(u"expires"_s).toString(), Qt::ISODate)};
    if (key.secret.isEmpty()) {
        throw Error(ErrorKind::SecretUnreadable, id, u"its entry in the keychain is not one of ours"_s);
    }
    return key;
}

} // namespace

AccessKeys::AccessKeys(SessionSecrets& secrets, const Clock& clock, QProcessEnvironment environment)
    : m_secrets(secrets), m_clock(clock), m_environment(std::move(environment)) { }

QCoro::Task<AccessKey> AccessKeys::find(TargetConfig config, std::stop_token stop) {
    const QString id = config.accessKeyId;
    if (const std::optional<QByteArray> kept = m_secrets.kept(storeKey(id))) {
        AccessKey key = fromSecret(id, *kept);
        throwIfExpired(key, config.name);
        co_return key;
    }
    if (std::optional<AccessKey> key = keyInEnvironment(m_environment, id)) {
        AccessKey found = std::move(*key);
        co_return found;
    }
    if (id.isEmpty()) {
        throw Error(ErrorKind::AccessKeyMissing, config.name);
    }
    const std::optional<QByteArray> stored = co_await m_secrets.read(storeKey(id), stop);
    if (!stored) {
        throw Error(ErrorKind::AccessKeyMissing, config.name);
    }
    AccessKey key = fromSecret(id, *stored);
    throwIfExpired(key, config.name);
    co_return key;
}

QCoro::Task<KeyPlace> AccessKeys::place(TargetConfig config, std::stop_token stop) {
    const QString id = config.accessKeyId;
    if (m_secrets.kept(storeKey(id))) {
        co_return KeyPlace::Session;
    }
    if (keyInEnvironment(m_environment, id)) {
        co_return KeyPlace::Environment;
    }
    if (id.isEmpty()) {
        co_return KeyPlace::Nowhere;
    }
    const std::optional<QByteArray> stored = co_await m_secrets.read(storeKey(id), stop);
    co_return stored ? KeyPlace::Keychain : KeyPlace::Nowhere;
}

QCoro::Task<AccessKeys::Stored> AccessKeys::store(AccessKey key, KeepSecret keep, std::stop_token stop) {
    const QString name = storeKey(QString::fromUtf8(key.id));
    Stored before{m_secrets.kept(name), std::nullopt};
    if (keep == KeepSecret::ForThisSession) {
        m_secrets.keep(name, toSecret(key));
        co_return before;
    }
    before.inKeychain = co_await m_secrets.readKeychain(name, stop);
    co_await m_secrets.write(name, toSecret(key), stop);
    co_return before;
}

QCoro::Task<> AccessKeys::putBack(QString id, KeepSecret keep, Stored before, std::stop_token stop) {
    const QString name = storeKey(id);
    if (keep == KeepSecret::InKeychain) {
        if (before.inKeychain) {
            co_await m_secrets.write(name, *before.inKeychain, stop);
        } else {
            co_await m_secrets.remove(name, stop);
        }
    }
    m_secrets.forget(name);
    if (before.inMemory) {
        m_secrets.keep(name, *before.inMemory);
    }
}

QCoro::Task<> AccessKeys::forget(QString id, std::stop_token stop) {
    try {
        co_await m_secrets.remove(storeKey(id), stop);
    } catch (const Error& error) {
        if (error.kind != ErrorKind::KeychainMissing) {
            throw;
        }
    }
}

void AccessKeys::throwIfExpired(const AccessKey& key, const QString& target) const {
    if (key.expires.isValid() && m_clock.now().secsTo(key.expires) < leastRemainingSeconds) {
        throw Error(ErrorKind::AccessKeyExpired, target, key.expires.toUTC().toString(Qt::ISODate));
    }
}

} // namespace miaobu::aliyun
