#include "aliyun/emulator/service_fault.h"

#include "aliyun/emulator/json_text.h"

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

std::string ServiceFault::detail(std::string_view name) const {
    for (const auto& [known, value] : details) {
        if (known == name) {
            return value;
        }
    }
    return {};
}

QString logLine(const ServiceFault& fault, const std::string& what, const std::string& requestId) {
    return u"%1 failed with %2 %3: %4 (%5)"_s.arg(
        toQt(what).left(64), QString::number(fault.status), toQt(fault.code), toQt(fault.message), toQt(requestId));
}

} // namespace miaobu::emulator
