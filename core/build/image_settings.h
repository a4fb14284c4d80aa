#pragma once

#include "core/model/build_plan.h"

#include <QHash>
#include <QString>
#include <QStringList>

namespace miaobu {

/// Where images and packages come from, for a network in which the usual places are slow or out of reach. They are
/// build arguments: nothing of them is written into a repository or stays in an image.
struct ImageSettings {
    QString pythonImage = QStringLiteral("python:%1-slim"); ///< %1 is the version, "3.12"; without it: that very image.
    QString nodeImage = QStringLiteral("node:%1-bookworm-slim"); ///< %1 is the major version, "22".
    QString pipIndexUrl; ///< An address such as "https://mirror.example.com/simple/"; empty: pip's own
    QString npmRegistry; ///< An address such as "https://mirror.example.com"; empty: npm's own
    QString proxy; ///< HTTP and HTTPS proxy of the build; empty: none
    QString certificateFile; ///< A PEM file of further authorities that builds trust, on this computer; empty: none.
    QString buildNetwork; ///< "host" where the engine's own network has no way out; empty: the engine's own

    bool operator==(const ImageSettings&) const = default;
};

/// The variables of a build by their names; no value of theirs is in a Dockerfile.
struct BuildVariableNames {
    QStringList plain; ///< Build arguments
    QStringList secret; ///< BuildKit secrets, which no layer keeps
};

/// The variables that builds get from \a settings, by name: mirrors and proxies.
[[nodiscard]] QHash<QString, QString> mirrorVariables(const ImageSettings& settings);

/// The name under which settings.certificateFile lies in the context of a generated image.
inline constexpr QLatin1StringView certificateName(".miaobu-certificates.pem");

/// The image with the Node.js that suits \a declared, a BuildPlan's nodeVersion.
[[nodiscard]] QString nodeImage(const QString& declared, const ImageSettings& settings);
/// The image that \a plan is built on.
[[nodiscard]] QString baseImage(const BuildPlan& plan, const ImageSettings& settings);

} // namespace miaobu
