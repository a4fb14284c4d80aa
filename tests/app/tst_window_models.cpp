#include "app/models/deployment_list_model.h"
#include "app/models/project_list_model.h"
#include "app/models/run_progress.h"
#include "app/screens/project/stage_steps.h"
#include "tests/app/sample_states.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace miaobu;
using namespace miaobu::app;

class WindowModelsTest : public QObject {
    Q_OBJECT

private slots:
    void projectsTellOnlyWhatChanged() {
        ProjectListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QList<ProjectRow> rows = sample::projectRows();
        model.setRows(rows);
        QCOMPARE(model.rowCount(), 6);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        rows[1].percent = 70;
        model.setRows(rows);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(model.index(1).data(ProjectListModel::PercentRole).toInt(), 70);
        QCOMPARE(model.rowOf(3), 2);
        QCOMPARE(model.rowOf(99), -1);
    }

    void aCancelledTryLeavesALiveProjectLive() {
        ProjectRow row;
        row.state = DeploymentState::Cancelled;
        QCOMPARE(toneOf(row), Tone::Idle);
        row.live = true;
        QCOMPARE(toneOf(row), Tone::Live);
        row.state = DeploymentState::Failed;
        QCOMPARE(toneOf(row), Tone::Failed);
    }

    void newDeploymentsComeInAtTheTop() {
        DeploymentListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setDeployments(sample::live().deployments);
        const int before = model.rowCount();
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        const ProjectState building = sample::building();
        model.setDeployments(building.deployments);
        QCOMPARE(model.rowCount(), before + 1);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(reset.size(), 0);
        model.setPercent(40);
        QCOMPARE(model.index(0).data(DeploymentListModel::PercentRole).toInt(), 40);
        QCOMPARE(model.index(1).data(DeploymentListModel::PercentRole).toInt(), -1);
        model.setDeployments({});
        QCOMPARE(model.rowCount(), 0);
    }

    void percentGrowsWithStagesAndTheirParts() {
        RunProgress run;
        int last = -1;
        for (int stage = 0; stage < static_cast<int>(stageCount); ++stage) {
            run.stage = static_cast<Stage>(stage);
            run.done = 0;
            run.total = 0;
            QVERIFY(percentOf(run) >= last);
            last = percentOf(run);
            run.done = 1;
            run.total = 2;
            QVERIFY(percentOf(run) >= last);
            last = percentOf(run);
        }
        run.done = 5;
        QVERIFY(percentOf(run) <= 100);
    }

    void whatIsLeftFollowsWhatStagesUsuallyTake() {
        const auto times = [](qint64 checkout, qint64 build, qint64 publish) {
            StageTimes all = noStageTimes;
            all.at(static_cast<std::size_t>(Stage::Checkout)) = checkout;
            all.at(static_cast<std::size_t>(Stage::Build)) = build;
            all.at(static_cast<std::size_t>(Stage::Publish)) = publish;
            return all;
        };
        // One slow build among three is no reason to expect the next to be slow.
        const StageTimes usual
            = usualTimes({times(1000, 20'000, 5000), times(2000, 300'000, -1), times(1500, 22'000, 7000)});
        QCOMPARE(usual, times(1500, 22'000, 7000));
        RunProgress run;
        QCOMPARE(timeLeft(run, usual, 100'000), 30'500);
        run.stage = Stage::Build;
        run.startedAt.at(static_cast<std::size_t>(Stage::Build)) = 100'000;
        QCOMPARE(timeLeft(run, usual, 110'000), 19'000);
        QCOMPARE(timeLeft(run, usual, 500'000), 7000); // It takes longer than it ever did.
        run.stage = Stage::Prove;
        QCOMPARE(timeLeft(run, usual, 500'000), -1);
        QCOMPARE(timeLeft(RunProgress(), usualTimes({}), 0), -1);
    }

    void aRemovalIsMarkedByHowItGoes() {
        ProjectListModel model;
        ProjectRow row;
        row.id = 1;
        row.name = QStringLiteral("shop");
        row.isBeingRemoved = true;
        QCOMPARE(toneOf(row), Tone::Idle); // Left by a program that is gone
        row.isRemovalStuck = true;
        QCOMPARE(toneOf(row), Tone::Failed);
        row.isRemovalRunning = true;
        QCOMPARE(toneOf(row), Tone::Building);
        row.isRemovalRunning = false;
        model.setRows({row});
        QCOMPARE(model.index(0).data(ProjectListModel::RemovedRole).toString(), QStringLiteral("partly deleted"));
    }

    void runsAreFollowedAndForgotten() {
        RunTable table;
        Deployment deployment = sample::building().deployments.constFirst();
        table.take(deployment, 1000);
        DeploymentProgress progress;
        progress.deployment = deployment.id;
        progress.stage = Stage::Publish;
        progress.done = 3;
        progress.total = 4;
        table.take(progress, 5000);
        QCOMPARE(table.of(deployment).stage, Stage::Publish);
        QCOMPARE(stagePercentOf(table.of(deployment)), 75);
        QCOMPARE(stageDuration(table.of(deployment).startedAt, Stage::Build, 9000), 4000);
        QCOMPARE(stageDuration(table.of(deployment).startedAt, Stage::Publish, 9000), 4000);
        QCOMPARE(stageDuration(table.of(deployment).startedAt, Stage::Install, 9000), -1);
        deployment.state = DeploymentState::Live;
        table.take(deployment, 9000);
        QCOMPARE(table.of(deployment).total, 0);
    }

    void stepsSayWhatIsDoneAndWhatFailed() {
        const ProjectState failed = sample::failed();
        const auto steps = stageSteps(failed.deployments.constFirst(), {}, {}, 0);
        QCOMPARE(steps.size(), 5);
        QCOMPARE(steps.at(1).state, StageStep::State::Done);
        QCOMPARE(steps.at(2).state, StageStep::State::Failed);
        QCOMPARE(steps.at(3).state, StageStep::State::Waiting);
        const auto running = sample::building().steps;
        QCOMPARE(running.at(2).state, StageStep::State::Active);
        QCOMPARE(running.at(2).note, QStringLiteral("61 %"));
        for (const StageStep& step : stageSteps(sample::live().deployments.constFirst(), {}, {}, 0)) {
            QCOMPARE(step.state, StageStep::State::Done);
        }
    }
};

QTEST_MAIN(WindowModelsTest)
#include "tst_window_models.moc"
