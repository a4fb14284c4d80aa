#pragma once

#include "app/models/project_list_model.h"
#include "app/screens/new_project/new_project_state.h"
#include "app/screens/project/project_state.h"

/// States of pages as they are met in daily use, for pictures and tests of pages.
namespace miaobu::app::sample {

[[nodiscard]] QList<ProjectRow> projectRows();

[[nodiscard]] NewProjectState configuring(); ///< An Astro site in a monorepo
[[nodiscard]] NewProjectState configuringPython(); ///< A Flask app whose server nobody has thought of
[[nodiscard]] NewProjectState looking();
[[nodiscard]] NewProjectState fetching(); ///< A repository with more files than GitHub lists
[[nodiscard]] NewProjectState refused(); ///< No package.json at the top, three apps inside

[[nodiscard]] ProjectState neverDeployed();
[[nodiscard]] ProjectState building();
[[nodiscard]] ProjectState live();
[[nodiscard]] ProjectState failed();
[[nodiscard]] ProjectState withoutNode(); ///< That fits the project
[[nodiscard]] ProjectState inContainer();
[[nodiscard]] SiteView photographed(); ///< By a browser
[[nodiscard]] SiteView described(); ///< By the page itself

/// Keeps the lists of files of live()'s deployments, as deploying them does.
void keepManifests(const Home& home);

/// Writes a log of \a lines lines to \a file, as a build leaves it.
void writeLog(const QString& file, int lines);
/// A log of 12,000 lines and a few that are very long, in all scripts, after a resumed deployment.
void writeLongLog(const QString& file);

} // namespace miaobu::app::sample
