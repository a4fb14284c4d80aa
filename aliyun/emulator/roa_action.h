#pragma once

#include "aliyun/emulator/api_action.h"
#include "aliyun/emulator/request.h"

#include <functional>
#include <map>

namespace miaobu::emulator {

/// One call of a ROA service: what the path names, the query, and the body, which is a JSON object.
struct RoaCall {
    ApiWorld& world;
    const Request& request;
    Caller caller;
    std::map<std::string, std::string> names; ///< "functionName" of "/functions/{functionName}", decoded
    QJsonObject body; ///< Empty when none was sent

    [[nodiscard]] const std::string& name(const std::string& placeholder) const { return names.at(placeholder); }
    [[nodiscard]] std::string query(std::string_view parameter) const;
    /// \throws ServiceFault(400 InvalidArgument) for what is no integer of that range
    [[nodiscard]] long long integer(
        std::string_view parameter, long long otherwise, long long lowest, long long highest) const;
};

struct RoaAnswer {
    QJsonObject body;
    int status = 200; ///< 204 has no body.
};

/// One action of a ROA service. A new service or group of actions is one more file with one more table of these.
struct RoaAction {
    std::string_view version;
    std::string_view name;
    std::string_view method;
    std::string_view path; ///< "/2023-03-30/functions/{functionName}"
    /// What its query may hold besides isCommonParameter(); anything else is refused. Members of the body that nobody knows are dropped.
    std::vector<std::string_view> query;
    /// \throws ServiceFault
    RoaAnswer (*run)(const RoaCall&);

    /// Whether the query may hold a parameter of that name.
    [[nodiscard]] bool knows(std::string_view parameter) const;
};

/// The ROA actions there are, of all services.
[[nodiscard]] std::vector<RoaAction> roaActions();

inline constexpr std::string_view functionVersion = "2023-03-30";
inline constexpr std::string_view personalRegistryVersion = "2016-06-07";

[[nodiscard]] std::vector<RoaAction> functionActions();
[[nodiscard]] std::vector<RoaAction> triggerActions();
[[nodiscard]] std::vector<RoaAction> functionVersionActions();
[[nodiscard]] std::vector<RoaAction> functionScalingActions();
[[nodiscard]] std::vector<RoaAction> customDomainActions();
[[nodiscard]] std::vector<RoaAction> personalRegistryActions();

/// The ROA actions there are. Not changed after it was made, so any thread may ask it.
class RoaActions {
public:
    RoaActions();

    /// Whether \a version is one of a ROA service.
    [[nodiscard]] bool knows(std::string_view version) const;
    /// The action a request asks for by its version, method and path, if there is one.
    [[nodiscard]] const RoaAction* find(const Request& request) const;
    /// \throws ServiceFault(InvalidAction.NotFound, UnsupportedHTTPMethod) where find() gives nothing.
    [[nodiscard]] const RoaAction& at(const Request& request) const;

private:
    const std::vector<RoaAction> m_actions;
};

/// \throws ServiceFault of the action, unknownParameter(), and 400 InvalidArgument for a body that is no JSON object
[[nodiscard]] RoaAnswer runRoaAction(
    const RoaAction& action, ApiWorld& world, const Request& request, const std::string& body, Caller caller);
/// An answer as the service of \a version writes it.
[[nodiscard]] QJsonObject roaAnswerObject(
    const RoaAnswer& answer, std::string_view version, const std::string& requestId);
/// An error as the service of \a version writes it.
[[nodiscard]] QJsonObject roaFaultObject(
    const ServiceFault& fault, std::string_view version, const std::string& requestId);

/// A page of a listing: what follows "nextToken", at most "limit" (1 to 100, 20 when left out).
struct RoaPage {
    std::vector<QJsonObject> records;
    std::string nextToken; ///< Empty on the last page
};
[[nodiscard]] RoaPage pageOf(const RoaCall& call, const std::vector<std::pair<std::string, QJsonObject>>& records);

[[nodiscard]] inline ServiceFault invalidArgument(std::string message) {
    return {400, "InvalidArgument", std::move(message)};
}

} // namespace miaobu::emulator
