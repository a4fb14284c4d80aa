#include "app/shell/sidebar.h"
#include "app/widgets/check_list.h"
#include "core/store/removal_table.h"
#include "tests/aliyun/cloud.h"
#include "tests/app/desk.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::app;
using miaobu::test::await;
using miaobu::test::Cloud;
using miaobu::test::Desk;

namespace {

const QString targetName = u"near"_s;
constexpr int patience = 20'000;

TargetConfig configOf(const Cloud& cloud) {
    const emulator::EmulatorInfo& info = cloud.emulator.info();
    TargetConfig config;
    config.name = targetName;
    config.accessKeyId = info.accessKeyId;
    config.region = info.region;
    config.baseDomain = u"localhost:%1"_s.arg(info.sitePort);
    config.oss = {info.bucket, info.ossEndpoint};
    config.esa.siteId = info.siteId;
    config.esa.endpoint = info.apiEndpoint;
    config.esa.kvNamespace = info.kvNamespace;
    config.fc.endpoint = info.apiEndpoint;
    config.acr.endpoint = info.apiEndpoint;
    config.stsEndpoint = info.apiEndpoint;
    return config;
}

/// The window of a computer that publishes to \a cloud.
struct Computer : Desk {
    explicit Computer(miaobu::test::Cloud& itsCloud) : Desk(Desk::Cloud::Aliyun), cloud(itsCloud) {
        const AccessKey key{cloud.keys.accessKeyId, cloud.keys.accessKeySecret, {}, {}};
        await(store->put(configOf(cloud), key, KeepSecret::ForThisSession, {}));
        world.write(u"package.json"_s, R"({"scripts":{"build":"vite build"},"devDependencies":{"vite":"^5.0.0"}})");
        window.openTarget(targetName);
    }

    Deployment publish(const QByteArray& content) {
        world.write(u"index.html"_s, content);
        if (project.id == 0) {
            project = world.addProject();
            project.target = targetName;
            world.deployer->updateProject(project);
        }
        return world.deploy(project.id);
    }

    /// Makes what a target has beside bucket and namespace.
    void setUp() {
        QSignalSpy finished(&targetService, &TargetService::finished);
        const OperationId operation = targetService.setUp(targetName);
        const auto isDone = [&] {
            return std::ranges::any_of(
                finished, [operation](const auto& one) { return one.constFirst().toLongLong() == operation; });
        };
        QTRY_VERIFY_WITH_TIMEOUT(isDone(), 60'000);
    }

    void showProject(ProjectPage::Tab tab) {
        QTRY_VERIFY_WITH_TIMEOUT(!ProjectTable(*world.database).all().isEmpty(), patience);
        window.openProject(ProjectTable(*world.database).all().constFirst().id);
        window.frame().project().showTab(tab);
    }

    template <typename Widget> Widget* part(const QString& name) {
        for (Widget* widget : window.frame().findChildren<Widget*>(name)) {
            if (widget->isVisible()) {
                return widget;
            }
        }
        return nullptr;
    }
    bool shows(const QString& name) { return part<QWidget>(name) != nullptr; }
    void press(const QString& name) {
        QTRY_VERIFY2_WITH_TIMEOUT(canClick(name), qPrintable(name + u": "_s + words()), patience);
        click(name);
    }
    QString text(const QString& name) {
        const auto* const label = part<QLabel>(name);
        return label ? label->text() : QString();
    }
    bool canClick(const QString& name) {
        const auto* const button = part<QPushButton>(name);
        return button && button->isEnabled();
    }
    QList<CheckLine> lines(const QString& name) {
        const auto* const list = part<CheckList>(name);
        return list ? list->lines() : QList<CheckLine>();
    }
    QString words() {
        QStringList found;
        for (const QLabel* label : window.frame().findChildren<QLabel*>()) {
            if (label->isVisible()) {
                found.append(label->text());
            }
        }
        return found.join(u'|');
    }
    QString activity() {
        QStringList rows;
        for (const ActivityRow& row : window.activity().rows()) {
            rows.append(row.title + u": "_s + row.text);
        }
        return rows.join(u'|');
    }
    std::optional<RoutingEntry> entry() {
        const OpenTarget target = await(world.targets->open(targetName, {}));
        return await(target.router->readEntry(u"shop.localhost"_s, {}));
    }

    miaobu::test::Cloud& cloud;
    Project project;
};

} // namespace

class RealityFlowTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        // No desktop's keychain is asked.
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere");
    }

    void init() { m_cloud = std::make_unique<Cloud>(emulator::Emulator::Sites::Served); }
    void cleanup() { m_cloud.reset(); }

    void aSiteIsPurgedAsAWholeAndInParts() {
        Computer computer(*m_cloud);
        QCOMPARE(computer.publish("one").state, DeploymentState::Live);
        computer.showProject(ProjectPage::Tab::Settings);
        QTRY_VERIFY2_WITH_TIMEOUT(
            computer.text(u"purgeQuota"_s).startsWith(u"Left today"_s), qPrintable(computer.words()), patience);
        const auto tasksBefore = computer.lines(u"purgeTasks"_s).size();
        computer.press(u"purgeAll"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(computer.lines(u"purgeProgress"_s).value(0).state == CheckLine::State::Done,
            qPrintable(computer.words()), patience);
        QTRY_COMPARE_WITH_TIMEOUT(computer.lines(u"purgeTasks"_s).size(), tasksBefore + 1, patience);
        QCOMPARE(computer.lines(u"purgeTasks"_s).constFirst().subject, u"shop.localhost"_s);
        QVERIFY2(computer.activity().contains(u"shop.localhost: Purging the cache  ·  Done"_s),
            qPrintable(computer.activity()));

        QTRY_VERIFY_WITH_TIMEOUT(computer.canClick(u"purgeAll"_s), patience);
        auto& field = computer.named<QLineEdit>(u"purgeSubjects"_s);
        QTest::keyClicks(&field, u"https://www.example.org/a.js"_s);
        computer.named<QComboBox>(u"purgeKind"_s).setCurrentIndex(1);
        QTest::keyClick(&field, Qt::Key_Return);
        QTRY_VERIFY2_WITH_TIMEOUT(computer.shows(u"cacheError"_s), qPrintable(computer.words()), patience);
        QVERIFY(computer.words().contains(u"These exist: shop.localhost"_s));
        QTRY_VERIFY_WITH_TIMEOUT(computer.canClick(u"purgeTyped"_s), patience);
        field.setText(u"images"_s);
        QTest::keyClick(&field, Qt::Key_Return);
        QTRY_VERIFY2_WITH_TIMEOUT(
            computer.lines(u"purgeProgress"_s)
                .value(0)
                .subject.endsWith(u"shop.localhost:%1/images/"_s.arg(m_cloud->emulator.info().sitePort)),
            qPrintable(computer.words()), patience);

        m_cloud->emulator.faults().add({.action = "PurgeCaches", .times = 1, .status = 400, .code = "QuotaExceeded"});
        QTRY_VERIFY_WITH_TIMEOUT(computer.canClick(u"purgeAll"_s), patience);
        computer.press(u"purgeAll"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(computer.shows(u"cacheError"_s), qPrintable(computer.words()), patience);
        QVERIFY(computer.words().contains(u"used up"_s));
    }

    void aRemovalThatFailsHalfWayIsGoneOnWith() {
        Computer computer(*m_cloud);
        QCOMPARE(computer.publish("one").state, DeploymentState::Live);
        m_cloud->emulator.faults().add({.action = "DeleteKv", .status = 403, .code = "Forbidden.RAM", .always = true});
        computer.showProject(ProjectPage::Tab::Settings);
        computer.press(u"removeProject"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(computer.shows(u"goOnRemoving"_s), qPrintable(computer.words()), patience);
        QCOMPARE(computer.pill(), u"Partly deleted"_s);
        QVERIFY2(
            computer.activity().contains(u"could not be deleted"_s), qPrintable(computer.activity()));
        const QList<CheckLine> steps = computer.lines(u"removalSteps"_s);
        QCOMPARE(steps.constFirst().state, CheckLine::State::Failed);
        QVERIFY(!steps.constFirst().note.isEmpty());
        // What visitors are still led to is not taken away from them.
        QCOMPARE(steps.at(1).state, CheckLine::State::Waiting);
        QVERIFY(computer.entry());
        QVERIFY(!computer.canClick(u"deploy"_s));
        QTRY_COMPARE_WITH_TIMEOUT(computer.window.frame()
                                      .sidebar()
                                      .findChild<QAbstractItemView*>()
                                      ->model()
                                      ->index(0, 0)
                                      .data(Qt::AccessibleTextRole)
                                      .toString(),
            u"shop, partly deleted"_s, patience);

        m_cloud->emulator.faults().clear();
        computer.press(u"goOnRemoving"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(
            ProjectTable(*computer.world.database).all().isEmpty(), qPrintable(computer.words()), patience);
        QVERIFY(!computer.entry());
        QTRY_COMPARE_WITH_TIMEOUT(computer.window.frame().page(), WindowFrame::Page::Welcome, patience);
    }

    void whatCannotBeRemovedIsForgottenOrKept() {
        Computer computer(*m_cloud);
        QCOMPARE(computer.publish("one").state, DeploymentState::Live);
        m_cloud->emulator.faults().add({.action = "DeleteKv", .status = 403, .code = "Forbidden.RAM", .always = true});
        computer.showProject(ProjectPage::Tab::Settings);
        computer.press(u"removeProject"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(computer.shows(u"keepProject"_s), qPrintable(computer.words()), patience);
        computer.press(u"keepProject"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!computer.shows(u"projectRemoval"_s), patience);
        QVERIFY(!RemovalTable(*computer.world.database).isBeingRemoved(computer.project.id));
        QVERIFY(computer.canClick(u"deploy"_s));
        computer.window.frame().project().showTab(ProjectPage::Tab::Settings);
        computer.press(u"removeProject"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(computer.shows(u"forgetProject"_s), qPrintable(computer.words()), patience);
        computer.press(u"forgetProject"_s);
        computer.press(u"forgetNow"_s);
        QTRY_VERIFY_WITH_TIMEOUT(ProjectTable(*computer.world.database).all().isEmpty(), patience);
        QVERIFY(computer.entry());
    }

    void aRemovalIsFoundAgainAfterARestart() {
        Computer computer(*m_cloud);
        QCOMPARE(computer.publish("one").state, DeploymentState::Live);
        // As a program leaves it that was ended in the middle.
        RemovalStep step{targetName, RemovalPart::Entry, u"shop.localhost"_s, RemovalStep::State::Running, {}};
        RemovalTable(*computer.world.database).put(computer.project.id, {step});
        computer.showProject(ProjectPage::Tab::Overview);
        emit computer.changes.changed();
        QTRY_VERIFY2_WITH_TIMEOUT(computer.shows(u"goOnRemoving"_s), qPrintable(computer.words()), patience);
        QCOMPARE(computer.lines(u"removalSteps"_s).constFirst().state, CheckLine::State::Waiting);
        computer.press(u"goOnRemoving"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(
            ProjectTable(*computer.world.database).all().isEmpty(), qPrintable(computer.words()), patience);
    }

    void aChangedEntryIsFoundAndRestored() {
        Computer computer(*m_cloud);
        computer.setUp();
        (void)computer.publish("one");
        const std::optional<RoutingEntry> first = computer.entry();
        const Deployment second = computer.publish("two");
        QCOMPARE(second.state, DeploymentState::Live);
        const OpenTarget target = await(computer.world.targets->open(targetName, {}));
        await(target.router->writeEntry(u"shop.localhost"_s, *first, {}));

        computer.showProject(ProjectPage::Tab::Settings);
        computer.press(u"checkReality"_s);
        QCOMPARE(computer.window.frame().page(), WindowFrame::Page::Reality);
        QTRY_VERIFY2_WITH_TIMEOUT(computer.canClick(u"restoreFinding"_s), qPrintable(computer.words()), patience);
        QVERIFY(computer.text(u"findingText"_s).contains(u"shop.localhost is answered by #1, not by #2"_s));
        computer.press(u"restoreFinding"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(computer.shows(u"realityAgreement"_s), qPrintable(computer.words()), patience);
        QCOMPARE(computer.entry()->deployment, second.id);
        QTRY_VERIFY_WITH_TIMEOUT(computer.canClick(u"checkAgain"_s), patience);
        computer.press(u"checkAgain"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(computer.shows(u"realityAgreement"_s) && !computer.shows(u"findingsCard"_s),
            qPrintable(computer.words()), patience);
        computer.press(u"realityBack"_s);
        QCOMPARE(computer.window.frame().page(), WindowFrame::Page::Project);
    }

    void aChangedEntryIsAdopted() {
        Computer computer(*m_cloud);
        const Deployment one = computer.publish("one");
        const std::optional<RoutingEntry> first = computer.entry();
        (void)computer.publish("two");
        const OpenTarget target = await(computer.world.targets->open(targetName, {}));
        await(target.router->writeEntry(u"shop.localhost"_s, *first, {}));
        computer.window.openTarget(targetName);
        computer.press(u"checkTargetReality"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(computer.canClick(u"adoptFinding"_s), qPrintable(computer.words()), patience);
        computer.press(u"adoptFinding"_s);
        QTRY_COMPARE_WITH_TIMEOUT(computer.world.find(one.id).state, DeploymentState::Live, patience);
        computer.press(u"realityBack"_s);
        QCOMPARE(computer.window.frame().page(), WindowFrame::Page::Target);
        computer.showProject(ProjectPage::Tab::Overview);
        QTRY_COMPARE_WITH_TIMEOUT(computer.pill(), u"Live"_s, patience);
    }

    void aNewComputerRebuildsAndRollsBack() {
        DeploymentId first = 0;
        {
            Computer old(*m_cloud);
            first = old.publish("one").id;
            QCOMPARE(old.publish("two").state, DeploymentState::Live);
        }
        Computer computer(*m_cloud);
        QVERIFY(ProjectTable(*computer.world.database).all().isEmpty());
        computer.press(u"rebuild"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(
            computer.text(u"rebuildText"_s).contains(u"2 deployment"_s) && !computer.shows(u"rebuildError"_s),
            qPrintable(computer.words()), patience);
        // The count runs along; the list comes at the end.
        QTRY_VERIFY_WITH_TIMEOUT(!computer.lines(u"rebuildList"_s).isEmpty(), patience);
        QCOMPARE(computer.lines(u"rebuildList"_s).constFirst().subject, u"shop"_s);
        computer.showProject(ProjectPage::Tab::Overview);
        QTRY_COMPARE_WITH_TIMEOUT(computer.pill(), u"Live"_s, patience);
        computer.press(u"rollBack"_s);
        QTRY_VERIFY_WITH_TIMEOUT(computer.shows(u"confirmRollBack"_s), patience);
        QTRY_VERIFY_WITH_TIMEOUT(computer.named<QPushButton>(u"confirmRollBack"_s).isEnabled(), patience);
        computer.press(u"confirmRollBack"_s);
        QTRY_COMPARE_WITH_TIMEOUT(computer.entry()->deployment, first, patience);
        QTRY_COMPARE_WITH_TIMEOUT(computer.world.find(first).state, DeploymentState::Live, patience);
    }

    void anEdgeThatFollowsLateIsPropagatingAndThenLive() {
        Computer computer(*m_cloud);
        QCOMPARE(computer.publish("one").state, DeploymentState::Live);
        computer.showProject(ProjectPage::Tab::Overview);
        QTRY_COMPARE_WITH_TIMEOUT(computer.pill(), u"Live"_s, patience);
        QList<QString> stages;
        QStringList pills;
        connect(&*computer.world.deployer, &Deployer::hostProgressed, this, [&](const HostProgress& progress) {
            const QList<CheckLine> hosts = computer.lines(u"propagationHosts"_s);
            stages.append(hosts.isEmpty() ? QString() : hosts.constFirst().word);
            if (progress.stage == HostStage::Propagating) {
                pills.append(computer.pill());
            }
        });
        computer.world.write(u"index.html"_s, "two");
        computer.press(u"deploy"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(computer.pill() == u"Live" && !computer.shows(u"propagationCard"_s),
            qPrintable(computer.words()), patience);
        QVERIFY2(stages.contains(u"Propagating"_s), qPrintable(stages.join(u' ')));
        QCOMPARE(pills, QStringList{u"Propagating"_s});
    }

private:
    std::unique_ptr<Cloud> m_cloud;
};

QTEST_MAIN(RealityFlowTest)
#include "tst_reality_flow.moc"
