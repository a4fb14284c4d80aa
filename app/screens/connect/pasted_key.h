#pragma once

#include "core/model/access_key.h"

#include <QString>

#include <optional>

namespace miaobu::app {

/// The access key in a text that holds more than one of its parts: the console's CSV file, "export ALIBABA_CLOUD_…=" lines, an answer of STS or
/// a profile of the aliyun program as JSON, or the words of the console's dialog. Nothing where there is no secret with an id.
[[nodiscard]] std::optional<AccessKey> readPastedKey(const QString& text);

} // namespace miaobu::app
