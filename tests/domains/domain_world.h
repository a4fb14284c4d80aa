#pragma once

#include "core/dns/resolvers.h"
#include "core/domains/domain_service.h"
#include "core/domains/ownership.h"
#include "core/store/domain_table.h"
#include "tests/deploy/emulator_cloud.h"
#include "tests/support/doh_server.h"

#include <QSignalSpy>

namespace miaobu::test {

/// A clock that a test sets forward.
class SetClock final : public Clock {
public:
    qint64 aheadSeconds = 0;
    [[nodiscard]] QDateTime now() const override { return QDateTime::currentDateTimeUtc().addSecs(aheadSeconds); }
};

/// A project on the emulator, public resolvers that the test scripts, and the service that leads domains, which looks often.
class DomainWorld {
public:
    /// \a pause: between two looks at the same stage, at first.
    explicit DomainWorld(std::chrono::milliseconds pause = std::chrono::milliseconds(10))
        : DomainWorld(looksEvery(pause)) { }
    explicit DomainWorld(const DomainLimits& limits) : world(cloud.targets()), m_limits(limits) {
        world.stop();
        project = [this] {
            world.start();
            return EmulatorCloud::prepare(world, QStringLiteral("shop"));
        }();
        world.stop();
        resolver = std::make_unique<Resolvers>(std::make_shared<HttpClient>(), [this] { return dns.resolvers(); });
        ownership = std::make_unique<Ownership>(*world.database, *resolver);
        startAgain();
        target = await(world.targets->open(localTargetName, {})).target;
    }

    ~DomainWorld() { stop(); }
    DomainWorld(const DomainWorld&) = delete;
    DomainWorld& operator=(const DomainWorld&) = delete;

    /// As the next start of the program would.
    void startAgain() {
        stop();
        DeployParts parts = world.parts();
        parts.ownership = ownership.get();
        world.deployer.emplace(parts, world.limits);
        service.emplace(DomainParts{*world.database, *world.targets, *world.deployer, *resolver, clock}, m_limits);
        live = std::make_unique<QSignalSpy>(&*service, &DomainService::wentLive);
        service->start();
    }

    void stop() {
        if (service) {
            const QSignalSpy idle(&*service, &DomainService::idle);
            service->shutDown();
            QTRY_VERIFY_WITH_TIMEOUT(!idle.isEmpty(), 20'000);
            service.reset();
        }
        world.stop();
    }

    CustomDomain add(const QString& typed) { return service->add(project.id, typed, target); }
    [[nodiscard]] std::optional<CustomDomain> find(const QString& host) const {
        return DomainTable(*world.database).find(host, localTargetName);
    }
    [[nodiscard]] CustomDomain at(const QString& host) const { return find(host).value_or(CustomDomain()); }
    [[nodiscard]] DomainProblem problem(const QString& host) const { return at(host).report.problem; }
    [[nodiscard]] bool isWaiting(const QString& host, DomainStage stage, DomainProblem why) const {
        const CustomDomain domain = at(host);
        return domain.stage == stage && domain.report.problem == why;
    }
    [[nodiscard]] bool isLive(const QString& host) const {
        const CustomDomain domain = at(host);
        return domain.state == DomainState::Live && domain.report.problem == DomainProblem::None;
    }
    void proveOwnership(const QString& host) { dns.setTxt(ownershipName(host), {at(host).token}); }
    void lead(const QString& host) { dns.setCname(host, cloud.info().cnameTarget); }
    [[nodiscard]] std::optional<CustomHostname> hostname(const QString& host) {
        const OpenTarget open = await(world.targets->open(localTargetName, {}));
        return await(open.domains->find(host, {}));
    }
    [[nodiscard]] std::optional<RoutingEntry> entry(const QString& host) {
        const OpenTarget open = await(world.targets->open(localTargetName, {}));
        return await(open.router->readEntry(host, {}));
    }
    /// How many calls made something for \a host in the cloud since the last program().
    [[nodiscard]] int made() const {
        return cloud.callsOf(QStringLiteral("CreateCustomHostname")) + cloud.callsOf(QStringLiteral("PutKv"));
    }

    EmulatorCloud cloud;
    DohServer dns;
    World world;
    SetClock clock;
    Project project;
    Target target;
    std::unique_ptr<Resolvers> resolver;
    std::unique_ptr<Ownership> ownership;
    std::optional<DomainService> service;
    std::unique_ptr<QSignalSpy> live;

private:
    static DomainLimits looksEvery(std::chrono::milliseconds pause) {
        DomainLimits limits;
        limits.firstPause = pause;
        limits.longestPause = std::max(pause, std::chrono::milliseconds(100));
        limits.liveLook = std::chrono::milliseconds(50);
        return limits;
    }

    DomainLimits m_limits;
};

} // namespace miaobu::test
