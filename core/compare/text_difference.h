#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace miaobu {

/// One line of two texts side by side.
struct DifferenceLine {
    enum class Kind { Same, Added, Removed, Gap /**< Lines between here and the next are the same and not listed. */ };

    Kind kind = Kind::Same;
    int numberBefore = 0; ///< From 1; 0 where the text before does not have it
    int numberAfter = 0;
    QString text; ///< Without its line end; cut after 2,000 characters, as those of minified files would be

    bool operator==(const DifferenceLine&) const = default;
};

struct TextDifference {
    QList<DifferenceLine> lines; ///< Changes with three lines around them. Empty: the texts are the same.
    bool isCut = false; ///< There are more changes than are listed.

    bool operator==(const TextDifference&) const = default;
};

/// Whether \a content can be shown as text: UTF-8 without a NUL.
[[nodiscard]] bool isText(const QByteArray& content);

/// The lines in which two texts differ, by Git's own algorithm. At most 5,000 lines are listed.
/// Pure; may take long for large texts, so it belongs on the pool. \throws Error(Internal)
[[nodiscard]] TextDifference differenceOf(const QByteArray& before, const QByteArray& after);

} // namespace miaobu
