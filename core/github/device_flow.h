#pragma once

#include "core/github/oauth_exchange.h"
#include "core/ports/clock.h"

#include <QUrl>

#include <chrono>
#include <functional>

namespace miaobu {

/// A code for a person to enter on GitHub's page (RFC 8628).
struct DeviceCode {
    QString userCode; ///< "WDJB-MJHT"
    QUrl page; ///< Always on the host itself.
    QDateTime expiresAt; ///< UTC
    std::chrono::seconds interval{5};
    QByteArray deviceCode; ///< Secret: who has it gets the token.
};

/// What a sign-in asks GitHub for.
inline const QByteArray signInScopes = QByteArrayLiteral("repo read:user user:email");

/// Waits, in the program by sleepFor(); a test has no time for that.
using Pause = std::function<QCoro::Task<>(std::chrono::milliseconds, std::stop_token)>;

/// What a device sign-in works with. The clock outlives it.
struct DeviceFlow {
    std::shared_ptr<HttpClient> http;
    GitHubHost host;
    QString clientId;
    const Clock* clock = nullptr;
    Pause pause;
};

/// Asks for a code. \throws Error(ClientIdMissing), (SignInUnavailable), (SignInMisconfigured), (MalformedResponse) and what postForm() throws
QCoro::Task<DeviceCode> beginDeviceSignIn(DeviceFlow flow, std::stop_token stop);

/// Asks again and again whether the person has allowed it, as often as GitHub wants; failures of the network only make it wait longer.
/// \throws Error(SignInExpired) also after the computer slept too long, (SignInDenied), (SignInClockFast), (SignInUnavailable),
/// (SignInMisconfigured), (Redirected), (Cancelled)
QCoro::Task<AccountToken> awaitDeviceSignIn(DeviceFlow flow, DeviceCode code, std::stop_token stop);

} // namespace miaobu
