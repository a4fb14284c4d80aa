#include "core/github/device_flow.h"

#include "core/async/cancel.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace miaobu {

namespace {

/// How long is waited between two questions. A timer that fires early would be told to slow down, again and again.
class Rhythm {
public:
    explicit Rhythm(std::chrono::seconds interval) : m_interval(interval) { }

    [[nodiscard]] std::chrono::milliseconds next() const {
        const double margin = m_slowDowns == 0 ? 1.2 : 1.4;
        const auto pause
            = std::chrono::milliseconds(static_cast<qint64>(1000.0 * margin * static_cast<double>(m_interval.count())));
        const auto backedOff = pause * (qint64{1} << std::min(m_failures, 5));
        return std::min<std::chrono::milliseconds>(backedOff, std::max<std::chrono::milliseconds>(pause, 60s));
    }
    void answered() { m_failures = 0; }
    void failed() { ++m_failures; }
    /// \returns whether it makes sense to go on
    [[nodiscard]] bool slowDown(const OAuthAnswer& answer) {
        m_interval = std::chrono::seconds(
            std::clamp<qint64>(answer.seconds(u"interval"_s, m_interval.count() + 5), m_interval.count(), 300));
        return ++m_slowDowns < 2;
    }

private:
    std::chrono::seconds m_interval;
    int m_slowDowns = 0;
    int m_failures = 0;
};

/// What one question was answered; nothing where network or server failed, which passes.
struct Polled {
    std::optional<OAuthAnswer> answer;
};

bool passes(const Error& error) {
    switch (error.kind) {
    case ErrorKind::Cancelled:
    case ErrorKind::Redirected:
    case ErrorKind::InvalidInput:
    case ErrorKind::Internal:
        return false;
    default:
        return true;
    }
}

QCoro::Task<Polled> poll(DeviceFlow flow, QByteArray deviceCode, std::stop_token stop) {
    Polled polled;
    const FormFields fields{{"client_id", flow.clientId.toUtf8()}, {"device_code", deviceCode},
        {"grant_type", "urn:ietf:params:oauth:grant-type:device_code"}};
    try {
        polled.answer = co_await postForm(flow.http, flow.host, "/login/oauth/access_token", fields, stop);
    } catch (const Error& error) {
        if (!passes(error)) {
            throw;
        }
    }
    // Half an answer, or a page of something in between, says nothing either.
    if (polled.answer && polled.answer->fields.isEmpty()) {
        polled.answer.reset();
    }
    co_return polled;
}

/// GitHub's page, unless it leads elsewhere.
QUrl pageIn(const OAuthAnswer& answer, const GitHubHost& host) {
    const QByteArray said = answer.fields.value(u"verification_uri"_s).toUtf8();
    const QByteArray page = originOf(said) == originOf(host.web) ? said : host.web + "/login/device";
    return QUrl::fromEncoded(page, QUrl::StrictMode);
}

} // namespace

QCoro::Task<DeviceCode> beginDeviceSignIn(DeviceFlow flow, std::stop_token stop) {
    static const QRegularExpression isCode(u"^[A-Z0-9][A-Z0-9-]{3,18}[A-Z0-9]$"_s);
    if (flow.clientId.isEmpty()) {
        throw Error(ErrorKind::ClientIdMissing, flow.host.name);
    }
    const FormFields fields{{"client_id", flow.clientId.toUtf8()}, {"scope", signInScopes}};
    const OAuthAnswer answer = co_await postForm(flow.http, flow.host, "/login/device/code", fields, stop);
    if (answer.status != 200 || !answer.error().isEmpty()) {
        throw oauthError(answer, flow.host, flow.clientId);
    }
    DeviceCode code{.userCode = answer.fields.value(u"user_code"_s),
        .page = pageIn(answer, flow.host),
        .expiresAt = flow.clock->now().addSecs(answer.seconds(u"expires_in"_s, 900)),
        .interval = std::chrono::seconds(std::clamp<qint64>(answer.seconds(u"interval"_s, 5), 1, 300)),
        .deviceCode = answer.fields.value(u"device_code"_s).toUtf8()};
    if (!isCode.match(code.userCode).hasMatch() || code.deviceCode.isEmpty()) {
        throw Error(ErrorKind::MalformedResponse, flow.host.name, u"the answer has no code"_s);
    }
    co_return code;
}

QCoro::Task<AccountToken> awaitDeviceSignIn(DeviceFlow flow, DeviceCode code, std::stop_token stop) {
    Rhythm rhythm(code.interval);
    while (true) {
        const std::chrono::milliseconds pause = rhythm.next();
        co_await flow.pause(pause, stop);
        throwIfCancelled(stop);
        if (flow.clock->now() >= code.expiresAt) {
            throw Error(ErrorKind::SignInExpired, flow.host.name);
        }
        const Polled polled = co_await poll(flow, code.deviceCode, stop);
        if (!polled.answer) {
            rhythm.failed();
            continue;
        }
        rhythm.answered();
        const OAuthAnswer& answer = *polled.answer;
        if (answer.error() == "authorization_pending"_L1) {
            continue;
        }
        if (answer.error() == "slow_down"_L1) {
            if (!rhythm.slowDown(answer)) {
                throw Error(ErrorKind::SignInClockFast, flow.host.name);
            }
            continue;
        }
        if (answer.status != 200 || !answer.error().isEmpty()) {
            throw oauthError(answer, flow.host, flow.clientId);
        }
        co_return tokenIn(answer, flow.host, flow.clock->now());
    }
}

} // namespace miaobu
