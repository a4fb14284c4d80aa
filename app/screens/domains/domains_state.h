#pragma once

#include "app/screens/common/shown_error.h"
#include "core/domains/project_hosts.h"
#include "core/model/target.h"

namespace miaobu::app {

/// What the tab of a project's domains shows.
struct DomainsState {
    QList<ProjectHost> hosts; ///< Every one of the project; its own first
    QList<Deployment> choices; ///< Complete deployments that a domain can be pinned to, newest first
    std::optional<ShownError> error; ///< Of what was asked for last
    bool isHere = false; ///< The project is on this computer, where no visitor comes.
    bool isAdding = false;
    bool isChanging = false; ///< What a host serves is being changed.
    QDateTime now; ///< UTC

    /// There is nothing but the project's own host.
    [[nodiscard]] bool isBare() const {
        return std::ranges::none_of(hosts, [](const ProjectHost& host) { return !host.route.own; });
    }
};

/// Whether a domain has a card of its own: until nothing is the matter with it.
[[nodiscard]] inline bool needsCard(const ProjectHost& host) {
    return host.domain
        && (host.domain->state != DomainState::Live
            || (host.domain->report.problem != DomainProblem::None
                && host.domain->report.problem != DomainProblem::Unchecked));
}

} // namespace miaobu::app
