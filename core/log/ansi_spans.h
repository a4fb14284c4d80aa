#pragma once

#include "core/log/ansi_style.h"

#include <QList>
#include <QString>

namespace miaobu {

/// A stretch of the plain text that looks alike.
struct AnsiSpan {
    qsizetype start = 0; ///< In UTF-16 units of the plain text
    qsizetype length = 0;
    AnsiStyle style;

    bool operator==(const AnsiSpan&) const = default;
};

struct AnsiText {
    QString plain;
    QList<AnsiSpan> spans; ///< In order, without overlap; what no span covers has the default style.
};

/// Takes the text of a LogLine apart. Every line of a log stands for itself: it begins in the default style.
[[nodiscard]] AnsiText parseAnsi(const QString& text);

/// The plain text alone.
[[nodiscard]] QString withoutAnsi(const QString& text);

} // namespace miaobu
