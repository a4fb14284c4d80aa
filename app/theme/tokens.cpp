#include "app/theme/tokens.h"

#include <algorithm>
#include <cmath>

namespace miaobu::app {

const ToneColors& Tokens::of(Tone tone) const {
    switch (tone) {
    case Tone::Live:
        return live;
    case Tone::Building:
        return building;
    case Tone::Failed:
        return failed;
    case Tone::Preview:
        return preview;
    case Tone::Idle:
        break;
    }
    return idle;
}

const Tokens& lightTokens() {
    static const Tokens tokens{
        .dark = false,
        .ground = QColor(0xf6f7f9),
        .card = QColor(0xffffff),
        .side = QColor(0xeef0f3),
        .line = QColor(0xe1e4e9),
        .field = QColor(0xf6f7f9),
        .logGround = QColor(0xfbfbfc),
        .text = QColor(0x1b1f27),
        .muted = QColor(0x5b6577),
        .faint = QColor(0x656d7d),
        .accent = QColor(0x4c5fd7),
        .onAccent = QColor(0xffffff),
        .accentSoft = QColor(0xe8ebfc),
        .selection = QColor(0xe3e7fb),
        .hover = QColor(0xe6e9ee),
        .live = {QColor(0x147a47), QColor(0xe3f4eb)},
        .building = {QColor(0x955a00), QColor(0xfdf1dc)},
        .failed = {QColor(0xbf2f34), QColor(0xfbe7e7)},
        .preview = {QColor(0x7a4bc9), QColor(0xf0e8fc)},
        .idle = {QColor(0x5d6675), QColor(0xeceef2)},
    };
    return tokens;
}

const Tokens& darkTokens() {
    static const Tokens tokens{
        .dark = true,
        .ground = QColor(0x15171c),
        .card = QColor(0x1c1f26),
        .side = QColor(0x181a20),
        .line = QColor(0x2a2e37),
        .field = QColor(0x15171c),
        .logGround = QColor(0x121419),
        .text = QColor(0xe6e9ef),
        .muted = QColor(0x99a2b3),
        .faint = QColor(0x858ea0),
        .accent = QColor(0x8292fb),
        .onAccent = QColor(0x10131c),
        .accentSoft = QColor(0x262c4a),
        .selection = QColor(0x272d48),
        .hover = QColor(0x22262e),
        .live = {QColor(0x4cc38a), QColor(0x173427)},
        .building = {QColor(0xf0b04c), QColor(0x3a2c14)},
        .failed = {QColor(0xff7b7f), QColor(0x3d1f22)},
        .preview = {QColor(0xb794f6), QColor(0x2f2547)},
        .idle = {QColor(0x9aa3b3), QColor(0x252932)},
    };
    return tokens;
}

const Tokens& tokensFor(const QPalette& palette) {
    return palette.color(QPalette::Active, QPalette::Window).lightness() < 128 ? darkTokens() : lightTokens();
}

double contrastRatio(const QColor& ink, const QColor& ground) {
    const auto luminance = [](const QColor& color) {
        const auto channel
            = [](double value) { return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4); };
        return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) + 0.0722 * channel(color.blueF());
    };
    const double first = luminance(ink);
    const double second = luminance(ground);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace miaobu::app
