#include "core/store/variable_table.h"
#include "core/variables/dotenv_export.h"
#include "core/variables/variable_difference.h"
#include "core/variables/variable_service.h"
#include "tests/support/await.h"
#include "tests/variables/variable_world.h"

#include <QDir>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace miaobu;
using miaobu::test::await;
using miaobu::test::VariableWorld;

namespace {

const QString secretValue = u"planted-secret-密-42"_s;

ErrorKind refusalOf(const VariableWorld& world, const VariableChange& change) {
    try {
        await(world.variables.apply(world.project, {change}, {}));
    } catch (const Error& error) {
        return error.kind;
    }
    return ErrorKind::Internal;
}

QString valueIn(const ResolvedVariables& resolved, const QString& name) {
    for (const EnvironmentVariable& variable : resolved.variables) {
        if (variable.name == name) {
            return variable.value;
        }
    }
    return u"(none)"_s;
}

ProjectVariable stored(const VariableWorld& world, const QString& name) {
    for (const ProjectVariable& variable : world.variables.list(world.project)) {
        if (variable.key.name == name) {
            return variable;
        }
    }
    return {};
}

} // namespace

class TestProjectVariables : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_world.emplace();
        m_world->keepMasterKey();
    }

    void aSecretIsInNoFile() {
        apply({VariableWorld::set(u"TOKEN"_s, secretValue, true), VariableWorld::set(u"TITLE"_s, u"hello there"_s)});
        QCOMPARE(stored(*m_world, u"TOKEN"_s).value, QString());
        QCOMPARE(valueIn(resolve(), u"TOKEN"_s), secretValue);
        bool sawPlain = false;
        for (const QFileInfo& info : QDir(m_world->folder.path()).entryInfoList(QDir::Files)) {
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray content = file.readAll();
            QVERIFY2(!content.contains(secretValue.toUtf8()), qPrintable(info.fileName()));
            sawPlain = sawPlain || content.contains("hello there");
        }
        QVERIFY(sawPlain);
    }

    void theScopeDecidesWhoGetsIt() {
        apply({VariableWorld::set(u"API"_s, u"both"_s),
            VariableWorld::set(u"API"_s, u"live"_s, false, VariableScope::Production),
            VariableWorld::set(u"ONLY"_s, u"preview"_s, false, VariableScope::Preview)});
        QCOMPARE(valueIn(resolve(VariableScope::Production), u"API"_s), u"live"_s);
        QCOMPARE(valueIn(resolve(VariableScope::Production), u"ONLY"_s), u"(none)"_s);
        QCOMPARE(valueIn(resolve(VariableScope::Preview), u"API"_s), u"both"_s);
        QCOMPARE(valueIn(resolve(VariableScope::Preview), u"ONLY"_s), u"preview"_s);
    }

    void whenItIsUsedGoesWithIt() {
        apply({{std::nullopt, VariableDraft{{u"A"_s, VariableScope::Both}, u"1"_s, false, true, false}}});
        QVERIFY(resolve().variables.first().atBuild && !resolve().variables.first().atRun);
    }

    void anEditedSecretKeepsItsValueWhereverItGoes() {
        apply({VariableWorld::set(u"TOKEN"_s, secretValue, true)});
        const VariableKey before{u"TOKEN"_s, VariableScope::Both};
        const VariableKey after{u"API_TOKEN"_s, VariableScope::Production};
        apply({{before, VariableDraft{after, std::nullopt, true, true, false}}});
        QCOMPARE(m_world->variables.list(m_world->project).size(), 1);
        QCOMPARE(valueIn(resolve(), u"API_TOKEN"_s), secretValue);
    }

    void aPlainOneBecomesSecretAndNeverTheOtherWayRoundWithoutItsValue() {
        apply({VariableWorld::set(u"A"_s, u"a long value"_s)});
        const VariableKey key{u"A"_s, VariableScope::Both};
        apply({{key, VariableDraft{key, std::nullopt, true}}});
        QVERIFY(stored(*m_world, u"A"_s).secret);
        QCOMPARE(valueIn(resolve(), u"A"_s), u"a long value"_s);
        QCOMPARE(refusalOf(*m_world, {key, VariableDraft{key, std::nullopt, false}}), ErrorKind::VariableValueMissing);
    }

    void aRowThatWasMovedInTheDatabaseDoesNotOpen() {
        apply({VariableWorld::set(u"TOKEN"_s, secretValue, true)});
        m_world->database.execute(u"UPDATE variable SET name = 'VITE_TOKEN'"_s);
        try {
            (void)resolve();
            QFAIL("it opened");
        } catch (const Error& error) {
            QCOMPARE(error.kind, ErrorKind::VariableUnreadable);
            QCOMPARE(error.subject, u"VITE_TOKEN"_s);
        }
    }

    void theRevisionTellsWhetherADeploymentWouldGetAnother() {
        apply({VariableWorld::set(u"A"_s, u"1"_s)});
        const VariableRevisions first = m_world->variables.revisions(m_world->project, VariableScope::Production);
        apply({VariableWorld::set(u"A"_s, u"1"_s)});
        QCOMPARE(m_world->variables.revisions(m_world->project, VariableScope::Production), first);
        apply({VariableWorld::set(u"A"_s, u"2"_s)});
        const VariableRevisions second = m_world->variables.revisions(m_world->project, VariableScope::Production);
        QCOMPARE(liveStateOf(u"A"_s, second, first), VariableDifference::Live::Changed);
        QCOMPARE(liveStateOf(u"A"_s, second, {}), VariableDifference::Live::Added);
        QCOMPARE(liveStateOf(u"A"_s, {}, first), VariableDifference::Live::Removed);
        QCOMPARE(liveStateOf(u"A"_s, second, second), VariableDifference::Live::Same);
    }

    void whatCannotBeStoredIsRefused_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("secret");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("no name") << u""_s << u"1"_s << false << ErrorKind::VariableNameInvalid;
        QTest::newRow("digit first") << u"1A"_s << u"1"_s << false << ErrorKind::VariableNameInvalid;
        QTest::newRow("a line within") << u"A\nB"_s << u"1"_s << false << ErrorKind::VariableNameInvalid;
        QTest::newRow("equals sign") << u"A=B"_s << u"1"_s << false << ErrorKind::VariableNameInvalid;
        QTest::newRow("Function Compute's") << u"FC_REGION"_s << u"1"_s << false << ErrorKind::VariableReserved;
        QTest::newRow("ours") << u"MIAOBU_JOB"_s << u"1"_s << false << ErrorKind::VariableReserved;
        QTest::newRow("public by name") << u"NEXT_PUBLIC_KEY"_s << u"1"_s << true << ErrorKind::VariablePublic;
        QTest::newRow("no value") << u"A"_s << u""_s << false << ErrorKind::VariableValueMissing;
        QTest::newRow("zero byte") << u"A"_s << QString(QChar(0)) << false << ErrorKind::VariableValueInvalid;
        QTest::newRow("too long") << u"A"_s << QString(70'000, u'x') << false << ErrorKind::VariableValueInvalid;
    }

    void whatCannotBeStoredIsRefused() {
        QFETCH(QString, name);
        QFETCH(QString, value);
        QFETCH(bool, secret);
        QFETCH(ErrorKind, kind);
        QCOMPARE(refusalOf(*m_world, VariableWorld::set(name, value, secret)), kind);
        QVERIFY(m_world->variables.list(m_world->project).isEmpty());
    }

    void anEditTakesNobodyElsesPlace() {
        apply({VariableWorld::set(u"A"_s, u"1"_s), VariableWorld::set(u"B"_s, u"2"_s)});
        const VariableKey a{u"A"_s, VariableScope::Both};
        const VariableKey b{u"B"_s, VariableScope::Both};
        QCOMPARE(refusalOf(*m_world, {a, VariableDraft{b, u"3"_s}}), ErrorKind::VariableTaken);
        QCOMPARE(
            refusalOf(*m_world, {VariableKey{u"C"_s, VariableScope::Both}, std::nullopt}), ErrorKind::VariableUnknown);
        // Two that change places in one go are fine.
        apply({{a, std::nullopt}, {b, VariableDraft{a, std::nullopt}}});
        QCOMPARE(valueIn(resolve(), u"A"_s), u"2"_s);
        QCOMPARE(valueIn(resolve(), u"B"_s), u"(none)"_s);
    }

    void oneWrongChangeStoresNone() {
        try {
            apply({VariableWorld::set(u"A"_s, u"1"_s), VariableWorld::set(u"FC_X"_s, u"2"_s)});
            QFAIL("it was taken");
        } catch (const Error& error) {
            QCOMPARE(error.subject, u"FC_X"_s);
        }
        QVERIFY(m_world->variables.list(m_world->project).isEmpty());
    }

    void anExportLeavesSecretsOut() {
        apply({VariableWorld::set(u"TOKEN"_s, secretValue, true), VariableWorld::set(u"TITLE"_s, u"it's here"_s)});
        const DotenvExport exported
            = exportDotenv(m_world->variables.list(m_world->project), VariableScope::Production);
        QCOMPARE(exported.leftOut, QStringList{u"TOKEN"_s});
        QVERIFY(!exported.text.contains(secretValue.toUtf8()));
        QVERIFY(exported.text.contains("TITLE=\"it's here\"\n"));
        QVERIFY(exported.text.contains("# TOKEN is secret"));
    }

    void theServiceComparesAndTells() {
        VariableService service(m_world->variables, m_world->database);
        QSignalSpy changed(&service, &VariableService::variablesChanged);
        QSignalSpy finished(&service, &VariableService::finished);
        QSignalSpy failed(&service, &VariableService::failed);
        service.apply(
            m_world->project, {VariableWorld::set(u"TOKEN"_s, secretValue, true), VariableWorld::set(u"A"_s, u"1"_s)});
        QVERIFY(finished.wait());
        QCOMPARE(changed.size(), 1);
        QSignalSpy compared(&service, &VariableService::compared);
        service.compare(m_world->project, u"local"_s, VariableScope::Production,
            {{u"TOKEN"_s, secretValue}, {u"A"_s, u"2"_s}, {u"NEW"_s, u"3"_s}});
        QVERIFY(compared.wait());
        const auto differences = compared.first().at(1).value<QList<VariableDifference>>();
        QCOMPARE(differences.size(), 3);
        QCOMPARE(differences.at(0),
            (VariableDifference{u"A"_s, VariableDifference::File::Different, VariableDifference::Live::Added, false}));
        QCOMPARE(differences.at(1).file, VariableDifference::File::OnlyInFile);
        QCOMPARE(differences.at(2),
            (VariableDifference{u"TOKEN"_s, VariableDifference::File::Same, VariableDifference::Live::Added, true}));
        service.apply(m_world->project, {VariableWorld::set(u"1"_s, u"1"_s)});
        QVERIFY(failed.wait());
        QCOMPARE(changed.size(), 1);
    }

    void aDeletedProjectTakesItsVariablesWithIt() {
        apply({VariableWorld::set(u"A"_s, u"1"_s)});
        ProjectTable(m_world->database).remove(m_world->project);
        QVERIFY(VariableTable(m_world->database).ofProject(m_world->project).isEmpty());
    }

private:
    void apply(const QList<VariableChange>& changes) { await(m_world->variables.apply(m_world->project, changes, {})); }
    ResolvedVariables resolve(VariableScope environment = VariableScope::Production) {
        return await(m_world->variables.resolve(m_world->project, environment, {}));
    }

    std::optional<VariableWorld> m_world;
};

QTEST_GUILESS_MAIN(TestProjectVariables)
#include "tst_project_variables.moc"
