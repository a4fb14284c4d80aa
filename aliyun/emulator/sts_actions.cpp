#include "aliyun/emulator/api_action.h"
#include "aliyun/emulator/json_text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

constexpr long long shortestSession = 900;
constexpr long long longestSession = 3600;
constexpr std::size_t longestPolicy = 2048;

QString typeName(Caller::Kind kind) {
    return kind == Caller::Kind::Account ? u"Account"_s
        : kind == Caller::Kind::RamUser  ? u"RAMUser"_s
                                         : u"AssumedRoleUser"_s;
}

QJsonObject getCallerIdentity(ApiWorld&, const ApiParameters& parameters) {
    const Caller& caller = parameters.caller();
    QJsonObject answer{{u"IdentityType"_s, typeName(caller.kind)}, {u"AccountId"_s, toQt(caller.accountId)},
        {u"Arn"_s, toQt(caller.arn)}, {u"PrincipalId"_s, toQt(caller.principalId)}};
    if (caller.kind == Caller::Kind::AssumedRole) {
        answer.insert(u"RoleId"_s, toQt(caller.roleId));
    } else {
        answer.insert(u"UserId"_s, toQt(caller.userId));
    }
    return answer;
}

/// The name in "acs:ram::{account}:role/{name}".
std::string roleOf(const std::string& arn, const std::string& accountId) {
    const auto parts = split(arn, ':');
    if (parts.size() != 5 || parts[0] != "acs" || parts[1] != "ram" || !parts[2].empty() || parts[3].empty()
        || !parts[4].starts_with("role/") || parts[4].size() == 5) {
        throw ServiceFault{400, "InvalidParameter.RoleArn", "The parameter RoleArn is wrongly formed."};
    }
    if (parts[3] != accountId) {
        throw ServiceFault{
            403, "NoPermission", "You are not authorized to do this action. You should be authorized by RAM."};
    }
    std::string name = lowerCase(parts[4].substr(5));
    return name;
}

std::string sessionOf(const ApiParameters& parameters) {
    std::string name = parameters.text("RoleSessionName");
    const bool allowed = std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || std::string_view(".@-_=").find(c) != std::string_view::npos;
    });
    if (!allowed || name.size() < 2 || name.size() > 64) {
        throw ServiceFault{400, "InvalidParameter.RoleSessionName", "The parameter RoleSessionName is wrongly formed."};
    }
    return name;
}

QJsonObject assumeRole(ApiWorld& world, const ApiParameters& parameters) {
    if (parameters.caller().kind == Caller::Kind::Account) {
        throw ServiceFault{403, "NoPermission", "Roles may not be assumed by root accounts."};
    }
    const std::string role = roleOf(parameters.text("RoleArn"), world.credentials.accountId());
    const std::string session = sessionOf(parameters);
    const long long duration = parameters.integer("DurationSeconds", longestSession);
    if (duration < shortestSession || duration > longestSession) {
        throw ServiceFault{
            400, "InvalidParameter.DurationSeconds", "The Min/Max value of DurationSeconds is 15min/1hr."};
    }
    if (parameters.text("Policy").size() > longestPolicy) {
        throw ServiceFault{400, "InvalidParameter.PolicySize", "The size of Policy must be smaller than 2048 bytes."};
    }
    if (parameters.has("Policy") && jsonObject(parameters.text("Policy")).isEmpty()) {
        throw ServiceFault{400, "InvalidParameter.PolicyGrammar", "The parameter Policy has not passed grammar check."};
    }
    const TemporaryKey key = world.credentials.assumeRole(role, session, std::chrono::seconds(duration));
    const Caller caller = world.credentials.roleCaller(role, session);
    return {
        {u"Credentials"_s,
            QJsonObject{{u"AccessKeyId"_s, toQt(key.accessKeyId)}, {u"AccessKeySecret"_s, toQt(key.accessKeySecret)},
                {u"SecurityToken"_s, toQt(key.token)}, {u"Expiration"_s, toQt(isoDate(key.expires))}}},
        {u"AssumedRoleUser"_s,
            QJsonObject{{u"Arn"_s, toQt("acs:ram::" + world.credentials.accountId() + ":role/" + role + "/" + session)},
                {u"AssumedRoleId"_s, toQt(caller.principalId)}}}};
}

} // namespace

std::vector<ApiAction> stsActions() {
    return {
        {stsVersion, "GetCallerIdentity", "POST|GET", {}, getCallerIdentity},
        {stsVersion, "AssumeRole", "POST|GET",
            {{"RoleArn", true}, {"RoleSessionName", true}, {"DurationSeconds"}, {"Policy"}, {"ExternalId"},
                {"SourceIdentity"}},
            assumeRole},
    };
}

} // namespace miaobu::emulator
