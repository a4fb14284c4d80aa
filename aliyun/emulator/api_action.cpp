#include "aliyun/emulator/api_action.h"

#include <algorithm>
#include <array>

namespace miaobu::emulator {

namespace {

constexpr std::array<std::string_view, 12> commonParameters{"Action", "Version", "Format", "RegionId", "AccessKeyId",
    "SecurityToken", "Signature", "SignatureMethod", "SignatureNonce", "SignatureType", "SignatureVersion",
    "Timestamp"};

} // namespace

ApiParameters::ApiParameters(std::map<std::string, std::string> values, Caller caller)
    : m_values(std::move(values)), m_caller(std::move(caller)) { }

bool ApiParameters::has(const std::string& name) const {
    return m_values.contains(name);
}

std::string ApiParameters::text(const std::string& name) const {
    const auto found = m_values.find(name);
    return found == m_values.end() ? std::string() : found->second;
}

long long ApiParameters::integer(const std::string& name, long long otherwise) const {
    // esa-cli sends numbers it does not set as empty texts.
    if (text(name).empty()) {
        return otherwise;
    }
    const auto value = toInteger(text(name));
    if (!value) {
        throw ServiceFault{400, "Invalid" + name, "The specified " + name + " is not an integer."};
    }
    return *value;
}

bool ApiParameters::flag(const std::string& name) const {
    return lowerCase(text(name)) == "true";
}

bool ApiAction::knows(std::string_view parameter) const {
    return isCommonParameter(parameter)
        || std::any_of(parameters.begin(), parameters.end(),
            [parameter](const ApiParameter& known) { return known.name == parameter; });
}

std::vector<ApiAction> apiActions() {
    std::vector<ApiAction> all;
    for (const auto& group : {kvActions(), kvNamespaceActions(), purgeActions(), siteActions(), zoneActions(),
             recordActions(), routineActions(), routineUploadActions(), routineVersionActions(),
             routineDeploymentActions(), routineRouteActions(), routineRecordActions(), hostnameActions(),
             certificateActions(), stsActions(), enterpriseRegistryActions()}) {
        all.insert(all.end(), group.begin(), group.end());
    }
    return all;
}

void checkParameters(const ApiAction& action, const ApiParameters& parameters) {
    for (const ApiParameter& parameter : action.parameters) {
        if (parameter.required && !parameters.has(std::string(parameter.name))) {
            throw ServiceFault{400, "Missing" + std::string(parameter.name),
                std::string(parameter.name) + " is mandatory for this action."};
        }
    }
    for (const auto& [name, value] : parameters.all()) {
        if (!action.knows(name)) {
            throw unknownParameter(name, action.name);
        }
    }
}

ServiceFault unknownParameter(std::string_view parameter, std::string_view action) {
    return {400, "InvalidParameter",
        "The parameter " + std::string(parameter) + " is unknown to " + std::string(action) + "."};
}

bool isCommonParameter(std::string_view name) {
    return std::find(commonParameters.begin(), commonParameters.end(), name) != commonParameters.end();
}

} // namespace miaobu::emulator
