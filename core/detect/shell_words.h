#pragma once

#include <QList>
#include <QStringList>

namespace miaobu {

/// The simple commands of a line a shell would run, each as its words without quotes: "a && b 'c d'" → {a}, {b, c d}.
/// Redirections stay as words of their own (">", "file"). Never fails.
[[nodiscard]] QList<QStringList> shellCommands(const QString& line);

} // namespace miaobu
