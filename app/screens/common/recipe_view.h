#pragma once

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

} // namespace miaobu::app
