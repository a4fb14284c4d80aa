#pragma once

#include "core/github/device_flow.h"
#include "core/github/oauth_app.h"

#include <QUrl>

#include <functional>

namespace miaobu {

/// What a browser sign-in works with. The clock outlives it.
struct BrowserFlow {
    std::shared_ptr<HttpClient> http;
    GitHubHost host;
    OAuthApp app;
    const Clock* clock = nullptr;
    std::function<void(const QUrl&)> open; ///< Shows the page to the person.
    std::chrono::milliseconds patience = std::chrono::minutes(5);
    /// What the browser shows at the end, as HTML; of a person's language.
    QByteArray donePage = QByteArrayLiteral("<!doctype html><title>Miaobu</title><p>Done.");
};

/// Signs in through the browser (RFC 8252): GitHub sends it back to a port of this computer that only this program listens to, with the state
/// that only this program knows, and the code it brings is of use to nobody else (PKCE, RFC 7636).
/// \throws Error(ClientIdMissing), (SignInDenied), (Timeout), (PortTaken), (SignInMisconfigured), (Cancelled) and what postForm() throws
QCoro::Task<AccountToken> signInByBrowser(BrowserFlow flow, std::stop_token stop);

} // namespace miaobu
