#pragma once

#include "app/screens/project/project_state.h"

namespace miaobu::app {

/// What the log tab says where there is no line to show.
struct EmptyLogWords {
    QString title;
    QString text;

    bool operator==(const EmptyLogWords&) const = default;
};

/// \a file: where the log of the shown deployment is kept; \a exists: whether it is there.
[[nodiscard]] EmptyLogWords emptyLogWords(const LogState& state, const QString& file, bool exists);

/// What a person sends to somebody who shall help: which deployment failed of what, and the end of its log.
[[nodiscard]] QString helpText(const LogState& state, const LogLines& lines);

} // namespace miaobu::app
