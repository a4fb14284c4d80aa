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
    [[nodiscard]] const std::map<std::string, std::string>& all() const { return m_values; }
    /// Who signed the call
    [[nodiscard]] const Caller& caller() const { return m_caller; }

private:
    std::map<std::string, std::string> m_values;
    Caller m_caller;
};

/// A parameter that an action knows. The real services' lists are kept whole, because what an action does not know is refused; so not
/// every one does something here, and one that does not is accepted and left alone.
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

    /// Whether a call may bring a parameter of that name: one of its own, or one that any call may bring as the older signatures do
    /// ("Action", "RegionId").
    [[nodiscard]] bool knows(std::string_view parameter) const;
};

/// The RPC actions there are, of all services.
[[nodiscard]] std::vector<ApiAction> apiActions();

/// \throws ServiceFault(400 Missing{Name}) for a mandatory one that was not sent, and unknownParameter()
void checkParameters(const ApiAction& action, const ApiParameters& parameters);
/// 400 InvalidParameter: "The parameter {parameter} is unknown to {action}."
[[nodiscard]] ServiceFault unknownParameter(std::string_view parameter, std::string_view action);
/// Whether any call may bring it, whatever its action.
[[nodiscard]] bool isCommonParameter(std::string_view name);

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
