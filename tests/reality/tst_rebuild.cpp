#include "core/model/preview.h"
#include "core/store/domain_table.h"
#include "core/store/preview_table.h"
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

    void domainsComeBackWithTheirProofAndTheirPin() {
        giveDomain(u"www.example.com"_s, m_old->second.id);
        giveDomain(u"old.example.com"_s, m_old->first.id);
        const RebuildReport report = m_new->rebuild();
        QCOMPARE(report.addedDomains, 2);
        QCOMPARE(report.addedRoutes, 3);
        for (const QString& host : {u"www.example.com"_s, u"old.example.com"_s}) {
            const CustomDomain before = *DomainTable(*m_old->world.database).find(host, targetName);
            const std::optional<CustomDomain> domain = DomainTable(*m_new->world.database).find(host, targetName);
            QVERIFY(domain);
            QCOMPARE(domain->project, project().id);
            QCOMPARE(domain->token, before.token);
            QVERIFY(!domain->isBelowBase);
            // It is proved anew, from the first stage on.
            QCOMPARE(domain->stage, DomainStage::Icp);
            Route route = *RouteTable(*m_new->world.database).find(host, targetName);
            route.project = m_old->project.id;
            QCOMPARE(route, *RouteTable(*m_old->world.database).find(host, targetName));
        }
        QVERIFY(!RouteTable(*m_new->world.database).find(u"old.example.com"_s, targetName)->autoUpdate);
        QCOMPARE(m_new->rebuild().addedDomains, 0);
    }

    void aDomainWhoseEntrySaysNothingIsNotMoved() {
        giveDomain(u"www.example.com"_s, m_old->first.id);
        RoutingEntry entry = routingEntryFromJson(cloud().entries.value(u"www.example.com"_s));
        entry.others = {{u"ownership"_s, u"miaobu-verification=../../etc"_s}};
        cloud().entries.insert(u"www.example.com"_s, toJson(entry));
        (void)m_new->rebuild();
        QVERIFY(!RouteTable(*m_new->world.database).find(u"www.example.com"_s, targetName)->autoUpdate);
        const QString token = DomainTable(*m_new->world.database).find(u"www.example.com"_s, targetName)->token;
        QVERIFY(isOwnershipToken(token));
    }

    void previewsComeBackAsPreviews() {
        m_old->world.write(u"index.html"_s, "preview");
        DeployRequest request;
        request.project = m_old->project.id;
        request.preview = u"next"_s;
        request.branch = u"next"_s;
        request.password = "open sesame";
        DeploymentId id = 0;
        m_old->world.waitIdle([&] { id = m_old->world.deployer->deploy(request); });
        QCOMPARE(m_old->world.find(id).state, DeploymentState::Live);
        const RebuildReport report = m_new->rebuild();
        QCOMPARE(report.addedPreviews, 1);
        QCOMPARE(report.addedDomains, 0);
        const std::optional<Preview> preview
            = PreviewTable(*m_new->world.database).find(project().id, targetName, u"next"_s);
        QVERIFY(preview);
        QCOMPARE(preview->host, u"shop-next.localhost"_s);
        QCOMPARE(preview->branch, u"next"_s);
        QVERIFY(preview->isProtected);
        const Deployment copy = m_new->world.find(id);
        QCOMPARE(copy.preview, u"next"_s);
        QCOMPARE(copy.url, m_old->world.find(id).url);
        QCOMPARE(copy.state, DeploymentState::Live);
        // It follows no other deployment, and is nothing that the site goes back to.
        const Route route = *RouteTable(*m_new->world.database).find(preview->host, targetName);
        QVERIFY(!route.own && !route.autoUpdate);
        QCOMPARE(DeploymentTable(*m_new->world.database).live(project().id, targetName)->id, m_old->second.id);
        QVERIFY(m_new->check().findings.isEmpty());
    }

    void onePreviewOfBeforeManifestsToldIt() {
        m_old->world.write(u"index.html"_s, "preview");
        DeployRequest request;
        request.project = m_old->project.id;
        request.preview = u"next"_s;
        request.branch = u"next"_s;
        DeploymentId id = 0;
        m_old->world.waitIdle([&] { id = m_old->world.deployer->deploy(request); });
        QByteArray& stored = cloud().objects[m_old->world.find(id).objectPrefix + u'/' + manifestObjectName].content;
        Manifest manifest = manifestFromJson(stored);
        manifest.preview.clear();
        stored = toJson(manifest);
        (void)m_new->rebuild();
        QCOMPARE(m_new->world.find(id).preview, u"next"_s);
        // Nothing says that it follows a branch, so that it goes with none.
        QCOMPARE(PreviewTable(*m_new->world.database).find(project().id, targetName, u"next"_s)->branch, QString());
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
    /// A domain of the old computer that was led to \a pinned, which follows where that is the newest one.
    void giveDomain(const QString& host, DeploymentId pinned) {
        World& world = m_old->world;
        CustomDomain domain;
        domain.host = host;
        domain.target = targetName;
        domain.project = m_old->project.id;
        domain.token = newOwnershipToken();
        domain.state = DomainState::Live;
        domain.stage = DomainStage::Live;
        domain.createdAt = world.clock.now();
        DomainTable(*world.database).insert(domain);
        RouteTable(*world.database).put({host, domain.project, targetName, pinned, false, true});
        const DeploymentId wanted = pinned == m_old->second.id ? 0 : pinned;
        QCOMPARE(world.operate([&] { world.deployer->serve(host, targetName, wanted); }).subject, u"finished"_s);
    }

    MemoryCloud& cloud() { return m_old->world.cloud; }
    Project project() const { return *ProjectTable(*m_new->world.database).findBySlug(u"shop"_s); }

    std::unique_ptr<RealityWorld> m_old;
    std::unique_ptr<RealityWorld> m_new;
};

QTEST_GUILESS_MAIN(TestRebuild)
#include "tst_rebuild.moc"
