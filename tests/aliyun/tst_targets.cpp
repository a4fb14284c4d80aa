#include "aliyun/targets.h"
#include "tests/aliyun/cloud.h"

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::aliyun;
using miaobu::test::await;
using miaobu::test::Cloud;
using miaobu::test::failureOf;
using miaobu::test::Keys;

class TestTargets : public QObject {
    Q_OBJECT

private slots:
    void opensATargetWithTheKeysOfTheEnvironment() {
        Cloud cloud;
        save(cloud, u"prod"_s);
        Keys keys;
        keys.environment.insert(u"ALIBABA_CLOUD_ACCESS_KEY_SECRET"_s, cloud.emulator.info().accessKeySecret);
        AliyunTargets targets(m_folder.path(), {}, cloud.client, keys.keys());
        QCOMPARE(targets.names(), (QStringList{u"local"_s, u"prod"_s}));
        const OpenTarget open = await(targets.open(u"prod"_s, {}));
        QCOMPARE(siteUrl(open.target, siteHost(open.target, u"shop"_s)), QUrl(u"https://shop.example.com/"_s));
        await(open.objects->put(u"a"_s, "x", {}, {}));
        QCOMPARE(await(open.objects->get(u"a"_s, {})), "x");
        QVERIFY(!await(open.router->readEntry(u"shop.example.com"_s, {})));
        QVERIFY(await(open.cache->quota(PurgeKind::Hosts, {})).limit > 0);
        QVERIFY(await(open.domains->list({})).isEmpty());
        QVERIFY(open.functions && open.routine);
        // Without a namespace there is no place for images.
        QVERIFY(!open.images);
    }

    void aTargetMayBeAnEmulatorOnThisComputer() {
        Cloud cloud(emulator::Emulator::Sites::Served);
        const QString sites = u"localhost:%1"_s.arg(cloud.emulator.info().sitePort);
        save(cloud, u"near"_s, sites);
        Keys keys;
        keys.environment.insert(u"ALIBABA_CLOUD_ACCESS_KEY_SECRET"_s, cloud.emulator.info().accessKeySecret);
        AliyunTargets targets(m_folder.path(), {}, cloud.client, keys.keys());
        const OpenTarget open = await(targets.open(u"near"_s, {}));
        QCOMPARE(siteHost(open.target, u"shop"_s), u"shop.localhost"_s);
        QCOMPARE(siteUrl(open.target, u"shop.localhost"_s), QUrl(u"http://shop."_s + sites + u'/'));
        QCOMPARE(await(open.router->ask(u"shop.localhost"_s, {})).status, 404);
    }

    void anUnknownTarget() {
        Keys keys;
        AliyunTargets targets(m_folder.path(), {}, std::make_shared<HttpClient>(), keys.keys());
        const Error error = failureOf(targets.open(u"staging"_s, {}));
        QCOMPARE(error.kind, ErrorKind::TargetUnknown);
        QCOMPARE(error.subject, u"staging"_s);
    }

    void opensTheEmulatorThatRuns() {
        Cloud cloud(emulator::Emulator::Sites::Served);
        Keys keys;
        AliyunTargets targets(m_folder.path(), {cloud.folder.path(), u"/nowhere/miaobu"_s}, cloud.client, keys.keys());
        const OpenTarget open = await(targets.open(u"local"_s, {}));
        QCOMPARE(open.images != nullptr, !cloud.emulator.info().registryHost.isEmpty());
        const QString host = siteHost(open.target, u"shop"_s);
        QCOMPARE(siteUrl(open.target, host), QUrl(u"http://shop.localhost:%1/"_s.arg(cloud.emulator.info().sitePort)));
        RoutingEntry entry;
        entry.objectPath = u"projects/shop/3"_s;
        entry.projectSlug = u"shop"_s;
        entry.deployment = 3;
        await(open.objects->put(u"projects/shop/3/index.html"_s, "<p>three</p>", {u"text/html"_s, {}}, {}));
        await(open.router->writeEntry(host, entry, {}));
        QCOMPARE(await(open.router->ask(host, {})).deployment, 3);
        QCOMPARE(open.objects->connectionLimit(), 64);
        QVERIFY(await(open.functions->list({}, {})).isEmpty());
    }

private:
    void save(const Cloud& cloud, const QString& name, const QString& baseDomain = u"example.com"_s) {
        const emulator::EmulatorInfo& info = cloud.emulator.info();
        TargetConfig config;
        config.name = name;
        config.accessKeyId = info.accessKeyId;
        config.region = info.region;
        config.baseDomain = baseDomain;
        config.oss = {info.bucket, info.ossEndpoint};
        config.esa.siteId = info.siteId;
        config.esa.endpoint = info.apiEndpoint;
        config.esa.kvNamespace = info.kvNamespace;
        saveTarget(m_folder.path(), config);
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestTargets)
#include "tst_targets.moc"
