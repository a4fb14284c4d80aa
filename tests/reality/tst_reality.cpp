#include "tests/reality/reality_world.h"

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::test;

namespace {

const QString domain = u"www.shop.cn"_s;

QStringList kindsOf(const RealityReport& report) {
    QStringList kinds;
    for (const RealityFinding& finding : report.findings) {
        QStringList fixes;
        for (const RealityFix fix : finding.fixes) {
            fixes.append(realityFixName(fix));
        }
        kinds.append(realityKindName(finding.kind) + u' ' + finding.subject + u": "_s + fixes.join(u' '));
    }
    return kinds;
}

} // namespace

class TestReality : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_desk = std::make_unique<RealityWorld>();
        m_desk->deployTwice();
    }

    void cleanup() { m_desk.reset(); }

    void nothingDiffersAfterADeployment() {
        const RealityReport report = m_desk->check();
        QCOMPARE(kindsOf(report), QStringList());
        QVERIFY(report.gaps.isEmpty());
        QCOMPARE(report.targets, QStringList{targetName});
    }

    void aMissingEntry() {
        cloud().entries.remove(shopHost);
        const RealityFinding finding = only(u"entry-missing shop.localhost: adopt restore"_s);
        QCOMPARE(finding.hereNumber, 2);
        QCOMPARE(m_desk->fix(finding, RealityFix::Restore).subject, u"finished"_s);
        QCOMPARE(cloud().visit(shopHost, u"index.html"_s), QByteArray("two"));
        verifyAgrees();
        cloud().entries.remove(shopHost);
        QCOMPARE(m_desk->fix(finding, RealityFix::Adopt).subject, u"finished"_s);
        QCOMPARE(m_desk->world.find(m_desk->second.id).state, DeploymentState::Ready);
        verifyAgrees();
    }

    void anotherDeploymentAnswers() {
        leadTo(shopHost, m_desk->first.id);
        const RealityFinding finding = only(u"entry-differs shop.localhost: adopt restore"_s);
        QCOMPARE(m_desk->fix(finding, RealityFix::Restore).subject, u"finished"_s);
        QCOMPARE(cloud().visit(shopHost, u"index.html"_s), QByteArray("two"));
        verifyAgrees();
        leadTo(shopHost, m_desk->first.id);
        QCOMPARE(m_desk->fix(finding, RealityFix::Adopt).subject, u"finished"_s);
        QCOMPARE(m_desk->world.find(m_desk->first.id).state, DeploymentState::Live);
        QCOMPARE(m_desk->world.find(m_desk->second.id).state, DeploymentState::Ready);
        verifyAgrees();
    }

    void anotherComputerHasDeployed() {
        RealityWorld other(std::make_unique<MemoryTargets>(cloud()));
        (void)other.rebuild();
        Project theirs = *ProjectTable(*other.world.database).findBySlug(u"shop"_s);
        theirs.source.location = other.world.sourceFolder();
        other.world.deployer->updateProject(theirs);
        other.world.write(u"index.html"_s, "three");
        const Deployment third = other.world.deploy(theirs.id);
        QCOMPARE(third.state, DeploymentState::Live);

        const RealityReport report = m_desk->check();
        QCOMPARE(kindsOf(report),
            (QStringList{u"entry-differs shop.localhost: adopt restore"_s,
                u"files-unknown %1: adopt"_s.arg(third.objectPrefix)}));
        QCOMPARE(m_desk->fix(report.findings.first(), RealityFix::Adopt).subject, u"finished"_s);
        const Deployment adopted = m_desk->world.find(third.id);
        QCOMPARE(adopted.state, DeploymentState::Live);
        QCOMPARE(adopted.number, 3);
        verifyAgrees();
    }

    void aHostOfOthersIsNeverTaken() {
        RoutingEntry entry = routingEntryFromJson(cloud().entries.value(shopHost));
        entry.projectSlug = u"other"_s;
        cloud().entries.insert(shopHost, toJson(entry));
        const RealityFinding finding = only(u"entry-foreign shop.localhost: adopt"_s);
        QCOMPARE(m_desk->fix(finding, RealityFix::Restore).kind, ErrorKind::InvalidInput);
        QCOMPARE(m_desk->fix(finding, RealityFix::Adopt).subject, u"finished"_s);
        QVERIFY(RouteTable(*m_desk->world.database).ofProject(m_desk->project.id).isEmpty());
        QCOMPARE(routingEntryFromJson(cloud().entries.value(shopHost)).projectSlug, u"other"_s);
    }

    void aHostNobodyKnowsIsAdoptedOrRemoved() {
        leadTo(domain, m_desk->first.id);
        const RealityFinding finding = only(u"entry-unknown www.shop.cn: adopt remove"_s);
        QCOMPARE(m_desk->fix(finding, RealityFix::Remove).subject, u"finished"_s);
        QVERIFY(!cloud().entries.contains(domain));
        verifyAgrees();
        leadTo(domain, m_desk->first.id);
        QCOMPARE(m_desk->fix(finding, RealityFix::Adopt).subject, u"finished"_s);
        QVERIFY(!RouteTable(*m_desk->world.database).find(domain, targetName)->own);
        const RealityFinding missing = only(u"hostname-missing www.shop.cn: restore"_s);
        QCOMPARE(m_desk->fix(missing, RealityFix::Restore).subject, u"finished"_s);
        QVERIFY(cloud().hostnames.contains(domain));
        verifyAgrees();
        // What was removed elsewhere meanwhile is a host of ours by now.
        QCOMPARE(m_desk->fix(finding, RealityFix::Remove).kind, ErrorKind::Conflict);
        QVERIFY(cloud().entries.contains(domain));
    }

    void anEntryOfNobodyIsRemoved() {
        RoutingEntry entry = routingEntryFromJson(cloud().entries.value(shopHost));
        entry.projectSlug = u"gone"_s;
        cloud().entries.insert(u"gone.localhost"_s, toJson(entry));
        const RealityFinding finding = only(u"entry-stray gone.localhost: remove"_s);
        QCOMPARE(m_desk->fix(finding, RealityFix::Remove).subject, u"finished"_s);
        QCOMPARE(cloud().entries.keys(), QStringList{shopHost});
    }

    void aDeploymentWithoutItsManifest() {
        const QString manifest = m_desk->first.objectPrefix + u'/' + manifestObjectName;
        cloud().objects.remove(manifest);
        const RealityFinding finding = only(u"files-missing %1: restore adopt"_s.arg(m_desk->first.objectPrefix));
        QCOMPARE(m_desk->fix(finding, RealityFix::Restore).subject, u"finished"_s);
        QVERIFY(cloud().objects.contains(manifest));
        verifyAgrees();
    }

    void aDeploymentThatHasLostFiles() {
        cloud().objects.remove(m_desk->first.objectPrefix + u"/index.html"_s);
        const RealityFinding finding = only(u"files-missing %1: adopt"_s.arg(m_desk->first.objectPrefix));
        QCOMPARE(finding.detail, u"1 of 2 files are gone"_s);
        QCOMPARE(m_desk->fix(finding, RealityFix::Adopt).subject, u"finished"_s);
        QCOMPARE(m_desk->world.find(m_desk->first.id).state, DeploymentState::Purged);
        const RealityFinding rest = only(u"files-leftover %1: remove"_s.arg(m_desk->first.objectPrefix));
        QCOMPARE(m_desk->fix(rest, RealityFix::Remove).subject, u"finished"_s);
        verifyAgrees();
        cloud().objects.remove(m_desk->second.objectPrefix + u"/index.html"_s);
        (void)only(u"files-missing %1: "_s.arg(m_desk->second.objectPrefix));
    }

    void filesOfNobodyAreRemovedUnlessSomebodyIsLedToThem() {
        cloud().objects.insert(u"projects/shop/99/index.html"_s, {"?", {}});
        const RealityFinding finding = only(u"files-unknown projects/shop/99: remove"_s);
        leadTo(domain, 99);
        QCOMPARE(m_desk->fix(finding, RealityFix::Remove).kind, ErrorKind::DeploymentProtected);
        cloud().entries.remove(domain);
        QCOMPARE(m_desk->fix(finding, RealityFix::Remove).subject, u"finished"_s);
        verifyAgrees();
    }

    void projectsOfNobody() {
        cloud().objects.insert(u"projects/old/7/index.html"_s, {"?", {}});
        cloud().objects.insert(u"projects/old-2/7/index.html"_s, {"?", {}});
        const RealityReport report = m_desk->check();
        QCOMPARE(kindsOf(report),
            (QStringList{
                u"project-unknown projects/old-2: adopt remove"_s, u"project-unknown projects/old: adopt remove"_s}));
        QCOMPARE(m_desk->check(m_desk->project.id).findings.size(), 0);
        QCOMPARE(m_desk->fix(report.findings.last(), RealityFix::Adopt).kind, ErrorKind::NotFound);
        QCOMPARE(m_desk->fix(report.findings.last(), RealityFix::Remove).subject, u"finished"_s);
        QCOMPARE(kindsOf(m_desk->check()), QStringList{u"project-unknown projects/old-2: adopt remove"_s});
    }

    void domainsAndFunctionsOfNobodyAreRemoved() {
        CustomHostname hostname;
        hostname.id = 9;
        hostname.host = domain;
        cloud().hostnames.insert(domain, hostname);
        cloud().functions = {{u"miaobu-gone"_s, {}}};
        const RealityReport report = m_desk->check();
        QCOMPARE(kindsOf(report),
            (QStringList{u"hostname-stray www.shop.cn: remove"_s, u"function-stray miaobu-gone: remove"_s}));
        for (const RealityFinding& finding : report.findings) {
            QCOMPARE(m_desk->fix(finding, RealityFix::Remove).subject, u"finished"_s);
        }
        verifyAgrees();
    }

    void aFunctionThatIsGoneIsMadeAgain() {
        World& world = m_desk->world;
        QFile::remove(world.sourceFolder() + u"/package.json"_s);
        world.write(u"requirements.txt"_s, "fastapi\nuvicorn\n");
        world.write(u"main.py"_s, "from fastapi import FastAPI\napp = FastAPI()");
        const Deployment app = world.deploy(m_desk->project.id);
        QVERIFY2(app.app.has_value(), app.failure ? qPrintable(app.failure->detail) : "");
        cloud().functions.clear();
        const RealityFinding finding = only(u"function-missing miaobu-shop: restore"_s);
        QCOMPARE(m_desk->fix(finding, RealityFix::Restore).subject, u"finished"_s);
        QCOMPARE(cloud().functions.keys(), QStringList{u"miaobu-shop"_s});
        verifyAgrees();
    }

    void theRoutineIsInstalledAgain() {
        cloud().routine.production = RoutineStatus::Production::Other;
        const RealityFinding finding = only(u"routine-differs miaobu-router: restore"_s);
        QCOMPARE(m_desk->fix(finding, RealityFix::Restore).subject, u"finished"_s);
        verifyAgrees();
        cloud().routine.isRouted = false;
        (void)only(u"routine-unrouted miaobu-router: restore"_s);
        cloud().routine.production = RoutineStatus::Production::Missing;
        (void)only(u"routine-missing miaobu-router: restore"_s);
    }

    void whatCannotBeAskedIsSaidAndTheRestCompared() {
        cloud().entries.remove(shopHost);
        cloud().onCall
            = [this](int call, const QString& name) { cloud().failCall = name == u"listHostnames"_s ? call : 0; };
        const RealityReport report = m_desk->check();
        QCOMPARE(report.gaps.size(), 1);
        QCOMPARE(report.gaps.first().part, u"hostnames"_s);
        QCOMPARE(kindsOf(report), QStringList{u"entry-missing shop.localhost: adopt restore"_s});
        cloud().onCall = nullptr;
        cloud().failCall = 0;
        cloud().entries.insert(u"broken.localhost"_s, "not json");
        QCOMPARE(m_desk->check().gaps.first().error.subject, u"broken.localhost"_s);
        cloud().unreachable = {targetName};
        QCOMPARE(m_desk->check().gaps.first().error.kind, ErrorKind::KeychainLocked);
    }

    void nothingIsPutRightBesideADeployment() {
        cloud().entries.remove(shopHost);
        const RealityFinding finding = only(u"entry-missing shop.localhost: adopt restore"_s);
        m_desk->world.builder.hangs = true;
        m_desk->world.write(u"index.html"_s, "three");
        World& world = m_desk->world;
        const DeploymentId id = world.deployer->deploy({.project = m_desk->project.id,
            .target = {},
            .branch = {},
            .commit = {},
            .preview = {},
            .password = {},
            .variables = {}});
        QCOMPARE(m_desk->fix(finding, RealityFix::Restore).kind, ErrorKind::DeploymentActive);
        world.waitIdle([&] { world.deployer->cancel(id); });
    }

private:
    MemoryCloud& cloud() { return m_desk->world.cloud; }

    void leadTo(const QString& host, DeploymentId deployment) {
        RoutingEntry entry;
        entry.projectSlug = u"shop"_s;
        entry.deployment = deployment;
        entry.objectPath = u"projects/shop/%1"_s.arg(deployment);
        cloud().entries.insert(host, toJson(entry));
    }

    RealityFinding only(const QString& expected) {
        const RealityReport report = m_desk->check();
        if (kindsOf(report) != QStringList{expected}) {
            qWarning("found: %s", qPrintable(kindsOf(report).join(u"; "_s)));
            QTest::qFail("another difference was found", __FILE__, __LINE__);
            return {};
        }
        return report.findings.first();
    }

    void verifyAgrees() { QCOMPARE(kindsOf(m_desk->check()), QStringList()); }

    std::unique_ptr<RealityWorld> m_desk;
};

QTEST_GUILESS_MAIN(TestReality)
#include "tst_reality.moc"
