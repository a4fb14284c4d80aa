#pragma once

#include "aliyun/emulator/bucket_shelf.h"
#include "aliyun/emulator/credential_book.h"
#include "aliyun/emulator/function_world.h"
#include "aliyun/emulator/kv_store.h"
#include "aliyun/emulator/registry_world.h"
#include "aliyun/emulator/service_fault.h"

#include <QJsonObject>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace miaobu::emulator {

struct EsaState;

/// What the API's actions work on. Handlers run on many threads.
struct ApiWorld {
    KvStore& kv;
    CredentialBook& credentials;
    EsaState& esa;
    BucketShelf& buckets;
    FunctionWorld& functions;
    RegistryWorld& registry;
};

/// The parameters of one call, those of the query and of the form body together.
class ApiParameters {
public:
    ApiParameters(std::map<std::string, std::string> values, Caller caller);

    [[nodiscard]] bool has(const std::string& name) const;
    /// Empty when it was not sent.
    [[nodiscard]] std::string text(const std::string& name) const;
    /// \throws ServiceFault(400 Invalid{Name}) for what is no integer
    [[nodiscard]] long long integer(const std::string& name, long long otherwise) const;
    [[nodiscard]] bool flag(const std::string& name) const;
    /// Who signed the call
    [[nodiscard]] const Caller& caller() const { return m_caller; }

private:
    std::map<std::string, std::string> m_values;
    Caller m_caller;
};

struct ApiParameter {
    std::string_view name;
    bool required = false;
};

/// One action of an RPC service. A new service or group of actions is one more file with one more table of these.
struct ApiAction {
    std::string_view version;
    std::string_view name;
    std::string_view method; ///< Enforced, as the gateway does; "GET|POST" where it takes both
    std::vector<ApiParameter> parameters;
    /// Gives the members of the answer besides RequestId. \throws ServiceFault
    QJsonObject (*run)(ApiWorld&, const ApiParameters&);
};

inline constexpr std::string_view esaVersion = "2024-09-10";
inline constexpr std::string_view enterpriseRegistryVersion = "2018-12-01";
inline constexpr std::string_view alidnsVersion = "2015-01-09";
inline constexpr std::string_view stsVersion = "2015-04-01";

[[nodiscard]] std::vector<ApiAction> certificateActions();
[[nodiscard]] std::vector<ApiAction> hostnameActions();
[[nodiscard]] std::vector<ApiAction> kvActions();
[[nodiscard]] std::vector<ApiAction> kvNamespaceActions();
[[nodiscard]] std::vector<ApiAction> purgeActions();
[[nodiscard]] std::vector<ApiAction> recordActions();
[[nodiscard]] std::vector<ApiAction> routineActions();
[[nodiscard]] std::vector<ApiAction> routineDeploymentActions();
[[nodiscard]] std::vector<ApiAction> routineRecordActions();
[[nodiscard]] std::vector<ApiAction> routineRouteActions();
[[nodiscard]] std::vector<ApiAction> routineUploadActions();
[[nodiscard]] std::vector<ApiAction> routineVersionActions();
[[nodiscard]] std::vector<ApiAction> siteActions();
[[nodiscard]] std::vector<ApiAction> zoneActions();
[[nodiscard]] std::vector<ApiAction> stsActions();
[[nodiscard]] std::vector<ApiAction> enterpriseRegistryActions();

} // namespace miaobu::emulator
