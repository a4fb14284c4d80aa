#pragma once

#include <QSet>
#include <QString>
#include <QStringList>

namespace miaobu {

/// One dependency as pip reads it (PEP 508, and what pip takes beside it).
struct Requirement {
    QString name; ///< Normalised as PEP 503 says: lower case, with single hyphens. Empty for a path without a name.
    QStringList extras; ///< Normalised
    QString marker; ///< "python_version > '3.8'"
    QString url; ///< Of "name @ url", of a version control or an archive
    QString path; ///< Of one that lies in the repository: "./libs/shop"
    bool isEditable = false;

    /// Whether it is fetched by git when it is installed.
    [[nodiscard]] bool needsGit() const { return url.startsWith(QLatin1StringView("git+")); }

    bool operator==(const Requirement&) const = default;
};

/// \a text ("Django[argon2]>=4 ; python_version>'3'", "-e git+https://host/x.git#egg=x", "./libs/shop") as a
/// requirement, without name and path when it is none: a comment, another option.
[[nodiscard]] Requirement parseRequirement(const QString& text);

/// \a name as PEP 503 writes it.
[[nodiscard]] QString normalizedPackage(const QString& name);

/// Whether \a marker lets a requirement be installed on Linux with any of the Python versions of today; what is not
/// understood does.
[[nodiscard]] bool appliesOnLinux(const QString& marker);

/// What else comes with \a requirement that matters here: the servers which extras bring ("fastapi[standard]" →
/// uvicorn). With its own name.
[[nodiscard]] QSet<QString> packagesOf(const Requirement& requirement);

} // namespace miaobu
