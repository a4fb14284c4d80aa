#pragma once

#include "core/model/environment_variable.h"

#include <QList>
#include <QProcessEnvironment>
#include <QStringList>

namespace miaobu {

/// Install must see no NODE_ENV, or package managers leave out the devDependencies the build needs.
enum class BuildPhase { Install, Build };

struct BuildEnvironment {
    QProcessEnvironment environment;
    QStringList
        refused; ///< Names of project variables that were not taken, because they would change which programs run.
    QStringList
        risky; ///< Names that were taken and often surprise (NODE_OPTIONS, NODE_ENV …): worth a note in the log.
};

/// The environment a repository's own code may see: an allow-list of \a host (places, language, proxy, registry and CA
/// settings), what makes tools quiet and unattended, and the project's variables, which win. Tokens, keys, the
/// desktop's sockets and the loader's variables never come through.
/// \a path is the PATH to use; \a host may be the login shell's or this process's environment.
[[nodiscard]] BuildEnvironment buildEnvironment(const QProcessEnvironment& host, const QString& path,
    const QList<EnvironmentVariable>& variables, BuildPhase phase);

} // namespace miaobu
