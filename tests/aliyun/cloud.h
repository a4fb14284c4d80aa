#pragma once

#include "aliyun/access_keys.h"
#include "aliyun/emulator/emulator.h"
#include "aliyun/esa_edge_router.h"
#include "aliyun/oss_object_store.h"
#include "aliyun/wire/esa_actions.h"
#include "core/async/error.h"
#include "core/secrets/keychain.h"
#include "core/secrets/session_secrets.h"
#include "tests/support/await.h"

#include <QTemporaryDir>

namespace miaobu::test {

/// A cloud of the test's own, whose faults it programs.
class Cloud {
public:
    explicit Cloud(emulator::Emulator::Sites sites = emulator::Emulator::Sites::Left)
        : emulator({folder.path(), std::nullopt}, sites) {
        policy.firstDelay = std::chrono::milliseconds(1);
        keys = {emulator.info().accessKeyId.toUtf8(), emulator.info().accessKeySecret.toUtf8(), {}};
    }

    [[nodiscard]] aliyun::OssObjectStore store(
        std::shared_ptr<aliyun::ServerClock> clock = std::make_shared<aliyun::ServerClock>()) const {
        const emulator::EmulatorInfo& info = emulator.info();
        return aliyun::OssObjectStore(
            {client, aliyun::ossBucket(info.ossEndpoint, info.bucket, info.region), keys, policy, clock});
    }
    [[nodiscard]] aliyun::EsaEdgeRouter router(
        std::shared_ptr<aliyun::ServerClock> clock = std::make_shared<aliyun::ServerClock>()) const {
        const emulator::EmulatorInfo& info = emulator.info();
        aliyun::RpcClient esa(
            client, {aliyun::endpointOf(info.apiEndpoint), "esa", aliyun::esaVersion}, keys, policy, clock);
        return {esa, client, info.kvNamespace.toUtf8(), info.siteId,
            {"http", info.sitePort, "127.0.0.1:" + QByteArray::number(info.sitePort)}};
    }
    /// How often \a action was called.
    [[nodiscard]] int calls(const std::string& action) { return emulator.faults().counts()[action].calls; }

    QTemporaryDir folder;
    emulator::Emulator emulator;
    std::shared_ptr<HttpClient> client = std::make_shared<HttpClient>();
    aliyun::Credentials keys;
    RetryPolicy policy;
};

/// What \a task failed of; Internal "no failure" when it did not.
template <typename T> Error failureOf(QCoro::Task<T> task) {
    try {
        await(std::move(task));
    } catch (const Error& error) {
        return error;
    }
    return Error(ErrorKind::Internal, QStringLiteral("no failure"));
}

/// Keys without a keychain that could be asked for them.
struct Keys {
    explicit Keys(QProcessEnvironment itsEnvironment = {}) : environment(std::move(itsEnvironment)) { }

    Keychain keychain;
    SessionSecrets secrets{keychain};
    SystemClock clock;
    QProcessEnvironment environment;

    [[nodiscard]] aliyun::AccessKeys keys() { return {secrets, clock, environment}; }
};

/// A clock that is \a hours wrong.
class WrongClock final : public Clock {
public:
    explicit WrongClock(int hours) : m_hours(hours) { }
    [[nodiscard]] QDateTime now() const override { return QDateTime::currentDateTimeUtc().addSecs(m_hours * 3600); }

private:
    int m_hours;
};

} // namespace miaobu::test
