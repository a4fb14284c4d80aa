#include "core/deploy/previews.h"
#include "core/secrets/password_gate.h"
#include "tests/deploy/world.h"

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
        QCOMPARE(world.deployPreview("open sesame").failure->kind, ErrorKind::Conflict);
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
        QVERIFY(!world.deployer->isBusy());
    }

    void aBranchGivesAName_data() {
        QTest::addColumn<QString>("branch");
        QTest::addColumn<QString>("name");
        QTest::newRow("plain") << u"redesign"_s << u"redesign"_s;
        QTest::newRow("folder") << u"feature/Login_Form"_s << u"feature-login-form"_s;
        QTest::newRow("dashes") << u"--a--b--"_s << u"a-b"_s;
        QTest::newRow("nothing") << u"新功能"_s << QString();
        QTest::newRow("long") << QString(80, u'a') << QString(58, u'a');
    }

    void aBranchGivesAName() {
        QFETCH(QString, branch);
        QFETCH(QString, name);
        QCOMPARE(previewNameOf(u"shop"_s, branch), name);
        QVERIFY(name.isEmpty() || isValidPreviewName(u"shop"_s, name));
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
