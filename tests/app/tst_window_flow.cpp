#include "app/screens/common/prompt.h"
#include "app/screens/project/project_page.h"
#include "app/shell/sidebar.h"
#include "app/shell/window_controller.h"
#include "app/widgets/pill.h"
#include "core/deploy/source_inspector.h"
#include "core/store/change_watcher.h"
#include "tests/deploy/world.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::app;

namespace {

/// A person who always says yes.
class Willing final : public Prompt {
public:
    QString folder;
    QUrl opened;
    int removalsAsked = 0;

    void chooseFolder(std::function<void(const QString&)> chosen) override { chosen(folder); }
    void chooseFileToWrite(const QString&, std::function<void(const QString&)>) override { }
    void confirmRemoval(const Project&, std::function<void()> confirmed) override {
        ++removalsAsked;
        confirmed();
    }
    void openUrl(const QUrl& url) override { opened = url; }
};

/// The real window over the real services; only the cloud and the builder are small.
class Desk {
public:
    Desk()
        : inspector(*world.database, world.checkout, world.home), changes(*world.database), appearance(*qApp),
          window({*world.deployer, inspector, *world.database, *world.targets, changes, world.clock, world.home},
              appearance, prompt) {
        appearance.setLanguage(u"en"_s);
        prompt.folder = world.sourceFolder();
        world.write(u"package.json"_s, R"({"scripts":{"build":"vite build"},"devDependencies":{"vite":"^5.0.0"}})");
        window.frame().QWidget::show();
    }
    ~Desk() { world.stop(); }

    template <typename Widget> Widget& named(const QString& name) {
        for (Widget* widget : window.frame().findChildren<Widget*>(name)) {
            if (widget->isVisible()) {
                return *widget;
            }
        }
        qFatal("%s is not to be seen", qPrintable(name));
    }
    void click(const QString& name) { QTest::mouseClick(&named<QPushButton>(name), Qt::LeftButton); }
    /// What the page says went wrong; for a test that did not expect it.
    QString error() {
        QStringList words;
        for (const QString& name : {u"errorWhat"_s, u"errorWhy"_s, u"errorDetails"_s}) {
            for (const QWidget* part : window.frame().project().findChildren<QWidget*>(name)) {
                words.append(part->property(part->inherits("QLabel") ? "text" : "plainText").toString());
            }
        }
        return words.join(u' ');
    }
    QString pill() { return window.frame().project().findChild<Pill*>(u"pagePill"_s)->text(); }

    test::World world;
    SourceInspector inspector;
    ChangeWatcher changes;
    Appearance appearance;
    Willing prompt;
    WindowController window;
};

} // namespace

class WindowFlowTest : public QObject {
    Q_OBJECT

private slots:
    void aFolderBecomesASite() {
        Desk desk;
        desk.world.write(u"index.html"_s, "<h1>hello</h1>");
        QCOMPARE(desk.window.frame().page(), WindowFrame::Page::Welcome);
        desk.click(u"openFolder"_s);
        QTRY_VERIFY(desk.window.frame().findChild<QPushButton*>(u"deployNew"_s)->isVisible());
        QTRY_VERIFY(desk.named<QPushButton>(u"deployNew"_s).isEnabled());
        QCOMPARE(desk.named<QLineEdit>(u"outputDir"_s).text(), u"dist"_s);
        desk.click(u"deployNew"_s);
        QCOMPARE(desk.window.frame().page(), WindowFrame::Page::Project);
        QTRY_VERIFY2(desk.pill() == u"Live", qPrintable(desk.error()));
        QVERIFY(desk.named<QPushButton>(u"deploy"_s).isEnabled());
        desk.click(u"openSite"_s);
        QVERIFY(desk.prompt.opened.isValid() && !desk.prompt.opened.isEmpty());
    }

    void aFailureSaysWhyAndDeployingAgainHelps() {
        Desk desk;
        desk.world.write(u"index.html"_s, "<h1>hello</h1>");
        const Project project = desk.world.addProject();
        QTRY_COMPARE(desk.window.frame().page(), WindowFrame::Page::Project);
        desk.world.builder.failBuild = true;
        desk.click(u"deploy"_s);
        QTRY_COMPARE(desk.pill(), u"Failed"_s);
        QVERIFY(desk.named<QWidget>(u"overviewError"_s).isVisible());
        QVERIFY(desk.named<QLabel>(u"errorWhat"_s).text().contains(u"3"_s));
        desk.world.builder.failBuild = false;
        desk.click(u"deploy"_s);
        QTRY_VERIFY2(desk.pill() == u"Live", qPrintable(desk.error()));
        QVERIFY(!desk.window.frame().findChild<QWidget*>(u"overviewError"_s)->isVisible());
        QCOMPARE(DeploymentTable(*desk.world.database).ofProject(project.id).size(), 2);
    }

    void cancelEndsWhatRuns() {
        Desk desk;
        desk.world.write(u"index.html"_s, "<h1>hello</h1>");
        desk.world.addProject();
        QTRY_COMPARE(desk.window.frame().page(), WindowFrame::Page::Project);
        desk.world.builder.hangs = true;
        desk.click(u"deploy"_s);
        QTRY_COMPARE(desk.pill(), u"Running"_s);
        QTRY_VERIFY(desk.window.frame().findChild<QPushButton*>(u"cancelRun"_s)->isVisible());
        desk.click(u"cancelRun"_s);
        QTRY_COMPARE(desk.pill(), u"Cancelled"_s);
    }

    void rollingBackMakesTheEarlierOneLive() {
        Desk desk;
        desk.world.write(u"index.html"_s, "<h1>first</h1>");
        const Project project = desk.world.addProject();
        const Deployment first = desk.world.deploy(project.id);
        desk.world.write(u"index.html"_s, "<h1>second</h1>");
        desk.world.deploy(project.id);
        QTRY_VERIFY2(desk.pill() == u"Live", qPrintable(desk.error()));
        auto* const menu = desk.named<QPushButton>(u"rollBack"_s).menu();
        emit menu->aboutToShow();
        QCOMPARE(menu->actions().size(), 1);
        menu->actions().constFirst()->trigger();
        QTRY_COMPARE(DeploymentTable(*desk.world.database).live(project.id, project.target)->id, first.id);
    }

    void deletingLeadsHomeAgain() {
        Desk desk;
        desk.world.write(u"index.html"_s, "<h1>hello</h1>");
        const Project project = desk.world.addProject();
        desk.world.deploy(project.id);
        QTRY_COMPARE(desk.window.frame().page(), WindowFrame::Page::Project);
        desk.window.frame().project().showTab(ProjectPage::Tab::Settings);
        QTRY_VERIFY(desk.window.frame().findChild<QPushButton*>(u"removeProject"_s)->isVisible());
        desk.click(u"removeProject"_s);
        QCOMPARE(desk.prompt.removalsAsked, 1);
        QTRY_COMPARE(desk.window.frame().page(), WindowFrame::Page::Welcome);
        QVERIFY(ProjectTable(*desk.world.database).all().isEmpty());
    }

    void aFolderThatIsGoneIsSaidInPlace() {
        Desk desk;
        desk.prompt.folder = u"/nowhere/at/all"_s;
        desk.click(u"openFolder"_s);
        QTRY_VERIFY(desk.window.frame().findChild<QWidget*>(u"newProjectError"_s)->isVisible());
        QVERIFY(desk.named<QLabel>(u"errorWhat"_s).text().contains(u"/nowhere/at/all"_s));
    }

    void geometryAndThemeAreKept() {
        Desk desk;
        emit desk.window.frame().closing();
        QVERIFY(!SettingsTable(*desk.world.database).value(settings::windowGeometry()).toByteArray().isEmpty());
    }
};

QTEST_MAIN(WindowFlowTest)
#include "tst_window_flow.moc"
