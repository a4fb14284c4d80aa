#pragma once

#include "core/model/deployment.h"

#include <QList>
#include <QSet>

namespace miaobu {

/// What has one deployment under way at a time: the site of a project, or one of the previews beside it. What they share is each build's
/// own while it runs (the caches, the mirror), so that a preview need not wait for the site.
struct Lane {
    ProjectId project = 0;
    QString preview; ///< Empty: the site

    bool operator==(const Lane&) const = default;
};

/// Which deployments wait and which run: first come, first served, so many at once, and one at a time in each lane.
class Queue {
public:
    explicit Queue(int limit) : m_limit(limit) { }

    void add(DeploymentId deployment, const Lane& lane);
    /// Takes a waiting one out. \returns whether it was waiting.
    bool remove(DeploymentId deployment);
    /// The next one that can start, now counted as running; 0 when there is none. Those of \a busy projects wait on.
    [[nodiscard]] DeploymentId takeNext(const QSet<ProjectId>& busy);
    /// Gives the place of a running one to the next.
    void finish(DeploymentId deployment);

    [[nodiscard]] QList<DeploymentId> waiting() const;
    [[nodiscard]] bool isEmpty() const { return m_waiting.isEmpty() && m_running.isEmpty(); }
    [[nodiscard]] bool runs(ProjectId project) const;
    [[nodiscard]] bool runs(const Lane& lane) const;
    /// How many run or wait before \a deployment.
    [[nodiscard]] int ahead(DeploymentId deployment) const;

private:
    struct Place {
        DeploymentId deployment = 0;
        Lane lane;
    };

    int m_limit;
    QList<Place> m_waiting;
    QList<Place> m_running;
};

} // namespace miaobu
