#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace miaobu {

/// Shorter values are never masked: "1", "true" and "dev" would take the log apart.
inline constexpr qsizetype shortestSecret = 6;

/// How \a secret may be written: as it is, URL-encoded, JSON-escaped, and in base64 wherever it stands in the encoded text.
[[nodiscard]] QList<QByteArray> secretEncodings(const QString& secret);

/// Every byte string under which \a secret may be printed, in the shape in which LineSplitter gives lines; a secret of several lines gives each
/// of its lines.
[[nodiscard]] QList<QByteArray> secretForms(const QString& secret);

} // namespace miaobu
