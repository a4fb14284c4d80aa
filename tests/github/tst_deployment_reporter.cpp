#include "core/github/deployment_reporter.h"
#include "core/store/deployment_table.h"
#include "core/store/github_report_table.h"
#include "core/store/project_table.h"
#include "tests/github/account_world.h"
#include "tests/support/git_fixture.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::test;

namespace {

const QString commit = u"0123456789012345678901234567890123456789"_s;

} // namespace

class TestDeploymentReporter : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_folder.emplace();
        const QString work = initRepository(m_folder->filePath(u"work"_s));
        writeFile(work + u"/index.html"_s, "hi");
        commitAll(work, u"first"_s);
        QDir(m_folder->path()).mkpath(u"bare/li"_s);
        git(work, {u"clone"_s, u"-q"_s, u"--bare"_s, u"."_s, m_folder->filePath(u"bare/li/site.git"_s)});
        m_world.emplace(m_folder->filePath(u"bare"_s));
        QVERIFY(!m_world->signInWith("gho_fake"));
        Project project;
        project.slug = u"shop"_s;
        project.name = u"Shop"_s;
        project.target = u"prod"_s;
        project.source = {SourceKind::Git, QString::fromLatin1(m_world->fake.webBase()) + u"/li/site.git"_s, {}};
        project.createdAt = m_world->clock.now();
        m_project = ProjectTable(m_world->database).insert(project);
        m_reporter.emplace(m_world->database, m_world->access);
        // Writes are a second apart, of this clock.
        m_time.start(5);
        connect(&m_time, &QTimer::timeout, &m_time, [this] { m_world->clock.advance(std::chrono::seconds(2)); });
        m_world->fake.forgetRequests();
    }

    void cleanup() {
        m_time.stop();
        m_time.disconnect();
        m_reporter.reset();
        m_world.reset();
    }

    void aDeploymentIsToldFromBeginningToEnd() {
        tell(DeploymentState::Queued);
        tell(DeploymentState::Running);
        tell(DeploymentState::Live);
        const QList<QJsonObject> created = bodies("/repos/li/site/deployments");
        QCOMPARE(created.size(), 1);
        QCOMPARE(created.first()[u"ref"], commit);
        QCOMPARE(created.first()[u"auto_merge"], false);
        QVERIFY(created.first()[u"required_contexts"].isArray());
        QCOMPARE(created.first()[u"required_contexts"].toArray(), QJsonArray());
        QCOMPARE(created.first()[u"environment"], u"Production – shop"_s);
        const QList<QJsonObject> states = bodies("/repos/li/site/deployments/1/statuses");
        QCOMPARE(valuesOf(states, u"state"_s), QStringList({u"queued"_s, u"in_progress"_s, u"success"_s}));
        QVERIFY(!states.first().contains(u"environment_url"));
        QCOMPARE(states.last()[u"environment_url"], u"https://shop.example.com/"_s);
        const QList<QJsonObject> marks = bodies("/repos/li/site/statuses/" + commit.toLatin1());
        QCOMPARE(valuesOf(marks, u"state"_s), QStringList({u"pending"_s, u"pending"_s, u"success"_s}));
        QCOMPARE(marks.last()[u"context"], u"miaobu/production (shop)"_s);
        QCOMPARE(marks.last()[u"target_url"], u"https://shop.example.com/"_s);
    }

    void whatWasOvertakenIsLeftOut() {
        m_reporter->noteDeployment(deployment(1, DeploymentState::Queued));
        m_reporter->noteDeployment(deployment(1, DeploymentState::Running));
        m_reporter->noteDeployment(deployment(1, DeploymentState::Failed));
        settle();
        QCOMPARE(valuesOf(bodies("/repos/li/site/deployments/1/statuses"), u"state"_s), QStringList(u"failure"_s));
        // The same once more is no news.
        tell(DeploymentState::Failed);
        QCOMPARE(bodies("/repos/li/site/deployments/1/statuses").size(), 1);
    }

    void theOneThatWasLiveBecomesInactive() {
        tell(DeploymentState::Live);
        tell(DeploymentState::Ready);
        QCOMPARE(valuesOf(bodies("/repos/li/site/deployments/1/statuses"), u"state"_s),
            QStringList({u"success"_s, u"inactive"_s}));
        // One that GitHub never heard of is not made known for that.
        m_reporter->noteDeployment(deployment(9, DeploymentState::Ready));
        m_reporter->noteDeployment(deployment(9, DeploymentState::Purged));
        settle();
        QCOMPARE(bodies("/repos/li/site/deployments").size(), 1);
    }

    void aProjectThatIsRemovedBecomesInactive() {
        tell(DeploymentState::Live);
        ProjectTable(m_world->database).remove(m_project.id);
        m_reporter->noteRemoval(m_project.id);
        settle();
        QCOMPARE(valuesOf(bodies("/repos/li/site/deployments/1/statuses"), u"state"_s).last(), u"inactive"_s);
        QVERIFY(GitHubReportTable(m_world->database).ofProject(m_project.id).isEmpty());
    }

    void whatIsNotTold_data() {
        QTest::addColumn<QString>("what");
        for (const char* what :
            {"this computer", "changed by hand", "no commit yet", "elsewhere", "no right", "preview"}) {
            QTest::newRow(what) << QString::fromLatin1(what);
        }
    }

    void whatIsNotTold() {
        QFETCH(QString, what);
        Deployment told = deployment(1, DeploymentState::Running);
        if (what == u"this computer"_s) {
            told.target = u"local"_s;
        } else if (what == u"changed by hand"_s) {
            told.revision.modified = true;
        } else if (what == u"preview"_s) {
            told.preview = u"next"_s;
        } else if (what == u"no commit yet"_s) {
            told.revision.commit.clear();
        } else if (what == u"elsewhere"_s) {
            m_project.source.location = u"https://example.com/li/site.git"_s;
            ProjectTable(m_world->database).update(m_project);
        } else {
            m_world->fake.addToken("gho_less", "read:user");
            QVERIFY(!m_world->signInWith("gho_less"));
        }
        m_world->fake.forgetRequests();
        QSignalSpy failed(&*m_reporter, &DeploymentReporter::failed);
        m_reporter->noteDeployment(told);
        settle();
        QCOMPARE(m_world->fake.requests().size(), 0);
        QCOMPARE(failed.size(), 0);
    }

    void whatEndedMeanwhileIsToldAtTheNextStart() {
        tell(DeploymentState::Running);
        Deployment ended = deployment(1, DeploymentState::Cancelled);
        ended.createdAt = ended.finishedAt = m_world->clock.now();
        (void)DeploymentTable(m_world->database).adopt(ended);
        m_reporter.emplace(m_world->database, m_world->access);
        m_reporter->catchUp();
        settle();
        m_reporter->catchUp();
        settle();
        QCOMPARE(valuesOf(bodies("/repos/li/site/deployments/1/statuses"), u"state"_s),
            QStringList({u"in_progress"_s, u"error"_s}));
    }

    void aFailureIsSaidOnce() {
        QSignalSpy failed(&*m_reporter, &DeploymentReporter::failed);
        m_world->fake.script("POST", "/repos/li/site/deployments", {500, R"({"message":"Server Error"})"});
        m_world->fake.script("POST", "/repos/li/site/deployments", {500, R"({"message":"Server Error"})"});
        tell(DeploymentState::Queued);
        tell(DeploymentState::Running);
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failed.first().at(0).toLongLong(), m_project.id);
        // The next one is told again.
        tell(DeploymentState::Live);
        QCOMPARE(valuesOf(bodies("/repos/li/site/deployments/1/statuses"), u"state"_s), QStringList(u"success"_s));
    }

    void whatGitHubWillNotTakeIsSaidAndTriedWithTheNext_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        // What is documented of POST /repos/…/deployments beside 201.
        QTest::newRow("merged instead") << 202
                                        << QByteArray(R"({"message":"Auto-merged main into topic on deployment."})");
        QTest::newRow("conflict") << 409 << QByteArray(R"({"message":"Conflict: Commit status checks failed"})");
        QTest::newRow("refused") << 422 << QByteArray(R"({"message":"Validation Failed"})");
        QTest::newRow("page") << 201 << QByteArray("<html>");
    }

    void whatGitHubWillNotTakeIsSaidAndTriedWithTheNext() {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QSignalSpy failed(&*m_reporter, &DeploymentReporter::failed);
        m_world->fake.script("POST", "/repos/li/site/deployments", {status, body});
        tell(DeploymentState::Running);
        QCOMPARE(failed.size(), 1);
        tell(DeploymentState::Live);
        QCOMPARE(failed.size(), 1);
        QCOMPARE(valuesOf(bodies("/repos/li/site/deployments/1/statuses"), u"state"_s), QStringList(u"success"_s));
    }

    void withoutTheRightItIsTriedOnce() {
        QSignalSpy failed(&*m_reporter, &DeploymentReporter::failed);
        m_world->fake.script("POST", "/repos/li/site/deployments",
            {403, R"({"message":"Resource not accessible by personal access token"})"});
        tell(DeploymentState::Queued);
        tell(DeploymentState::Running);
        tell(DeploymentState::Live);
        QCOMPARE(failed.size(), 1);
        QCOMPARE(bodies("/repos/li/site/deployments").size(), 1);
    }

private:
    [[nodiscard]] Deployment deployment(DeploymentId id, DeploymentState state) const {
        Deployment deployment;
        deployment.id = id;
        deployment.project = m_project.id;
        deployment.number = 3;
        deployment.target = u"prod"_s;
        deployment.state = state;
        deployment.revision.commit = commit;
        deployment.url = u"https://shop.example.com/"_s;
        return deployment;
    }

    void settle() { QTRY_VERIFY_WITH_TIMEOUT(!m_reporter->isBusy(), 20'000); }

    void tell(DeploymentState state) {
        m_reporter->noteDeployment(deployment(1, state));
        settle();
    }

    [[nodiscard]] QList<QJsonObject> bodies(const QByteArray& path) const {
        QList<QJsonObject> result;
        for (const FakeRequest& request : m_world->fake.requestsTo("/api/v3" + path)) {
            result.append(QJsonDocument::fromJson(request.body).object());
        }
        return result;
    }

    static QStringList valuesOf(const QList<QJsonObject>& objects, const QString& key) {
        QStringList values;
        for (const QJsonObject& object : objects) {
            values.append(object.value(key).toString());
        }
        return values;
    }

    std::optional<QTemporaryDir> m_folder;
    std::optional<AccountWorld> m_world;
    std::optional<DeploymentReporter> m_reporter;
    Project m_project;
    QTimer m_time;
};

QTEST_GUILESS_MAIN(TestDeploymentReporter)
#include "tst_deployment_reporter.moc"
