#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace miaobu::app {

/// How typed letters were found in a text.
struct FuzzyMatch {
    int score = 0; ///< More is better
    QList<int> positions; ///< Of the letters in the text, ascending

    bool operator==(const FuzzyMatch&) const = default;
};

/// Looks for the letters of every word of \a typed in \a text, in their order, whatever their case and whatever lies
/// between them. Letters that begin a word or follow each other count more. Nothing typed fits everything.
[[nodiscard]] std::optional<FuzzyMatch> fuzzyMatch(const QString& typed, const QString& text);

} // namespace miaobu::app
