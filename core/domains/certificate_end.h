#pragma once

#include "core/model/custom_domain.h"

namespace miaobu {

/// For how many days before its end a certificate is warned of: the cloud renews it by itself well before that.
inline constexpr int certificateWarningDays = 21;

/// Whether the certificate of \a domain ends within \a days from \a now on, or has ended.
[[nodiscard]] inline bool isCertificateEnding(
    const CustomDomain& domain, const QDateTime& now, int days = certificateWarningDays) {
    return domain.certificateExpiry.isValid() && now.daysTo(domain.certificateExpiry) <= days;
}

} // namespace miaobu
