#pragma once

#include <QByteArray>
#include <QStringView>

namespace miaobu {

/// A colour as a terminal program names it.
struct AnsiColor {
    enum class Kind { Default, Indexed, Rgb };

    Kind kind = Kind::Default;
    quint32 value = 0; ///< Indexed: 0…255 (0…15 are the theme's own); Rgb: 0xRRGGBB

    bool operator==(const AnsiColor&) const = default;
};

/// How a piece of terminal text looks: what the SGR sequences before it add up to.
struct AnsiStyle {
    AnsiColor foreground;
    AnsiColor background;
    bool bold = false;
    bool dim = false;
    bool italic = false;
    bool underline = false;
    bool inverse = false;

    bool operator==(const AnsiStyle&) const = default;
};

/// Changes \a style by one SGR sequence; \a parameters is what stands between "ESC [" and "m" (ECMA-48 8.3.117).
/// Codes that this program does not draw are passed over.
void applySgr(AnsiStyle& style, QStringView parameters);
void applySgr(AnsiStyle& style, QByteArrayView parameters);

/// The one SGR sequence that makes \a style out of the default style; empty for the default style.
[[nodiscard]] QByteArray sgrOf(const AnsiStyle& style);

} // namespace miaobu
