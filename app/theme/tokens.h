#pragma once

#include <QColor>
#include <QPalette>

namespace miaobu::app {

/// What a mark, a pill or a note says by its colour (and, for marks, by its shape).
enum class Tone { Live, Building, Failed, Preview, Idle };

/// The strong colour of a tone, for text and marks, and the soft one that lies behind it.
struct ToneColors {
    QColor ink;
    QColor soft;
};

/// Every colour of the window. There are two sets, and nothing else in the window names a colour.
struct Tokens {
    bool dark = false;
    QColor ground; ///< Behind pages
    QColor card; ///< Cards, menus, buttons
    QColor side; ///< Top bar, sidebar, status strip
    QColor line;
    QColor field; ///< Inside an input
    QColor logGround;
    QColor text;
    QColor muted; ///< Second to the text
    QColor faint; ///< Line numbers, section heads
    QColor accent;
    QColor onAccent;
    QColor accentSoft;
    QColor selection;
    QColor hover; ///< Under the pointer, on side and card
    ToneColors live;
    ToneColors building;
    ToneColors failed;
    ToneColors preview;
    ToneColors idle;

    [[nodiscard]] const ToneColors& of(Tone tone) const;
};

[[nodiscard]] const Tokens& lightTokens();
[[nodiscard]] const Tokens& darkTokens();

/// The set that \a palette was made from, told by how light its ground is.
[[nodiscard]] const Tokens& tokensFor(const QPalette& palette);

/// How well \a ink is read on \a ground: 1 (not at all) … 21 (WCAG 2.1, contrast ratio).
[[nodiscard]] double contrastRatio(const QColor& ink, const QColor& ground);

} // namespace miaobu::app
