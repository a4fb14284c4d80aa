#pragma once

#include "app/screens/common/shown_error.h"

#include <optional>

namespace miaobu::app {

/// What the settings show of this program's registration at one GitHub.
struct OAuthAppView {
    QString host = QStringLiteral("github.com");
    QString clientId; ///< Empty: nobody registered one.
    bool hasSecret = false; ///< In the keychain
    std::optional<ShownError> hostError; ///< There can be no such host.
    std::optional<ShownError> idError; ///< What was entered is no client id.
    std::optional<ShownError> secretError; ///< The keychain did not take it, or did not tell.
};

} // namespace miaobu::app
