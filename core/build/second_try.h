#pragma once

#include <QString>

#include <optional>

namespace miaobu {

/// What a failed command is worth trying once more with, where older projects meet newer tools.
struct SecondTry {
    QString line; ///< The command to run
    QString nodeOptions; ///< NODE_OPTIONS for it
    QString reason; ///< A sentence for the log
};

/// What to try after \a line, run with \a nodeOptions, has failed and printed \a output: an install that does not hold to
/// a lockfile out of step (looserInstall()); npm's older way with peer dependencies, which since npm 7 stop an install
/// where they disagree; the hashes of webpack 4, which OpenSSL 3 keeps in a provider that Node.js since 17 must be told
/// to load. Nothing for every other failure, and nothing that \a line and \a nodeOptions say already.
[[nodiscard]] std::optional<SecondTry> secondTry(
    const QString& line, const QString& nodeOptions, const QString& output);

} // namespace miaobu
