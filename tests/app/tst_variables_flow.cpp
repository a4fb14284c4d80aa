#include "app/screens/variables/variables_tab.h"
#include "tests/app/desk.h"

#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::app;
using miaobu::test::Desk;

namespace {

/// A project that is live, its variables in sight; the master key is in memory.
struct VariablesDesk : Desk {
    VariablesDesk() {
        world.write(u"package.json"_s, R"({"scripts":{"build":"vite build"},"devDependencies":{"vite":"^5.0.0"}})");
        world.write(u"index.html"_s, "<h1>hello</h1>");
        world.secrets.keep(u"miaobu/masterkey/v1"_s, randomKeyBytes());
        project = world.addProject();
        world.deploy(project.id);
        window.frame().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window.frame()));
        QTRY_COMPARE(pill(), u"Live"_s);
        QTest::keyClick(&window.frame(), Qt::Key_4, Qt::AltModifier);
        QCOMPARE(window.frame().project().tab(), ProjectPage::Tab::Environment);
    }

    void paste(const QString& text) {
        QGuiApplication::clipboard()->setText(text);
        QTest::keyClick(&window.frame(), Qt::Key_V, Qt::ControlModifier);
    }

    [[nodiscard]] QList<ProjectVariable> stored() const { return world.variables->list(project.id); }

    bool shows(const QString& name) { return window.frame().findChild<QWidget*>(name)->isVisible(); }

    Project project;
};

} // namespace

/// What a person does with variables, by keys and clicks.
class VariablesFlowTest : public QObject {
    Q_OBJECT

private slots:
    void aPastedTextIsSeenFirstThenAppliedThenDeployed() {
        VariablesDesk desk;
        QVERIFY(desk.shows(u"variablesEmpty"_s));
        desk.paste(u"VITE_TITLE=Shop\nTOKEN='planted secret'\nno variable\n"_s);
        QVERIFY(desk.shows(u"pasteCard"_s));
        QVERIFY(desk.shows(u"pasteProblems"_s));
        QVERIFY(desk.stored().isEmpty());
        desk.click(u"takePaste"_s);
        QVERIFY(!desk.shows(u"pasteCard"_s));
        QVERIFY(desk.stored().isEmpty());
        desk.click(u"applyVariables"_s);
        QTRY_COMPARE(desk.stored().size(), 2);
        QVERIFY(desk.stored().at(0).secret);
        QVERIFY(!desk.stored().at(1).secret);
        QTRY_VERIFY(!desk.shows(u"applyVariables"_s));
        QTRY_VERIFY(desk.shows(u"variablesPending"_s));

        const auto* const pending = desk.window.frame().findChild<QWidget*>(u"variablesPending"_s);
        QTest::mouseClick(pending->findChild<QPushButton*>(u"noticeAction"_s), Qt::LeftButton);
        QTRY_VERIFY(!desk.shows(u"variablesPending"_s));
        QCOMPARE(desk.world.builder.variables.size(), 2);
        QCOMPARE(desk.world.builder.variables.first().value, u"planted secret"_s);

        // The same text again changes nothing, the secret included.
        desk.paste(u"VITE_TITLE=Shop\nTOKEN='planted secret'\n"_s);
        QTRY_VERIFY(!desk.named<QPushButton>(u"takePaste"_s).isEnabled());
        desk.click(u"cancelPaste"_s);
    }

    void oneIsAddedChangedAndRemoved() {
        VariablesDesk desk;
        desk.click(u"addVariable"_s);
        QVERIFY(!desk.named<QPushButton>(u"doneVariable"_s).isEnabled());
        QTest::keyClicks(&desk.named<QLineEdit>(u"variableName"_s), u"fc_region"_s);
        QVERIFY(desk.named<QLabel>(u"variableVerdict"_s).text().contains(u"reserved"_s));
        desk.named<QLineEdit>(u"variableName"_s).clear();
        QTest::keyClicks(&desk.named<QLineEdit>(u"variableName"_s), u"vite_a"_s);
        QTest::keyClicks(&desk.named<QPlainTextEdit>(u"variableValue"_s), u"one"_s);
        desk.click(u"doneVariable"_s);
        desk.click(u"applyVariables"_s);
        QTRY_COMPARE(desk.stored().size(), 1);
        QCOMPARE(desk.stored().first().value, u"one"_s);

        // The same name again is told while it is typed.
        desk.click(u"addVariable"_s);
        QTest::keyClicks(&desk.named<QLineEdit>(u"variableName"_s), u"vite_a"_s);
        QVERIFY(desk.named<QLabel>(u"variableVerdict"_s).text().contains(u"another variable"_s));
        desk.click(u"cancelVariable"_s);

        auto& rows = desk.named<QListView>(u"variableRows"_s);
        rows.setCurrentIndex(rows.model()->index(0, 0));
        rows.setFocus();
        QTest::keyClick(&rows, Qt::Key_Delete);
        desk.click(u"discardVariables"_s);
        QTest::keyClick(&rows, Qt::Key_Delete);
        desk.click(u"applyVariables"_s);
        QTRY_VERIFY(desk.stored().isEmpty());
    }

    void filesAreSavedAndCompared() {
        VariablesDesk desk;
        miaobu::test::await(desk.world.variables->apply(desk.project.id,
            {{std::nullopt, VariableDraft{{u"TITLE"_s, VariableScope::Both}, u"it's here"_s}},
                {std::nullopt, VariableDraft{{u"TOKEN"_s, VariableScope::Both}, u"planted secret"_s, true}}},
            {}));
        QTemporaryDir folder;
        desk.prompt.file = folder.filePath(u".env"_s);
        VariablesTab& tab = desk.window.frame().project().variables();
        emit tab.intents().exportFile();
        QFile file(desk.prompt.file);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("TITLE=\"it's here\"\n# TOKEN is secret and not exported.\n"));
        emit tab.intents().compareFile();
        QTRY_VERIFY(desk.shows(u"comparisonCard"_s));
        desk.click(u"closeComparison"_s);
        desk.prompt.file = u"/nowhere/.env"_s;
        emit tab.intents().openFile();
        QVERIFY(desk.shows(u"variablesError"_s));
    }

    void aNewProjectsFirstBuildGetsThem() {
        Desk desk;
        desk.world.secrets.keep(u"miaobu/masterkey/v1"_s, randomKeyBytes());
        desk.world.write(
            u"package.json"_s, R"({"scripts":{"build":"vite build"},"devDependencies":{"vite":"^5.0.0"}})");
        desk.world.write(u"index.html"_s, "<h1>hello</h1>");
        desk.click(u"openFolder"_s);
        QTRY_VERIFY(desk.window.frame().findChild<QPushButton*>(u"deployNew"_s)->isVisible());
        QTRY_VERIFY(desk.named<QPushButton>(u"deployNew"_s).isEnabled());
        desk.named<QPlainTextEdit>(u"newVariables"_s).setPlainText(u"TOKEN=planted-secret\nVITE_A=1\nnonsense\n"_s);
        QVERIFY(desk.named<QLabel>(u"newVariablesNote"_s).text().contains(u"2"_s));
        desk.click(u"deployNew"_s);
        QTRY_VERIFY2(desk.pill() == u"Live", qPrintable(desk.error()));
        QCOMPARE(desk.world.builder.variables,
            (QList<EnvironmentVariable>{{u"TOKEN"_s, u"planted-secret"_s, true}, {u"VITE_A"_s, u"1"_s}}));
        QCOMPARE(desk.world.builder.builds, 1);
    }

    void aSecretInThePageLeadsToTheVariables() {
        VariablesDesk desk;
        desk.world.setVariable(desk.project.id, {{u"TOKEN"_s, VariableScope::Both}, u"<h1>hello</h1>"_s, true});
        desk.click(u"deploy"_s);
        QTRY_COMPARE(desk.pill(), u"Failed"_s);
        QTest::keyClick(&desk.window.frame(), Qt::Key_1, Qt::AltModifier);
        QVERIFY(desk.named<QLabel>(u"errorWhat"_s).text().contains(u"TOKEN"_s));
        desk.click(u"errorAction"_s);
        QCOMPARE(desk.window.frame().project().tab(), ProjectPage::Tab::Environment);
    }
};

QTEST_MAIN(VariablesFlowTest)
#include "tst_variables_flow.moc"
