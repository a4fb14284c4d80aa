#include "core/github/browser_flow.h"

#include "core/async/cancel.h"
#include "core/github/callback_listener.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QTimer>
#include <QUrlQuery>

#include <array>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

/// 256 random bits as 43 characters that need no encoding.
QByteArray randomText() {
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    return QByteArray(reinterpret_cast<const char*>(words.data()), sizeof(words))
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray challengeOf(const QByteArray& verifier) {
    return QCryptographicHash::hash(verifier, QCryptographicHash::Sha256)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QUrl signInPage(
    const BrowserFlow& flow, const QByteArray& address, const QByteArray& state, const QByteArray& verifier) {
    QUrlQuery query;
    const auto add = [&query](const QString& name, const QByteArray& value) {
        query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(QString::fromUtf8(value))));
    };
    add(u"client_id"_s, flow.app.clientId.toUtf8());
    add(u"redirect_uri"_s, address);
    add(u"scope"_s, signInScopes);
    add(u"state"_s, state);
    add(u"code_challenge"_s, challengeOf(verifier));
    add(u"code_challenge_method"_s, "S256");
    add(u"prompt"_s, "select_account");
    QUrl page = QUrl::fromEncoded(flow.host.web + "/login/oauth/authorize", QUrl::StrictMode);
    page.setQuery(query);
    return page;
}

QCoro::Task<> awaitBrowser(const CallbackListener* listener, std::chrono::milliseconds patience, std::stop_token stop) {
    const Completion called = listener->called();
    QTimer timer;
    timer.setSingleShot(true);
    QObject::connect(&timer, &QTimer::timeout, &timer, [called] { called.complete(); });
    timer.start(patience);
    {
        const std::stop_callback onStop(stop, [called] { called.complete(); });
        co_await called;
    }
    throwIfCancelled(stop);
}

} // namespace

QCoro::Task<AccountToken> signInByBrowser(BrowserFlow flow, std::stop_token stop) {
    if (flow.app.clientId.isEmpty() || flow.app.clientSecret.isEmpty()) {
        throw Error(ErrorKind::ClientIdMissing, flow.host.name);
    }
    const QByteArray state = randomText();
    const QByteArray verifier = randomText();
    CallbackListener listener(state, flow.donePage);
    const QByteArray address = listener.address();
    flow.open(signInPage(flow, address, state, verifier));
    co_await awaitBrowser(&listener, flow.patience, stop);
    if (!listener.callback()) {
        throw Error(ErrorKind::Timeout, flow.host.name);
    }
    const Callback callback = *listener.callback();
    if (callback.code.isEmpty()) {
        throw Error(callback.error == "access_denied"_L1 ? ErrorKind::SignInDenied : ErrorKind::SignInMisconfigured,
            flow.host.name, callback.error.left(100));
    }
    const FormFields fields{{"client_id", flow.app.clientId.toUtf8()}, {"client_secret", flow.app.clientSecret},
        {"code", callback.code.toUtf8()}, {"redirect_uri", address}, {"code_verifier", verifier}};
    const OAuthAnswer answer = co_await postForm(flow.http, flow.host, "/login/oauth/access_token", fields, stop);
    if (answer.status != 200 || !answer.error().isEmpty()) {
        throw oauthError(answer, flow.host, flow.app.clientId);
    }
    co_return tokenIn(answer, flow.host, flow.clock->now());
}

} // namespace miaobu
