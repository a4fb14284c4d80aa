#include "aliyun/targets.h"
#include "core/targets/target_service.h"
#include "tests/aliyun/account.h"

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::test;

namespace {

/// What the service told, in its order: names of signals, and how the operation ended.
struct World {
    World() {
        environment.insert(u"ALIBABA_CLOUD_ACCESS_KEY_ID"_s, cloud.emulator.info().accessKeyId);
        environment.insert(u"ALIBABA_CLOUD_ACCESS_KEY_SECRET"_s, cloud.emulator.info().accessKeySecret);
        keys = std::make_unique<Keys>(environment);
        targets = std::make_unique<aliyun::AliyunTargets>(
            folder.path(), emulator::EmulatorLocation(), cloud.client, keys->keys());
        service = std::make_unique<TargetService>(*targets, *targets, accounts);
        const auto note = [this](const QString& what) { return [this, what](const auto&...) { told.append(what); }; };
        QObject::connect(service.get(), &TargetService::identified, note(u"identified"_s));
        QObject::connect(service.get(), &TargetService::choicesFound, note(u"choices"_s));
        QObject::connect(service.get(), &TargetService::planned, note(u"planned"_s));
        QObject::connect(service.get(), &TargetService::setupChanged, note(u"step"_s));
        QObject::connect(service.get(), &TargetService::permissionChecked, note(u"check"_s));
        QObject::connect(service.get(), &TargetService::routineFound, note(u"routine"_s));
        QObject::connect(service.get(), &TargetService::routineStageReached, note(u"stage"_s));
        QObject::connect(service.get(), &TargetService::targetsChanged, note(u"targets"_s));
        QObject::connect(service.get(), &TargetService::finished, note(u"finished"_s));
        QObject::connect(service.get(), &TargetService::idle, note(u"idle"_s));
        QObject::connect(service.get(), &TargetService::failed,
            [this](OperationId, const Error& error) { told.append(errorKindName(error.kind) + u' ' + error.subject); });
    }

    /// Runs the event loop until the operation has ended. \returns what was told meanwhile
    QStringList end(OperationId operation) {
        bool ended = false;
        const QObject listener;
        const auto isThis = [&ended, operation](OperationId which) { ended = ended || which == operation; };
        QObject::connect(service.get(), &TargetService::finished, &listener, isThis);
        QObject::connect(service.get(), &TargetService::failed, &listener, isThis);
        if (!QTest::qWaitFor([&ended] { return ended; }, 30000)) {
            qFatal("the operation did not end in time");
        }
        return std::exchange(told, {});
    }

    [[nodiscard]] AccessKey key() const { return {cloud.keys.accessKeyId, cloud.keys.accessKeySecret, {}}; }

    Cloud cloud;
    QTemporaryDir folder;
    QProcessEnvironment environment;
    std::unique_ptr<Keys> keys;
    std::unique_ptr<aliyun::AliyunTargets> targets;
    aliyun::AliyunAccounts accounts{cloud.client, quickPace()};
    std::unique_ptr<TargetService> service;
    QStringList told;
};

} // namespace

class TestTargetService : public QObject {
    Q_OBJECT

private slots:
    void everythingEndsAfterWhatItFound() {
        World world;
        TargetService& service = *world.service;
        const TargetConfig draft = draftIn(world.cloud);
        QCOMPARE(world.end(service.identify(draft, world.key())), (QStringList{u"identified"_s, u"finished"_s}));
        QCOMPARE(world.end(service.findChoices(draft, world.key())), (QStringList{u"choices"_s, u"finished"_s}));
        QCOMPARE(world.end(service.add(draft, world.key(), KeepSecret::ForThisSession)),
            (QStringList{u"targets"_s, u"finished"_s}));
        QCOMPARE(world.end(service.plan(u"prod"_s)), (QStringList{u"planned"_s, u"finished"_s}));
        const QStringList made = world.end(service.setUp(u"prod"_s));
        QCOMPARE(made.count(u"step"_s), 12);
        QCOMPARE(made.last(2), (QStringList{u"targets"_s, u"finished"_s}));
        QVERIFY(world.targets->config(u"prod"_s).esa.cnameRecordId > 0);
        QCOMPARE(world.end(service.setUp(u"prod"_s)), QStringList(6, u"step"_s) + QStringList(u"finished"_s));
        const QStringList checked = world.end(service.check(u"prod"_s));
        QVERIFY(checked.count(u"check"_s) > 20 && checked.last() == u"finished"_s);
        QCOMPARE(world.end(service.findRoutine(u"prod"_s)), (QStringList{u"routine"_s, u"finished"_s}));
        QCOMPARE(world.end(service.remove(u"prod"_s)), (QStringList{u"targets"_s, u"finished"_s}));
    }

    void failuresAreTold() {
        World world;
        TargetService& service = *world.service;
        QCOMPARE(world.end(service.plan(u"nowhere"_s)), QStringList(u"TargetUnknown nowhere"_s));
        TargetConfig broken = draftIn(world.cloud);
        broken.stsEndpoint = QUrl(u"http://example.com"_s);
        QVERIFY(world.end(service.identify(broken, world.key())).first().startsWith(u"InvalidInput"_s));
        QVERIFY(!service.isBusy());
    }

    void cancelEndsInAFailure() {
        World world;
        const OperationId operation = world.service->identify(draftIn(world.cloud), world.key());
        QVERIFY(world.service->isBusy());
        world.service->cancel(operation);
        QCOMPARE(world.end(operation), QStringList(u"Cancelled "_s));
    }

    void shutDownEndsEverything() {
        World world;
        world.service->identify(draftIn(world.cloud), world.key());
        world.service->findChoices(draftIn(world.cloud), world.key());
        world.service->shutDown();
        QVERIFY(world.told.isEmpty());
        QTRY_COMPARE(world.told, (QStringList{u"Cancelled "_s, u"Cancelled "_s, u"idle"_s}));
        world.told.clear();
        world.service->shutDown();
        QVERIFY(world.told.isEmpty());
        QTRY_COMPARE(world.told, QStringList(u"idle"_s));
    }
};

QTEST_GUILESS_MAIN(TestTargetService)
#include "tst_target_service.moc"
