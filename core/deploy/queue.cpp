#include "core/deploy/queue.h"

#include <algorithm>

namespace miaobu {

void Queue::add(DeploymentId deployment, const Lane& lane) {
    m_waiting.append({deployment, lane});
}

bool Queue::remove(DeploymentId deployment) {
    return m_waiting.removeIf([deployment](const Place& place) { return place.deployment == deployment; }) > 0;
}

DeploymentId Queue::takeNext(const QSet<ProjectId>& busy) {
    if (m_running.size() >= m_limit) {
        return 0;
    }
    const auto canStart = [&](const Place& place) { return !busy.contains(place.lane.project) && !runs(place.lane); };
    const auto next = std::find_if(m_waiting.begin(), m_waiting.end(), canStart);
    if (next == m_waiting.end()) {
        return 0;
    }
    const Place place = *next;
    m_waiting.erase(next);
    m_running.append(place);
    return place.deployment;
}

void Queue::finish(DeploymentId deployment) {
    m_running.removeIf([deployment](const Place& place) { return place.deployment == deployment; });
}

QList<DeploymentId> Queue::waiting() const {
    QList<DeploymentId> deployments;
    for (const Place& place : m_waiting) {
        deployments.append(place.deployment);
    }
    return deployments;
}

bool Queue::runs(ProjectId project) const {
    return std::any_of(
        m_running.begin(), m_running.end(), [project](const Place& place) { return place.lane.project == project; });
}

bool Queue::runs(const Lane& lane) const {
    return std::any_of(m_running.begin(), m_running.end(), [&lane](const Place& place) { return place.lane == lane; });
}

int Queue::ahead(DeploymentId deployment) const {
    const auto isIt = [deployment](const Place& place) { return place.deployment == deployment; };
    const auto found = std::find_if(m_waiting.begin(), m_waiting.end(), isIt);
    return static_cast<int>(m_running.size() + std::distance(m_waiting.begin(), found));
}

} // namespace miaobu
