#pragma once

#include "core/model/project.h"
#include "core/model/project_variable.h"
#include "core/store/database.h"

#include <QByteArray>

namespace miaobu {

/// A variable as it lies in the database.
struct StoredVariable {
    ProjectVariable variable; ///< Without the value of a secret.
    QByteArray sealed; ///< The value of a secret; see core/secrets/envelope.h.
};

/// The variables of the projects. A cheap view over the database: make one wherever it is needed.
class VariableTable {
public:
    explicit VariableTable(const Database& database) : m_database(database) { }

    /// By name.
    [[nodiscard]] QList<StoredVariable> ofProject(ProjectId project) const;
    /// Stores \a stored in the place of the one with its key. \throws Error(Conflict) when there is no such project
    void put(ProjectId project, const StoredVariable& stored) const;
    void remove(ProjectId project, const VariableKey& key) const;

private:
    const Database& m_database;
};

} // namespace miaobu
