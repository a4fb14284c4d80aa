#pragma once

#include <QString>
#include <QUrl>

namespace miaobu {

/// What a web page says of itself in its head. The text is anybody's; each part is cut to what a card can show.
struct PageHead {
    QString title;
    QString description;
    QUrl icon; ///< Absolute; empty where the page names none
    QUrl image; ///< The picture it offers to those who link to it (og:image); absolute

    bool operator==(const PageHead&) const = default;
};

/// Reads the head of \a html, which was found at \a address. Never fails: what cannot be read is left empty.
[[nodiscard]] PageHead pageHeadOf(const QByteArray& html, const QUrl& address);

} // namespace miaobu
