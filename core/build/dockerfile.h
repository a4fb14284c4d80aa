#pragma once

#include "core/build/image_settings.h"
#include "core/detect/app_folder.h"
#include "core/model/build_plan.h"

namespace miaobu {

/// How an image is described.
struct ImageRecipe {
    QString dockerfile; ///< The text
    QString dockerignore; ///< For the context; empty where the repository has its own.
    QString contextFolder; ///< What the image is made of, relative to the repository; empty: its top.
    QString ownFile; ///< In that folder, "Dockerfile" or "Containerfile"; empty when the text was generated.
    QString baseImage; ///< Of the generated one, with the version put in
    QStringList addedPackages; ///< Servers that the start command needs and nothing brings.
    QStringList notes; ///< What it adds to what the repository says: a server that is not among the dependencies.

    [[nodiscard]] bool isGenerated() const { return ownFile.isEmpty(); }
};

/// The folder's own Dockerfile, or one for \a plan: "Show Dockerfile" and the builder read the same text. Reads
/// \a folder only; for the thread pool where that is a large one.
/// \throws Error(AppUnknown; for Node with what is missing as its detail) when there is none and nothing says how the
/// app starts; Error(KindNotSupported) for a plan that is neither Python nor a Node server.
[[nodiscard]] ImageRecipe imageRecipe(const AppFolder& folder, const BuildPlan& plan, const ImageSettings& settings,
    const BuildVariableNames& variables = {});

/// The command of a generated image of a Python app: \a startCommand on the port in PORT, without what a package manager
/// puts before it.
[[nodiscard]] QString imageCommand(const QString& startCommand, const QString& packageManager);

} // namespace miaobu
