#pragma once

#include "core/model/deployment.h"

#include <QSqlQuery>

namespace miaobu {

/// The columns of a Deployment in the order deploymentFromRow() reads them.
[[nodiscard]] QString deploymentColumns();
[[nodiscard]] Deployment deploymentFromRow(const QSqlQuery& row);

/// Binds every column of deploymentColumns() by its name with a colon before it.
void bindDeployment(QSqlQuery& query, const Deployment& deployment);

} // namespace miaobu
