#pragma once

#include "core/model/access_key.h"

#include <QProcessEnvironment>
#include <QString>

#include <optional>

namespace miaobu {

/// The key in ALIBABA_CLOUD_ACCESS_KEY_ID, ALIBABA_CLOUD_ACCESS_KEY_SECRET and ALIBABA_CLOUD_SECURITY_TOKEN, where it is the one with this \a id.
/// Where only one of the environment and \a id says an id, that one is taken; nothing where neither does, or without a secret.
[[nodiscard]] std::optional<AccessKey> keyInEnvironment(const QProcessEnvironment& environment, const QString& id);

} // namespace miaobu
