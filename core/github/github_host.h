#pragma once

#include <QByteArray>
#include <QProcessEnvironment>
#include <QString>

namespace miaobu {

/// A GitHub: github.com, a company's own name on GitHub's servers (SUB.ghe.com), or a GitHub Enterprise Server.
struct GitHubHost {
    QString name; ///< Lower case, with a port where there is one: "github.com", "git.example.com:8443"
    QByteArray web; ///< "https://github.com", without a slash at the end
    QByteArray api; ///< "https://api.github.com" or "https://git.example.com/api/v3"

    /// The address to fetch a repository from, without a credential.
    [[nodiscard]] QString cloneUrl(const QString& fullName) const;

    bool operator==(const GitHubHost&) const = default;
};

inline const QString gitHubCom = QStringLiteral("github.com");

/// The host a person names: "github.com", "https://git.example.com/", "acme.ghe.com".
/// For tests, MIAOBU_GITHUB_WEB_BASE and MIAOBU_GITHUB_API_BASE in \a environment stand in for github.com, where both are addresses of this computer.
/// \throws Error(InvalidInput) for what is no host name
[[nodiscard]] GitHubHost gitHubHost(
    const QString& name, const QProcessEnvironment& environment = QProcessEnvironment::systemEnvironment());

/// Whether \a url leads to the web side of \a host: where its repositories are fetched from.
[[nodiscard]] bool leadsTo(const QString& url, const GitHubHost& host);

/// "owner/name" in the address of a repository at \a host, with ".git" at its end or without; empty for anything else.
[[nodiscard]] QString fullNameIn(const QString& url, const GitHubHost& host);

/// "https://api.github.com" of any absolute URL: scheme, host and port, lower case, without the port that goes without saying.
[[nodiscard]] QByteArray originOf(const QByteArray& url);

} // namespace miaobu
