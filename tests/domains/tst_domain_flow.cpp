#include "tests/domains/domain_world.h"

using namespace Qt::StringLiterals;
using namespace miaobu;
using miaobu::test::DomainWorld;
using miaobu::test::errorIn;

namespace {

const QString host = u"www.shop.cn"_s;
constexpr int patience = 20'000;

QJsonObject orderFor(const QString& name, const QJsonObject& orders) {
    return {{u"hostnames"_s, QJsonObject{{name, orders}}}};
}

/// The first \a times calls of \a action fail of a permission that the key has not.
QJsonObject denied(const QString& action, int times) {
    return {{u"action"_s, action}, {u"call"_s, 1}, {u"times"_s, times}, {u"effect"_s, u"deny"_s}};
}

} // namespace

#define WAITS_FOR(stage, problem) QTRY_VERIFY_WITH_TIMEOUT(world.isWaiting(host, stage, problem), patience)

/// S22 to S26 against the emulator and scripted resolvers: nobody clicks anything.
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

    void aHiddenAliasIsExplainedAndAFlattenedOneWorks() {
        DomainWorld world;
        world.world.deploy(world.project.id);
        world.add(host);
        world.proveOwnership(host);
        world.dns.setAddresses(world.cloud.info().cnameTarget, {u"192.0.2.10"_s});
        world.dns.setAddresses(host, {u"104.16.0.1"_s});
        WAITS_FOR(DomainStage::Cname, DomainProblem::AddressInstead);
        QCOMPARE(world.at(host).report.found, u"104.16.0.1"_s);
        world.dns.setAddresses(host, {u"192.0.2.10"_s});
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

    void aHostThatTheCloudRefusesIsExplainedAndTriedAgain_data() {
        QTest::addColumn<QJsonObject>("orders");
        QTest::addColumn<DomainStage>("stage");
        QTest::addColumn<DomainProblem>("problem");
        const auto conflict = [](const QString& with) {
            return QJsonObject{{u"status"_s, u"conflicted"_s}, {u"conflictWith"_s, with}};
        };
        const auto offline = [](const QString& reason) {
            return QJsonObject{{u"status"_s, u"offline"_s}, {u"offlineReason"_s, reason}};
        };
        const DomainStage atHost = DomainStage::Hostname;
        QTest::newRow("unverified") << QJsonObject{{u"verification"_s, u"fails"_s}} << atHost
                                    << DomainProblem::VerificationMissing;
        QTest::newRow("unverified, by code")
            << QJsonObject{{u"verification"_s, u"fails-with-code"_s}} << atHost << DomainProblem::VerificationMissing;
        QTest::newRow("another hostname")
            << conflict(u"existing_custom_hostname"_s) << atHost << DomainProblem::ConflictHostname;
        QTest::newRow("another site") << conflict(u"existing_site"_s) << atHost << DomainProblem::ConflictSite;
        QTest::newRow("load balancer") << conflict(u"existing_load_balancer"_s) << atHost
                                       << DomainProblem::ConflictLoadBalancer;
        QTest::newRow("origin pool") << conflict(u"existing_origin_pool"_s) << atHost
                                     << DomainProblem::ConflictOriginPool;
        QTest::newRow("new conflict") << conflict(u"something_new"_s) << atHost << DomainProblem::ConflictOther;
        QTest::newRow("record") << conflict(u"existing_record"_s) << atHost << DomainProblem::ConflictRecord;
        QTest::newRow("no filing") << offline(u"missing_icp"_s) << atHost << DomainProblem::OfflineIcp;
        QTest::newRow("arrears") << offline(u"expiration_arrears"_s) << atHost << DomainProblem::OfflineArrears;
        QTest::newRow("disabled") << offline(u"internally_disabled"_s) << atHost << DomainProblem::OfflineDisabled;
        QTest::newRow("by its owner") << offline(u"proactively_disabled"_s) << atHost << DomainProblem::OfflineByOwner;
        QTest::newRow("content") << offline(u"content_violation"_s) << atHost << DomainProblem::OfflineContent;
        QTest::newRow("new reason") << offline(u"something_new"_s) << atHost << DomainProblem::OfflineOther;
        QTest::newRow("certificate refused")
            << QJsonObject{{u"certStatus"_s, u"ApplyFailed"_s}, {u"certMessage"_s, u"CAA forbids"_s}}
            << DomainStage::Certificate << DomainProblem::CertificateFailed;
        QTest::newRow("certificate expired") << QJsonObject{{u"certStatus"_s, u"Expired"_s}} << DomainStage::Certificate
                                             << DomainProblem::CertificateExpired;
        QTest::newRow("certificate under way") << QJsonObject{{u"certStatus"_s, u"Applying"_s}}
                                               << DomainStage::Certificate << DomainProblem::CertificateApplying;
    }

    void aHostThatTheCloudRefusesIsExplainedAndTriedAgain() {
        QFETCH(QJsonObject, orders);
        QFETCH(DomainStage, stage);
        QFETCH(DomainProblem, problem);
        DomainWorld world;
        world.world.deploy(world.project.id);
        world.cloud.order(orderFor(host, orders));
        world.add(host);
        world.proveOwnership(host);
        world.lead(host);
        WAITS_FOR(stage, problem);
        if (problem == DomainProblem::CertificateFailed) {
            QCOMPARE(world.at(host).report.detail, u"CAA forbids"_s);
        }
        if (problem == DomainProblem::VerificationMissing) {
            QVERIFY(world.at(host).verificationText.startsWith(u"verify_"_s));
        }
        world.cloud.order(orderFor(host, {}));
        QTRY_VERIFY_WITH_TIMEOUT(world.isLive(host), patience);
    }

    void aSiteInMainlandChinaAsksForAFiling() {
        DomainWorld world;
        world.world.deploy(world.project.id);
        world.cloud.order({{u"coverage"_s, u"domestic"_s},
            {u"hostnames"_s, QJsonObject{{host, QJsonObject{{u"icp"_s, u"missing"_s}}}}}});
        world.add(host);
        // Said at the start, before DNS was touched.
        QTRY_COMPARE_WITH_TIMEOUT(world.at(host).needsIcp, std::optional(true), patience);
        world.proveOwnership(host);
        world.lead(host);
        WAITS_FOR(DomainStage::Hostname, DomainProblem::OfflineIcp);
        QVERIFY(!world.hostname(host));
        world.cloud.order(orderFor(host, {}));
        QTRY_VERIFY_WITH_TIMEOUT(world.isLive(host), patience);
    }

    void aHostOfAnotherProjectIsLeftAlone() {
        DomainWorld world;
        world.world.deploy(world.project.id);
        const OpenTarget open = test::await(world.world.targets->open(localTargetName, {}));
        RoutingEntry foreign;
        foreign.projectSlug = u"theirs"_s;
        test::await(open.router->writeEntry(host, foreign, {}));
        world.add(host);
        world.proveOwnership(host);
        world.lead(host);
        WAITS_FOR(DomainStage::Hostname, DomainProblem::HostTaken);
        QVERIFY(!world.hostname(host));
        QCOMPARE(world.entry(host)->projectSlug, u"theirs"_s);
        test::await(open.router->removeEntry(host, {}));
        QTRY_VERIFY_WITH_TIMEOUT(world.isLive(host), patience);
    }

    void aFailureHalfWayLeavesNoHostnameBehind() {
        // Each look makes the hostname and removes it again: what is left is seen between two.
        DomainWorld world(std::chrono::seconds(2));
        world.world.deploy(world.project.id);
        world.cloud.program(
            {{u"action"_s, u"PutKv"_s}, {u"always"_s, true}, {u"status"_s, 403}, {u"code"_s, u"Forbidden"_s}});
        world.add(host);
        world.proveOwnership(host);
        world.lead(host);
        WAITS_FOR(DomainStage::Hostname, DomainProblem::Failed);
        QCOMPARE(world.at(host).report.errorKind, u"AccessDenied"_s);
        QVERIFY(!world.hostname(host));
        world.cloud.program({});
        QTRY_VERIFY_WITH_TIMEOUT(world.isLive(host), patience);
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

    void anExpiryIsWarnedOfOnce() {
        DomainWorld world;
        world.world.deploy(world.project.id);
        world.add(host);
        world.proveOwnership(host);
        world.lead(host);
        const QSignalSpy warned(&*world.service, &DomainService::expiryNear);
        QTRY_VERIFY_WITH_TIMEOUT(world.isLive(host), patience);
        world.clock.aheadSeconds = qint64(68) * 24 * 3600; // Of 90 days
        QTest::qWait(200);
        QCOMPARE(warned.size(), 0);
        world.clock.aheadSeconds = qint64(70) * 24 * 3600;
        QTRY_COMPARE_WITH_TIMEOUT(warned.size(), 1, patience);
        QTest::qWait(200);
        QCOMPARE(warned.size(), 1);
    }

    void aDomainThatIsNoLongerTheirsIsNotChanged() {
        DomainWorld world;
        const Deployment first = world.world.deploy(world.project.id);
        for (const QString& name : {host, u"blog.shop.cn"_s}) {
            world.add(name);
            world.proveOwnership(name);
            world.lead(name);
            QTRY_VERIFY_WITH_TIMEOUT(world.isLive(name), patience);
        }
        world.dns.setTxt(ownershipName(host), {});
        QTRY_COMPARE_WITH_TIMEOUT(world.problem(host), DomainProblem::OwnershipLost, patience);
        test::EmulatorCloud::writeVersion(world.world, "new");
        const Deployment second = world.world.deploy(world.project.id);
        QCOMPARE(second.state, DeploymentState::Live);
        // One that cannot be changed keeps no other from it.
        QCOMPARE(world.cloud.visitHost(u"blog.shop.cn"_s), "new page"_ba);
        QCOMPARE(world.cloud.visitHost(host), "old page"_ba);
        QCOMPARE(RouteTable(*world.world.database).find(host, localTargetName)->deployment, first.id);
        const Error refused = world.world.operate([&] { world.world.deployer->serve(host, localTargetName); });
        QCOMPARE(refused.kind, ErrorKind::OwnershipLost);

        world.proveOwnership(host);
        world.world.operate([&] { world.world.deployer->serve(host, localTargetName); });
        QCOMPARE(world.cloud.visitHost(host), "new page"_ba);
    }

    void recordsInTheirOwnZoneAreWrittenForThem() {
        DomainWorld world;
        world.world.deploy(world.project.id);
        world.cloud.order({{u"zones"_s, QJsonArray{u"shop.cn"_s}}});
        world.add(host);
        WAITS_FOR(DomainStage::Ownership, DomainProblem::RecordMissing);
        QCOMPARE(world.at(host).ownZone, u"shop.cn"_s);
        const QSignalSpy written(&*world.service, &DomainService::written);
        world.service->writeRecord(host, localTargetName);
        QTRY_COMPARE_WITH_TIMEOUT(written.size(), 1, patience);
        QCOMPARE(world.at(host).ownRecords.size(), 1);
        world.proveOwnership(host); // The scripted resolvers do not read the emulator's zone.
        WAITS_FOR(DomainStage::Cname, DomainProblem::RecordMissing);
        world.service->writeRecord(host, localTargetName);
        QTRY_COMPARE_WITH_TIMEOUT(written.size(), 2, patience);
        world.lead(host);
        QTRY_VERIFY_WITH_TIMEOUT(world.isLive(host), patience);
        QCOMPARE(world.at(host).ownRecords.size(), 2);
        // What the key may do was tried once at first and once before each of the two.
        QCOMPARE(world.cloud.callsOf(u"AddDomainRecord"_s), 5);
        // They go with the domain.
        world.dns.setCname(host, {});
        world.service->remove(host, localTargetName);
        QTRY_VERIFY_WITH_TIMEOUT(!world.find(host), patience);
        QCOMPARE(world.cloud.callsOf(u"DeleteDomainRecord"_s), 2);
    }

    void whatTheKeyMayNotDoIsSaidBeforeAnythingIsWritten() {
        DomainWorld world(std::chrono::hours(1));
        world.cloud.program(denied(u"AddDomainRecord"_s, 2));
        world.cloud.order({{u"zones"_s, QJsonArray{u"shop.cn"_s}}});
        world.add(host);
        WAITS_FOR(DomainStage::Ownership, DomainProblem::RecordMissing);
        QCOMPARE(world.at(host).ownZone, u"shop.cn"_s);
        QCOMPARE(world.at(host).zoneMissing, QStringList(u"alidns:AddDomainRecord"_s));
        QSignalSpy failed(&*world.service, &DomainService::writeFailed);
        world.service->writeRecord(host, localTargetName);
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, patience);
        const Error error = test::errorIn(failed.first().at(1));
        QCOMPARE(error.kind, ErrorKind::AccessDenied);
        QCOMPARE(error.subject, u"alidns:AddDomainRecord"_s);
        QVERIFY(world.at(host).ownRecords.isEmpty());
        // Given the permission, it is written at the next click; nothing else is to be done.
        const QSignalSpy written(&*world.service, &DomainService::written);
        world.service->writeRecord(host, localTargetName);
        QTRY_COMPARE_WITH_TIMEOUT(written.size(), 1, patience);
        QVERIFY(world.at(host).zoneMissing.isEmpty());
        QCOMPARE(world.at(host).ownRecords.size(), 1);
    }

    void aZoneThatMayNotBeSeenIsSaid() {
        DomainWorld world(std::chrono::hours(1));
        world.cloud.program(denied(u"DescribeSubDomainRecords"_s, 1));
        world.cloud.order({{u"zones"_s, QJsonArray{u"shop.cn"_s}}});
        world.add(host);
        WAITS_FOR(DomainStage::Ownership, DomainProblem::RecordMissing);
        QVERIFY(world.at(host).ownZone.isEmpty());
        QCOMPARE(world.at(host).zoneMissing, QStringList(u"alidns:DescribeSubDomainRecords"_s));
        world.service->lookNow(host, localTargetName);
        QTRY_COMPARE_WITH_TIMEOUT(world.at(host).ownZone, u"shop.cn"_s, patience);
        QVERIFY(world.at(host).zoneMissing.isEmpty());
    }

    void aZoneThatIsElsewhereIsNotOffered() {
        DomainWorld world;
        world.add(host);
        WAITS_FOR(DomainStage::Ownership, DomainProblem::RecordMissing);
        QVERIFY(world.at(host).ownZone.isEmpty());
        QVERIFY_THROWS_EXCEPTION(Error, world.service->writeRecord(host, localTargetName));
    }

    void aPinnedDomainStaysAndAnUnpinnedOneFollows() {
        DomainWorld world;
        const Deployment first = world.world.deploy(world.project.id);
        world.add(host);
        world.proveOwnership(host);
        world.lead(host);
        QTRY_VERIFY_WITH_TIMEOUT(world.isLive(host), patience);
        world.world.operate([&] { world.world.deployer->serve(host, localTargetName, first.id); });
        test::EmulatorCloud::writeVersion(world.world, "new");
        world.world.deploy(world.project.id);
        QCOMPARE(world.cloud.visitHost(host), "old page"_ba);
        QCOMPARE(world.cloud.served(u"shop"_s), u"new"_s);
        // Going back and forth is no business of a pinned one either.
        world.world.operate([&] { world.world.deployer->serve(host, localTargetName); });
        QCOMPARE(world.cloud.visitHost(host), "new page"_ba);
        world.world.operate([&] { world.world.deployer->rollBack(world.project.id); });
        QCOMPARE(world.cloud.visitHost(host), "old page"_ba);
    }
};

QTEST_GUILESS_MAIN(TestDomainFlow)
#include "tst_domain_flow.moc"
