#pragma once

#include <QByteArray>

namespace miaobu {

/// The file of trusted certificates: SSL_CERT_FILE, CURL_CA_BUNDLE, or the first of the places where distributions keep it.
/// Empty when none is readable: libcurl then uses what it was built with.
[[nodiscard]] QByteArray findCaBundle();

} // namespace miaobu
