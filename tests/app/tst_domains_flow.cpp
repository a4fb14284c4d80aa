#include "app/screens/domains/domains_tab.h"
#include "app/screens/domains/host_row.h"
#include "app/shell/presence.h"
#include "app/widgets/stage_bar.h"
#include "core/store/domain_table.h"
#include "tests/app/desk.h"
#include "tests/app/desktop.h"

#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::app;
using miaobu::test::Desk;

namespace {

const QString host = u"www.shop.cn"_s;
const QString cnameTarget = u"cname.localhost"_s;

/// A project that is live, its domains in sight.
struct DomainsDesk : Desk {
    DomainsDesk() {
        world.write(u"package.json"_s, R"({"scripts":{"build":"vite build"},"devDependencies":{"vite":"^5.0.0"}})");
        world.write(u"index.html"_s, "<h1>first</h1>");
        project = world.addProject();
        first = world.deploy(project.id);
        window.frame().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window.frame()));
        QTRY_COMPARE(pill(), u"Live"_s);
        QTest::keyClick(&window.frame(), Qt::Key_5, Qt::AltModifier);
        QCOMPARE(window.frame().project().tab(), ProjectPage::Tab::Domains);
    }

    [[nodiscard]] DomainsTab& tab() { return window.frame().project().domains(); }
    [[nodiscard]] std::optional<CustomDomain> stored() const {
        return DomainTable(*world.database).find(host, localTargetName);
    }
    [[nodiscard]] QString textOf(const QString& name) {
        for (const QLabel* label : tab().findChildren<QLabel*>(name)) {
            if (label->isVisibleTo(&window.frame())) {
                return label->text();
            }
        }
        return {};
    }
    [[nodiscard]] bool shows(const QString& name) {
        for (const QWidget* widget : tab().findChildren<QWidget*>(name)) {
            if (widget->isVisibleTo(&window.frame())) {
                return true;
            }
        }
        return false;
    }
    void type(const QString& text) {
        auto& field = named<QLineEdit>(u"domainField"_s);
        field.clear();
        QTest::keyClicks(&field, text);
        QTest::keyClick(&field, Qt::Key_Return);
    }
    /// How the step called \a title is drawn; nothing where there is no timeline.
    [[nodiscard]] std::optional<StageStep::State> stepCalled(const QString& title) {
        const auto* const bar = tab().findChild<StageBar*>(u"domainStages"_s);
        for (const StageStep& step : bar ? bar->steps() : QList<StageStep>()) {
            if (step.title == title) {
                return step.state;
            }
        }
        return std::nullopt;
    }
    [[nodiscard]] HostRow* rowOf(const QString& name) {
        for (HostRow* row : tab().findChildren<HostRow*>()) {
            if (row->findChild<QLabel*>(u"hostName"_s)->text() == name) {
                return row;
            }
        }
        return nullptr;
    }
    [[nodiscard]] QString factsOf(const QString& name) {
        const HostRow* const row = rowOf(name);
        return row ? row->findChild<QLabel*>(u"hostFacts"_s)->text() : QString();
    }
    void choose(const QString& name, const QString& action) {
        QTest::mouseClick(rowOf(name)->findChild<QPushButton*>(u"hostMenu"_s), Qt::LeftButton);
        QMenu* const menu = rowOf(name)->findChild<QMenu*>(u"hostActions"_s);
        QVERIFY(menu);
        for (QAction* const one : menu->actions()) {
            if (one->objectName() == action || one->text() == action) {
                menu->close();
                one->trigger();
                return;
            }
        }
        QFAIL(qPrintable(action + u" is not in the menu"_s));
    }
    void deployNew(const QByteArray& content) {
        world.write(u"index.html"_s, content);
        world.deploy(project.id);
    }
    [[nodiscard]] std::optional<QByteArray> visit(const QString& name) const {
        return world.cloud.visit(name, u"index.html"_s);
    }

    Project project;
    Deployment first;
};

} // namespace

/// What a person does with domains, and what they see while they do nothing.
class DomainsFlowTest : public QObject {
    Q_OBJECT

private slots:
    void aDomainIsSeenTurningStageByStage() {
        DomainsDesk desk;
        using State = StageStep::State;
        QVERIFY(desk.shows(u"domainsEmpty"_s));
        QVERIFY(desk.textOf(u"domainsIntro"_s).contains(u"this computer"_s));
        QTRY_VERIFY(desk.rowOf(u"shop.localhost"_s));
        desk.world.cloud.verifiesHosts = false;
        desk.world.cloud.certificate = CustomHostname::Certificate::Applying;
        desk.world.cloud.edgeAnswers = false;

        desk.type(u"  HTTPS://WWW.Shop.cn/about "_s);
        QTRY_VERIFY(desk.stored().has_value());
        QTRY_COMPARE(desk.stepCalled(u"Ownership"_s), std::optional(State::Current));
        QVERIFY(!desk.shows(u"domainsEmpty"_s));
        QVERIFY(desk.named<QLineEdit>(u"domainField"_s).text().isEmpty());
        QCOMPARE(desk.textOf(u"recordName"_s), u"_miaobu-verification.www"_s);
        QTRY_COMPARE(desk.textOf(u"recordValue"_s), desk.stored()->token);
        QTRY_VERIFY(desk.textOf(u"domainAnswers"_s).contains(u"AliDNS"_s));
        desk.click(u"copyRecordValue"_s);
        QCOMPARE(QGuiApplication::clipboard()->text(), desk.stored()->token);

        desk.names.setText(ownershipName(host), u"miaobu-verification=wrong"_s);
        QTRY_COMPARE(desk.textOf(u"recordFound"_s), u"miaobu-verification=wrong"_s);
        QTRY_COMPARE(desk.stepCalled(u"Ownership"_s), std::optional(State::Failed));
        desk.names.setText(ownershipName(host), desk.stored()->token);
        QTRY_COMPARE(desk.stepCalled(u"Ownership"_s), std::optional(State::Done));
        QTRY_COMPARE(desk.stepCalled(u"CNAME"_s), std::optional(State::Current));

        desk.names.setAlias(host, u"old-host.example"_s);
        QTRY_COMPARE(desk.textOf(u"recordFound"_s), u"old-host.example"_s);
        QCOMPARE(desk.textOf(u"recordValue"_s), cnameTarget);
        QVERIFY(desk.world.cloud.hostnames.isEmpty());
        desk.names.setAlias(host, cnameTarget);
        QTRY_COMPARE(desk.stepCalled(u"CNAME"_s), std::optional(State::Done));

        QTRY_COMPARE(desk.stepCalled(u"Hostname"_s), std::optional(State::Current));
        desk.world.cloud.verifiesHosts = true;
        QTRY_COMPARE(desk.stepCalled(u"Hostname"_s), std::optional(State::Done));
        QTRY_COMPARE(desk.stepCalled(u"Certificate"_s), std::optional(State::Active));
        desk.world.cloud.hostnames[host].certificate = CustomHostname::Certificate::Issued;
        QTRY_COMPARE(desk.stepCalled(u"Certificate"_s), std::optional(State::Done));
        QTRY_COMPARE(desk.stepCalled(u"Answers"_s), std::optional(State::Active));
        QVERIFY(!desk.rowOf(host));
        desk.world.cloud.edgeAnswers = true;
        QTRY_VERIFY(desk.rowOf(host));
        QTRY_VERIFY(!desk.shows(u"domainCard"_s));
        QVERIFY(desk.factsOf(host).contains(u"always latest"_s));
        QVERIFY(desk.factsOf(host).contains(u"certificate until"_s));
        QCOMPARE(desk.visit(host), std::optional("<h1>first</h1>"_ba));
    }

    void aPinnedDomainStaysAndAnUnpinnedOneMoves() {
        DomainsDesk desk;
        desk.type(host);
        QTRY_VERIFY(desk.stored().has_value());
        desk.names.setText(ownershipName(host), desk.stored()->token);
        desk.names.setAlias(host, cnameTarget);
        QTRY_VERIFY(desk.rowOf(host));

        desk.choose(host, u"pinTo1"_s);
        QTRY_VERIFY(desk.factsOf(host).contains(u"pinned"_s));
        desk.deployNew("<h1>second</h1>");
        QTRY_VERIFY(desk.factsOf(u"shop.localhost"_s).contains(u"#2"_s));
        QVERIFY(desk.factsOf(host).contains(u"#1"_s));
        QCOMPARE(desk.visit(host), std::optional("<h1>first</h1>"_ba));

        desk.choose(host, u"serveLatest"_s);
        QTRY_VERIFY(desk.factsOf(host).contains(u"#2"_s));
        QVERIFY(desk.factsOf(host).contains(u"always latest"_s));
        QCOMPARE(desk.visit(host), std::optional("<h1>second</h1>"_ba));
        desk.deployNew("<h1>third</h1>");
        QTRY_VERIFY(desk.factsOf(host).contains(u"#3"_s));
        QCOMPARE(desk.visit(host), std::optional("<h1>third</h1>"_ba));
    }

    void whoLooksElsewhereIsToldThatItIsLive() {
        const test::Desktop desktop;
        QVERIFY(desktop.isThere);
        DomainsDesk desk;
        const Presence presence(desk.services(), desk.window, desk.prompt);
        desk.type(host);
        QTRY_VERIFY(desk.stored().has_value());
        desk.names.setText(ownershipName(host), desk.stored()->token);
        desk.names.setAlias(host, cnameTarget);
        QTRY_COMPARE(desktop.shown.size(), 1);
        QCOMPARE(desktop.shown.constFirst().title, host + u" is live"_s);
    }

    void whatCannotWorkIsSaidAndWhatWasTypedStays() {
        DomainsDesk desk;
        desk.type(u"*.shop.cn"_s);
        QTRY_VERIFY(desk.shows(u"domainsError"_s));
        QVERIFY(desk.textOf(u"errorWhy"_s).contains(u"wildcard"_s));
        QCOMPARE(desk.named<QLineEdit>(u"domainField"_s).text(), u"*.shop.cn"_s);
        desk.type(host);
        QTRY_VERIFY(desk.stored().has_value());
        QTRY_VERIFY(!desk.shows(u"domainsError"_s));
        desk.type(host);
        QTRY_VERIFY(desk.textOf(u"errorWhat"_s).contains(u"already"_s));
    }

    void oneWhoseTargetIsGoneCanBeForgotten() {
        DomainsDesk desk;
        desk.type(host);
        QTRY_VERIFY(desk.stored().has_value());
        desk.names.setText(ownershipName(host), desk.stored()->token);
        desk.names.setAlias(host, cnameTarget);
        QTRY_VERIFY(desk.rowOf(host));
        desk.world.cloud.targets.clear();
        desk.choose(host, u"Remove"_s);
        QTRY_VERIFY(desk.shows(u"removeDomain"_s));
        QCOMPARE(desk.named<QPushButton>(u"removeDomain"_s).text(), u"Forget it"_s);
        QVERIFY(desk.textOf(u"domainText"_s).contains(u"target"_s));
        desk.click(u"removeDomain"_s);
        QTRY_VERIFY(!desk.stored());
        QTRY_VERIFY(!desk.shows(u"domainCard"_s));
        QVERIFY(!desk.rowOf(host));
        // What is in the cloud stays as it is, for whoever connects it again.
        QVERIFY(desk.world.cloud.hostnames.contains(host));
    }

    void aRemovedDomainIsShownUntilItIsGone() {
        DomainsDesk desk;
        desk.type(host);
        QTRY_VERIFY(desk.stored().has_value());
        desk.names.setText(ownershipName(host), desk.stored()->token);
        desk.names.setAlias(host, cnameTarget);
        QTRY_VERIFY(desk.rowOf(host));
        desk.choose(host, u"Remove"_s);
        QCOMPARE(desk.prompt.domainRemovalsAsked, 1);
        QTRY_VERIFY(desk.textOf(u"domainText"_s).contains(u"CNAME"_s));
        QVERIFY(!desk.rowOf(host));
        QVERIFY(!desk.visit(host));
        QVERIFY(desk.world.cloud.hostnames.isEmpty());
        desk.click(u"removeDomain"_s);
        QTRY_VERIFY(!desk.stored());
        QTRY_VERIFY(desk.shows(u"domainsEmpty"_s));
    }
};

QTEST_MAIN(DomainsFlowTest)
#include "tst_domains_flow.moc"
