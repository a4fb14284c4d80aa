#pragma once

#include <QByteArray>
#include <QString>

namespace miaobu {

/// The longest key of an object, in bytes of UTF-8 (OSS, PutObject).
inline constexpr qsizetype maximumKeyLength = 1023;

/// The name under which a file of the output is published: NFC, as browsers ask for it.
/// \a bytes is the path below the output as the file system has it.
/// \throws Error(OutputNameInvalid) for what is not UTF-8, control characters, a backslash, "." and "..", and paths too long for a key
/// below a prefix of \a prefixLength bytes.
[[nodiscard]] QString publishedName(const QByteArray& bytes, qsizetype prefixLength);

/// Whether a file named so is left out without being asked for: version control, environment files, and what only a build needs.
/// \a isSource: the output is the source itself, as it is for plain HTML.
[[nodiscard]] bool isLeftOut(const QString& path, bool isSource);

} // namespace miaobu
