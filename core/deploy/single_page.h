#pragma once

#include "core/model/build_plan.h"
#include "core/model/manifest.h"

namespace miaobu {

/// Whether unknown paths of a site are answered by its index.html, judged by what the build really wrote: a site with several
/// pages, or with a page for what is not found, answers for itself; a client-side framework's one page answers for all.
/// Otherwise as the plan says.
[[nodiscard]] bool isSinglePage(const BuildPlan& plan, const QList<ManifestFile>& files);

} // namespace miaobu
