#include "app/models/fuzzy_match.h"

#include <algorithm>

namespace miaobu::app {

namespace {

constexpr int letterScore = 1;
constexpr int runScore = 6; ///< For a letter right after the one before
constexpr int wordScore = 6; ///< For a letter that begins a word
constexpr int gapScore = -2; ///< For one that does not follow the one before
constexpr int startScore = 4; ///< For one that begins the text

bool beginsWord(const QString& text, qsizetype at) {
    if (at == 0) {
        return true;
    }
    const QChar before = text.at(at - 1);
    return !before.isLetterOrNumber() || (before.isLower() && text.at(at).isUpper());
}

/// The letters of \a word from the place \a start on, which holds the first of them; each at its next place.
std::optional<FuzzyMatch> matchFrom(const QString& word, const QString& text, qsizetype start) {
    FuzzyMatch match;
    qsizetype at = start - 1;
    for (const QChar letter : word) {
        const qsizetype found = text.indexOf(letter, at + 1, Qt::CaseInsensitive);
        if (found < 0) {
            return std::nullopt;
        }
        match.score += letterScore + (beginsWord(text, found) ? wordScore : 0) + (found == 0 ? startScore : 0);
        if (!match.positions.isEmpty()) {
            match.score += found == at + 1 ? runScore : gapScore;
        }
        match.positions.append(static_cast<int>(found));
        at = found;
    }
    return match;
}

std::optional<FuzzyMatch> matchWord(const QString& word, const QString& text) {
    std::optional<FuzzyMatch> best;
    qsizetype start = text.indexOf(word.at(0), 0, Qt::CaseInsensitive);
    while (start >= 0) {
        const std::optional<FuzzyMatch> match = matchFrom(word, text, start);
        if (!match) {
            break; // From further right there is even less left.
        }
        if (!best || match->score > best->score) {
            best = match;
        }
        start = text.indexOf(word.at(0), start + 1, Qt::CaseInsensitive);
    }
    return best;
}

} // namespace

std::optional<FuzzyMatch> fuzzyMatch(const QString& typed, const QString& text) {
    FuzzyMatch whole;
    for (const QString& word : typed.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const std::optional<FuzzyMatch> match = matchWord(word, text);
        if (!match) {
            return std::nullopt;
        }
        whole.score += match->score;
        whole.positions += match->positions;
    }
    std::sort(whole.positions.begin(), whole.positions.end());
    whole.positions.erase(std::unique(whole.positions.begin(), whole.positions.end()), whole.positions.end());
    return whole;
}

} // namespace miaobu::app
