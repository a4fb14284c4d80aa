#include "aliyun/targets.h"

#include "aliyun/emulator_runtime_log.h"
#include "aliyun/target_assembly.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

namespace {

EdgeAddress loopbackEdge(int port) {
    return {"http", port, "127.0.0.1:" + QByteArray::number(port)};
}

// The emulator as the target it stands for.
TargetConfig configOf(const emulator::EmulatorInfo& info) {
    TargetConfig config;
    config.region = info.region;
    config.oss = {info.bucket, info.ossEndpoint};
    config.esa.siteId = info.siteId;
    config.esa.endpoint = info.apiEndpoint;
    config.esa.kvNamespace = info.kvNamespace;
    config.esa.cnameRecordId = info.cnameRecordId;
    config.esa.cnameTarget = info.cnameTarget;
    config.fc.endpoint = info.apiEndpoint;
    // Without a registry program there is nowhere to push to.
    if (!info.registryHost.isEmpty()) {
        config.acr = {info.registryHost, u"miaobu"_s, {}, info.apiEndpoint};
    }
    return config;
}

} // namespace

AliyunTargets::AliyunTargets(
    QString folder, emulator::EmulatorLocation emulator, std::shared_ptr<HttpClient> client, AccessKeys keys)
    : m_folder(std::move(folder)), m_emulator(std::move(emulator)), m_client(std::move(client)),
      m_keys(std::move(keys)) { }

QStringList AliyunTargets::names() const {
    return QStringList(localTargetName) + targetNamesIn(m_folder);
}

QCoro::Task<OpenTarget> AliyunTargets::open(QString name, std::stop_token stop) {
    if (name == localTargetName) {
        const emulator::EmulatorInfo info = co_await emulator::ensureEmulator(m_emulator, stop);
        co_return openEmulator(info);
    }
    const TargetConfig stored = loadTarget(m_folder, name);
    const AccessKey opening = co_await m_keys.find(stored, stop);
    co_return openCloud(stored, opening);
}

OpenTarget AliyunTargets::openCloud(const TargetConfig& config, const AccessKey& key) const {
    const qsizetype colon = config.baseDomain.indexOf(u':');
    EdgeAddress edge;
    Target target{config.name, config.baseDomain.first(colon < 0 ? config.baseDomain.size() : colon), u"https"_s, -1};
    if (colon >= 0) {
        target.scheme = u"http"_s;
        target.port = config.baseDomain.sliced(colon + 1).toInt();
        edge = loopbackEdge(target.port);
    }
    return assembleTarget(target, config, edge, routinePlan(config), {key.id, key.secret, key.token}, m_client);
}

OpenTarget AliyunTargets::openEmulator(const emulator::EmulatorInfo& info) const {
    const Target target{localTargetName, u"localhost"_s, u"http"_s, info.sitePort};
    OpenTarget open = assembleTarget(target, configOf(info), loopbackEdge(info.sitePort),
        localRoutinePlan(target.baseDomain, info.kvNamespace, info.siteId),
        {info.accessKeyId.toUtf8(), info.accessKeySecret.toUtf8(), {}}, m_client);
    open.runtimeLog = std::make_shared<EmulatorRuntimeLog>(m_client, info.apiEndpoint, info.accessKeySecret.toUtf8());
    return open;
}

} // namespace miaobu::aliyun
