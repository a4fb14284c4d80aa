#include "core/store/deployment_table.h"
#include "core/store/project_table.h"
#include "core/store/route_table.h"
#include "core/store/settings_table.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace miaobu;

namespace {

const QDateTime someTime = QDateTime::fromMSecsSinceEpoch(1'700'000'000'123, Qt::UTC);

Project named(const QString& slug, bool pinned = false) {
    Project project;
    project.slug = slug;
    project.createdAt = someTime;
    project.pinned = pinned;
    return project;
}

Project fullProject() {
    Project project;
    project.slug = u"shop"_s;
    project.name = u"店 Shop"_s;
    project.source = {SourceKind::Git, u"https://example.com/me/shop.git"_s, u"main"_s};
    project.target = u"local"_s;
    project.overrides.buildCommand = u""_s;
    project.overrides.isSpa = true;
    project.plan.kind = ProjectKind::Static;
    project.plan.outputDir = u"dist"_s;
    project.plan.reasons.insert(u"outputDir"_s, u"because"_s);
    project.createdAt = someTime;
    return project;
}

Deployment fullDeployment(ProjectId project, DeploymentId id) {
    Deployment deployment;
    deployment.id = id;
    deployment.project = project;
    deployment.target = u"local"_s;
    deployment.state = DeploymentState::Failed;
    deployment.stage = Stage::Build;
    deployment.revision = {u"c0ffee"_s, u"tree"_s, u"main"_s, u"Say hello"_s, u"Ann"_s, true};
    deployment.plan.outputDir = u"dist"_s;
    deployment.requestedCommit = u"c0ff"_s;
    deployment.objectPrefix = u"projects/shop/1"_s;
    deployment.url = u"http://shop.localhost/"_s;
    deployment.createdAt = someTime;
    deployment.finishedAt = someTime.addSecs(5);
    deployment.fileCount = 3;
    deployment.byteCount = 5'000'000'000;
    deployment.bytesSent = 10;
    deployment.objectsSent = 1;
    deployment.buildReused = true;
    deployment.pinned = true;
    deployment.failure
        = Failure{ErrorKind::BuildFailed, Stage::Build, u"vite build"_s, u"last\nlines"_s, {u"a"_s}, 2, u"r-1"_s};
    return deployment;
}

Deployment plain(ProjectId project, DeploymentId id, DeploymentState state, const QString& target = u"local"_s) {
    Deployment deployment;
    deployment.id = id;
    deployment.project = project;
    deployment.target = target;
    deployment.state = state;
    deployment.createdAt = someTime.addSecs(id);
    return deployment;
}

} // namespace

class TestTables : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_database = std::make_unique<Database>(m_folder->filePath(u"miaobu.db"_s));
    }

    void aProjectComesBackAsItWas() {
        const ProjectTable projects(*m_database);
        Project project = projects.insert(fullProject());
        QVERIFY(project.id > 0);
        QCOMPARE(projects.find(project.id), project);
        QCOMPARE(projects.findBySlug(u"shop"_s), project);
        project.name = u"New"_s;
        project.overrides = {};
        project.pinned = true;
        projects.update(project);
        QCOMPARE(projects.find(project.id), project);
        QVERIFY(projects.find(project.id)->overrides.buildCommand.isNull());
    }

    void aSlugIsTakenOnce() {
        const ProjectTable projects(*m_database);
        (void)projects.insert(fullProject());
        QVERIFY_THROWS_EXCEPTION(Error, projects.insert(fullProject()));
    }

    void aProjectIdIsNeverUsedAgain() {
        const ProjectTable projects(*m_database);
        const ProjectId first = projects.insert(fullProject()).id;
        projects.remove(first);
        QVERIFY(projects.insert(fullProject()).id > first);
    }

    void projectsAreListedByTheirLatestDeployment() {
        const ProjectTable projects(*m_database);
        const DeploymentTable deployments(*m_database);
        QHash<QString, ProjectId> ids;
        for (const QString& slug : {u"never"_s, u"old"_s, u"new"_s, u"pinned"_s}) {
            ids.insert(slug, projects.insert(named(slug, slug == u"pinned"_s)).id);
        }
        (void)deployments.insert(plain(ids.value(u"old"_s), 1, DeploymentState::Ready), {});
        (void)deployments.insert(plain(ids.value(u"new"_s), 2, DeploymentState::Ready), {});
        QStringList order;
        for (const Project& project : projects.all()) {
            order.append(project.slug);
        }
        QCOMPARE(order, QStringList({u"pinned"_s, u"new"_s, u"old"_s, u"never"_s}));
    }

    void aDeploymentComesBackAsItWas() {
        const ProjectId project = ProjectTable(*m_database).insert(fullProject()).id;
        const DeploymentTable deployments(*m_database);
        Deployment deployment = deployments.insert(fullDeployment(project, 77), u"me"_s);
        QCOMPARE(deployment.number, 1);
        QCOMPARE(deployments.find(77), deployment);
        QCOMPARE(deployments.owner(77), u"me"_s);
        deployment.failure.reset();
        deployment.finishedAt = {};
        deployment.state = DeploymentState::Ready;
        deployments.update(deployment);
        QCOMPARE(deployments.find(77), deployment);
        QCOMPARE(deployments.findByNumber(project, 1), deployment);
        QVERIFY(!deployments.findByNumber(project, 2));
    }

    void oneActiveDeploymentForEachProjectAndTarget() {
        const ProjectId project = ProjectTable(*m_database).insert(fullProject()).id;
        const DeploymentTable deployments(*m_database);
        (void)deployments.insert(plain(project, 1, DeploymentState::Queued), {});
        (void)deployments.insert(plain(project, 2, DeploymentState::Queued, u"prod"_s), {});
        try {
            (void)deployments.insert(plain(project, 3, DeploymentState::Running), {});
            QFAIL("a second active deployment was stored");
        } catch (const Error& error) {
            QCOMPARE(error.kind, ErrorKind::DeploymentActive);
        }
        Deployment ended = *deployments.find(1);
        ended.state = DeploymentState::Cancelled;
        deployments.update(ended);
        QCOMPARE(deployments.insert(plain(project, 3, DeploymentState::Running), {}).number, 3);
        QCOMPARE(deployments.active().size(), 2);
    }

    void theSiteAndEachPreviewHaveOneOfTheirOwn() {
        const ProjectId project = ProjectTable(*m_database).insert(fullProject()).id;
        const DeploymentTable deployments(*m_database);
        const auto of = [project](DeploymentId id, const QString& preview) {
            Deployment deployment = plain(project, id, DeploymentState::Running);
            deployment.preview = preview;
            return deployment;
        };
        (void)deployments.insert(of(1, {}), {});
        (void)deployments.insert(of(2, u"next"_s), {});
        (void)deployments.insert(of(3, u"other"_s), {});
        QCOMPARE(deployments.find(2)->preview, u"next"_s);
        QVERIFY_THROWS_EXCEPTION(Error, deployments.insert(of(4, u"next"_s), {}));
        // A preview says nothing of how the site is.
        QCOMPARE(deployments.latestOfEach().size(), 1);
        QCOMPARE(deployments.latestOfEach().first().id, 1);
    }

    void listsAreNewestFirst() {
        const ProjectId project = ProjectTable(*m_database).insert(fullProject()).id;
        const DeploymentTable deployments(*m_database);
        for (DeploymentId id = 1; id <= 5; ++id) {
            (void)deployments.insert(plain(project, id, DeploymentState::Ready), {});
        }
        const QList<Deployment> newest = deployments.ofProject(project, 2);
        QCOMPARE(newest.size(), 2);
        QCOMPARE(newest.first().number, 5);
        QCOMPARE(deployments.latestOfEach().size(), 1);
        QCOMPARE(deployments.latestOfEach().first().id, 5);
    }

    void theLiveOneIsTheOneOfTheOwnHost() {
        const ProjectId project = ProjectTable(*m_database).insert(fullProject()).id;
        const DeploymentTable deployments(*m_database);
        const RouteTable routes(*m_database);
        (void)deployments.insert(plain(project, 1, DeploymentState::Live), {});
        (void)deployments.insert(plain(project, 2, DeploymentState::Live), {});
        routes.put({u"www.example.com"_s, project, u"local"_s, 1, false, true});
        QVERIFY(!deployments.live(project, u"local"_s));
        routes.put({u"shop.localhost"_s, project, u"local"_s, 2, true, true});
        QCOMPARE(deployments.live(project, u"local"_s)->id, 2);
        QVERIFY(!deployments.live(project, u"prod"_s));
    }

    void buildsAreFoundByTheirKey() {
        const ProjectId project = ProjectTable(*m_database).insert(fullProject()).id;
        const DeploymentTable deployments(*m_database);
        for (const auto& [id, state] :
            {std::pair{1, DeploymentState::Ready}, {2, DeploymentState::Purged}, {3, DeploymentState::Failed}}) {
            (void)deployments.insert(plain(project, id, state), {});
            deployments.setBuildKey(id, u"key"_s);
        }
        QCOMPARE(deployments.withBuildKey(project, u"local"_s, u"key"_s).size(), 1);
        QVERIFY(deployments.withBuildKey(project, u"local"_s, u""_s).isEmpty());
        QVERIFY(deployments.withBuildKey(project, u"prod"_s, u"key"_s).isEmpty());
    }

    void cancelIsAskedForOnce() {
        const ProjectId project = ProjectTable(*m_database).insert(fullProject()).id;
        const DeploymentTable deployments(*m_database);
        (void)deployments.insert(plain(project, 1, DeploymentState::Running), u"one"_s);
        deployments.requestCancel(1);
        QCOMPARE(deployments.cancelRequested(), QList<DeploymentId>{1});
        deployments.setOwner(1, u"two"_s);
        QVERIFY(deployments.cancelRequested().isEmpty());
        deployments.setVariableNames(1, {u"A"_s, u"B"_s});
        QCOMPARE(deployments.variableNames(1), QStringList({u"A"_s, u"B"_s}));
    }

    void whatStagesTookIsKeptForEachTarget() {
        const ProjectId project = ProjectTable(*m_database).insert(fullProject()).id;
        const DeploymentTable deployments(*m_database);
        (void)deployments.insert(plain(project, 1, DeploymentState::Ready), {});
        (void)deployments.insert(plain(project, 2, DeploymentState::Live), {});
        (void)deployments.insert(plain(project, 3, DeploymentState::Failed), {});
        StageTimes slow = noStageTimes;
        slow.at(static_cast<std::size_t>(Stage::Build)) = 90'000;
        StageTimes quick = noStageTimes;
        quick.at(static_cast<std::size_t>(Stage::Build)) = 4'000;
        deployments.setStageTimes(1, slow);
        deployments.setStageTimes(2, quick);
        QCOMPARE(deployments.stageTimes(project, u"local"_s, 5), QList<StageTimes>({quick, slow}));
        QCOMPARE(deployments.stageTimes(project, u"local"_s, 1), QList<StageTimes>{quick});
        QVERIFY(deployments.stageTimes(project, u"prod"_s, 5).isEmpty());
        m_database->execute(u"UPDATE deployment SET stage_times = 'rubbish' WHERE id = 1"_s);
        QCOMPARE(deployments.stageTimes(project, u"local"_s, 5).at(1), noStageTimes);
    }

    void routesArePutFoundAndRemoved() {
        const ProjectId project = ProjectTable(*m_database).insert(fullProject()).id;
        const RouteTable routes(*m_database);
        const Route route{u"shop.localhost"_s, project, u"local"_s, 5, true, false};
        routes.put(route);
        QCOMPARE(routes.find(route.host, u"local"_s), route);
        QVERIFY(!routes.find(route.host, u"prod"_s));
        Route moved = route;
        moved.deployment = 6;
        routes.put(moved);
        QCOMPARE(routes.ofProject(project), QList<Route>{moved});
        QCOMPARE(routes.ofHost(route.host), QList<Route>{moved});
        routes.remove(route.host, u"local"_s);
        QVERIFY(routes.ofProject(project).isEmpty());
    }

    void removingAProjectRemovesWhatBelongsToIt() {
        const ProjectTable projects(*m_database);
        const ProjectId project = projects.insert(fullProject()).id;
        (void)DeploymentTable(*m_database).insert(plain(project, 1, DeploymentState::Ready), {});
        RouteTable(*m_database).put({u"shop.localhost"_s, project, u"local"_s, 1, true, true});
        projects.remove(project);
        QVERIFY(!DeploymentTable(*m_database).find(1));
        QVERIFY(RouteTable(*m_database).ofHost(u"shop.localhost"_s).isEmpty());
    }

    void settingsKeepTheirTypes() {
        const SettingsTable table(*m_database);
        QCOMPARE(table.value(settings::keepDeployments()), QVariant(10));
        table.setValue(settings::keepDeployments(), 3);
        table.setValue(settings::theme(), u"dark"_s);
        table.setValue(settings::windowState(), QByteArray("\0\1", 2));
        QCOMPARE(table.value(settings::keepDeployments()), QVariant(3));
        QCOMPARE(table.value(settings::theme()), QVariant(u"dark"_s));
        QCOMPARE(table.value(settings::windowState()), QVariant(QByteArray("\0\1", 2)));
        m_database->execute(u"UPDATE setting SET value = 'many' WHERE key = 'deployments/keep'"_s);
        QCOMPARE(table.value(settings::keepDeployments()), QVariant(10));
        table.setValue(settings::theme(), u"system"_s);
        QCOMPARE(m_database->value(u"SELECT count(*) FROM setting WHERE key = 'window/theme'"_s).toInt(), 0);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
};

QTEST_GUILESS_MAIN(TestTables)
#include "tst_tables.moc"
