#pragma once

#include "core/ports/domain_host.h"

#include <QJsonObject>

namespace miaobu::aliyun {

/// What ESA says of a custom hostname, in a list or alone. Certificate and private key, should they be there, are left alone.
/// \throws Error(MalformedResponse) for one without an id
[[nodiscard]] CustomHostname customHostnameFromJson(const QJsonObject& json);

} // namespace miaobu::aliyun
