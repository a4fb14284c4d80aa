#include "core/deploy/previews.h"
#include "core/secrets/password_gate.h"
#include "core/store/domain_table.h"
#include "tests/deploy/world.h"

#include <QRandomGenerator>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace miaobu;
using miaobu::test::World;

namespace {

const QString host = u"shop-redesign.localhost"_s;

struct PreviewWorld : World {
    PreviewWorld() {
        write(u"package.json"_s, R"({"scripts":{"build":"vite build"},"devDependencies":{"vite":"5"}})");
        write(u"index.html"_s, "site");
        project = addProject();
        deploy(project.id);
        write(u"index.html"_s, "preview");
    }

    Deployment deployPreview(const QByteArray& password = {}, const QString& branch = {}) {
        DeploymentId id = 0;
        waitIdle([&] {
            DeployRequest request;
            request.project = project.id;
            request.preview = u"redesign"_s;
            request.password = password;
            request.branch = branch;
            id = deployer->deploy(request);
        });
        return find(id);
    }

    /// Begins a deployment, of the site where \a preview is empty, and does not wait for it.
    DeploymentId begin(const QString& preview) {
        DeployRequest request;
        request.project = project.id;
        request.preview = preview;
        return deployer->deploy(request);
    }

    [[nodiscard]] QJsonObject others(const QString& name = host) const {
        return routingEntryFromJson(cloud.entries.value(name)).others;
    }
    [[nodiscard]] std::optional<QByteArray> visit(const QString& name) const {
        return cloud.visit(name, u"index.html"_s);
    }

    Project project;
};

} // namespace

class TestPreviews : public QObject {
    Q_OBJECT

private slots:
    void aPreviewStandsBesideTheSite() {
        PreviewWorld world;
        const Deployment preview = world.deployPreview();
        QCOMPARE(preview.state, DeploymentState::Live);
        QCOMPARE(preview.url, u"http://shop-redesign.localhost:8000/"_s);
        QCOMPARE(world.visit(host), std::optional("preview"_ba));
        QCOMPARE(world.visit(u"shop.localhost"_s), std::optional("site"_ba));
        QCOMPARE(world.others().value(u"noindex"_s).toBool(), true);
        QVERIFY(!world.others(u"shop.localhost"_s).contains(u"noindex"_s));

        // The site goes on by itself, and back to its own past.
        world.write(u"index.html"_s, "second");
        world.deploy(world.project.id);
        QCOMPARE(world.visit(host), std::optional("preview"_ba));
        world.operate([&] { world.deployer->rollBack(world.project.id); });
        QCOMPARE(world.visit(u"shop.localhost"_s), std::optional("site"_ba));
        QCOMPARE(world.visit(host), std::optional("preview"_ba));
    }

    void itGetsTheVariablesOfPreviews() {
        PreviewWorld world;
        VariableDraft forPreviews{{u"VITE_API"_s, VariableScope::Preview}, u"staging"_s, false, true, true};
        VariableDraft forSites{{u"VITE_API"_s, VariableScope::Production}, u"real"_s, false, true, true};
        world.setVariable(world.project.id, forPreviews);
        world.setVariable(world.project.id, forSites);
        world.deployPreview();
        QCOMPARE(world.builder.variables.size(), 1);
        QCOMPARE(world.builder.variables.first().value, u"staging"_s);
        world.deploy(world.project.id);
        QCOMPARE(world.builder.variables.first().value, u"real"_s);
    }

    void aPasswordIsThereFromTheFirstMoment() {
        PreviewWorld world;
        world.deployPreview("open sesame");
        const QJsonObject gate = world.others().value(u"gate"_s).toObject();
        QCOMPARE(gate.value(u"version"_s).toInt(), 1);
        QCOMPARE(gate.value(u"iterations"_s).toInt(), 210'000);
        QVERIFY(!QJsonDocument(gate).toJson().contains("sesame"));
        // The next deployment keeps it.
        world.write(u"index.html"_s, "newer");
        world.deployPreview();
        QCOMPARE(world.others().value(u"gate"_s).toObject(), gate);
    }

    void anotherPasswordEndsWhatWasGivenForTheOldOne() {
        PreviewWorld world;
        world.deployPreview("open sesame");
        const QJsonObject first = world.others().value(u"gate"_s).toObject();
        world.operate([&] { world.deployer->protectPreview(world.project.id, u"local"_s, u"redesign"_s, "another"); });
        const QJsonObject second = world.others().value(u"gate"_s).toObject();
        QCOMPARE(second.value(u"version"_s).toInt(), 2);
        for (const QString& member : {u"key"_s, u"salt"_s, u"hash"_s}) {
            QVERIFY(second.value(member) != first.value(member));
        }
        world.operate([&] { world.deployer->protectPreview(world.project.id, u"local"_s, u"redesign"_s, {}); });
        QVERIFY(!world.others().contains(u"gate"_s));
    }

    void oneWithAPasswordIsNeverShownWithoutIt() {
        PreviewWorld world;
        world.deployPreview("open sesame");
        world.cloud.entries.remove(host);
        const Deployment again = world.deployPreview();
        QCOMPARE(again.state, DeploymentState::Failed);
        QVERIFY(!world.cloud.entries.contains(host));
        QCOMPARE(world.deployPreview("open sesame").state, DeploymentState::Live);
    }

    void anEdgeThatAsksNobodyIsNotTrusted() {
        PreviewWorld world;
        world.cloud.routine.production = RoutineStatus::Production::Other;
        QCOMPARE(world.deployPreview("open sesame").failure->kind, ErrorKind::RoutineOutdated);
        QVERIFY(!world.cloud.entries.contains(host));
        QCOMPARE(world.deployPreview().state, DeploymentState::Failed); // It was to have a password.
    }

    void namesThatCannotBeAreRefused() {
        PreviewWorld world;
        const auto refused = [&world](const QString& name) {
            DeployRequest request;
            request.project = world.project.id;
            request.preview = name;
            try {
                world.deployer->deploy(request);
            } catch (const Error& error) {
                return error.kind;
            }
            return ErrorKind::Internal;
        };
        for (const QString& name : {u"-a"_s, u"a-"_s, u"A"_s, u"a b"_s, u"a.b"_s, QString(59, u'a'), u"ü"_s}) {
            QCOMPARE(refused(name), ErrorKind::PreviewNameInvalid);
        }
        world.addProject(u"shop-old"_s);
        QCOMPARE(refused(u"old"_s), ErrorKind::SlugTaken);
        // A domain that is for everybody is not turned into a preview of a branch.
        CustomDomain domain;
        domain.host = u"shop-beta.localhost"_s;
        domain.target = localTargetName;
        domain.project = world.project.id;
        domain.isBelowBase = true;
        domain.token = newOwnershipToken();
        domain.createdAt = QDateTime::currentDateTimeUtc();
        DomainTable(*world.database).insert(domain);
        QCOMPARE(refused(u"beta"_s), ErrorKind::SlugTaken);
        QVERIFY(!world.deployer->isBusy());
    }

    void aBranchGivesAName_data() {
        QTest::addColumn<QString>("branch");
        QTest::addColumn<QString>("name");
        QTest::newRow("plain") << u"redesign"_s << u"redesign"_s;
        QTest::newRow("folder") << u"feature/Login_Form"_s << u"feature-login-form"_s;
        QTest::newRow("dashes") << u"--a--b--"_s << u"a-b"_s;
        QTest::newRow("nothing") << u"新功能"_s << otherPreviewNameOf(u"shop"_s, u"新功能"_s);
        QTest::newRow("long") << QString(80, u'a') << QString(58, u'a');
    }

    void aBranchGivesAName() {
        QFETCH(QString, branch);
        QFETCH(QString, name);
        QCOMPARE(previewNameOf(u"shop"_s, branch), name);
        QVERIFY(isValidPreviewName(u"shop"_s, name));
    }

    void whateverABranchIsCalledItsPreviewIsALabel() {
        static const QRegularExpression label(u"^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$"_s);
        const quint32 seed = QRandomGenerator::global()->generate();
        QRandomGenerator random(seed);
        const QString letters = u"abcXYZ019-_./ äß新功能\\@~^:?*[🦀\n"_s;
        for (int i = 0; i < 3000; ++i) {
            QString branch;
            for (int length = random.bounded(1, 90); length > 0; --length) {
                branch += letters.at(random.bounded(static_cast<int>(letters.size())));
            }
            const QString slug(random.bounded(1, 51), u's');
            const QByteArray what = u"seed %1: %2 %3"_s.arg(seed).arg(slug, branch).toUtf8();
            for (const QString& name : {previewNameOf(slug, branch), otherPreviewNameOf(slug, branch)}) {
                QVERIFY2(isValidPreviewName(slug, name), what.constData());
                QVERIFY2(label.match(slug + u'-' + name).hasMatch(), what.constData());
            }
            QCOMPARE(previewNameOf(slug, branch), previewNameOf(slug, branch));
        }
    }

    void itDoesNotWaitForTheSite() {
        PreviewWorld world;
        world.builder.hangs = true;
        const DeploymentId site = world.begin({});
        QTRY_COMPARE(world.find(site).stage, Stage::Install);
        const DeploymentId preview = world.begin(u"redesign"_s);
        const DeploymentId other = world.begin(u"other"_s);
        QTRY_COMPARE(world.find(preview).stage, Stage::Install);
        // So many at once, whatever they are of.
        QCOMPARE(world.find(other).state, DeploymentState::Queued);
        QVERIFY_THROWS_EXCEPTION(Error, world.begin(u"redesign"_s));
        QVERIFY_THROWS_EXCEPTION(Error, world.begin({}));
        world.builder.hangs = false;
        world.waitIdle([&] {
            world.deployer->cancel(site);
            world.deployer->cancel(preview);
        });
        QCOMPARE(world.find(other).state, DeploymentState::Live);
    }

    void theSiteIsRolledBackWhileAPreviewIsBuilt() {
        PreviewWorld world;
        const Deployment second = world.deploy(world.project.id);
        QCOMPARE(second.state, DeploymentState::Live);
        world.builder.hangs = true;
        world.write(u"index.html"_s, "another");
        const DeploymentId preview = world.begin(u"redesign"_s);
        QTRY_COMPARE(world.find(preview).stage, Stage::Install);
        QSignalSpy finished(&*world.deployer, &Deployer::operationFinished);
        (void)world.deployer->rollBack(world.project.id);
        QVERIFY(finished.wait(5000));
        QCOMPARE(world.visit(u"shop.localhost"_s), std::optional("site"_ba));
        QCOMPARE(world.find(preview).state, DeploymentState::Running);
        // What touches the preview itself waits for it, and so does what touches everything.
        QVERIFY_THROWS_EXCEPTION(Error, world.deployer->removePreview(world.project.id, u"local"_s, u"redesign"_s));
        QVERIFY_THROWS_EXCEPTION(Error, world.deployer->removeProject(world.project.id));
        world.builder.hangs = false;
        world.waitIdle([&] { world.deployer->cancel(preview); });
    }

    void aPreviewIsRemovedWhileTheSiteIsBuilt() {
        PreviewWorld world;
        QCOMPARE(world.deployPreview({}, u"redesign"_s).state, DeploymentState::Live);
        world.builder.hangs = true;
        world.write(u"index.html"_s, "another");
        const DeploymentId site = world.begin({});
        QTRY_COMPARE(world.find(site).stage, Stage::Install);
        QSignalSpy finished(&*world.deployer, &Deployer::operationFinished);
        QVERIFY(world.deployer->removeGonePreviews(world.project.id, {u"main"_s}) != 0);
        QVERIFY(finished.wait(5000));
        QVERIFY(!world.cloud.entries.contains(host));
        world.builder.hangs = false;
        world.waitIdle([&] { world.deployer->cancel(site); });
    }

    void oneOfThoseSideBySideRemovesNothingThatTheOtherNeeds() {
        PreviewWorld world;
        world.stop();
        world.limits.keep = 1;
        world.start();
        world.write(u"index.html"_s, "two");
        QCOMPARE(world.deployPreview().state, DeploymentState::Live);
        world.builder.hangs = true;
        world.write(u"index.html"_s, "three");
        const DeploymentId site = world.begin({});
        QTRY_COMPARE(world.find(site).stage, Stage::Install);
        world.builder.hangs = false;
        world.write(u"index.html"_s, "four");
        // The preview takes the place of the one before, which is not removed while the site is under way.
        const DeploymentId preview = world.begin(u"redesign"_s);
        QTRY_COMPARE(world.find(preview).state, DeploymentState::Live);
        const auto purged = [&world] {
            const QList<Deployment> all = DeploymentTable(*world.database).ofProject(world.project.id);
            return std::ranges::count(all, DeploymentState::Purged, &Deployment::state);
        };
        QCOMPARE(purged(), 0);
        world.waitIdle([&] { world.deployer->cancel(site); });
        QCOMPARE(purged(), 0);
        // What the edge may still answer with is spared once more.
        QCOMPARE(world.deploy(world.project.id).state, DeploymentState::Live);
        QCOMPARE(world.deploy(world.project.id).state, DeploymentState::Live);
        QVERIFY(purged() > 0);
    }

    void anotherBranchsWayToBeBuiltIsNotTheProjects() {
        PreviewWorld world;
        const BuildPlan plan = ProjectTable(*world.database).find(world.project.id)->plan;
        world.write(u"package.json"_s, R"({"scripts":{"build":"astro build"},"devDependencies":{"astro":"4"}})");
        QCOMPARE(world.deployPreview().plan.framework, u"astro"_s);
        QCOMPARE(ProjectTable(*world.database).find(world.project.id)->plan, plan);
    }

    void oneThatNeverGotAHostIsRemoved() {
        PreviewWorld world;
        world.checkout.onCheckout = [] { throw Error(ErrorKind::RepositoryNotFound, u"shop"_s); };
        QCOMPARE(world.deployPreview().state, DeploymentState::Failed);
        world.operate([&] { world.deployer->removePreview(world.project.id, u"local"_s, u"redesign"_s); });
        QVERIFY(PreviewTable(*world.database).ofProject(world.project.id).isEmpty());
    }

    void itGoesByHandAndWithItsBranch() {
        PreviewWorld world;
        const Deployment preview = world.deployPreview({}, u"redesign"_s);
        QCOMPARE(preview.state, DeploymentState::Live);
        QCOMPARE(world.deployer->removeGonePreviews(world.project.id, {u"main"_s, u"redesign"_s}), 0);
        world.operate([&] { world.deployer->removeGonePreviews(world.project.id, {u"main"_s}); });
        QVERIFY(!world.cloud.entries.contains(host));
        QVERIFY(PreviewTable(*world.database).ofProject(world.project.id).isEmpty());
        QCOMPARE(world.find(preview.id).state, DeploymentState::Ready);
        QCOMPARE(world.visit(u"shop.localhost"_s), std::optional("site"_ba));
        // What was a preview is nothing to go back to.
        QVERIFY_THROWS_EXCEPTION(Error, world.deployer->rollBack(world.project.id));

        world.deployPreview();
        world.operate([&] { world.deployer->removePreview(world.project.id, u"local"_s, u"redesign"_s); });
        QVERIFY(!world.cloud.entries.contains(host));
        QVERIFY_THROWS_EXCEPTION(Error, world.deployer->removePreview(world.project.id, u"local"_s, u"redesign"_s));
    }
};

QTEST_GUILESS_MAIN(TestPreviews)
#include "tst_previews.moc"
