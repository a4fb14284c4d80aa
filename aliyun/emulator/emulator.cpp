#include "aliyun/emulator/emulator.h"

#include "aliyun/emulator/api_server.h"
#include "aliyun/emulator/digest.h"
#include "aliyun/emulator/json_text.h"
#include "aliyun/emulator/loopback_port.h"
#include "aliyun/emulator/node_program.h"
#include "aliyun/emulator/origin_server.h"
#include "aliyun/emulator/oss_server.h"
#include "aliyun/emulator/registry_server.h"
#include "aliyun/emulator/routine_state.h"
#include "aliyun/emulator/trigger_servers.h"
#include "core/async/error.h"
#include "edge/routine.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>

#include <filesystem>
#include <thread>

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

const QString bucketName = u"miaobu"_s;
const QString namespaceName = u"miaobu"_s;
const QString baseDomain = u"localhost"_s;
constexpr qint64 siteId = 100'000'001;
constexpr int portsTried = 200;

/// The Node.js of an emulator that was killed notices it and ends, but not at once; its sites shall keep their address.
void waitForPort(int port) {
    QElapsedTimer timer;
    timer.start();
    while (!isPortFree(port) && !timer.hasExpired(3'000)) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
}

AccountKeys keysOf(const EmulatorIdentity& identity) {
    return {toStd(identity.accountId), {toStd(identity.accessKeyId), toStd(identity.accessKeySecret)},
        {toStd(identity.rootKeyId), toStd(identity.rootKeySecret)}};
}

QUrl loopback(int port) {
    return QUrl(u"http://127.0.0.1:%1"_s.arg(port));
}

} // namespace

Emulator::Emulator(const EmulatorOptions& options, Sites sites)
    : m_folder(options.folder), m_lock(m_folder), m_log(m_folder) {
    const bool crashed = readState(m_folder).has_value();
    removeState(m_folder);
    m_identity = openIdentity(m_folder);
    if (crashed) {
        waitForPort(m_identity.sitePort);
    }
    const std::string folder = QFile::encodeName(m_folder).toStdString();
    m_buckets = std::make_unique<BucketShelf>(folder + "/oss");
    m_buckets->create(toStd(bucketName));
    m_kv = std::make_unique<KvStore>(folder + "/kv");
    m_kv->createNamespace(toStd(namespaceName), {});
    m_credentials = std::make_unique<CredentialBook>(keysOf(m_identity), folder + "/sts");
    m_esa = std::make_unique<EsaState>(folder + "/esa", siteId, toStd(baseDomain));
    openRegistry(folder + "/cr");
    openFunctions(folder + "/fc");
    m_world = std::make_unique<ApiWorld>(*m_kv, *m_credentials, *m_esa, *m_buckets, *m_functions, *m_registry);
    m_bucketSettings = std::make_unique<BucketSettings>(folder + "/oss-settings");
    m_uploads = std::make_unique<MultipartUploads>(folder + "/oss-parts");
    m_oss = std::make_unique<OssServer>(
        OssWorld{*m_buckets, *m_bucketSettings, *m_uploads, *m_credentials, m_esa->uploads}, m_faults, m_log);
    m_esa->uploads.setEndpoint("http://127.0.0.1:" + std::to_string(m_oss->port()));
    m_api = std::make_unique<ApiServer>(*m_world, m_faults, m_log);
    m_info = {QCoreApplication::applicationPid(), loopback(m_oss->port()), loopback(m_api->port()), bucketName,
        namespaceName, siteId, m_identity.accessKeyId, m_identity.accessKeySecret, toQt(m_credentials->region()), 0,
        m_identity.accountId, m_registryServer ? toQt(m_registryServer->host()) : QString()};
    const QJsonObject record = visitorsRecord(*m_esa, siteId);
    m_info.cnameRecordId = record.value(u"RecordId"_s).toInteger();
    m_info.cnameTarget = record.value(u"RecordCname"_s).toString();
    if (sites == Sites::Served) {
        serveSites(options.sitePort);
    }
    writeState(m_folder, m_info);
    m_log.write(u"Started: objects %1, services %2, sites on port %3."_s.arg(
        m_info.ossEndpoint.toString(), m_info.apiEndpoint.toString(), QString::number(m_info.sitePort)));
}

Emulator::~Emulator() {
    // What ends takes its time, and whoever comes in it waits for the next one.
    removeState(m_folder);
    // Nobody shall wait for a function that will not come any more.
    m_functionRunner->end();
    m_log.write(u"Ended."_s);
}

void Emulator::openRegistry(const std::string& folder) {
    m_registry = std::make_unique<RegistryWorld>(folder);
    const QString program = RegistryServer::findProgram();
    if (program.isEmpty()) {
        return;
    }
    if (m_identity.registryPort == 0 || !isPortFree(m_identity.registryPort)) {
        m_identity.registryPort = anyFreePort();
        saveIdentity(m_folder, m_identity);
    }
    m_registryServer = std::make_unique<RegistryServer>(program, folder + "/registry", m_identity.registryPort);
    m_registry->server = m_registryServer.get();
}

void Emulator::openFunctions(const std::string& folder) {
    m_functions = std::make_unique<FunctionWorld>(folder);
    for (const char* part : {"/logs", "/code"}) {
        std::filesystem::create_directories(folder + part);
    }
    const auto copyObject = [this](const std::string& bucket, const std::string& key, const std::string& file) {
        const auto found = m_buckets->find(bucket);
        const auto object = found ? found->open(key) : std::nullopt;
        return object && copyObjectTo(*object, file);
    };
    const auto loginFor = [server = m_registryServer.get()](const std::string& host) {
        return server != nullptr && server->host() == host ? std::optional(server->ownLogin()) : std::nullopt;
    };
    m_functionRunner = std::make_unique<FunctionRunner>(*m_functions,
        FunctionHome{folder + "/logs", folder + "/code", sha256Hex(folder).substr(0, 8), m_credentials->accountId(),
            m_credentials->region(), loginFor, copyObject},
        m_log);
    m_triggers = std::make_unique<TriggerServers>(*m_functions, *m_functionRunner, *m_credentials);
    m_functions->runner = m_functionRunner.get();
    m_functions->servers = m_triggers.get();
}

void Emulator::serveSites(std::optional<int> wantedPort) {
    const QString node = findNodeProgram();
    const QString originKey = toQt(randomHex(32));
    m_origin = std::make_unique<OriginServer>(toStd(originKey), *m_buckets, *m_kv);
    const EdgeSettings settings{m_folder + u"/edge"_s, edge::runnerSource(), answeringRoutine(),
        loopback(m_origin->port()), originKey, bucketName, namespaceName};
    m_runner = std::make_unique<EdgeRunner>(node, settings, m_log);
    const std::lock_guard lock(m_esa->mutex);
    m_esa->routinesChanged = [this] {
        // The change comes from a service's thread; the runner lives on ours.
        QMetaObject::invokeMethod(
            m_runner.get(), [this, source = answeringRoutine()] { m_runner->replaceRoutine(source); },
            Qt::QueuedConnection);
    };
    m_info.sitePort = startRunner(wantedPort);
    if (m_info.sitePort != m_identity.sitePort && !wantedPort) {
        m_identity.sitePort = m_info.sitePort;
        saveIdentity(m_folder, m_identity);
    }
}

QByteArray Emulator::answeringRoutine() const {
    const auto published = answeringCode(*m_esa);
    return published ? QByteArray::fromStdString(*published)
                     : edge::routineSource(edge::localRoutineConfig(baseDomain, namespaceName));
}

int Emulator::startRunner(std::optional<int> wantedPort) {
    const int first = wantedPort.value_or(m_identity.sitePort);
    const int last = wantedPort ? first : first + portsTried;
    for (int port = first; port <= last; ++port) {
        if (!isPortFree(port)) {
            continue;
        }
        try {
            return m_runner->start(port);
        } catch (const Error& error) {
            if (error.kind != ErrorKind::PortTaken) {
                throw;
            }
        }
    }
    throw Error(ErrorKind::PortTaken, QString::number(first));
}

} // namespace miaobu::emulator
