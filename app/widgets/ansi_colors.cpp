#include "app/widgets/ansi_colors.h"

#include <array>

namespace miaobu::app {

namespace {

QColor named(quint32 index, const Tokens& tokens) {
    static const QColor cyanLight(0x0b6e83);
    static const QColor cyanDark(0x56c7d8);
    switch (index % 8) {
    case 1:
        return tokens.failed.ink;
    case 2:
        return tokens.live.ink;
    case 3:
        return tokens.building.ink;
    case 4:
        return tokens.accent;
    case 5:
        return tokens.preview.ink;
    case 6:
        return tokens.dark ? cyanDark : cyanLight;
    case 0:
        return index == 8 ? tokens.muted : tokens.dark ? tokens.muted : tokens.text;
    default:
        break;
    }
    // White is what a terminal program calls its ordinary or bright text.
    return tokens.text;
}

QColor fromCube(quint32 index) {
    if (index >= 232) {
        const int grey = static_cast<int>(8 + (index - 232) * 10);
        return QColor(grey, grey, grey);
    }
    static constexpr std::array levels{0, 95, 135, 175, 215, 255};
    const quint32 cell = index - 16;
    return QColor(levels.at(cell / 36), levels.at(cell / 6 % 6), levels.at(cell % 6));
}

/// A colour a tool chose for black or white terminals, moved until it can be read here.
QColor readable(QColor color, const Tokens& tokens) {
    for (int step = 0; step < 12 && contrastRatio(color, tokens.logGround) < 4.5; ++step) {
        color = tokens.dark ? color.lighter(118).lightness() < 20 ? QColor(90, 90, 90) : color.lighter(118)
                            : color.darker(115);
    }
    return contrastRatio(color, tokens.logGround) < 4.5 ? tokens.text : color;
}

QColor resolved(const AnsiColor& color, const Tokens& tokens) {
    switch (color.kind) {
    case AnsiColor::Kind::Indexed:
        return color.value < 16 ? named(color.value, tokens) : fromCube(color.value);
    case AnsiColor::Kind::Rgb:
        return QColor(QRgb(color.value));
    case AnsiColor::Kind::Default:
        break;
    }
    return {};
}

} // namespace

QColor inkOf(const AnsiStyle& style, const Tokens& tokens) {
    if (style.inverse) {
        return tokens.logGround;
    }
    const QColor background = groundOf(style, tokens);
    const QColor wanted = resolved(style.foreground, tokens);
    if (background.isValid()) {
        // A label such as vitest's " PASS ": whichever of the two inks is read better on it.
        return contrastRatio(tokens.text, background) > contrastRatio(tokens.logGround, background) ? tokens.text
                                                                                                    : tokens.logGround;
    }
    if (!wanted.isValid()) {
        return style.dim ? tokens.muted : tokens.text;
    }
    return style.dim && style.foreground.kind == AnsiColor::Kind::Default ? tokens.muted : readable(wanted, tokens);
}

QColor groundOf(const AnsiStyle& style, const Tokens& tokens) {
    if (style.inverse) {
        const QColor wanted = resolved(style.foreground, tokens);
        return wanted.isValid() ? readable(wanted, tokens) : tokens.text;
    }
    return resolved(style.background, tokens);
}

} // namespace miaobu::app
