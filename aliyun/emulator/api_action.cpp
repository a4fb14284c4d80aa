#include "aliyun/emulator/api_action.h"

namespace miaobu::emulator {

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

} // namespace miaobu::emulator
