#pragma once

#include "core/async/error.h"

#include <curl/curl.h>

namespace miaobu {

/// What a transfer with \a host failed of. \a detail is libcurl's own text, which names hosts but never a query or a header.
[[nodiscard]] Error transferError(CURLcode code, const QString& host, const QString& detail);

} // namespace miaobu
