#pragma once

#include "core/model/build_plan.h"
#include "core/model/source.h"
#include "core/model/web_app.h"

#include <QDateTime>

namespace miaobu {

using ProjectId = qint64;

/// One repository or folder that becomes one site. The slug never changes: it is the path of the objects and the host name.
struct Project {
    ProjectId id = 0;
    QString slug;
    QString name;
    Source source;
    QString target; ///< Name of the target that a plain Deploy goes to.
    BuildOverrides overrides;
    BuildPlan plan; ///< As detected at the last look, without the overrides.
    QDateTime createdAt; ///< UTC
    FunctionSettings function{}; ///< Of a web app
    bool pinned = false; ///< Shown at the top of the list.

    bool operator==(const Project&) const = default;
};

} // namespace miaobu
