#include "core/domains/project_hosts.h"
#include "tests/domains/domain_world.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace miaobu;
using miaobu::test::DomainWorld;

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

/// S19 to S27 against the emulator and scripted resolvers: what the cloud says of a domain, on its way and afterwards, and what it serves.
class TestDomainCloud : public QObject {
    Q_OBJECT

    std::unique_ptr<DomainWorld> m_world;

private slots:
    void cleanupTestCase() { m_world.reset(); }

    void whatBefallsALiveDomainIsSaidUntilItIsOver() {
        DomainWorld world;
        world.world.deploy(world.project.id);
        world.add(host);
        world.proveOwnership(host);
        world.lead(host);
        QTRY_VERIFY_WITH_TIMEOUT(world.isLive(host), patience);
        // Looking at one that is well changes nothing.
        world.cloud.program({});
        QTRY_VERIFY_WITH_TIMEOUT(world.cloud.callsOf(u"ListCustomHostnames"_s) >= 3, patience);
        for (const QString& action : {u"CreateCustomHostname"_s, u"UpdateCustomHostname"_s, u"VerifyCustomHostname"_s,
                 u"ApplyCustomHostnameCertificate"_s, u"DeleteCustomHostname"_s, u"PutKv"_s, u"DeleteKv"_s}) {
            QCOMPARE(world.cloud.callsOf(action), 0);
        }

        const auto befalls = [&world](const QJsonObject& orders, DomainProblem problem) {
            world.cloud.order(orderFor(host, orders));
            QTRY_COMPARE_WITH_TIMEOUT(world.problem(host), problem, patience);
            QCOMPARE(world.at(host).state, DomainState::Live);
            world.cloud.order(orderFor(host, {}));
            QTRY_VERIFY_WITH_TIMEOUT(world.isLive(host), patience);
        };
        befalls({{u"status"_s, u"offline"_s}, {u"offlineReason"_s, u"missing_icp"_s}}, DomainProblem::OfflineIcp);
        befalls({{u"status"_s, u"conflicted"_s}, {u"conflictWith"_s, u"existing_site"_s}}, DomainProblem::ConflictSite);
        world.cloud.program({});
        world.cloud.order(orderFor(host, {{u"certStatus"_s, u"Expired"_s}}));
        QTRY_COMPARE_WITH_TIMEOUT(world.problem(host), DomainProblem::CertificateExpired, patience);
        QTRY_VERIFY_WITH_TIMEOUT(world.cloud.callsOf(u"ApplyCustomHostnameCertificate"_s) > 0, patience);
        world.cloud.order(orderFor(host, {}));
        QTRY_VERIFY_WITH_TIMEOUT(world.isLive(host), patience);
        world.cloud.program({});
        // One that ends soon is well, and renewed.
        world.cloud.order(orderFor(host, {{u"certStatus"_s, u"Expiring"_s}}));
        QTRY_VERIFY_WITH_TIMEOUT(world.cloud.callsOf(u"ApplyCustomHostnameCertificate"_s) > 0, patience);
        QVERIFY(world.isLive(host));
        world.cloud.order(orderFor(host, {}));

        world.dns.setCname(host, u"old-host.example"_s);
        QTRY_COMPARE_WITH_TIMEOUT(world.problem(host), DomainProblem::LeadsElsewhere, patience);
        QCOMPARE(world.at(host).report.found, u"old-host.example"_s);
        world.lead(host);
        QTRY_VERIFY_WITH_TIMEOUT(world.isLive(host), patience);
        QCOMPARE(world.live->size(), 1);

        // Somebody has removed it in the console.
        const OpenTarget open = test::await(world.world.targets->open(localTargetName, {}));
        test::await(open.domains->remove(world.hostname(host)->id, {}));
        QTRY_COMPARE_WITH_TIMEOUT(world.live->size(), 2, patience);
        QVERIFY(world.hostname(host));
        QCOMPARE(world.cloud.visitHost(host), "old page"_ba);
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
        // One world for all of them, which takes a while to build; each has a host of its own.
        if (!m_world) {
            m_world = std::make_unique<DomainWorld>();
            m_world->world.deploy(m_world->project.id);
        }
        DomainWorld& world = *m_world;
        static const QRegularExpression others(u"[^a-z]+"_s);
        const QString own = QString::fromLatin1(QTest::currentDataTag()).replace(others, u"-"_s) + u".shop.cn"_s;
        world.cloud.order(orderFor(own, orders));
        world.add(own);
        world.proveOwnership(own);
        world.lead(own);
        QTRY_VERIFY_WITH_TIMEOUT(world.isWaiting(own, stage, problem), patience);
        if (problem == DomainProblem::CertificateFailed) {
            QCOMPARE(world.at(own).report.detail, u"CAA forbids"_s);
        }
        if (problem == DomainProblem::VerificationMissing) {
            QVERIFY(world.at(own).verificationText.startsWith(u"verify_"_s));
        }
        world.cloud.order(orderFor(own, {}));
        QTRY_VERIFY_WITH_TIMEOUT(world.isLive(own), patience);
        world.dns.setCname(own, {});
        world.service->remove(own, localTargetName);
        QTRY_VERIFY_WITH_TIMEOUT(!world.find(own), patience);
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
        world.clock.aheadSeconds = qint64(69) * 24 * 3600;
        QTRY_COMPARE_WITH_TIMEOUT(warned.size(), 1, patience);
        QTest::qWait(200);
        QCOMPARE(warned.size(), 1);
        // Nor by the next start of the program.
        world.startAgain();
        const QSignalSpy again(&*world.service, &DomainService::expiryNear);
        const QDateTime before = world.at(host).checkedAt;
        QTRY_VERIFY_WITH_TIMEOUT(world.at(host).checkedAt > before, patience);
        QTRY_VERIFY_WITH_TIMEOUT(world.isLive(host), patience);
        QCOMPARE(again.size(), 0);
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
        QStringList behind;
        for (const ProjectHost& one : hostsOf(*world.world.database, world.project.id)) {
            if (one.isBehind) {
                behind.append(one.route.host);
            }
        }
        QCOMPARE(behind, QStringList(host));
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

QTEST_GUILESS_MAIN(TestDomainCloud)
#include "tst_domain_cloud.moc"
