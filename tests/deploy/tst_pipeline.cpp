#include "core/deploy/source_inspector.h"
#include "tests/deploy/world.h"

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::test;

class TestPipeline : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_world = std::make_unique<World>();
        m_world->write(
            u"package.json"_s, R"({"name":"shop","scripts":{"build":"vite build"},"devDependencies":{"vite":"5"}})");
        m_world->write(u"index.html"_s, "<h1>one</h1>");
        m_world->write(u"app.js"_s, "one();");
    }

    void cleanup() { m_world.reset(); }

    void aDeploymentEndsLiveAndIsServed() {
        QSignalSpy lines(&*m_world->deployer, &Deployer::logAppended);
        const Project project = m_world->addProject();
        const Deployment deployment = m_world->deploy(project.id);
        QVERIFY2(!deployment.failure,
            deployment.failure ? qPrintable(errorKindName(deployment.failure->kind) + deployment.failure->detail) : "");
        QCOMPARE(deployment.state, DeploymentState::Live);
        QCOMPARE(deployment.stage, Stage::Prove);
        QCOMPARE(deployment.number, 1);
        QCOMPARE(deployment.url, u"http://shop.localhost:8000/"_s);
        QCOMPARE(deployment.fileCount, 2);
        QCOMPARE(deployment.objectsSent, 2);
        QCOMPARE(deployment.bytesSent, 18);
        QVERIFY(deployment.finishedAt.isValid());
        QCOMPARE(m_world->cloud.visit(u"shop.localhost"_s, u"index.html"_s), QByteArray("<h1>one</h1>"));
        QCOMPARE(m_world->cloud.objects.value(deployment.objectPrefix + u"/index.html"_s).headers.cacheControl,
            u"no-cache"_s);
        const QByteArray json
            = m_world->cloud.objects.value(deployment.objectPrefix + u"/.miaobu/manifest.json"_s).content;
        QCOMPARE(manifestFromJson(json).files.size(), 2);
        QCOMPARE(manifestFromJson(json).projectSlug, u"shop"_s);
        QCOMPARE(DeploymentTable(*m_world->database).live(project.id, u"local"_s)->id, deployment.id);
        QVERIFY(QDir(m_world->home.buildFolder()).isEmpty());
        QVERIFY(lines.count() > 0);
        QVERIFY(QFile::exists(logFile(m_world->home, deployment.id)));
        QCOMPARE(m_world->builder.finished, 1);
        QCOMPARE(ProjectTable(*m_world->database).find(project.id)->plan.framework, u"vite"_s);
    }

    void whatEachStageTookIsRemembered() {
        const Project project = m_world->addProject();
        static_cast<void>(m_world->deploy(project.id));
        const DeploymentTable table(*m_world->database);
        const QList<StageTimes> times = table.stageTimes(project.id, u"local"_s, 5);
        QCOMPARE(times.size(), 1);
        for (const Stage stage :
            {Stage::Checkout, Stage::Install, Stage::Build, Stage::Publish, Stage::Route, Stage::Prove}) {
            QVERIFY2(times.constFirst().at(static_cast<std::size_t>(stage)) >= 0, qPrintable(stageName(stage)));
        }
        m_world->builder.failBuild = true;
        m_world->write(u"index.html"_s, "<h1>two</h1>");
        static_cast<void>(m_world->deploy(project.id));
        QCOMPARE(table.stageTimes(project.id, u"local"_s, 5).size(), 1); // A failed one tells nothing of the next.
    }

    void anUnchangedSourceIsNeitherBuiltNorSent() {
        const Project project = m_world->addProject();
        const Deployment first = m_world->deploy(project.id);
        const Deployment second = m_world->deploy(project.id);
        QCOMPARE(second.state, DeploymentState::Live);
        QVERIFY(second.buildReused);
        QCOMPARE(second.objectsSent, 0);
        QCOMPARE(second.bytesSent, 0);
        QCOMPARE(m_world->builder.builds, 1);
        QCOMPARE(second.fileCount, 2);
        QCOMPARE(second.byteCount, 18);
        QCOMPARE(m_world->find(first.id).state, DeploymentState::Ready);
        QCOMPARE(m_world->cloud.visit(u"shop.localhost"_s, u"app.js"_s), QByteArray("one();"));
    }

    void onlyChangedBytesAreSent() {
        const Project project = m_world->addProject();
        (void)m_world->deploy(project.id);
        m_world->write(u"app.js"_s, "second();");
        const Deployment second = m_world->deploy(project.id);
        QCOMPARE(second.objectsSent, 1);
        QCOMPARE(second.bytesSent, 9);
        QCOMPARE(m_world->cloud.visit(u"shop.localhost"_s, u"app.js"_s), QByteArray("second();"));
    }

    void aBuildWhoseFilesAreGoneIsMadeAgain() {
        const Project project = m_world->addProject();
        const Deployment first = m_world->deploy(project.id);
        m_world->cloud.objects.remove(first.objectPrefix + u"/app.js"_s);
        const Deployment second = m_world->deploy(project.id);
        QCOMPARE(second.state, DeploymentState::Live);
        QVERIFY(!second.buildReused);
        QCOMPARE(m_world->cloud.visit(u"shop.localhost"_s, u"app.js"_s), QByteArray("one();"));
    }

    void aFailedBuildLeavesTheSiteAndSaysWhy() {
        const Project project = m_world->addProject();
        (void)m_world->deploy(project.id);
        m_world->write(u"index.html"_s, "broken");
        m_world->builder.failBuild = true;
        const Deployment failed = m_world->deploy(project.id);
        QCOMPARE(failed.state, DeploymentState::Failed);
        QCOMPARE(failed.failure->kind, ErrorKind::BuildFailed);
        QCOMPARE(failed.failure->stage, Stage::Build);
        QCOMPARE(failed.failure->exitCode, 3);
        QCOMPARE(m_world->builder.finished, 2);
        QCOMPARE(m_world->cloud.visit(u"shop.localhost"_s, u"index.html"_s), QByteArray("<h1>one</h1>"));
        QVERIFY(QDir(m_world->home.buildFolder()).isEmpty());
    }

    void aMissingOutputNamesWhatThereIs() {
        Project project = m_world->addProject();
        project.overrides.outputDir = u"public"_s;
        m_world->deployer->updateProject(project);
        const Deployment failed = m_world->deploy(project.id);
        QCOMPARE(failed.failure->kind, ErrorKind::OutputMissing);
        QCOMPARE(failed.failure->alternatives, QStringList{u"dist"_s});
    }

    void anotherProjectsHostIsNotTaken() {
        RoutingEntry foreign;
        foreign.projectSlug = u"other"_s;
        foreign.objectPath = u"projects/other/1"_s;
        m_world->cloud.entries.insert(u"shop.localhost"_s, toJson(foreign));
        const Deployment failed = m_world->deploy(m_world->addProject().id);
        QCOMPARE(failed.failure->kind, ErrorKind::SlugTaken);
        QCOMPARE(failed.failure->stage, Stage::Checkout);
        QCOMPARE(m_world->builder.builds, 0);
        QCOMPARE(routingEntryFromJson(m_world->cloud.entries.value(u"shop.localhost"_s)).projectSlug, u"other"_s);
    }

    void aSiteTheEdgeDoesNotAnswerIsPutBack() {
        const Project project = m_world->addProject();
        const Deployment first = m_world->deploy(project.id);
        m_world->cloud.edgeAnswers = false;
        m_world->write(u"app.js"_s, "second();");
        const Deployment second = m_world->deploy(project.id);
        QCOMPARE(second.failure->kind, ErrorKind::ProofFailed);
        QCOMPARE(m_world->cloud.visit(u"shop.localhost"_s, u"app.js"_s), QByteArray("one();"));
        QCOMPARE(m_world->find(first.id).state, DeploymentState::Live);
    }

    void oneAtATimeForAProject() {
        const Project project = m_world->addProject();
        m_world->waitIdle([&] {
            (void)m_world->deployer->deploy(request(project.id));
            QVERIFY_THROWS_EXCEPTION(Error, m_world->deployer->deploy(request(project.id)));
            QVERIFY_THROWS_EXCEPTION(Error, m_world->deployer->removeProject(project.id));
        });
    }

    void cancelDuringInstallLeavesNothing() {
        const Project project = m_world->addProject();
        m_world->builder.hangs = true;
        DeploymentId id = 0;
        m_world->waitIdle([&] {
            id = m_world->deployer->deploy(request(project.id));
            QTRY_COMPARE(m_world->builder.installs, 1);
            m_world->deployer->cancel(id);
        });
        QCOMPARE(m_world->find(id).state, DeploymentState::Cancelled);
        QVERIFY(!m_world->find(id).failure);
        QVERIFY(QDir(m_world->home.buildFolder()).isEmpty());
        QCOMPARE(m_world->builder.finished, 1);
    }

    void aQueuedOneIsCancelledAtOnceAndSaysHowManyAreAhead() {
        m_world->stop();
        m_world->limits.concurrent = 1;
        m_world->start();
        const Project first = m_world->addProject();
        const Project second = m_world->addProject(u"blog"_s);
        m_world->builder.hangs = true;
        QSignalSpy progress(&*m_world->deployer, &Deployer::progressChanged);
        DeploymentId waiting = 0;
        m_world->waitIdle([&] {
            const DeploymentId running = m_world->deployer->deploy(request(first.id));
            waiting = m_world->deployer->deploy(request(second.id));
            QTRY_COMPARE(m_world->builder.installs, 1);
            m_world->deployer->cancel(waiting);
            QCOMPARE(m_world->find(waiting).state, DeploymentState::Cancelled);
            m_world->deployer->cancel(running);
        });
        bool isAhead = false;
        for (const auto& arguments : progress) {
            const auto one = arguments.first().value<DeploymentProgress>();
            isAhead = isAhead || (one.deployment == waiting && one.ahead == 1);
        }
        QVERIFY(isAhead);
    }

    void anotherProcessMayAskToCancel() {
        const Project project = m_world->addProject();
        m_world->builder.hangs = true;
        DeploymentId id = 0;
        m_world->waitIdle([&] {
            id = m_world->deployer->deploy(request(project.id));
            QTRY_COMPARE(m_world->builder.installs, 1);
            const Database other(m_world->home.databaseFile());
            DeploymentTable(other).requestCancel(id);
        });
        QCOMPARE(m_world->find(id).state, DeploymentState::Cancelled);
    }

    void rollBackAndPromoteAreOneEntry() {
        const Project project = m_world->addProject();
        const Deployment first = m_world->deploy(project.id);
        m_world->write(u"app.js"_s, "second();");
        const Deployment second = m_world->deploy(project.id);
        const auto objects = m_world->cloud.objects.keys();
        QCOMPARE(m_world->operate([&] { m_world->deployer->rollBack(project.id); }).subject, u"finished"_s);
        QCOMPARE(m_world->cloud.visit(u"shop.localhost"_s, u"app.js"_s), QByteArray("one();"));
        QCOMPARE(m_world->find(first.id).state, DeploymentState::Live);
        QCOMPARE(m_world->find(second.id).state, DeploymentState::Ready);
        QCOMPARE(m_world->operate([&] { m_world->deployer->promote(u"shop.localhost"_s, second.id); }).subject,
            u"finished"_s);
        QCOMPARE(m_world->cloud.visit(u"shop.localhost"_s, u"app.js"_s), QByteArray("second();"));
        QCOMPARE(m_world->cloud.objects.keys(), objects);
        QVERIFY_THROWS_EXCEPTION(Error, m_world->deployer->promote(u"else.localhost"_s, second.id));
    }

    void rollBackWithNothingBeforeIsRefused() {
        const Project project = m_world->addProject();
        (void)m_world->deploy(project.id);
        QVERIFY_THROWS_EXCEPTION(Error, m_world->deployer->rollBack(project.id));
    }

    void oldDeploymentsLoseTheirFilesAndKeepTheirRecord() {
        m_world->stop();
        m_world->limits.keep = 2;
        m_world->start();
        const Project project = m_world->addProject();
        QList<Deployment> deployments;
        for (int i = 0; i < 5; ++i) {
            m_world->write(u"app.js"_s, QByteArray::number(i));
            deployments.append(m_world->deploy(project.id));
            if (i == 1) {
                m_world->deployer->pin(deployments.at(1).id, true);
            }
        }
        QCOMPARE(m_world->find(deployments.at(0).id).state, DeploymentState::Purged);
        QCOMPARE(m_world->find(deployments.at(1).id).state, DeploymentState::Ready);
        QCOMPARE(m_world->find(deployments.at(2).id).state, DeploymentState::Purged);
        QVERIFY(!m_world->cloud.objects.contains(deployments.at(0).objectPrefix + u"/app.js"_s));
        QVERIFY(m_world->cloud.objects.contains(deployments.at(1).objectPrefix + u"/app.js"_s));
        QVERIFY_THROWS_EXCEPTION(Error, m_world->deployer->rollBack(project.id, deployments.at(0).id));
    }

    void whatWasReplacedJustNowKeepsItsFilesUntilTheNextTime() {
        m_world->stop();
        m_world->limits.keep = 1;
        m_world->start();
        const Project project = m_world->addProject();
        const Deployment first = m_world->deploy(project.id);
        m_world->write(u"app.js"_s, "second();");
        const Deployment second = m_world->deploy(project.id);
        QCOMPARE(m_world->find(first.id).state, DeploymentState::Ready);
        QVERIFY(m_world->cloud.objects.contains(first.objectPrefix + u"/app.js"_s));
        m_world->write(u"app.js"_s, "third();");
        (void)m_world->deploy(project.id);
        QCOMPARE(m_world->find(first.id).state, DeploymentState::Purged);
        QCOMPARE(m_world->find(second.id).state, DeploymentState::Ready);
    }

    void removingAProjectRemovesEverythingOfIt() {
        const Project project = m_world->addProject();
        const Deployment deployment = m_world->deploy(project.id);
        QCOMPARE(m_world->operate([&] { m_world->deployer->removeProject(project.id); }).subject, u"finished"_s);
        QVERIFY(m_world->cloud.objects.isEmpty());
        QVERIFY(m_world->cloud.entries.isEmpty());
        QVERIFY(!ProjectTable(*m_world->database).find(project.id));
        QVERIFY(!QFile::exists(logFile(m_world->home, deployment.id)));
    }

    void slugsAreChecked() {
        Project project;
        project.name = u"www"_s;
        project.slug = u"www"_s;
        QVERIFY_THROWS_EXCEPTION(Error, m_world->deployer->addProject(project));
        project.slug.clear();
        QCOMPARE(m_world->deployer->addProject(project).slug, u"www-site"_s);
        QCOMPARE(m_world->deployer->addProject(project).slug, u"www-site-1"_s);
    }

    void aSourceIsInspectedBeforeItIsAProject() {
        SourceInspector inspector(*m_world->database, m_world->checkout, m_world->home);
        QSignalSpy inspected(&inspector, &SourceInspector::inspected);
        QSignalSpy failed(&inspector, &SourceInspector::failed);
        inspector.inspect({SourceKind::Folder, m_world->sourceFolder(), {}});
        QVERIFY(inspected.wait());
        const auto found = inspected.first().first().value<Inspection>();
        QCOMPARE(found.plan.kind, ProjectKind::Static);
        QCOMPARE(found.name, u"source"_s);
        QCOMPARE(found.slug, u"source"_s);
        inspector.inspect({SourceKind::Git, m_world->sourceFolder(), {}});
        QVERIFY(inspected.wait());
        QVERIFY(QDir(m_world->home.buildFolder()).isEmpty());
        inspector.inspect({SourceKind::Folder, u"/does/not/exist"_s, {}});
        QVERIFY(failed.wait());
        QCOMPARE(errorIn(failed.first().first()).kind, ErrorKind::FolderMissing);
        QCOMPARE(projectNameFrom({SourceKind::Git, u"git@example.com:me/shop.git"_s, {}}), u"shop"_s);
        QCOMPARE(projectNameFrom({SourceKind::Git, u"https://example.com/me/shop/"_s, {}}), u"shop"_s);
    }

    void aRepositoryWhoseHostListsNotEveryFileIsFetched() {
        ProjectRepository repository;
        repository.host = u"github.com"_s;
        repository.repository = 11;
        const auto remote = [source = Source{SourceKind::Git, m_world->sourceFolder(), {}}, repository](
                                Source, QString, std::stop_token) { return listedInPart(source, repository); };
        SourceInspector inspector(*m_world->database, m_world->checkout, m_world->home, remote);
        QSignalSpy fetching(&inspector, &SourceInspector::fetching);
        QSignalSpy inspected(&inspector, &SourceInspector::inspected);
        inspector.inspect({SourceKind::Git, u"https://github.com/me/shop.git"_s, {}});
        QVERIFY(inspected.wait());
        QVERIFY(fetching.first().first().value<SourceFetch>().isListCut);
        const auto found = inspected.first().first().value<Inspection>();
        QCOMPARE(found.plan.kind, ProjectKind::Static);
        QCOMPARE(found.repository->repository, 11);
    }

private:
    static QCoro::Task<std::optional<RemoteInspection>> listedInPart(Source source, ProjectRepository repository) {
        RemoteInspection inspection;
        inspection.source = source;
        inspection.repository = repository;
        co_return std::optional(inspection);
    }

    static DeployRequest request(ProjectId project) {
        return {.project = project,
            .target = {},
            .branch = {},
            .commit = {},
            .preview = {},
            .password = {},
            .variables = {}};
    }

    std::unique_ptr<World> m_world;
};

QTEST_GUILESS_MAIN(TestPipeline)
#include "tst_pipeline.moc"
