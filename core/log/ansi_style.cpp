#include "core/log/ansi_style.h"

#include <array>
#include <span>

namespace miaobu {

namespace {

constexpr std::size_t mostCodes = 32;

/// Reads the colour after 38 or 48 ("5;n" or "2;r;g;b") and gives how many codes it took.
std::size_t readColor(std::span<const quint32> codes, AnsiColor& color) {
    if (codes.size() >= 2 && codes[0] == 5) {
        color = {AnsiColor::Kind::Indexed, std::min<quint32>(codes[1], 255)};
        return 2;
    }
    if (codes.size() >= 4 && codes[0] == 2) {
        const auto channel = [&codes](std::size_t index) { return std::min<quint32>(codes[index], 255); };
        color = {AnsiColor::Kind::Rgb, channel(1) << 16 | channel(2) << 8 | channel(3)};
        return 4;
    }
    return codes.size();
}

bool applyColor(AnsiStyle& style, quint32 code) {
    const auto indexed
        = [code](quint32 first, quint32 index) { return AnsiColor{AnsiColor::Kind::Indexed, code - first + index}; };
    if (code >= 30 && code <= 37) {
        style.foreground = indexed(30, 0);
    } else if (code >= 90 && code <= 97) {
        style.foreground = indexed(90, 8);
    } else if (code >= 40 && code <= 47) {
        style.background = indexed(40, 0);
    } else if (code >= 100 && code <= 107) {
        style.background = indexed(100, 8);
    } else if (code == 39) {
        style.foreground = {};
    } else if (code == 49) {
        style.background = {};
    } else {
        return false;
    }
    return true;
}

void applyAttribute(AnsiStyle& style, quint32 code) {
    switch (code) {
    case 0:
        style = {};
        break;
    case 1:
        style.bold = true;
        break;
    case 2:
        style.dim = true;
        break;
    case 3:
        style.italic = true;
        break;
    case 4:
        style.underline = true;
        break;
    case 7:
        style.inverse = true;
        break;
    case 22:
        style.bold = style.dim = false;
        break;
    case 23:
        style.italic = false;
        break;
    case 24:
        style.underline = false;
        break;
    case 27:
        style.inverse = false;
        break;
    default:
        break;
    }
}

struct Codes {
    std::array<quint32, mostCodes> values{};
    std::size_t count = 1;
};

Codes codesIn(QByteArrayView parameters) {
    Codes codes;
    for (const char character : parameters) {
        if (character == ';' || character == ':') {
            if (codes.count == mostCodes) {
                break;
            }
            ++codes.count;
        } else if (character >= '0' && character <= '9') {
            quint32& value = codes.values.at(codes.count - 1);
            value = std::min<quint32>(value * 10 + static_cast<quint32>(character - '0'), 9999);
        }
    }
    return codes;
}

void addColor(QByteArray& codes, const AnsiColor& color, char layer) {
    if (color.kind == AnsiColor::Kind::Indexed) {
        codes += QByteArray(1, layer) + "8;5;" + QByteArray::number(color.value) + ';';
    } else if (color.kind == AnsiColor::Kind::Rgb) {
        codes += QByteArray(1, layer) + "8;2;" + QByteArray::number(color.value >> 16) + ';'
            + QByteArray::number(color.value >> 8 & 0xff) + ';' + QByteArray::number(color.value & 0xff) + ';';
    }
}

} // namespace

void applySgr(AnsiStyle& style, QStringView parameters) {
    applySgr(style, QByteArrayView(parameters.toLatin1()));
}

void applySgr(AnsiStyle& style, QByteArrayView parameters) {
    const Codes codes = codesIn(parameters);
    const std::span<const quint32> all(codes.values.data(), codes.count);
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i] == 38) {
            i += readColor(all.subspan(i + 1), style.foreground);
        } else if (all[i] == 48) {
            i += readColor(all.subspan(i + 1), style.background);
        } else if (!applyColor(style, all[i])) {
            applyAttribute(style, all[i]);
        }
    }
}

QByteArray sgrOf(const AnsiStyle& style) {
    QByteArray codes;
    const auto add = [&codes](bool set, const char* code) {
        if (set) {
            codes += code;
        }
    };
    add(style.bold, "1;");
    add(style.dim, "2;");
    add(style.italic, "3;");
    add(style.underline, "4;");
    add(style.inverse, "7;");
    addColor(codes, style.foreground, '3');
    addColor(codes, style.background, '4');
    if (codes.isEmpty()) {
        return {};
    }
    codes.chop(1);
    return "\x1b[" + codes + 'm';
}

} // namespace miaobu
