#pragma once

#include "core/model/deployment.h"

#include <QList>
#include <QSet>

namespace miaobu {

/// Which deployments wait and which run: first come, first served, so many at once, and one at a time for each project
/// (two builds of one project would share its caches).
class Queue {
public:
    explicit Queue(int limit) : m_limit(limit) { }

    void add(DeploymentId deployment, ProjectId project);
    /// Takes a waiting one out. \returns whether it was waiting.
    bool remove(DeploymentId deployment);
    /// The next one that can start, now counted as running; 0 when there is none. Those of \a busy projects wait on.
    [[nodiscard]] DeploymentId takeNext(const QSet<ProjectId>& busy);
    /// Gives the place of a running one to the next.
    void finish(DeploymentId deployment);

    [[nodiscard]] QList<DeploymentId> waiting() const;
    [[nodiscard]] bool isEmpty() const { return m_waiting.isEmpty() && m_running.isEmpty(); }
    [[nodiscard]] bool runs(ProjectId project) const;
    /// How many run or wait before \a deployment.
    [[nodiscard]] int ahead(DeploymentId deployment) const;

private:
    struct Place {
        DeploymentId deployment = 0;
        ProjectId project = 0;
    };

    int m_limit;
    QList<Place> m_waiting;
    QList<Place> m_running;
};

} // namespace miaobu
