#include "app/widgets/log_view.h"
#include "app/widgets/mono_block.h"
#include "tests/app/desk.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QTabBar>

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::app;
using miaobu::test::Desk;

namespace {

/// A project in FastAPI, not deployed yet.
struct AppDesk : Desk {
    AppDesk() {
        world.write(u"requirements.txt"_s, "fastapi\nuvicorn\n");
        world.write(u"main.py"_s, "from fastapi import FastAPI\napp = FastAPI()");
        project = world.addProject();
        QTRY_COMPARE(window.frame().page(), WindowFrame::Page::Project);
    }

    [[nodiscard]] Project stored() const { return *ProjectTable(*world.database).find(project.id); }

    Project project;
};

} // namespace

/// A web app in the window: its function's settings, what it says, and the way without a container engine.
class WebAppFlowTest : public QObject {
    Q_OBJECT

private slots:
    void withoutAnEngineOneButtonDeploysItAllTheSame() {
        AppDesk desk;
        desk.world.apps.hasEngine = false;
        desk.click(u"deploy"_s);
        QTRY_COMPARE(desk.pill(), u"Failed"_s);
        QVERIFY(desk.named<QLabel>(u"errorWhat"_s).text().contains(u"container engine"_s));
        desk.click(u"errorAction"_s);
        QTRY_VERIFY2(desk.pill() == u"Live", qPrintable(desk.error()));
        QCOMPARE(desk.stored().function.way, AppWay::Package);
        QVERIFY(!desk.world.cloud.functions.value(u"miaobu-shop"_s).specification.codeObject.isEmpty());
    }

    void theFunctionGetsWhatTheSettingsSay() {
        AppDesk desk;
        desk.deploy();
        desk.window.frame().project().showTab(ProjectPage::Tab::Settings);
        QVERIFY(desk.shows(u"appModule"_s) && desk.shows(u"startCommand"_s));
        QVERIFY(!desk.shows(u"outputDir"_s) && !desk.shows(u"nodeVersion"_s));
        desk.named<QSpinBox>(u"functionMemory"_s).setValue(2048);
        desk.named<QSpinBox>(u"functionTimeout"_s).setValue(30);
        QCOMPARE(desk.named<QSpinBox>(u"functionPort"_s).text(), u"Automatic"_s);
        desk.named<QSpinBox>(u"functionPort"_s).setValue(8080);
        desk.click(u"applySettings"_s);
        QTRY_COMPARE(desk.stored().function.memory, 2048);
        desk.deploy();
        QTRY_COMPARE(desk.world.cloud.functions.value(u"miaobu-shop"_s).specification.memory, 2048);
        QCOMPARE(desk.world.cloud.functions.value(u"miaobu-shop"_s).specification.timeout, 30);
        QCOMPARE(desk.world.cloud.functions.value(u"miaobu-shop"_s).specification.port, 8080);
    }

    void thePortItListensOnIsNamed() {
        AppDesk desk;
        desk.world.write(u"main.py"_s,
            "from fastapi import FastAPI\napp = FastAPI() # broken\nUvicorn running on http://0.0.0.0:8000");
        desk.click(u"deploy"_s);
        QTRY_COMPARE(desk.pill(), u"Failed"_s);
        QCOMPARE(desk.named<QLabel>(u"errorWhat"_s).text(),
            u"The app listens on port 8000, and visitors are led to port 9000."_s);
    }

    void oneClickAsksTheAppWhereItListens_data() {
        QTest::addColumn<ProjectPage::Tab>("tab");
        QTest::addColumn<QString>("button");
        QTest::newRow("under the log") << ProjectPage::Tab::Log << u"causePort"_s;
        QTest::newRow("on the error") << ProjectPage::Tab::Overview << u"errorAction"_s;
    }

    void oneClickAsksTheAppWhereItListens() {
        QFETCH(ProjectPage::Tab, tab);
        QFETCH(QString, button);
        AppDesk desk;
        desk.world.write(u"main.py"_s, "from fastapi import FastAPI\napp = FastAPI() # listens on port 8000");
        desk.click(u"deploy"_s);
        QTRY_COMPARE(desk.pill(), u"Failed"_s);
        desk.window.frame().project().showTab(tab);
        QTRY_COMPARE(desk.named<QPushButton>(button).text(), u"Use port 8000"_s);
        desk.click(button);
        QTRY_VERIFY2(desk.pill() == u"Live", qPrintable(desk.error()));
        QCOMPARE(desk.stored().function.port, 8000);
        QCOMPARE(desk.world.cloud.functions.value(u"miaobu-shop"_s).specification.port, 8000);
        QVERIFY(!desk.shows(u"causeBar"_s));
        desk.window.frame().project().showTab(ProjectPage::Tab::Settings);
        QCOMPARE(desk.named<QSpinBox>(u"functionPort"_s).value(), 8000);
    }

    void noPortIsOfferedToOneThatNobodyReachesThere() {
        AppDesk desk;
        desk.world.write(u"main.py"_s, "app = FastAPI() # broken\nUvicorn running on http://127.0.0.1:8000");
        desk.click(u"deploy"_s);
        QTRY_COMPARE(desk.pill(), u"Failed"_s);
        QVERIFY(desk.named<QLabel>(u"errorWhat"_s).text().contains(u"only on 127.0.0.1, port 8000"_s));
        desk.window.frame().project().showTab(ProjectPage::Tab::Log);
        QTRY_VERIFY(desk.shows(u"causeBar"_s));
        QVERIFY(!desk.shows(u"causePort"_s));
    }

    void theDockerfileIsShownInTheSettingsAndSavedWhereItIsWanted() {
        AppDesk desk;
        desk.deploy();
        desk.window.frame().project().showTab(ProjectPage::Tab::Settings);
        desk.click(u"describeImage"_s);
        QTRY_VERIFY(desk.shows(u"dockerfile"_s));
        auto& text = desk.named<MonoBlock>(u"dockerfile"_s);
        QVERIFY2(text.text().contains(u"uvicorn main:app"_s), qPrintable(text.text()));
        auto& start = desk.named<QLineEdit>(u"startCommand"_s);
        start.selectAll();
        QTest::keyClicks(&start, u"python serve.py"_s);
        QTRY_VERIFY(text.text().contains(u"python serve.py"_s));
        desk.prompt.file = desk.world.sourceFolder() + u"/Dockerfile"_s;
        desk.click(u"saveDockerfile"_s);
        QFile saved(desk.prompt.file);
        QTRY_VERIFY(saved.exists());
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(saved.readAll()), text.text());
    }

    void aNodeServerHasWhatItNeeds() {
        AppDesk desk;
        QFile::remove(desk.world.sourceFolder() + u"/requirements.txt"_s);
        QFile::remove(desk.world.sourceFolder() + u"/main.py"_s);
        desk.world.write(u"package.json"_s,
            R"({"private":true,"dependencies":{"express":"4"},"scripts":{"start":"node server.js"}})");
        desk.world.write(u"server.js"_s, "require('express')");
        desk.deploy();
        desk.window.frame().project().showTab(ProjectPage::Tab::Settings);
        QVERIFY(desk.shows(u"startCommand"_s) && desk.shows(u"nodeVersion"_s) && desk.shows(u"functionMemory"_s));
        QVERIFY(!desk.shows(u"outputDir"_s) && !desk.shows(u"appModule"_s) && !desk.shows(u"appWay"_s));
        QCOMPARE(routingEntryFromJson(desk.world.cloud.entries.value(u"shop.localhost"_s)).type, u"node"_s);
    }

    void aSiteHasNoFunction() {
        AppDesk desk;
        QFile::remove(desk.world.sourceFolder() + u"/requirements.txt"_s);
        QFile::remove(desk.world.sourceFolder() + u"/main.py"_s);
        desk.world.write(u"package.json"_s, R"({"scripts":{"build":"vite build"},"devDependencies":{"vite":"5"}})");
        desk.world.write(u"index.html"_s, "<h1>hello</h1>");
        desk.deploy();
        desk.window.frame().project().showTab(ProjectPage::Tab::Settings);
        QVERIFY(!desk.shows(u"functionMemory"_s) && !desk.shows(u"appWay"_s) && !desk.shows(u"appModule"_s));
        QVERIFY(desk.shows(u"outputDir"_s));
        desk.window.frame().project().showTab(ProjectPage::Tab::Log);
        QVERIFY(!desk.shows(u"logKind"_s));
    }

    void whatTheAppSaysIsShownAsItSaysIt() {
        AppDesk desk;
        desk.deploy();
        desk.world.cloud.said = "one line\nanother\n";
        desk.window.frame().project().showTab(ProjectPage::Tab::Log);
        auto& kind = desk.named<QTabBar>(u"logKind"_s);
        kind.setCurrentIndex(1);
        QTRY_VERIFY(desk.shows(u"logView"_s));
        auto& view = desk.named<LogView>(u"logView"_s);
        const auto said = [&view] {
            view.selectAll();
            return view.selectedText();
        };
        QTRY_VERIFY(said().contains(u"one line\nanother"_s));
        QVERIFY(!desk.shows(u"logChoice"_s));
        desk.world.cloud.said += "a third\n";
        QTRY_VERIFY(said().contains(u"a third"_s));
        kind.setCurrentIndex(0);
        QTRY_VERIFY(said().contains(u"image built"_s));
        QVERIFY(!said().contains(u"a third"_s));
        QVERIFY(desk.shows(u"logChoice"_s));
    }
};

QTEST_MAIN(WebAppFlowTest)
#include "tst_web_app_flow.moc"
