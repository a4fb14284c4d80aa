#include "tests/domains/domain_world.h"

using namespace Qt::StringLiterals;
using namespace miaobu;
using miaobu::test::DomainWorld;

namespace {

const QString host = u"www.shop.cn"_s;
constexpr int patience = 20'000;

struct LiveDomain : DomainWorld {
    LiveDomain() {
        world.deploy(project.id);
        add(host);
        proveOwnership(host);
        lead(host);
        QTRY_VERIFY_WITH_TIMEOUT(isLive(host), patience);
        cloud.program({});
    }
};

} // namespace

/// T-16: in which order a domain goes, and what is shown of one that cannot.
class TestDomainRemoval : public QObject {
    Q_OBJECT

private slots:
    void itGoesInOrderAndStaysUntilDnsHasLetGo() {
        LiveDomain world;
        const QSignalSpy removed(&*world.service, &DomainService::domainRemoved);
        world.service->remove(host, localTargetName);
        QTRY_COMPARE_WITH_TIMEOUT(world.problem(host), DomainProblem::StillLeadsHere, patience);
        QVERIFY(!world.entry(host));
        QVERIFY(!world.hostname(host));
        QVERIFY(!RouteTable(*world.world.database).find(host, localTargetName));
        QCOMPARE(world.at(host).removal, DomainRemoval::Record);
        QCOMPARE(world.cloud.visitHost(host), QByteArray());
        world.dns.setCname(host, {});
        QTRY_VERIFY_WITH_TIMEOUT(!world.find(host), patience);
        QCOMPARE(removed.size(), 1);
    }

    void whatCannotBeRemovedStaysAndIsTriedAgain_data() {
        QTest::addColumn<QString>("action");
        QTest::addColumn<DomainRemoval>("left");
        QTest::newRow("entry") << u"DeleteKv"_s << DomainRemoval::Entry;
        QTest::newRow("hostname") << u"DeleteCustomHostname"_s << DomainRemoval::Hostname;
    }

    void whatCannotBeRemovedStaysAndIsTriedAgain() {
        QFETCH(QString, action);
        QFETCH(DomainRemoval, left);
        LiveDomain world;
        world.dns.setCname(host, {});
        world.cloud.program(
            {{u"action"_s, action}, {u"always"_s, true}, {u"status"_s, 403}, {u"code"_s, u"Forbidden"_s}});
        world.service->remove(host, localTargetName);
        QTRY_COMPARE_WITH_TIMEOUT(world.problem(host), DomainProblem::Failed, patience);
        QCOMPARE(world.at(host).removal, left);
        // The hostname never goes before the entry.
        QVERIFY(world.hostname(host));
        QCOMPARE(world.entry(host).has_value(), left == DomainRemoval::Entry);
        QVERIFY_THROWS_EXCEPTION(Error, world.service->forget(host, localTargetName));
        // A restart does not forget it.
        world.startAgain();
        QTest::qWait(100);
        QVERIFY(world.find(host));
        world.cloud.program({});
        QTRY_VERIFY_WITH_TIMEOUT(!world.find(host), patience);
        QVERIFY(!world.hostname(host));
        QVERIFY(!world.entry(host));
    }

    void theLastRecordCanBeForgotten() {
        LiveDomain world;
        world.service->remove(host, localTargetName);
        QTRY_COMPARE_WITH_TIMEOUT(world.problem(host), DomainProblem::StillLeadsHere, patience);
        world.service->forget(host, localTargetName);
        QVERIFY(!world.find(host));
        // It can be added anew, with another proof.
        const CustomDomain again = world.add(host);
        QTRY_VERIFY_WITH_TIMEOUT(world.isWaiting(host, DomainStage::Ownership, DomainProblem::RecordWrong), patience);
        QVERIFY(world.at(host).report.found != again.token);
    }

    void oneThatWaitsIsRemovedAtOnce() {
        DomainWorld world;
        world.cloud.program({});
        world.add(host);
        QTRY_VERIFY_WITH_TIMEOUT(world.isWaiting(host, DomainStage::Ownership, DomainProblem::RecordMissing), patience);
        world.service->remove(host, localTargetName);
        QTRY_VERIFY_WITH_TIMEOUT(!world.find(host), patience);
        QCOMPARE(world.made(), 0);
        QCOMPARE(world.cloud.callsOf(u"DeleteCustomHostname"_s), 0);
    }

    void aProjectTakesItsDomainsWithIt() {
        LiveDomain world;
        world.world.operate([&] { world.world.deployer->removeProject(world.project.id); });
        QVERIFY(!world.hostname(host));
        QVERIFY(!world.entry(host));
        QVERIFY(!world.find(host));
    }
};

QTEST_GUILESS_MAIN(TestDomainRemoval)
#include "tst_domain_removal.moc"
