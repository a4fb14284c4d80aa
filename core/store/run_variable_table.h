#pragma once

#include "core/model/deployment.h"
#include "core/store/database.h"

#include <QByteArray>
#include <QList>

namespace miaobu {

/// A variable that a deployment runs with, as it lies in the database.
struct StoredRunVariable {
    QString name;
    QString value; ///< Of one that is not secret
    QByteArray sealed; ///< The value of a secret; see core/secrets/envelope.h.
    bool secret = false;
};

/// The variables that deployments of web apps run with. A cheap view over the database: make one wherever it is needed.
class RunVariableTable {
public:
    explicit RunVariableTable(const Database& database) : m_database(database) { }

    /// By name.
    [[nodiscard]] QList<StoredRunVariable> of(DeploymentId deployment) const;
    /// Stores \a variables in the place of those it had.
    void put(DeploymentId deployment, const QList<StoredRunVariable>& variables) const;

private:
    const Database& m_database;
};

} // namespace miaobu
