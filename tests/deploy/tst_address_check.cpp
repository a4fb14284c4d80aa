#include "core/deploy/address_check.h"
#include "tests/deploy/world.h"

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::test;

class TestAddressCheck : public QObject {
    Q_OBJECT

private slots:
    void saysWhoAnswersAnAddressAlready() {
        World world;
        world.cloud.targets.append(u"prod"_s);
        AddressCheck check(*world.targets);
        QSignalSpy free(&check, &AddressCheck::free);
        QSignalSpy taken(&check, &AddressCheck::taken);
        check.check(u"shop"_s, u"prod"_s);
        QTRY_COMPARE(free.size(), 1);
        RoutingEntry entry;
        entry.projectSlug = u"their-shop"_s;
        const OpenTarget target = await(world.targets->open(u"prod"_s, {}));
        await(target.router->writeEntry(u"shop.localhost"_s, entry, {}));
        check.check(u"shop"_s, u"prod"_s);
        QTRY_COMPARE(taken.size(), 1);
        QCOMPARE(taken.constFirst().at(2).toString(), u"their-shop"_s);
        QCOMPARE(free.size(), 1);
    }

    void asksThisComputerNothing() {
        World world;
        world.cloud.unreachable = {localTargetName};
        AddressCheck check(*world.targets);
        QSignalSpy free(&check, &AddressCheck::free);
        check.check(u"shop"_s, localTargetName);
        QTRY_COMPARE(free.size(), 1);
    }

    void aCloudThatCannotBeAskedIsNoVerdict() {
        World world;
        world.cloud.targets.append(u"prod"_s);
        world.cloud.unreachable = {u"prod"_s};
        AddressCheck check(*world.targets);
        QSignalSpy failed(&check, &AddressCheck::failed);
        QSignalSpy free(&check, &AddressCheck::free);
        check.check(u"shop"_s, u"prod"_s);
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(free.isEmpty());
    }

    void onlyTheLatestQuestionIsAnswered() {
        World world;
        world.cloud.targets.append(u"prod"_s);
        {
            AddressCheck check(*world.targets);
            QSignalSpy free(&check, &AddressCheck::free);
            for (const QString& slug : {u"s"_s, u"sh"_s, u"shop"_s}) {
                check.check(slug, u"prod"_s);
            }
            QTRY_COMPARE(free.size(), 1);
            QCOMPARE(free.constFirst().constFirst().toString(), u"shop"_s);
            check.check(u"late"_s, u"prod"_s);
        }
        // Nobody is left to be told.
        QTest::qWait(20);
    }
};

QTEST_GUILESS_MAIN(TestAddressCheck)
#include "tst_address_check.moc"
