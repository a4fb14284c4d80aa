#pragma once

#include "app/screens/common/shown_error.h"
#include "core/model/access_key.h"
#include "core/model/github_account.h"

#include <QUrl>

#include <optional>

namespace miaobu::app {

/// What the page of the GitHub accounts shows.
struct GitHubState {
    enum class Step {
        Choose, ///< Who is signed in, and the ways to sign in.
        Asking, ///< GitHub is asked for something.
        Code, ///< A code waits to be entered on GitHub's page.
        Browser, ///< The browser is somewhere else.
    };

    Step step = Step::Choose;
    QList<GitHubAccount> accounts;
    QString host = QStringLiteral("github.com");
    bool canUseCode = false; ///< A client id is known for the host.
    bool canUseBrowser = false; ///< And a secret.
    bool leadsBack = false; ///< To the new project that waits for it.
    KeepSecret keep = KeepSecret::InKeychain;
    QString userCode;
    QUrl page; ///< Where the code is entered, or what the browser shows.
    QDateTime expiresAt; ///< Of the code, UTC
    QUrl revocation; ///< Where a token has to be revoked by hand; empty: nothing is left.
    std::optional<ShownError> error;
};

} // namespace miaobu::app
