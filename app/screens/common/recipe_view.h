#pragma once

#include "core/build/dockerfile.h"

#include <QString>
#include <QStringList>

namespace miaobu::app {

/// How an image would be built, for a page to show.
struct RecipeView {
    QString dockerfile; ///< The text; empty where there is none.
    QString ownFile; ///< The repository's own; empty when the text was generated.
    QString baseImage; ///< Of the generated one
    QStringList added; ///< Packages that the generated one adds to what the repository says.

    bool operator==(const RecipeView&) const = default;
};

/// What is known of it where it has to be asked for.
struct RecipeState {
    RecipeView view;
    bool isLooking = false;
    QString problem; ///< Why there is none, in one sentence

    bool operator==(const RecipeState&) const = default;
};

[[nodiscard]] RecipeView recipeView(const ImageRecipe& recipe);

} // namespace miaobu::app
