#pragma once

#include "app/screens/common/recipe_view.h"
#include "app/screens/common/shown_error.h"
#include "core/deploy/source_inspector.h"
#include "core/model/build_plan.h"
#include "core/model/source.h"

#include <optional>

namespace miaobu::app {

/// What the page for a new project shows.
struct NewProjectState {
    enum class Step {
        Choose, ///< Which folder or repository?
        Looking, ///< What is in it?
        Configure, ///< This is how it will be built.
    };

    Step step = Step::Choose;
    Source source;
    std::optional<SourceFetch> fetch; ///< What is looked into is on its way.
    QString revision; ///< Short commit; empty for a folder without Git.
    QStringList branches; ///< To choose another one from; empty where they are not known.
    QString branch; ///< The one that was looked at.
    BuildPlan plan;
    BuildOverrides overrides;
    RecipeView recipe; ///< Of a web app's image
    QString name;
    QString slug; ///< As suggested; from then on the field is the person's.
    QStringList targets;
    QString target;
    std::optional<ShownError> error; ///< Beside what the step shows
};

/// Whether the address of a site can be used, in words.
struct AddressVerdict {
    QString text;
    bool usable = false;
};

} // namespace miaobu::app
