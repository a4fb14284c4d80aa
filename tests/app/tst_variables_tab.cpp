#include "app/screens/variables/variable_lines.h"
#include "app/screens/variables/variables_tab.h"
#include "app/theme/appearance.h"
#include "tests/app/sample_variables.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::app;

namespace {

const QString planted = u"planted-secret-value"_s;

ProjectVariable stored(const QString& name, const QString& value, bool secret = false) {
    ProjectVariable variable;
    variable.key.name = name;
    variable.value = secret ? QString() : value;
    variable.secret = secret;
    variable.revision = u"1"_s;
    return variable;
}

VariableDraft draft(const QString& name, const QString& value, bool secret = false) {
    return {{name, VariableScope::Both}, value, secret, true, true};
}

QStringList pillsOf(const VariableLine& line) {
    QStringList texts;
    for (const VariablePill& pill : line.pills) {
        texts.append(pill.text);
    }
    return texts;
}

/// Every text that any widget of \a page shows.
QString allWords(QWidget& page) {
    QStringList words;
    for (const QLabel* label : page.findChildren<QLabel*>()) {
        words.append(label->text());
    }
    for (const QLineEdit* field : page.findChildren<QLineEdit*>()) {
        words.append(field->text());
    }
    for (const QPlainTextEdit* field : page.findChildren<QPlainTextEdit*>()) {
        words.append(field->toPlainText());
    }
    for (const QListView* view : page.findChildren<QListView*>()) {
        for (int row = 0; row < view->model()->rowCount(); ++row) {
            const auto line = view->model()->index(row, 0).data(VariableLinesModel::LineRole).value<VariableLine>();
            words << line.name << line.value << line.note << pillsOf(line);
        }
    }
    return words.join(u'\n');
}

} // namespace

class VariablesTabTest : public QObject {
    Q_OBJECT

    std::optional<Appearance> m_appearance;

    template <typename Widget> static Widget& named(QWidget& page, const QString& name) {
        auto* const found = page.findChild<Widget*>(name);
        if (!found) {
            qFatal("there is no %s", qPrintable(name));
        }
        return *found;
    }

private slots:
    void initTestCase() {
        m_appearance.emplace(*qApp);
        m_appearance->setLanguage(u"en"_s);
    }
    void cleanupTestCase() { m_appearance.reset(); }

    void changesAreStagedAndTakenBack() {
        StagedVariables staged;
        staged.setStored({stored(u"A"_s, u"1"_s), stored(u"B"_s, u"2"_s), stored(u"T"_s, {}, true)});
        staged.put(draft(u"C"_s, u"3"_s));
        staged.put(draft(u"A"_s, u"1"_s));
        QCOMPARE(staged.changes().size(), 1);
        staged.edit(0, draft(u"A"_s, u"one"_s));
        staged.remove(1);
        staged.edit(3, draft(u"T"_s, planted, true));
        QCOMPARE(staged.changes().size(), 4);
        QCOMPARE(staged.changes().first().after, std::nullopt);
        QVERIFY(staged.isTaken({u"C"_s, VariableScope::Both}));
        QVERIFY(!staged.isTaken({u"C"_s, VariableScope::Both}, 2));
        staged.restore(1);
        staged.remove(2);
        QCOMPARE(staged.changes().size(), 2);
        QCOMPARE(staged.entries().size(), 3);
        // What another process stores meanwhile keeps what was changed here.
        staged.setStored({stored(u"A"_s, u"1"_s), stored(u"D"_s, u"4"_s), stored(u"T"_s, {}, true)});
        QCOMPARE(staged.changes().size(), 2);
        staged.setStored({stored(u"A"_s, u"one"_s), stored(u"T"_s, {}, true)});
        QCOMPARE(staged.changes().size(), 1);
        staged.discard();
        QVERIFY(staged.changes().isEmpty());
    }

    void aRenamedOneGivesItsNameUpBeforeAnotherTakesIt() {
        StagedVariables staged;
        staged.setStored({stored(u"A"_s, u"1"_s)});
        staged.remove(0);
        VariableDraft added = draft(u"B"_s, u"2"_s);
        staged.put(added);
        QCOMPARE(staged.changes().size(), 2);
        QVERIFY(!staged.changes().first().after);
    }

    void aPastedTextIsComparedWithWhatIsThere() {
        using Outcome = PastedVariables::Outcome;
        StagedVariables staged;
        staged.setStored({stored(u"A"_s, u"1"_s), stored(u"B"_s, u"2"_s), stored(u"T"_s, {}, true)});
        const DotenvContent content
            = parseDotenv("A=1\nB=two\nNEW=3\nT=token\nFC_X=1\nVITE_KEY=4\nE=\nnonsense\nNEW=5\n");
        PastedVariables pasted = pastedVariables(content, staged, VariableScope::Both);
        QCOMPARE(pasted.count(Outcome::Same), 1);
        QCOMPARE(pasted.count(Outcome::Changed), 2);
        QCOMPARE(pasted.count(Outcome::Added), 2);
        QCOMPARE(pasted.count(Outcome::Refused), 1);
        QCOMPARE(pasted.count(Outcome::Empty), 1);
        QCOMPARE(pasted.problems.first().line, 8);
        QCOMPARE(pasted.repetitions.first().line, 9);
        pasted = equalTo(pasted, {{u"T"_s, VariableDifference::File::Same, {}, true}});
        QCOMPARE(pasted.count(Outcome::Changed), 1);
        QCOMPARE(pasted.drafts().size(), 3);
        for (const VariableDraft& one : pasted.drafts()) {
            QCOMPARE(one.secret, one.key.name == u"NEW"_s);
        }
        // What is public by its name does not become a secret.
        for (qsizetype row = 0; row < pasted.rows.size(); ++row) {
            pasted = withToggledSecret(pasted, row);
        }
        for (const VariableDraft& one : pasted.drafts()) {
            QCOMPARE(one.secret, one.key.name == u"B"_s);
        }
    }

    void everyStateIsShownAndNoSecretIs() {
        VariablesTab tab;
        tab.resize(1000, 700);
        tab.QWidget::show();
        QVERIFY(named<QWidget>(tab, u"variablesEmpty"_s).isVisible());
        QAbstractItemModelTester tester(named<QListView>(tab, u"variableRows"_s).model());

        StagedVariables staged;
        staged.setStored({stored(u"TITLE"_s, u"hello"_s), stored(u"TOKEN"_s, {}, true)});
        staged.put(draft(u"KEY"_s, planted, true));
        staged.edit(2, draft(u"TOKEN"_s, planted, true));
        VariablesState state;
        state.entries = staged.entries();
        state.changes = 2;
        state.pasted = pastedVariables(parseDotenv("OTHER=" + planted.toUtf8()), staged, VariableScope::Both);
        tab.setState(state);
        QVERIFY(!named<QWidget>(tab, u"variablesEmpty"_s).isVisible());
        QVERIFY(named<QWidget>(tab, u"pasteCard"_s).isVisible());
        QVERIFY(named<QPushButton>(tab, u"applyVariables"_s).text().contains(u"2"_s));
        const QList<VariableLine> lines = linesOf(state);
        QCOMPARE(lines.at(0).value, QString(8, QChar(0x2022)));
        QCOMPARE(lines.at(2).value, QString(8, QChar(0x2022)));
        QVERIFY(pillsOf(lines.at(0)).contains(u"New"_s));
        QVERIFY(pillsOf(lines.at(2)).contains(u"Changed"_s));
        QVERIFY(allWords(tab).contains(u"hello"_s));
        QVERIFY2(!allWords(tab).contains(planted), qPrintable(allWords(tab)));

        tab.setState(sample::pendingVariables());
        QVERIFY(named<QWidget>(tab, u"variablesPending"_s).isVisible());
        QVERIFY(named<QWidget>(tab, u"variablesTooMuch"_s).isVisible());
        QVERIFY(!named<QWidget>(tab, u"applyVariables"_s).isVisible());
        tab.setState(sample::comparingVariables());
        QVERIFY(named<QWidget>(tab, u"comparisonCard"_s).isVisible());
        tab.setState(sample::lockedVariables());
        QVERIFY(named<QWidget>(tab, u"variablesError"_s).isVisible());
    }

    void theFormUpperCasesAndTakesWholeAssignments() {
        VariablesTab tab;
        tab.QWidget::show();
        QSignalSpy typed(&tab.intents(), &VariablesIntents::typed);
        VariablesState state;
        state.edited = EditedVariable{};
        tab.setState(state);
        auto& name = named<QLineEdit>(tab, u"variableName"_s);
        QTest::keyClicks(&name, u"api_url"_s);
        QCOMPARE(name.text(), u"API_URL"_s);
        QVERIFY(named<QCheckBox>(tab, u"variableSecret"_s).isChecked());
        name.clear();
        QTest::keyClicks(&name, u"vite_title"_s);
        QVERIFY(!named<QCheckBox>(tab, u"variableSecret"_s).isChecked());
        name.clear();
        QTest::keyClicks(&name, u"base="_s);
        QCOMPARE(name.text(), u"BASE"_s);
        auto& value = named<QPlainTextEdit>(tab, u"variableValue"_s);
        QTest::keyClicks(&value, u"1"_s);
        const auto last = typed.last().first().value<VariableDraft>();
        QCOMPARE(last.key.name, u"BASE"_s);
        QCOMPARE(last.value, std::optional(u"1"_s));

        // What was typed is gone with the form.
        value.setPlainText(planted);
        tab.setState({});
        QVERIFY(!allWords(tab).contains(planted));
    }
};

QTEST_MAIN(VariablesTabTest)
#include "tst_variables_tab.moc"
