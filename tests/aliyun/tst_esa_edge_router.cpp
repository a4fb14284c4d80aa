#include "aliyun/emulator/kv_store.h"
#include "tests/aliyun/cloud.h"
#include "tests/aliyun/scripted_service.h"

using namespace Qt::StringLiterals;
using namespace miaobu;
using miaobu::emulator::Emulator;
using miaobu::emulator::Fault;
using miaobu::test::await;
using miaobu::test::Cloud;
using miaobu::test::failureOf;
using miaobu::test::ScriptedService;

namespace {

RoutingEntry entryOf(DeploymentId deployment) {
    RoutingEntry entry;
    entry.objectPath = u"projects/shop/%1"_s.arg(deployment);
    entry.projectSlug = u"shop"_s;
    entry.deployment = deployment;
    entry.commit = u"0123abcd"_s;
    entry.updatedAt = QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC);
    return entry;
}

} // namespace

class TestEsaEdgeRouter : public QObject {
    Q_OBJECT

private slots:
    void keepsEntries() {
        Cloud cloud;
        auto router = cloud.router();
        QVERIFY(!await(router.readEntry(u"shop.localhost"_s, {})));
        await(router.writeEntry(u"shop.localhost"_s, entryOf(7), {}));
        QCOMPARE(await(router.readEntry(u"shop.localhost"_s, {})), entryOf(7));
        await(router.writeEntry(u"shop.localhost"_s, entryOf(8), {}));
        QCOMPARE(await(router.readEntry(u"shop.localhost"_s, {}))->deployment, 8);
        await(router.removeEntry(u"shop.localhost"_s, {}));
        QVERIFY(!await(router.readEntry(u"shop.localhost"_s, {})));
        await(router.removeEntry(u"shop.localhost"_s, {}));
    }

    void listsEveryHost() {
        Cloud cloud;
        auto router = cloud.router();
        const std::string space = cloud.emulator.info().kvNamespace.toStdString();
        QStringList hosts;
        for (int i = 0; i < 130; ++i) {
            hosts.append(u"h%1.localhost"_s.arg(i, 3, 10, QChar(u'0')));
            cloud.emulator.kv().put(space, hosts.last().toStdString(), {"{}", std::chrono::system_clock::now(), {}});
        }
        QCOMPARE(await(router.hosts({})), hosts);
        QCOMPARE(cloud.calls("ListKvs"), 2);
    }

    void aListOfHostsWithoutItsLengthIsReadToItsEnd() {
        const QByteArray page = "{\"Keys\":[" + QByteArray("{\"Name\":\"a.cn\"},").repeated(100).chopped(1) + "]}";
        ScriptedService service({{"ListKvs", "GET /", "200 OK", page},
            {"ListKvs", "GET /", "200 OK", R"({"Keys":[{"Name":"b.cn"}],"TotalCount":"101"})"}});
        const auto client = std::make_shared<HttpClient>();
        aliyun::RpcClient esa(
            client, {service.endpoint(), "esa", aliyun::esaVersion}, {"id", "secret", {}}, ScriptedService::quick());
        aliyun::EsaEdgeRouter router(esa, client, "miaobu", 7, {});
        QCOMPARE(await(router.hosts({})).size(), 101);
        QVERIFY(service.isOver());
    }

    void refusesWhatEdgeKvDoesNotTake() {
        Cloud cloud;
        auto router = cloud.router();
        RoutingEntry large = entryOf(1);
        large.others.insert(u"note"_s, QString(2'000'000, u'x'));
        QCOMPARE(failureOf(router.writeEntry(u"shop.localhost"_s, large, {})).kind, ErrorKind::InvalidInput);
        for (const QString& host : {u""_s, u"a b"_s, u"a/b"_s, QString(513, u'a')}) {
            QCOMPARE(failureOf(router.writeEntry(host, entryOf(1), {})).kind, ErrorKind::InvalidInput);
        }
        QCOMPARE(cloud.calls("PutKv"), 0);
    }

    void aMissingNamespaceIsNoMissingEntry() {
        Cloud cloud;
        const emulator::EmulatorInfo& info = cloud.emulator.info();
        aliyun::RpcClient esa(
            cloud.client, {aliyun::endpointOf(info.apiEndpoint), "esa", aliyun::esaVersion}, cloud.keys, cloud.policy);
        aliyun::EsaEdgeRouter router(esa, cloud.client, "another-one", info.siteId, {});
        const Error error = failureOf(router.readEntry(u"shop.localhost"_s, {}));
        QCOMPARE(error.kind, ErrorKind::NotFound);
        QVERIFY(error.detail.startsWith("InvalidNameSpace.NotFound"_L1));
    }

    void purgesAllHosts() {
        Cloud cloud;
        auto router = cloud.router();
        QStringList hosts;
        for (int i = 0; i < 60; ++i) {
            hosts.append(u"h%1.localhost"_s.arg(i));
        }
        await(router.purge(hosts, {}));
        QCOMPARE(cloud.calls("PurgeCaches"), 2);
        await(router.purge({}, {}));
        QCOMPARE(cloud.calls("PurgeCaches"), 2);
    }

    void triesAgainAndGivesUp() {
        Cloud cloud;
        auto router = cloud.router();
        cloud.emulator.faults().add({"PutKv", 1, 1, Fault::Effect::CutAfter, 0, ""});
        cloud.emulator.faults().add({"PutKv", 2, 1, Fault::Effect::Refuse, 400, "Throttling.User"});
        await(router.writeEntry(u"shop.localhost"_s, entryOf(7), {}));
        QCOMPARE(cloud.calls("PutKv"), 3);
        cloud.emulator.faults().add({"GetKv", 1, 1, Fault::Effect::Refuse, 403, "Forbidden.RAM"});
        const Error denied = failureOf(router.readEntry(u"shop.localhost"_s, {}));
        QCOMPARE(denied.kind, ErrorKind::AccessDenied);
        QCOMPARE(denied.subject, u"esa:GetKv"_s);
        QCOMPARE(cloud.calls("GetKv"), 1);
    }

    void aWrongClockIsPutRight() {
        Cloud cloud;
        auto router = cloud.router(std::make_shared<aliyun::ServerClock>(std::make_shared<test::WrongClock>(-9)));
        await(router.writeEntry(u"shop.localhost"_s, entryOf(7), {}));
        QCOMPARE(await(router.readEntry(u"shop.localhost"_s, {}))->deployment, 7);
    }

    void asksTheEdge() {
        Cloud cloud(Emulator::Sites::Served);
        auto store = cloud.store();
        auto router = cloud.router();
        await(store.put(
            u"projects/shop/7/index.html"_s, "<p>seven</p>", {u"text/html; charset=utf-8"_s, u"no-cache"_s}, {}));
        QCOMPARE(await(router.ask(u"shop.localhost"_s, {})).status, 404);
        await(router.writeEntry(u"shop.localhost"_s, entryOf(7), {}));
        const EdgeAnswer answer = await(router.ask(u"shop.localhost"_s, {}));
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.deployment, 7);
    }
};

QTEST_GUILESS_MAIN(TestEsaEdgeRouter)
#include "tst_esa_edge_router.moc"
