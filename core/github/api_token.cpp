#include "core/github/api_token.h"

#include "core/async/error.h"
#include "core/github/github_host.h"

#include <QUrl>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace miaobu {

ApiToken::ApiToken(const QByteArray& base, QByteArray secret) : m_origin(originOf(base)), m_secret(std::move(secret)) {
    if (!looksLikeToken(m_secret)) {
        throw Error(ErrorKind::TokenRefused, QUrl::fromEncoded(base).host(), u"it does not look like a token"_s);
    }
}

QByteArray ApiToken::authorizationFor(const QByteArray& url) const {
    if (originOf(url) != m_origin) {
        throw Error(ErrorKind::Redirected, QUrl::fromEncoded(m_origin).host(), QUrl::fromEncoded(url).host());
    }
    return "Bearer " + m_secret;
}

bool looksLikeToken(const QByteArray& text) {
    constexpr qsizetype longest = 1024;
    return !text.isEmpty() && text.size() <= longest
        && std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

} // namespace miaobu
