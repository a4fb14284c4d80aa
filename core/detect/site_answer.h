#pragma once

#include "core/detect/config_reading.h"
#include "core/detect/framework_choice.h"
#include "core/model/build_plan.h"

namespace miaobu {

/// What a framework's own rules say about a package that uses it.
struct SiteAnswer {
    ProjectKind kind = ProjectKind::Static;
    QString kindReason{};
    QString outputDir{}; ///< Relative to the package; empty when nothing says it.
    QString outputReason{};
    bool isOutputSaid = false; ///< By a script or a configuration, as opposed to being the framework's default.
    QString script{}; ///< The script to run, when it is another one than the chosen.
    bool isSpa = false;
    QString spaReason{};
};

/// What the rules of a framework look at.
struct SiteQuestion {
    const AppFolder& folder;
    const PackageJson& package;
    const FrameworkChoice& choice;

    /// The invocation that runs the framework's build; nothing when no script shows it.
    [[nodiscard]] std::optional<Invocation> build() const;
    /// The configuration file of the framework; empty when there is none.
    [[nodiscard]] QString configurationName() const;
    [[nodiscard]] ConfigFile configuration() const;
};

/// The answer when nothing but the table is known: flags, then configuration keys, then the framework's default.
[[nodiscard]] SiteAnswer answerFromTable(const SiteQuestion& question);

/// A server, for \a reason.
[[nodiscard]] SiteAnswer serverAnswer(const QString& reason);

/// \a path seen from the package when a command that runs in \a folder names it.
[[nodiscard]] QString outputPath(const QString& folder, const QString& path);

} // namespace miaobu
