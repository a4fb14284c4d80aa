#include "core/domains/domain_service.h"

#include "core/deploy/deployer.h"
#include "core/deploy/owner.h"
#include "core/domains/host_name.h"
#include "core/ports/clock.h"
#include "core/store/domain_table.h"
#include "core/store/preview_table.h"
#include "core/store/project_table.h"
#include "core/store/route_table.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu {

DomainService::DomainService(DomainParts parts, DomainLimits limits)
    : m_parts(std::move(parts)), m_limits(limits), m_operations({[](OperationId) {},
                                                       [](OperationId, const Error& error) {
                                                           if (error.kind != ErrorKind::Cancelled) {
                                                               qWarning("a domain is not watched: %s", error.what());
                                                           }
                                                       },
                                                       [this] { emit idle(); }}),
      m_holder(ownerOfThisProcess()) {
    // A project that has just gone live may be what a domain waits for.
    connect(&m_parts.deployer, &Deployer::routesChanged, this, &DomainService::wakeProject);
}

DomainService::~DomainService() = default;

void DomainService::start() {
    takeUp();
}

void DomainService::takeUp() {
    for (const CustomDomain& domain : DomainTable(m_parts.database).all()) {
        watch({domain.host, domain.target});
    }
}

CustomDomain DomainService::add(ProjectId projectId, const QString& typed, const Target& target) {
    const std::optional<Project> project = ProjectTable(m_parts.database).find(projectId);
    if (!project) {
        throw Error(ErrorKind::ProjectUnknown, QString::number(projectId));
    }
    const ReadHostName read = readHostName(typed);
    if (!read.host) {
        throw Error(ErrorKind::DomainInvalid, typed.trimmed(), hostRefusalName(*read.refusal));
    }
    const QString host = read.host->ascii;
    if (const std::optional<HostRefusal> refusal = refusalOn(host, target, project->slug)) {
        throw Error(ErrorKind::DomainInvalid, host, hostRefusalName(*refusal));
    }
    const bool isBelowBase = miaobu::isBelowBase(host, target);
    const QString name = isBelowBase ? host.chopped(target.baseDomain.size() + 1) : QString();
    const std::optional<Route> route = RouteTable(m_parts.database).find(host, target.name);
    const QList<Preview> previews = PreviewTable(m_parts.database).ofProject(projectId);
    const bool isPreviews = std::ranges::any_of(previews, [&](const Preview& preview) {
        return preview.target == target.name && previewHost(target, project->slug, preview.name) == host;
    });
    const bool isOthers = (route && route->project != projectId) || isPreviews
        || (isBelowBase && ProjectTable(m_parts.database).findBySlug(name).has_value());
    if (isOthers) {
        throw Error(ErrorKind::DomainTaken, host);
    }
    CustomDomain domain;
    domain.host = host;
    domain.target = target.name;
    domain.project = projectId;
    domain.isBelowBase = isBelowBase;
    domain.token = newOwnershipToken();
    domain.createdAt = m_parts.clock.now();
    DomainTable(m_parts.database).insert(domain);
    emit domainChanged(domain);
    watch({host, target.name});
    return domain;
}

OperationId DomainService::addTo(ProjectId project, const QString& typed, const QString& target) {
    return m_operations.begin([this, project, typed, target](OperationId operation, std::stop_token stop) {
        return executeAdd(operation, project, typed, target, stop);
    });
}

QCoro::Task<> DomainService::executeAdd(
    OperationId operation, ProjectId project, QString typed, QString targetName, std::stop_token stop) {
    std::optional<Error> failure;
    try {
        // What cannot work anywhere is said before anything is opened.
        const ReadHostName read = readHostName(typed);
        if (!read.host) {
            throw Error(ErrorKind::DomainInvalid, typed.trimmed(), hostRefusalName(*read.refusal));
        }
        const OpenTarget open = co_await m_parts.targets.open(targetName, stop);
        const CustomDomain domain = add(project, typed, open.target);
        emit added(operation, domain);
    } catch (const Error& error) {
        failure = error;
    }
    if (failure) {
        emit addFailed(operation, *failure);
    }
}

CustomDomain DomainService::domainOrThrow(const QString& host, const QString& target) const {
    const std::optional<CustomDomain> domain = DomainTable(m_parts.database).find(host, target);
    if (!domain) {
        throw Error(ErrorKind::DomainUnknown, host);
    }
    return *domain;
}

void DomainService::lookNow(const QString& host, const QString& target) {
    const CustomDomain domain = domainOrThrow(host, target);
    const Key key{domain.host, domain.target};
    watch(key);
    wake(key);
}

OperationId DomainService::writeRecord(const QString& host, const QString& target) {
    const CustomDomain domain = domainOrThrow(host, target);
    const std::optional<DomainRecord> record = missingRecord(domain);
    if (!record || domain.ownZone.isEmpty()) {
        throw Error(ErrorKind::NotFound, host);
    }
    return m_operations.begin([this, domain, record](OperationId operation, std::stop_token stop) {
        return executeWrite(operation, domain, *record, stop);
    });
}

QCoro::Task<> DomainService::executeWrite(
    OperationId operation, CustomDomain domain, DomainRecord record, std::stop_token stop) {
    std::optional<Error> failure;
    try {
        const OpenTarget open = co_await m_parts.targets.open(domain.target, stop);
        if (!open.zones) {
            throw Error(ErrorKind::NotFound, domain.ownZone);
        }
        // Asked anew: the person may just have been told what is missing. Before anything is written, they are told all of it.
        const ZoneAccess access = co_await open.zones->accessTo(domain.host, stop);
        keepZone(domain, access);
        if (!access.missing.isEmpty()) {
            throw Error(ErrorKind::AccessDenied, access.missing.join(u", "_s), domain.host);
        }
        const ZoneRecord wanted{domain.ownZone, record.type, nameInZone(record.name, domain.ownZone), record.value};
        const QString id = co_await open.zones->write(wanted, stop);
        const DomainTable table(m_parts.database);
        if (std::optional<CustomDomain> stored = table.find(domain.host, domain.target);
            stored && !stored->ownRecords.contains(id)) {
            stored->ownRecords.append(id);
            table.update(*stored);
        }
    } catch (const Error& error) {
        failure = error;
    }
    if (failure) {
        emit writeFailed(operation, *failure);
        co_return;
    }
    emit written(operation);
    wake({domain.host, domain.target});
}

void DomainService::keepZone(const CustomDomain& domain, const ZoneAccess& access) {
    const DomainTable table(m_parts.database);
    std::optional<CustomDomain> stored = table.find(domain.host, domain.target);
    if (stored && stored->zoneMissing != access.missing) {
        stored->zoneMissing = access.missing;
        table.update(*stored);
        emit domainChanged(*stored);
    }
}

void DomainService::remove(const QString& host, const QString& target) {
    CustomDomain domain = domainOrThrow(host, target);
    if (domain.state != DomainState::Removing) {
        domain.state = DomainState::Removing;
        domain.removal = DomainRemoval::Entry;
        domain.attempts = 0;
        domain.report = {};
        domain.nextCheckAt = {};
        DomainTable(m_parts.database).update(domain);
        emit domainChanged(domain);
    }
    lookNow(host, target);
}

void DomainService::forget(const QString& host, const QString& target) {
    const CustomDomain domain = domainOrThrow(host, target);
    if (!canBeForgotten(domain)) {
        throw Error(ErrorKind::RemovalIncomplete, host);
    }
    DomainTable(m_parts.database).remove(host, target);
    if (domain.removal == DomainRemoval::Entry) {
        m_parts.deployer.dropHost(domain.project, host, target);
    }
    emit domainRemoved(domain.project, host, target);
    wake({host, target});
}

} // namespace miaobu
