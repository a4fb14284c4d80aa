#include "tests/reality/reality_world.h"

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::test;

/// A second computer, which has nothing but the bucket.
class TestRebuild : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_old = std::make_unique<RealityWorld>();
        m_old->deployTwice();
        m_new = std::make_unique<RealityWorld>(std::make_unique<MemoryTargets>(cloud()));
    }

    void cleanup() {
        m_new.reset();
        m_old.reset();
    }

    void everythingIsAsItWas() {
        const RebuildReport report = m_new->rebuild();
        QCOMPARE(report.addedProjects, QStringList{u"shop"_s});
        QCOMPARE(report.addedDeployments, 2);
        QCOMPARE(report.addedRoutes, 1);
        QVERIFY(report.skipped.isEmpty());

        const Project known = *ProjectTable(*m_old->world.database).findBySlug(u"shop"_s);
        const Project rebuilt = project();
        QCOMPARE(rebuilt.source, known.source);
        QCOMPARE(rebuilt.name, known.name);
        QCOMPARE(rebuilt.overrides, known.overrides);
        for (const Deployment& deployment : {m_old->first, m_old->second}) {
            const Deployment original = m_old->world.find(deployment.id);
            const Deployment copy = m_new->world.find(deployment.id);
            QCOMPARE(copy.state, original.state);
            QCOMPARE(copy.number, original.number);
            QCOMPARE(copy.revision, original.revision);
            QCOMPARE(copy.plan, original.plan);
            QCOMPARE(copy.objectPrefix, original.objectPrefix);
            QCOMPARE(copy.url, original.url);
            QCOMPARE(copy.fileCount, original.fileCount);
            QCOMPARE(copy.byteCount, original.byteCount);
        }
        QVERIFY(m_new->check().findings.isEmpty());
        const RebuildReport again = m_new->rebuild();
        QCOMPARE(again.addedDeployments + again.addedRoutes + static_cast<int>(again.addedProjects.size()), 0);
        QCOMPARE(again.knownDeployments, 2);
    }

    void aRebuiltProjectRollsBackAndDeploys() {
        (void)m_new->rebuild();
        World& world = m_new->world;
        QCOMPARE(world.operate([&] { world.deployer->rollBack(project().id); }).subject, u"finished"_s);
        QCOMPARE(cloud().visit(shopHost, u"index.html"_s), QByteArray("one"));

        Project moved = project();
        moved.source.location = world.sourceFolder();
        world.deployer->updateProject(moved);
        world.write(u"same.txt"_s, "same");
        world.write(u"index.html"_s, "three");
        const Deployment deployment = world.deploy(moved.id);
        QCOMPARE(deployment.state, DeploymentState::Live);
        QCOMPARE(deployment.number, 3);
        QCOMPARE(deployment.objectsSent, 1);
        QCOMPARE(cloud().visit(shopHost, u"index.html"_s), QByteArray("three"));
    }

    void whatIsBrokenIsSkippedAndSaid() {
        cloud().objects[m_old->first.objectPrefix + u'/' + manifestObjectName].content = "{\"version\":1";
        cloud().objects.remove(m_old->second.objectPrefix + u"/same.txt"_s);
        cloud().objects.insert(u"projects/shop/5/index.html"_s, {"half", {}});
        cloud().objects.insert(u"projects/No Slug/5/index.html"_s, {"?", {}});
        const RebuildReport report = m_new->rebuild();
        QList<ErrorKind> kinds;
        for (const RebuildReport::Skipped& skipped : report.skipped) {
            kinds.append(skipped.error.kind);
        }
        std::ranges::sort(kinds);
        QList<ErrorKind> expected{
            ErrorKind::MalformedResponse, ErrorKind::NotFound, ErrorKind::ChecksumMismatch, ErrorKind::SlugInvalid};
        std::ranges::sort(expected);
        QCOMPARE(kinds, expected);
        QVERIFY(ProjectTable(*m_new->world.database).all().isEmpty());
    }

    void whatIsStoredHereIsLeftAlone() {
        m_new->world.write(u"index.html"_s, "mine");
        const Project mine = m_new->world.addProject();
        (void)m_new->rebuild();
        QCOMPARE(project().id, mine.id);
        QCOMPARE(project().source.location, m_new->world.sourceFolder());
        QCOMPARE(DeploymentTable(*m_new->world.database).ofProject(mine.id).size(), 2);
    }

private:
    MemoryCloud& cloud() { return m_old->world.cloud; }
    Project project() const { return *ProjectTable(*m_new->world.database).findBySlug(u"shop"_s); }

    std::unique_ptr<RealityWorld> m_old;
    std::unique_ptr<RealityWorld> m_new;
};

QTEST_GUILESS_MAIN(TestRebuild)
#include "tst_rebuild.moc"
