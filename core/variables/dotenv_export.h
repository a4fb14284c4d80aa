#pragma once

#include "core/model/project_variable.h"

#include <QByteArray>
#include <QStringList>

namespace miaobu {

struct DotenvExport {
    QByteArray text;
    QStringList leftOut; ///< Secrets, named in the text's comments.
};

/// The variables of a deployment to \a environment as the text of a .env file, without the secrets.
[[nodiscard]] DotenvExport exportDotenv(const QList<ProjectVariable>& variables, VariableScope environment);

} // namespace miaobu
