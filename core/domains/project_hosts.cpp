#include "core/domains/project_hosts.h"

#include "core/store/deployment_table.h"
#include "core/store/domain_table.h"
#include "core/store/preview_table.h"
#include "core/store/route_table.h"

#include <algorithm>

namespace miaobu {

namespace {

int numberOf(const DeploymentTable& deployments, DeploymentId id) {
    const std::optional<Deployment> found = id == 0 ? std::nullopt : deployments.find(id);
    return found ? found->number : 0;
}

} // namespace

QList<ProjectHost> hostsOf(const Database& database, ProjectId project) {
    const DeploymentTable deployments(database);
    const DomainTable domains(database);
    const PreviewTable previews(database);
    QList<ProjectHost> hosts;
    for (const Route& route : RouteTable(database).ofProject(project)) {
        const std::optional<Deployment> live = deployments.live(project, route.target);
        const bool isBehind = !route.own && route.autoUpdate && live && live->id != route.deployment;
        hosts.append({route, domains.find(route.host, route.target), previews.ofHost(route.host, route.target),
            numberOf(deployments, route.deployment), isBehind});
    }
    for (const CustomDomain& domain : domains.ofProject(project)) {
        const auto isIt = [&domain](const ProjectHost& host) {
            return host.route.host == domain.host && host.route.target == domain.target;
        };
        if (std::ranges::none_of(hosts, isIt)) {
            hosts.append({Route{domain.host, project, domain.target, 0, false, true}, domain, std::nullopt, 0, false});
        }
    }
    return hosts;
}

} // namespace miaobu
