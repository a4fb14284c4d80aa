#include "core/store/preview_table.h"
#include "tests/domains/domain_world.h"

using namespace Qt::StringLiterals;
using namespace miaobu;
using miaobu::test::DomainWorld;

namespace {

const QString host = u"www.shop.cn"_s;
constexpr int patience = 20'000;

} // namespace

#define WAITS_FOR(stage, problem) QTRY_VERIFY_WITH_TIMEOUT(world.isWaiting(host, stage, problem), patience)

/// S22 to S26 against the emulator and scripted resolvers: what DNS holds, and how a domain goes on by itself. Nobody clicks anything.
class TestDomainFlow : public QObject {
    Q_OBJECT

private slots:
    void aDomainGoesLiveByItself() {
        DomainWorld world;
        const Deployment deployment = world.world.deploy(world.project.id);
        world.cloud.program({});
        const CustomDomain added = world.add(u" https://WWW.shop.cn/ "_s);
        QCOMPARE(added.host, host);
        WAITS_FOR(DomainStage::Ownership, DomainProblem::RecordMissing);
        QCOMPARE(world.at(host).report.answers.size(), 3);
        QCOMPARE(world.at(host).needsIcp, false);
        QVERIFY(world.at(host).nextCheckAt.isValid());
        QVERIFY(!world.at(host).cnameTarget.isEmpty());
        QCOMPARE(world.made(), 0);

        world.dns.setTxt(ownershipName(host), {u"miaobu-verification=another"_s});
        WAITS_FOR(DomainStage::Ownership, DomainProblem::RecordWrong);
        QCOMPARE(world.at(host).report.found, u"miaobu-verification=another"_s);
        world.proveOwnership(host);
        WAITS_FOR(DomainStage::Cname, DomainProblem::RecordMissing);

        world.dns.setCname(host, u"old-host.example"_s);
        WAITS_FOR(DomainStage::Cname, DomainProblem::RecordWrong);
        QCOMPARE(world.at(host).report.found, u"old-host.example"_s);
        // Nothing is made in the cloud before DNS proves it.
        QCOMPARE(world.made(), 0);

        world.lead(host);
        QTRY_VERIFY_WITH_TIMEOUT(world.isLive(host), patience);
        QCOMPARE(world.live->size(), 1);
        QCOMPARE(world.cloud.visitHost(host), "old page"_ba);
        QVERIFY(world.at(host).certificateExpiry.isValid());
        const std::optional<Route> route = RouteTable(*world.world.database).find(host, localTargetName);
        QCOMPARE(route->deployment, deployment.id);
        QVERIFY(!route->own);
        QVERIFY(route->autoUpdate);
    }

    void aNameBelowTheBaseDomainIsLiveAtOnce() {
        DomainWorld world;
        world.world.deploy(world.project.id);
        world.cloud.program({});
        const CustomDomain added = world.add(u"second.localhost"_s);
        QVERIFY(added.isBelowBase);
        QTRY_VERIFY_WITH_TIMEOUT(world.isLive(u"second.localhost"_s), patience);
        QCOMPARE(world.cloud.visitHost(u"second.localhost"_s), "old page"_ba);
        QCOMPARE(world.cloud.callsOf(u"CreateCustomHostname"_s), 0);
        QCOMPARE(world.dns.questions, 0);
    }

    void whatCannotWorkIsRefused() {
        DomainWorld world;
        const auto refused = [&world](const QString& typed) {
            try {
                world.add(typed);
            } catch (const Error& error) {
                return errorKindName(error.kind) + u' ' + error.detail;
            }
            return u"added"_s;
        };
        QCOMPARE(refused(u"*.shop.cn"_s), u"DomainInvalid wildcard"_s);
        QCOMPARE(refused(u"com.cn"_s), u"DomainInvalid public-suffix"_s);
        QCOMPARE(refused(u"www.localhost"_s), u"DomainInvalid base-reserved"_s);
        QCOMPARE(refused(u"shop.localhost"_s), u"DomainInvalid base-reserved"_s);
        QCOMPARE(refused(u"10.0.0.1"_s), u"DomainInvalid address"_s);
        const Project other = world.world.addProject(u"other"_s);
        QCOMPARE(refused(u"other.localhost"_s), u"DomainTaken "_s);
        // A preview answers there, or is about to.
        PreviewTable(*world.world.database)
            .put({world.project.id, localTargetName, u"redesign"_s, {}, u"redesign"_s, true,
                QDateTime::currentDateTimeUtc()});
        QCOMPARE(refused(u"shop-redesign.localhost"_s), u"DomainTaken "_s);
        QCOMPARE(refused(host), u"added"_s);
        QCOMPARE(refused(host), u"DomainTaken "_s);
        QVERIFY_THROWS_EXCEPTION(Error, world.service->add(other.id, host, world.target));
    }

    void anAliasMayLeadThroughOthers() {
        DomainWorld world;
        world.world.deploy(world.project.id);
        world.add(host);
        world.proveOwnership(host);
        world.dns.setCname(host, u"brand.shop.cn"_s);
        world.dns.setCname(u"brand.shop.cn"_s, world.cloud.info().cnameTarget);
        QTRY_VERIFY_WITH_TIMEOUT(world.isLive(host), patience);
    }

    void aHiddenAliasIsExplainedAndWorksOnceItIsShown() {
        DomainWorld world;
        world.world.deploy(world.project.id);
        world.cloud.program({});
        world.add(host);
        world.proveOwnership(host);
        world.dns.setAddresses(world.cloud.info().cnameTarget, {u"192.0.2.10"_s});
        // Proxied by its provider.
        world.dns.setAddresses(host, {u"104.16.0.1"_s});
        WAITS_FOR(DomainStage::Cname, DomainProblem::AddressInstead);
        QCOMPARE(world.at(host).report.found, u"104.16.0.1"_s);
        QCOMPARE(world.made(), 0);
        // "DNS only"
        world.dns.setAddresses(host, {});
        world.lead(host);
        QTRY_VERIFY_WITH_TIMEOUT(world.isLive(host), patience);
    }

    void anApexIsExplained() {
        DomainWorld world;
        world.world.deploy(world.project.id);
        const QString apex = u"shop.cn"_s;
        world.add(apex);
        // The proof may stand at the domain itself.
        world.dns.setTxt(apex, {u"v=spf1 -all"_s, world.at(apex).token});
        world.dns.setAddresses(apex, {u"203.0.113.1"_s});
        QTRY_VERIFY_WITH_TIMEOUT(world.isWaiting(apex, DomainStage::Cname, DomainProblem::AddressAtApex), patience);
        world.dns.setAddresses(world.cloud.info().cnameTarget, {u"192.0.2.10"_s});
        world.dns.setAddresses(apex, {u"192.0.2.10"_s});
        QTRY_VERIFY_WITH_TIMEOUT(world.isLive(apex), patience);
    }

    void resolversThatDisagreeAreWaitedFor() {
        DomainWorld world;
        world.world.deploy(world.project.id);
        world.add(host);
        const QString token = world.at(host).token;
        world.dns.setTxt(ownershipName(host), {token}, u"one"_s);
        WAITS_FOR(DomainStage::Ownership, DomainProblem::ResolversDisagree);
        const QList<DnsAnswer> answers = world.at(host).report.answers;
        QCOMPARE(std::count_if(answers.begin(), answers.end(), [](const DnsAnswer& a) { return a.fits; }), 1);
        world.dns.failing = {u"two"_s, u"three"_s};
        WAITS_FOR(DomainStage::Cname, DomainProblem::RecordMissing);
        world.dns.failing.append(u"one"_s);
        // Only the computer's own is left, which knows nothing of it.
        QTRY_VERIFY_WITH_TIMEOUT(world.problem(host) == DomainProblem::NoResolver
                || world.at(host).report.answers.constLast().place == DnsAnswer::Place::System,
            60'000);
        world.dns.failing.clear();
        world.dns.setTxt(ownershipName(host), {token});
        world.lead(host);
        QTRY_VERIFY_WITH_TIMEOUT(world.isLive(host), 60'000);
    }

    void itWaitsForTheFirstDeployment() {
        DomainWorld world;
        world.add(host);
        world.proveOwnership(host);
        world.lead(host);
        WAITS_FOR(DomainStage::Hostname, DomainProblem::NotDeployed);
        QVERIFY(!world.hostname(host));
        world.world.deploy(world.project.id);
        QTRY_VERIFY_WITH_TIMEOUT(world.isLive(host), patience);
    }

    void aProofThatIsGoneBeforeTheHostIsTakenStopsIt() {
        DomainWorld world;
        world.add(host);
        world.proveOwnership(host);
        world.lead(host);
        WAITS_FOR(DomainStage::Hostname, DomainProblem::NotDeployed);
        world.dns.setTxt(ownershipName(host), {});
        world.world.deploy(world.project.id);
        WAITS_FOR(DomainStage::Ownership, DomainProblem::RecordMissing);
        QVERIFY(!world.hostname(host));
        QVERIFY(!world.entry(host));
        world.proveOwnership(host);
        QTRY_VERIFY_WITH_TIMEOUT(world.isLive(host), patience);
    }

    void looksGrowRarerUntilSomethingHappens() {
        DomainLimits limits;
        limits.firstPause = std::chrono::hours(1);
        limits.longestPause = std::chrono::hours(4);
        DomainWorld world(limits);
        world.add(host);
        const auto hoursAfterLook = [&world](int look) {
            const CustomDomain domain = world.at(host);
            const bool isOver = domain.attempts == look && domain.nextCheckAt.isValid();
            return isOver ? qRound(static_cast<double>(domain.checkedAt.secsTo(domain.nextCheckAt)) / 3600) : 0;
        };
        const QList<int> hours{1, 2, 4, 4};
        for (int look = 1; look <= hours.size(); ++look) {
            QTRY_COMPARE_WITH_TIMEOUT(hoursAfterLook(look), hours.at(look - 1), patience);
            world.service->lookNow(host, localTargetName);
        }
        world.proveOwnership(host);
        world.service->lookNow(host, localTargetName);
        WAITS_FOR(DomainStage::Cname, DomainProblem::RecordMissing);
        QTRY_COMPARE_WITH_TIMEOUT(hoursAfterLook(1), 1, patience);
    }

    void oneThatWasRebuiltIsProvedAnewAndStaysLive() {
        DomainWorld world;
        world.world.deploy(world.project.id);
        world.add(host);
        world.proveOwnership(host);
        world.lead(host);
        QTRY_VERIFY_WITH_TIMEOUT(world.isLive(host), patience);
        const CustomDomain before = world.at(host);
        // Another computer, which knows nothing of it but what its entry says.
        const QString token = world.entry(host)->others.value(u"ownership"_s).toString();
        QCOMPARE(token, before.token);
        world.stop();
        DomainTable(*world.world.database).remove(host, localTargetName);
        CustomDomain rebuilt;
        rebuilt.host = host;
        rebuilt.target = localTargetName;
        rebuilt.project = world.project.id;
        rebuilt.token = token;
        rebuilt.createdAt = before.createdAt;
        DomainTable(*world.world.database).insert(rebuilt);
        world.startAgain();
        QTRY_VERIFY_WITH_TIMEOUT(world.isLive(host), patience);
        QCOMPARE(world.at(host).hostnameId, before.hostnameId);
        QCOMPARE(world.cloud.visitHost(host), "old page"_ba);
    }

    void aRestartGoesOn() {
        DomainWorld world;
        world.world.deploy(world.project.id);
        world.add(host);
        world.proveOwnership(host);
        WAITS_FOR(DomainStage::Cname, DomainProblem::RecordMissing);
        world.stop();
        world.lead(host);
        world.startAgain();
        QTRY_VERIFY_WITH_TIMEOUT(world.isLive(host), patience);
    }
};

QTEST_GUILESS_MAIN(TestDomainFlow)
#include "tst_domain_flow.moc"
