#include "aliyun/esa_edge_cache.h"
#include "tests/aliyun/cloud.h"

using namespace Qt::StringLiterals;
using namespace miaobu;
using miaobu::emulator::Fault;
using miaobu::test::await;
using miaobu::test::Cloud;
using miaobu::test::failureOf;

namespace {

aliyun::EsaEdgeCache cacheOf(Cloud& cloud) {
    const emulator::EmulatorInfo& info = cloud.emulator.info();
    return {aliyun::RpcClient(cloud.client, {aliyun::endpointOf(info.apiEndpoint), "esa", aliyun::esaVersion},
                cloud.keys, cloud.policy),
        info.siteId};
}

} // namespace

class TestEsaEdgeCache : public QObject {
    Q_OBJECT

private slots:
    void purgesAndTellsTheTasks() {
        Cloud cloud;
        auto cache = cacheOf(cloud);
        const PurgeQuota before = await(cache.quota(PurgeKind::Files, {}));
        const QStringList hosts = await(cache.purge(PurgeKind::Hosts, {u"www.example.com"_s}, {}));
        const QStringList files = await(cache.purge(PurgeKind::Files, {u"https://www.example.com/a b.js"_s}, {}));
        await(cache.purge(PurgeKind::Directories, {u"https://www.example.com/images/"_s}, {}));
        QCOMPARE(hosts.size(), 1);
        QCOMPARE(files.size(), 1);
        const PurgeQuota after = await(cache.quota(PurgeKind::Files, {}));
        QVERIFY(after.limit > 0);
        QCOMPARE(after.used, before.used + 1);
        const QList<PurgeTask> tasks = await(cache.tasks(10, {}));
        QCOMPARE(tasks.size(), 3);
        const auto file = std::find_if(
            tasks.begin(), tasks.end(), [](const PurgeTask& task) { return task.kind == PurgeKind::Files; });
        QVERIFY(file != tasks.end());
        QCOMPARE(file->id, files.first());
        QVERIFY(file->content.contains("a b.js"_L1));
        QVERIFY(file->createdAt.isValid());
        QCOMPARE(await(cache.tasks(2, {})).size(), 2);
    }

    void refusesWhatIsNoSubject() {
        Cloud cloud;
        auto cache = cacheOf(cloud);
        QCOMPARE(failureOf(cache.purge(PurgeKind::Hosts, {u"https://a.cn"_s}, {})).kind, ErrorKind::InvalidInput);
        QCOMPARE(failureOf(cache.purge(PurgeKind::Files, {u"/a.js"_s}, {})).kind, ErrorKind::InvalidInput);
        QCOMPARE(
            failureOf(cache.purge(PurgeKind::Directories, {u"https://a.cn/x"_s}, {})).kind, ErrorKind::InvalidInput);
        QCOMPARE(cloud.calls("PurgeCaches"), 0);
    }

    void purgesManyInSeveralCalls() {
        Cloud cloud;
        auto cache = cacheOf(cloud);
        QStringList files;
        for (int i = 0; i < 120; ++i) {
            files.append(u"https://www.example.com/%1.js"_s.arg(i));
        }
        QCOMPARE(await(cache.purge(PurgeKind::Files, files, {})).size(), 3);
    }

    void aQuotaThatIsUsedUp() {
        Cloud cloud;
        auto cache = cacheOf(cloud);
        cloud.emulator.faults().add({"PurgeCaches", 1, 1, Fault::Effect::Refuse, 400, "QuotaExceeded"});
        QCOMPARE(failureOf(cache.purge(PurgeKind::Hosts, {u"a.cn"_s}, {})).kind, ErrorKind::QuotaExceeded);
    }

    void aCutPurgeIsRepeated() {
        Cloud cloud;
        auto cache = cacheOf(cloud);
        cloud.emulator.faults().add({"PurgeCaches", 1, 1, Fault::Effect::CutBefore, 0, ""});
        QCOMPARE(await(cache.purge(PurgeKind::Hosts, {u"a.cn"_s}, {})).size(), 1);
        QCOMPARE(cloud.calls("PurgeCaches"), 2);
    }
};

QTEST_GUILESS_MAIN(TestEsaEdgeCache)
#include "tst_esa_edge_cache.moc"
