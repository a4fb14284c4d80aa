#include "core/deploy/queue.h"
#include "core/deploy/retention.h"
#include "core/deploy/single_page.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace miaobu;

namespace {

Deployment deployment(DeploymentId id, DeploymentState state, bool pinned = false) {
    Deployment made;
    made.id = id;
    made.state = state;
    made.pinned = pinned;
    return made;
}

ManifestFile file(const QString& path) {
    ManifestFile made;
    made.path = path;
    return made;
}

} // namespace

class TestQueue : public QObject {
    Q_OBJECT

private slots:
    void startsInOrderAndOneInEachLane() {
        Queue queue(2);
        queue.add(1, {10, {}});
        queue.add(2, {10, {}});
        queue.add(3, {20, {}});
        queue.add(4, {30, {}});
        QCOMPARE(queue.takeNext({}), 1);
        QCOMPARE(queue.takeNext({}), 3);
        QCOMPARE(queue.takeNext({}), 0);
        QCOMPARE(queue.ahead(2), 2);
        QCOMPARE(queue.ahead(4), 3);
        queue.finish(3);
        QCOMPARE(queue.takeNext({}), 4);
        queue.finish(1);
        QCOMPARE(queue.takeNext({10}), 0);
        QCOMPARE(queue.takeNext({}), 2);
        QVERIFY(!queue.isEmpty());
        queue.finish(2);
        queue.finish(4);
        QVERIFY(queue.isEmpty());
    }

    void aPreviewRunsBesideTheSite() {
        Queue queue(3);
        queue.add(1, {10, {}});
        queue.add(2, {10, u"next"_s});
        queue.add(3, {10, u"next"_s});
        queue.add(4, {10, u"other"_s});
        QCOMPARE(queue.takeNext({}), 1);
        QCOMPARE(queue.takeNext({10}), 0);
        QCOMPARE(queue.takeNext({}), 2);
        QCOMPARE(queue.takeNext({}), 4);
        queue.finish(1);
        QCOMPARE(queue.takeNext({}), 0);
        QVERIFY(queue.runs(10));
        QVERIFY(!queue.runs(Lane{10, {}}));
        queue.finish(2);
        QCOMPARE(queue.takeNext({}), 3);
    }

    void aWaitingOneCanBeTakenOut() {
        Queue queue(1);
        queue.add(1, {10, {}});
        queue.add(2, {20, {}});
        QCOMPARE(queue.takeNext({}), 1);
        QVERIFY(queue.remove(2));
        QVERIFY(!queue.remove(1));
        QCOMPARE(queue.waiting(), QList<DeploymentId>());
    }

    void retentionNeverTakesLiveOrPinned() {
        const QList<Deployment> deployments{deployment(9, DeploymentState::Failed),
            deployment(8, DeploymentState::Ready), deployment(7, DeploymentState::Ready),
            deployment(6, DeploymentState::Ready, true), deployment(5, DeploymentState::Live),
            deployment(4, DeploymentState::Ready), deployment(3, DeploymentState::Purged),
            deployment(2, DeploymentState::Ready)};
        const QList<Route> routes{{u"old.example.com"_s, 1, u"local"_s, 4, false, false}};
        const QList<Deployment> old = deploymentsToPurge(deployments, routes, 1);
        QCOMPARE(old.size(), 2);
        QCOMPARE(old.at(0).id, 7);
        QCOMPARE(old.at(1).id, 2);
    }

    void onePageOfAClientSideFrameworkAnswersForAll() {
        BuildPlan plan;
        plan.framework = u"vite"_s;
        QVERIFY(isSinglePage(plan, {file(u"index.html"_s), file(u"assets/a.js"_s)}));
        QVERIFY(!isSinglePage(plan, {file(u"index.html"_s), file(u"about/index.html"_s)}));
        QVERIFY(!isSinglePage(plan, {file(u"index.html"_s), file(u"404.html"_s)}));
        QVERIFY(!isSinglePage(plan, {file(u"app.html"_s)}));
        plan.framework = u"static-html"_s;
        QVERIFY(!isSinglePage(plan, {file(u"index.html"_s)}));
        plan.isSpa = true;
        QVERIFY(isSinglePage(plan, {file(u"index.html"_s), file(u"404.html"_s)}));
        QVERIFY(!isSinglePage(plan, {file(u"index.html"_s), file(u"about.html"_s)}));
    }
};

QTEST_GUILESS_MAIN(TestQueue)
#include "tst_queue.moc"
