#pragma once

#include <QString>

namespace miaobu {

/// Where a Git repository is: a server we fetch from, or a folder of this computer that is opened in place.
struct GitLocation {
    bool isLocal = false;
    QString url; ///< http(s) URL, without user, fragment or trailing slash; empty when local.
    QString path; ///< Absolute path; empty when remote.
};

/// Reads an http(s) or file URL, or an absolute path.
/// \throws Error(InvalidInput) for anything else: a scp-like address, ssh, git://, or a URL that carries a credential
/// (the credential is not repeated in the error).
[[nodiscard]] GitLocation readGitLocation(const QString& text);

/// Whether \a url names this computer.
[[nodiscard]] bool isLoopback(const QString& url);

/// Whether a credential may be sent to \a url: https, or plain http to this computer.
[[nodiscard]] bool isConfidential(const QString& url);

/// Scheme, host and port of \a url in one form, "https://github.com:443"; empty for what is not an http(s) URL.
[[nodiscard]] QString serverOf(const QString& url);

/// The bare repository under \a mirrorFolder that mirrors \a url: <host>/<last part of the path>-<hash of the URL>.git
[[nodiscard]] QString mirrorPath(const QString& mirrorFolder, const QString& url);

} // namespace miaobu
