#pragma once

#include "core/detect/invocation.h"

#include <QList>

namespace miaobu {

/// Everything the script \a name of \a scripts runs, with its pre and post scripts, in order; scripts it calls are
/// followed.
[[nodiscard]] QList<Invocation> invocationsOf(const QMap<QString, QString>& scripts, const QString& name);

/// The script of the package in \a app that \a line, run in \a folder, calls last through a package manager ("npm run
/// x", "cd site && yarn x"); empty when it calls none. Both folders are relative to the repository.
[[nodiscard]] QString calledScript(
    const QMap<QString, QString>& scripts, const QString& line, const QString& folder, const QString& app);

} // namespace miaobu
