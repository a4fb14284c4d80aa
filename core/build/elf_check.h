#pragma once

#include <QString>

namespace miaobu {

/// Why the file at \a path, if it is an ELF file, does not run on linux/amd64 with glibc 2.\a glibcMinor; empty when it
/// does, or is no ELF file. Reads what it needs of the file and believes nothing in it.
[[nodiscard]] QString elfProblem(const QString& path, int glibcMinor);

} // namespace miaobu
