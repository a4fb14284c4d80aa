#pragma once

#include "aliyun/wire/service_fault.h"
#include "core/async/error.h"

namespace miaobu::aliyun {

/// What a service's code means for this program.
struct FaultMeaning {
    ErrorKind kind;
    bool retryable;

    bool operator==(const FaultMeaning&) const = default;
};

/// By the code, for some products by the text as well, and by \a status where the code is not known.
[[nodiscard]] FaultMeaning meaningOf(const ServiceFault& fault, int status);

} // namespace miaobu::aliyun
