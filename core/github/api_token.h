#pragma once

#include <QByteArray>

namespace miaobu {

/// A token and the one origin that may see it.
class ApiToken {
public:
    /// No token: anonymous calls.
    ApiToken() = default;
    /// \a base is an address of the API; only requests to its origin get the token.
    /// \throws Error(TokenRefused) for bytes that are no token
    ApiToken(const QByteArray& base, QByteArray secret);

    [[nodiscard]] bool isEmpty() const { return m_secret.isEmpty(); }
    /// The value of the Authorization header for \a url. \throws Error(Redirected) with the other host as its detail for any other origin
    [[nodiscard]] QByteArray authorizationFor(const QByteArray& url) const;

private:
    QByteArray m_origin;
    QByteArray m_secret;
};

/// Whether \a text can be a token: printable, no spaces, neither empty nor endless.
[[nodiscard]] bool looksLikeToken(const QByteArray& text);

} // namespace miaobu
