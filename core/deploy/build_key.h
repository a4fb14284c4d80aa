#pragma once

#include "core/model/build_plan.h"
#include "core/model/environment_variable.h"
#include "core/model/source.h"

#include <QByteArray>
#include <QList>

namespace miaobu {

/// Names everything that decides what a build gives: the source's content, the plan, the tools and the variables.
/// Two builds with the same key give the same files, so that the second one can be left out.
/// \a salt is this computer's own secret: the key is stored beside the files, and values must not be guessed from it.
/// Empty when the content has no name.
[[nodiscard]] QString buildKey(const Revision& revision, const BuildPlan& plan, const QString& toolchain,
    QList<EnvironmentVariable> variables, const QByteArray& salt);

} // namespace miaobu
