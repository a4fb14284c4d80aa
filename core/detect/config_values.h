#pragma once

#include "core/detect/config_value.h"
#include "core/detect/javascript_tokens.h"

#include <QHash>

namespace miaobu {

/// Every property of every object literal in \a tokens, and every assignment to a property outside of functions
/// ("config.output = …"). \a constants are names whose text is known.
[[nodiscard]] QList<ConfigValue> configValues(
    const QList<JavaScriptToken>& tokens, const QHash<QString, QString>& constants);

} // namespace miaobu
