#include "core/domains/domain_service.h"

#include "core/async/cancel.h"
#include "core/async/sleep.h"
#include "core/deploy/deployer.h"
#include "core/deploy/owner.h"
#include "core/domains/domain_removal.h"
#include "core/domains/domain_steps.h"
#include "core/domains/host_name.h"
#include "core/ports/clock.h"
#include "core/store/domain_table.h"
#include "core/store/project_table.h"
#include "core/store/route_table.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

QString newToken() {
    std::array<quint32, 4> random{};
    QRandomGenerator::system()->fillRange(random.data(), random.size());
    const QByteArray bytes(reinterpret_cast<const char*>(random.data()), sizeof random);
    return u"miaobu-verification="_s + QString::fromLatin1(bytes.toHex());
}

/// Whether nothing more is to come but the daily look.
bool isQuiet(const CustomDomain& domain) {
    return domain.state == DomainState::Live && domain.report.problem == DomainProblem::None;
}

} // namespace

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
    const bool isOthers = (route && route->project != projectId)
        || (isBelowBase && ProjectTable(m_parts.database).findBySlug(name).has_value());
    if (isOthers) {
        throw Error(ErrorKind::DomainTaken, host);
    }
    CustomDomain domain;
    domain.host = host;
    domain.target = target.name;
    domain.project = projectId;
    domain.isBelowBase = isBelowBase;
    domain.token = newToken();
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
    if (domain.state != DomainState::Removing || domain.removal != DomainRemoval::Record) {
        throw Error(ErrorKind::RemovalIncomplete, host);
    }
    DomainTable(m_parts.database).remove(host, target);
    emit domainRemoved(domain.project, host, target);
    wake({host, target});
}

void DomainService::watch(const Key& key) {
    if (m_watches.contains(key)) {
        return;
    }
    auto begun = std::make_shared<Watch>();
    m_watches.insert(key, begun);
    begun->operation = m_operations.begin(
        [this, key, begun](OperationId, std::stop_token stop) { return executeWatch(key, begun, stop); });
}

void DomainService::wake(const Key& key) {
    if (const std::shared_ptr<Watch> found = m_watches.value(key)) {
        found->isAskedAgain = true;
        found->pause.request_stop();
    }
}

void DomainService::wakeProject(ProjectId project) {
    for (const CustomDomain& domain : DomainTable(m_parts.database).ofProject(project)) {
        if (domain.report.problem == DomainProblem::NotDeployed
            || domain.report.problem == DomainProblem::DeploymentActive) {
            wake({domain.host, domain.target});
        }
    }
}

QCoro::Task<> DomainService::executeWatch(Key key, std::shared_ptr<Watch> watch, std::stop_token stop) {
    std::exception_ptr failure;
    try {
        bool isThere = true;
        while (isThere) {
            watch->isAskedAgain = false;
            isThere = co_await look(key, stop);
            if (isThere && !watch->isAskedAgain) {
                co_await pause(key, watch, stop);
            }
        }
    } catch (...) {
        failure = std::current_exception();
    }
    m_watches.remove(key);
    if (failure) {
        std::rethrow_exception(failure);
    }
}

QCoro::Task<bool> DomainService::look(Key key, std::stop_token stop) {
    throwIfCancelled(stop);
    const DomainTable table(m_parts.database);
    const std::optional<CustomDomain> before = table.find(key.first, key.second);
    if (!before) {
        co_return false;
    }
    const QDateTime now = m_parts.clock.now();
    if (!table.hold(key.first, key.second, m_holder, now, now.addMSecs(m_limits.hold.count()))) {
        co_return true;
    }
    bool isGone = false;
    std::exception_ptr failure;
    try {
        const auto changed = [this](const CustomDomain& domain) { store(domain); };
        if (before->state == DomainState::Removing) {
            const DomainRemovalSteps steps(m_parts);
            isGone = co_await steps.advance(*before, changed, stop);
        } else {
            const DomainSteps steps(m_parts);
            const CustomDomain after = co_await steps.advance(*before, changed, stop);
            tellEnd(*before, after);
        }
    } catch (const Error& error) {
        // Begun to be removed meanwhile: the next look takes it away.
        if (error.kind != ErrorKind::Cancelled || stop.stop_requested()) {
            failure = std::current_exception();
        }
    }
    table.release(key.first, key.second, m_holder);
    if (failure) {
        std::rethrow_exception(failure);
    }
    if (isGone) {
        table.remove(key.first, key.second);
        emit domainRemoved(before->project, key.first, key.second);
    }
    co_return !isGone;
}

QCoro::Task<> DomainService::pause(Key key, std::shared_ptr<Watch> watch, std::stop_token stop) {
    const DomainTable table(m_parts.database);
    std::optional<CustomDomain> domain = table.find(key.first, key.second);
    if (!domain) {
        co_return;
    }
    const std::chrono::milliseconds length = pauseOf(*domain);
    domain->nextCheckAt = m_parts.clock.now().addMSecs(length.count());
    table.update(*domain);
    emit domainChanged(*domain);
    watch->pause = std::stop_source();
    const std::stop_token woken = watch->pause.get_token();
    const std::stop_callback onStop(stop, [watch] { watch->pause.request_stop(); });
    try {
        co_await sleepFor(length, woken);
    } catch (const Error& error) {
        if (error.kind != ErrorKind::Cancelled || stop.stop_requested()) {
            throw;
        }
    }
}

void DomainService::store(const CustomDomain& domain) {
    const DomainTable table(m_parts.database);
    const std::optional<CustomDomain> stored = table.find(domain.host, domain.target);
    const bool isBeingRemoved
        = stored && stored->state == DomainState::Removing && domain.state != DomainState::Removing;
    if (!stored || isBeingRemoved) {
        throw Error(ErrorKind::Cancelled, domain.host);
    }
    CustomDomain kept = domain;
    kept.nextCheckAt = {};
    // Records are written while a look is under way.
    kept.ownRecords = stored->ownRecords;
    table.update(kept);
    emit domainChanged(kept);
}

void DomainService::tellEnd(const CustomDomain& before, const CustomDomain& after) {
    if (before.state != DomainState::Live && after.state == DomainState::Live) {
        emit wentLive(after);
    }
    warnOfExpiry(after);
}

void DomainService::warnOfExpiry(const CustomDomain& domain) {
    const bool isNear = domain.certificateExpiry.isValid()
        && m_parts.clock.now().daysTo(domain.certificateExpiry) <= m_limits.expiryDays;
    if (domain.state == DomainState::Live && isNear && domain.warnedExpiry != domain.certificateExpiry) {
        CustomDomain warned = domain;
        warned.warnedExpiry = domain.certificateExpiry;
        store(warned);
        emit expiryNear(warned);
    }
}

std::chrono::milliseconds DomainService::pauseOf(const CustomDomain& domain) const {
    if (isQuiet(domain)) {
        return m_limits.liveLook;
    }
    const int doublings = std::clamp(domain.attempts - 1, 0, 20);
    return std::min(m_limits.longestPause, std::chrono::milliseconds(m_limits.firstPause.count() << doublings));
}

} // namespace miaobu
