#include "aliyun/targets.h"
#include "core/async/error.h"

#include <algorithm>
#include <exception>

using namespace Qt::StringLiterals;

// How targets are kept; how they are opened is in targets.cpp.
namespace miaobu::aliyun {

namespace {

/// The key's id of a stored target; empty where the file cannot be read.
QString accessKeyIdOf(const QString& folder, const QString& name) {
    try {
        return loadTarget(folder, name).accessKeyId;
    } catch (const Error&) {
        return {};
    }
}

TargetConfig checked(TargetConfig config, const AccessKey& key) {
    const QString id = QString::fromUtf8(key.id);
    if (id.isEmpty() || (!config.accessKeyId.isEmpty() && config.accessKeyId != id)) {
        throw Error(ErrorKind::InvalidInput, u"accessKeyId"_s, u"the id of the key that was given is expected"_s);
    }
    if (key.secret.isEmpty()) {
        throw Error(ErrorKind::InvalidInput, u"accessKeySecret"_s, u"it is empty"_s);
    }
    config.accessKeyId = id;
    return targetConfigFromJson(toJson(config));
}

} // namespace

TargetConfig AliyunTargets::config(const QString& name) const {
    return loadTarget(m_folder, name);
}

QCoro::Task<AccessKey> AliyunTargets::key(QString name, std::stop_token stop) {
    return m_keys.find(loadTarget(m_folder, name), stop);
}

QCoro::Task<KeyPlace> AliyunTargets::placeOfKey(QString name, std::stop_token stop) {
    return m_keys.place(loadTarget(m_folder, name), stop);
}

QCoro::Task<> AliyunTargets::put(TargetConfig config, AccessKey key, KeepSecret keep, std::stop_token stop) {
    const TargetConfig wanted = checked(config, key);
    m_keys.throwIfExpired(key, wanted.name);
    const QString idBefore = accessKeyIdOf(m_folder, wanted.name);
    const AccessKeys::Stored before = co_await m_keys.store(key, keep, stop);
    std::exception_ptr failure;
    try {
        saveTarget(m_folder, wanted);
    } catch (...) {
        failure = std::current_exception();
    }
    const std::stop_token unstoppable;
    if (failure) {
        co_await m_keys.putBack(wanted.accessKeyId, keep, before, unstoppable);
        std::rethrow_exception(failure);
    }
    if (!idBefore.isEmpty() && idBefore != wanted.accessKeyId && !isKeyShared(idBefore, wanted.name)) {
        co_await m_keys.forget(idBefore, unstoppable);
    }
}

void AliyunTargets::update(const TargetConfig& config) {
    (void)loadTarget(m_folder, config.name);
    saveTarget(m_folder, config);
}

QCoro::Task<> AliyunTargets::forgetKey(QString name, std::stop_token stop) {
    return m_keys.forget(loadTarget(m_folder, name).accessKeyId, stop);
}

QCoro::Task<> AliyunTargets::remove(QString name, std::stop_token stop) {
    if (!targetNamesIn(m_folder).contains(name)) {
        (void)loadTarget(m_folder, name);
    }
    const QString id = accessKeyIdOf(m_folder, name);
    if (!id.isEmpty() && !isKeyShared(id, name)) {
        co_await m_keys.forget(id, stop);
    }
    removeTargetFile(m_folder, name);
}

bool AliyunTargets::isKeyShared(const QString& accessKeyId, const QString& exceptName) const {
    const QStringList names = targetNamesIn(m_folder);
    return std::ranges::any_of(
        names, [&](const QString& name) { return name != exceptName && accessKeyIdOf(m_folder, name) == accessKeyId; });
}

} // namespace miaobu::aliyun
