#pragma once

#include "aliyun/emulator/encoding.h"

#include <QString>

#include <string>

namespace miaobu::emulator {

/// A request refused the way the service refuses it. Thrown by handlers; each server writes it in its own form (XML,
/// JSON).
struct ServiceFault {
    int status = 400;
    std::string code;
    std::string message;
    Fields details{}; ///< Further elements of an OSS error, for example EC or StringToSign; AuthAction of a denial

    /// Empty when there is none of that name.
    [[nodiscard]] std::string detail(std::string_view name) const;
};

/// What the emulator's log says of a fault of its own.
[[nodiscard]] QString logLine(const ServiceFault& fault, const std::string& what, const std::string& requestId);

} // namespace miaobu::emulator
