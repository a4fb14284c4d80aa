#include "core/model/home.h"
#include "core/model/manifest.h"
#include "core/model/routing_entry.h"
#include "core/model/target.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace miaobu;

class TestModel : public QObject {
    Q_OBJECT

private slots:
    void buildPlanSurvivesJson() {
        BuildPlan plan;
        plan.kind = ProjectKind::Static;
        plan.framework = u"vite"_s;
        plan.buildCommand = u"pnpm run build"_s;
        plan.outputDir = u"dist"_s;
        plan.isSpa = true;
        plan.place = BuildPlace::Container;
        plan.apps = {u"apps/web"_s};
        plan.reasons = {{u"outputDir"_s, u"dist — vite.config.ts"_s}};
        QCOMPARE(buildPlanFromJson(toJson(plan)), plan);
        QVERIFY(toJson(plan).value(u"pythonVersion"_s).isNull());
    }

    void aWebAppSurvivesJson() {
        WebApp app;
        app.settings = {AppWay::Package, 1, 2048, 30, 5, u"/health"_s, 8000};
        app.ownPort = 9000;
        app.port = 8000;
        app.command = QStringList{u"sh"_s, u"/code/start.sh"_s, u"0.0.0.0:8000"_s};
        QCOMPARE(webAppFromJson(toJson(app)), app);
        // One from before anybody could choose.
        QCOMPARE(webAppFromJson({{u"port"_s, 8080}}).ownPort, 8080);
        QCOMPARE(functionSettingsFromJson({}).port, 0);
    }

    void thePortOfTheSettingsComesBeforeTheImagesOwn() {
        WebApp app;
        app.ownPort = 8080;
        QCOMPARE(runBy(app, {}).port, 8080);
        FunctionSettings settings;
        settings.port = 3000;
        const WebApp chosen = runBy(app, settings);
        QCOMPARE(chosen.port, 3000);
        QCOMPARE(chosen.settings, settings);
        QCOMPARE(runBy(chosen, {}).port, 8080);
        for (const auto& [typed, taken] : {std::pair{-1, 0}, std::pair{65535, 65535}, std::pair{70000, 65535}}) {
            settings.port = typed;
            QCOMPARE(withinLimits(settings).port, taken);
        }
    }

    void anEmptyOverrideIsAChoiceAndANullOneIsNot() {
        BuildPlan plan;
        plan.buildCommand = u"npm run build"_s;
        plan.outputDir = u"dist"_s;
        BuildOverrides overrides;
        overrides.buildCommand = u""_s;
        const BuildOverrides stored = buildOverridesFromJson(toJson(overrides));
        QCOMPARE(stored, overrides);
        const BuildPlan changed = withOverrides(plan, stored);
        QCOMPARE(changed.buildCommand, QString());
        QCOMPARE(changed.outputDir, u"dist"_s);
    }

    void thePlaceOfABuildIsAChoice() {
        QVERIFY(!toJson(BuildPlan()).contains(u"place"_s));
        BuildOverrides overrides;
        QCOMPARE(withOverrides({}, buildOverridesFromJson(toJson(overrides))).place, BuildPlace::Computer);
        overrides.place = BuildPlace::Container;
        QCOMPARE(buildOverridesFromJson(toJson(overrides)), overrides);
        QCOMPARE(withOverrides({}, overrides).place, BuildPlace::Container);
    }

    void theStartCommandFollowsTheAppThatIsSet() {
        BuildPlan plan;
        plan.framework = u"flask"_s;
        plan.appModule = u"app:app"_s;
        plan.startCommand = u"poetry run gunicorn --bind 0.0.0.0:9000 app:app"_s;
        BuildOverrides overrides;
        overrides.appModule = u"shop:create_app()"_s;
        overrides.pythonVersion = u"3.11"_s;
        const BuildPlan changed = withOverrides(plan, buildOverridesFromJson(toJson(overrides)));
        QCOMPARE(changed.startCommand, u"poetry run gunicorn --bind 0.0.0.0:9000 'shop:create_app()'"_s);
        QCOMPARE(changed.pythonVersion, u"3.11"_s);
        overrides.startCommand = u"python server.py"_s;
        QCOMPARE(withOverrides(plan, overrides).startCommand, u"python server.py"_s);
        plan.framework = u"fastapi"_s;
        plan.startCommand.clear();
        overrides.startCommand = QString();
        QCOMPARE(withOverrides(plan, overrides).startCommand,
            u"uvicorn shop:create_app --factory --host 0.0.0.0 --port 9000"_s);
    }

    void routingEntryKeepsFieldsItDoesNotKnow() {
        const RoutingEntry entry = routingEntryFromJson(
            R"({"oss_path":"projects/a/9007199254740991","deployment_id":9007199254740991,"is_spa":true,"preview":{"key":1}})");
        QCOMPARE(entry.type, u"static"_s);
        QCOMPARE(entry.deployment, 9007199254740991);
        const QJsonObject written = QJsonDocument::fromJson(toJson(entry)).object();
        QCOMPARE(written.value(u"preview"_s).toObject().value(u"key"_s).toInt(), 1);
        QCOMPARE(written.value(u"deployment_id"_s).toInteger(), 9007199254740991);
    }

    void routingEntryRefusesWhatIsNone() {
        QVERIFY_THROWS_EXCEPTION(Error, routingEntryFromJson("[1]"));
        QVERIFY_THROWS_EXCEPTION(Error, routingEntryFromJson(R"({"oss_path":7})"));
    }

    void manifestSurvivesJson() {
        Manifest manifest;
        manifest.deployment = 12345;
        manifest.projectSlug = u"blog"_s;
        manifest.revision = {u"abc"_s, u"def"_s, u"main"_s, u"Fix “it”"_s, u"li"_s, true};
        manifest.createdAt = QDateTime::fromMSecsSinceEpoch(1'700'000'000'123, Qt::UTC);
        manifest.files
            = {{u"über/ü.html"_s, 5, QByteArray(32, '\x7f'), 18446744073709551615ULL, u"text/html"_s, u"no-cache"_s}};
        QCOMPARE(manifestFromJson(toJson(manifest)), manifest);
        QVERIFY_THROWS_EXCEPTION(Error, manifestFromJson("{}"));
    }

    void stagesAndStatesKeepTheirNames() {
        for (const Stage stage : {Stage::Queue, Stage::Checkout, Stage::CheckOutput, Stage::Prove}) {
            QCOMPARE(stageFromName(stageName(stage)), stage);
        }
        QCOMPARE(
            deploymentStateFromName(deploymentStateName(DeploymentState::Interrupted)), DeploymentState::Interrupted);
        QVERIFY(isActive(DeploymentState::Queued));
        QVERIFY(!isActive(DeploymentState::Ready));
    }

    void sitesHaveAnAddress() {
        const Target local{localTargetName, u"localhost"_s, u"http"_s, 4680};
        QCOMPARE(siteUrl(local, siteHost(local, u"blog"_s)), QUrl(u"http://blog.localhost:4680/"_s));
    }

    void homeIsPrivateAndMovable() {
        const QTemporaryDir folder;
        qputenv("MIAOBU_HOME", (folder.path() + u"/new/home"_s).toUtf8());
        const Home home = openHome();
        QCOMPARE(home.databaseFile(), folder.path() + u"/new/home/miaobu.db"_s);
        const auto others = QFile::ReadGroup | QFile::ReadOther | QFile::ExeGroup | QFile::ExeOther;
        QVERIFY(!(QFileInfo(home.logFolder()).permissions() & others));
        QFile blocker(folder.filePath(u"file"_s));
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        qputenv("MIAOBU_HOME", (folder.path() + u"/file/home"_s).toUtf8());
        QVERIFY_THROWS_EXCEPTION(Error, openHome());
    }
};

QTEST_GUILESS_MAIN(TestModel)
#include "tst_model.moc"
