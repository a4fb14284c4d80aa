#pragma once

#include <QString>

#include <optional>

namespace miaobu {

/// \a command as it is run where there is a lockfile: a plain "npm install", flags or not, becomes "npm ci", those of
/// the other package managers may not change the lockfile. \a managerMajor tells yarn's two families of flags apart.
/// Anything else is the person's own choice and stays as it is.
[[nodiscard]] QString lockedInstall(const QString& command, qint64 managerMajor);

/// What to try after \a command, as lockedInstall() gave it, printed \a output and failed: the same without the demand
/// that the lockfile is in step. Nothing when the lockfile was not the cause.
[[nodiscard]] std::optional<QString> looserInstall(const QString& command, const QString& output);

/// Whether \a command is one package manager's install and nothing more, so that it may run where the lockfile is.
[[nodiscard]] bool isPlainInstall(const QString& command);

} // namespace miaobu
