#include "aliyun/targets.h"

#include "aliyun/esa_edge_router.h"
#include "aliyun/oss_object_store.h"
#include "aliyun/routine/esa_routine_host.h"
#include "aliyun/wire/esa_actions.h"
#include "core/async/error.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

namespace {

struct Parts {
    QUrl ossEndpoint;
    QString bucket;
    QString region;
    QUrl esaEndpoint;
    QString kvNamespace;
    qint64 siteId = 0;
    EdgeAddress edge;
    RoutinePlan routine;
};

OpenTarget assemble(
    Target target, const Parts& parts, const Credentials& credentials, const std::shared_ptr<HttpClient>& client) {
    const auto clock = std::make_shared<ServerClock>();
    const RetryPolicy policy;
    OssClient oss(client, ossBucket(parts.ossEndpoint, parts.bucket, parts.region), credentials, policy, clock);
    RpcClient esa(client, {endpointOf(parts.esaEndpoint), "esa", esaVersion}, credentials, policy, clock);
    return {.target = std::move(target),
        .objects = std::make_shared<OssObjectStore>(std::move(oss)),
        .router = std::make_shared<EsaEdgeRouter>(esa, client, parts.kvNamespace.toUtf8(), parts.siteId, parts.edge),
        .routine = std::make_shared<EsaRoutineHost>(esa, client, policy, parts.routine)};
}

EdgeAddress loopbackEdge(int port) {
    return {"http", port, "127.0.0.1:" + QByteArray::number(port)};
}

Parts partsOf(const TargetConfig& config) {
    return {config.oss.endpoint, config.oss.bucket, config.region, config.esa.endpoint, config.esa.kvNamespace,
        config.esa.siteId, {}, routinePlan(config)};
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
    Parts parts = partsOf(config);
    Target target{config.name, config.baseDomain.first(colon < 0 ? config.baseDomain.size() : colon), u"https"_s, -1};
    if (colon >= 0) {
        target.scheme = u"http"_s;
        target.port = config.baseDomain.sliced(colon + 1).toInt();
        parts.edge = loopbackEdge(target.port);
    }
    return assemble(target, parts, {key.id, key.secret, key.token}, m_client);
}

OpenTarget AliyunTargets::openEmulator(const emulator::EmulatorInfo& info) const {
    const Target target{localTargetName, u"localhost"_s, u"http"_s, info.sitePort};
    const Parts parts{info.ossEndpoint, info.bucket, info.region, info.apiEndpoint, info.kvNamespace, info.siteId,
        loopbackEdge(info.sitePort), localRoutinePlan(u"localhost"_s, info.kvNamespace, info.siteId)};
    return assemble(target, parts, {info.accessKeyId.toUtf8(), info.accessKeySecret.toUtf8(), {}}, m_client);
}

} // namespace miaobu::aliyun
