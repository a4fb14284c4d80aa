#pragma once

#include "aliyun/emulator/edge_runner.h"
#include "aliyun/emulator/emulator_info.h"
#include "aliyun/emulator/emulator_options.h"
#include "aliyun/emulator/emulator_state.h"
#include "aliyun/emulator/faults.h"
#include "aliyun/emulator/folder_lock.h"

#include <memory>

namespace miaobu::emulator {

class ApiServer;
class BucketSettings;
class BucketShelf;
class CredentialBook;
class FunctionRunner;
class KvStore;
class MultipartUploads;
class OriginServer;
class OssServer;
class RegistryServer;
class TriggerServers;
struct ApiWorld;
struct EsaState;
struct FunctionWorld;
struct RegistryWorld;

/// An emulator inside this process: `miaobu emulator run` is one, and a test may have its own in a temporary folder.
/// Everything listens on loopback, on ports of its own. It goes on while the object lives; its data stays in the
/// folder.
class Emulator {
public:
    enum class Sites {
        Served, ///< By Node.js, on EmulatorInfo::sitePort
        Left, ///< No Node.js is started, and the site port is 0.
    };

    /// Blocks until everything answers. \throws Error(Conflict, folder) when one runs on the folder, Error(PortTaken,
    /// port), Error(EdgeRuntimeMissing), Error(EmulatorFailed), Error(FileSystem)
    explicit Emulator(const EmulatorOptions& options, Sites sites = Sites::Served);
    ~Emulator();
    Emulator(const Emulator&) = delete;
    Emulator& operator=(const Emulator&) = delete;

    [[nodiscard]] const EmulatorInfo& info() const { return m_info; }
    /// To make calls go wrong, and to see how many there were.
    [[nodiscard]] Faults& faults() { return m_faults; }
    [[nodiscard]] KvStore& kv() { return *m_kv; }
    [[nodiscard]] BucketShelf& buckets() { return *m_buckets; }

private:
    void openRegistry(const std::string& folder);
    void openFunctions(const std::string& folder);
    void serveSites(std::optional<int> wantedPort);
    /// The routine the account has made to answer the site's visitors, or the one that is there from the beginning.
    [[nodiscard]] QByteArray answeringRoutine() const;
    [[nodiscard]] int startRunner(std::optional<int> wantedPort);

    const QString m_folder;
    FolderLock m_lock;
    EmulatorLog m_log;
    EmulatorIdentity m_identity;
    EmulatorInfo m_info;
    Faults m_faults;
    std::unique_ptr<BucketShelf> m_buckets;
    std::unique_ptr<KvStore> m_kv;
    std::unique_ptr<CredentialBook> m_credentials;
    std::unique_ptr<EsaState> m_esa;
    std::unique_ptr<RegistryServer> m_registryServer;
    std::unique_ptr<FunctionWorld> m_functions;
    std::unique_ptr<FunctionRunner> m_functionRunner;
    std::unique_ptr<TriggerServers> m_triggers;
    std::unique_ptr<RegistryWorld> m_registry;
    std::unique_ptr<ApiWorld> m_world;
    std::unique_ptr<BucketSettings> m_bucketSettings;
    std::unique_ptr<MultipartUploads> m_uploads;
    std::unique_ptr<OssServer> m_oss;
    std::unique_ptr<ApiServer> m_api;
    std::unique_ptr<OriginServer> m_origin;
    std::unique_ptr<EdgeRunner> m_runner;
};

} // namespace miaobu::emulator
