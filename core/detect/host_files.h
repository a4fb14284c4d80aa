#pragma once

#include "core/detect/package_json.h"

#include <optional>

namespace miaobu {

/// What a file written for some host says about building a folder. Empty strings: nothing is said.
struct HostAdvice {
    QString file{}; ///< "netlify.toml", relative to the repository.
    QString command{};
    QString folder{}; ///< Where the command starts, relative to the repository.
    QString installCommand{};
    QString publish{}; ///< Relative to the folder it is about.
    QString framework{}; ///< The host's own name of the framework.
    QString nodeVersion{};
};

/// netlify.toml and vercel.json of \a folder and of those around it, as far as they are about \a folder; the nearest
/// first.
[[nodiscard]] QList<HostAdvice> hostAdviceFor(const AppFolder& folder);

/// The project's own miaobu.json: the keys of `miaobu detect --json`. Nothing when there is none, or it is no JSON
/// object.
[[nodiscard]] std::optional<QJsonObject> readOwnFile(const AppFolder& folder);

} // namespace miaobu
