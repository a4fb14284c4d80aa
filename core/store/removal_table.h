#pragma once

#include "core/model/project.h"
#include "core/model/removal.h"
#include "core/store/database.h"

#include <QList>

namespace miaobu {

/// The checklists of the projects that are being removed. A cheap view over the database.
class RemovalTable {
public:
    explicit RemovalTable(const Database& database) : m_database(database) { }

    /// In their order; none: the project is not being removed.
    [[nodiscard]] QList<RemovalStep> ofProject(ProjectId project) const;
    [[nodiscard]] bool isBeingRemoved(ProjectId project) const;
    /// The projects whose removal was begun and has not ended.
    [[nodiscard]] QList<ProjectId> projects() const;

    /// Stores the whole checklist. Nothing happens for a project that is gone.
    void put(ProjectId project, const QList<RemovalStep>& steps) const;
    /// Stores state and error of the step at \a position.
    void update(ProjectId project, int position, const RemovalStep& step) const;
    void remove(ProjectId project) const;

private:
    const Database& m_database;
};

} // namespace miaobu
