#pragma once

#include <QHash>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace miaobu {

/// What a repository is, seen by what has to run to serve it.
enum class ProjectKind { Static, Python, NodeServer, Unknown };

/// Whether something has to run to answer visitors.
[[nodiscard]] bool isWebApp(ProjectKind kind);

/// "static", "python", "node-server" or "unknown": the word of `miaobu detect --json` and of the store.
[[nodiscard]] QString projectKindName(ProjectKind kind);
[[nodiscard]] ProjectKind projectKindFromName(const QString& name);

/// Where a site is built: with the tools of this computer, or with those of a container, which sees nothing else of it.
enum class BuildPlace { Computer, Container };

/// "computer" or "container": the word of the store.
[[nodiscard]] QString buildPlaceName(BuildPlace place);
[[nodiscard]] BuildPlace buildPlaceFromName(const QString& name);

/// Everything the program knows about building a source, each value with the reason it was chosen.
/// An empty string is "unknown" (null in JSON), except buildCommand, where it means that nothing is built.
struct BuildPlan {
    ProjectKind kind = ProjectKind::Unknown;
    QString framework; ///< Slug such as "vite", "astro", "static-html"; empty when none was recognised.
    QString packageManager; ///< npm, pnpm, yarn, bun; pip, poetry, uv, pdm, pipenv.
    QString installCommand;
    QString buildCommand;
    QString outputDir; ///< Relative to rootDirectory; "." for plain HTML.
    QString rootDirectory; ///< Relative to the repository; empty for its top.
    QString nodeVersion; ///< As declared: "20", ">=18 <23", "lts/iron".
    QString pythonVersion;
    QString appModule; ///< "main:app"
    QString startCommand; ///< Listens on 0.0.0.0:9000
    QStringList appCandidates; ///< What else could be appModule; more than one says that a person should look.
    bool isSpa = false; ///< Unknown paths are answered by /index.html.
    BuildPlace place = BuildPlace::Computer; ///< A person's choice, never detected.
    QStringList apps; ///< Root directories of the apps of a monorepo.
    QHash<QString, QString> reasons; ///< JSON key of a value → one sentence that says where it comes from.

    bool operator==(const BuildPlan&) const = default;
};

/// Values a person typed over detected ones. A null string is "as detected"; an empty one is a choice (no build command).
struct BuildOverrides {
    QString rootDirectory;
    QString installCommand;
    QString buildCommand;
    QString outputDir;
    QString nodeVersion;
    QString pythonVersion;
    QString appModule; ///< The start command follows it, unless that is set too.
    QString startCommand;
    std::optional<ProjectKind> kind;
    std::optional<bool> isSpa;
    std::optional<BuildPlace> place;

    bool operator==(const BuildOverrides&) const = default;
};

/// \a detected with every override that is set put in its place, its reason changed to say so.
[[nodiscard]] BuildPlan withOverrides(BuildPlan detected, const BuildOverrides& overrides);

/// What starts \a appModule on port 9000: "gunicorn --bind 0.0.0.0:9000 app:app".
[[nodiscard]] QString serverCommand(const QString& appModule, bool isAsgi);

/// The object `miaobu detect --json` prints.
[[nodiscard]] QJsonObject toJson(const BuildPlan& plan);
[[nodiscard]] BuildPlan buildPlanFromJson(const QJsonObject& object);
[[nodiscard]] QJsonObject toJson(const BuildOverrides& overrides);
[[nodiscard]] BuildOverrides buildOverridesFromJson(const QJsonObject& object);

} // namespace miaobu
