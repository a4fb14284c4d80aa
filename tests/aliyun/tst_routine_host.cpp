#include "aliyun/routine/esa_routine_host.h"
#include "tests/aliyun/account.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::aliyun;
using namespace miaobu::test;

namespace {

using Production = RoutineStatus::Production;
using emulator::Fault;

RpcClient esaIn(const Cloud& cloud) {
    return {cloud.client, {endpointOf(cloud.emulator.info().apiEndpoint), "esa", esaVersion}, cloud.keys, cloud.policy};
}

RoutinePlan planIn(const Cloud& cloud) {
    TargetConfig config = draftIn(cloud);
    config.esa.kvNamespace = cloud.emulator.info().kvNamespace;
    config.baseDomain = u"localhost"_s;
    return routinePlan(config);
}

EsaRoutineHost hostIn(const Cloud& cloud, const RoutinePlan& plan) {
    using std::chrono::milliseconds;
    return {esaIn(cloud), cloud.client, cloud.policy, plan, {milliseconds(1), milliseconds(50)}};
}

RoutineStatus install(Cloud& cloud, const RoutinePlan& plan, QList<RoutineStage>* stages = nullptr) {
    EsaRoutineHost host = hostIn(cloud, plan);
    const auto reached = [stages](RoutineStage stage) {
        if (stages) {
            stages->append(stage);
        }
    };
    return await(host.install(reached, {}));
}

RoutineStatus statusOf(Cloud& cloud, const RoutinePlan& plan) {
    EsaRoutineHost host = hostIn(cloud, plan);
    return await(host.status({}));
}

Error installFailure(Cloud& cloud, const RoutinePlan& plan) {
    EsaRoutineHost host = hostIn(cloud, plan);
    return failureOf(host.install([](RoutineStage) { }, {}));
}

RoutinePlan otherThan(RoutinePlan plan, int number) {
    plan.code += "// " + QByteArray::number(number) + '\n';
    return plan;
}

} // namespace

class TestRoutineHost : public QObject {
    Q_OBJECT

private slots:
    void installsThroughStaging() {
        Cloud cloud;
        const RoutinePlan plan = planIn(cloud);
        const RoutineStatus before = statusOf(cloud, plan);
        QCOMPARE(before.production, Production::Missing);
        QVERIFY(!before.isRouted);

        QList<RoutineStage> stages;
        const RoutineStatus status = install(cloud, plan, &stages);
        using enum RoutineStage;
        QCOMPARE(stages,
            (QList<RoutineStage>{Create, Upload, Commit, Staging, CheckStaging, RoutineStage::Production, Route}));
        QCOMPARE(status.production, Production::Ours);
        QVERIFY(status.isRouted);
        QCOMPARE(status.versions.size(), 1);
        const RoutineVersion version = status.versions.first();
        QVERIFY(version.isInStaging && version.isInProduction && version.isOurs);
        QCOMPARE(version.description, u"Miaobu edge routine"_s);
        QVERIFY(version.version.size() >= 17 && version.createdAt.isValid());
    }

    void visitorsAreAnsweredByWhatWasInstalled() {
        Cloud cloud(emulator::Emulator::Sites::Served);
        RoutinePlan plan = planIn(cloud);
        plan.code.replace("No site is connected to this address.", "Installed by a test.");
        install(cloud, plan);
        HttpRequest request;
        request.url = "http://nobody.localhost:" + QByteArray::number(cloud.emulator.info().sitePort) + '/';
        request.headers = {{"Accept", "text/html"}};
        request.connectTo = "127.0.0.1:" + QByteArray::number(cloud.emulator.info().sitePort);
        const auto answer = [&] { return await(cloud.client->send(request, {})); };
        QTRY_VERIFY(answer().body.contains("Installed by a test."));
        QCOMPARE(answer().status, 404);
    }

    void repeatingItChangesNothing() {
        Cloud cloud;
        const RoutinePlan plan = planIn(cloud);
        const RoutineStatus first = install(cloud, plan);
        cloud.emulator.faults().clear();
        QCOMPARE(install(cloud, plan), first);
        QCOMPARE(changesIn(cloud), 0);
    }

    void knowsWhetherWhatIsLiveIsOurs() {
        Cloud cloud;
        const RoutinePlan plan = planIn(cloud);
        install(cloud, otherThan(plan, 1));
        const RoutineStatus other = statusOf(cloud, plan);
        QCOMPARE(other.production, Production::Other);
        QVERIFY(other.isRouted && !other.versions.first().isOurs);
        const RoutineStatus ours = install(cloud, plan);
        QCOMPARE(ours.production, Production::Ours);
        QCOMPARE(ours.versions.size(), 2);
        QVERIFY(ours.versions.first().isInProduction && !ours.versions.last().isInProduction);
    }

    void aVersionThatIsKeptIsUsedAgain() {
        Cloud cloud;
        const RoutinePlan plan = planIn(cloud);
        const QString ours = install(cloud, plan).versions.first().version;
        install(cloud, otherThan(plan, 1));
        cloud.emulator.faults().clear();
        const RoutineStatus status = install(cloud, plan);
        QCOMPARE(status.versions.size(), 2);
        QVERIFY(status.versions.last().version == ours && status.versions.last().isInProduction);
        QCOMPARE(cloud.calls("CommitRoutineStagingCode"), 0);
    }

    void aVersionWhoseCodeCannotBeReadIsNotOurs() {
        Cloud cloud;
        const RoutinePlan plan = planIn(cloud);
        install(cloud, plan);
        refuse(cloud, "GetRoutineCodeVersion", 404, "CodeVersionNotExist", 1);
        const RoutineStatus status = statusOf(cloud, plan);
        QCOMPARE(status.production, Production::Other);
        QCOMPARE(statusOf(cloud, plan).production, Production::Ours);
    }

    void tenVersionsMakeRoomForOneMore() {
        Cloud cloud;
        const RoutinePlan plan = planIn(cloud);
        QStringList versions;
        for (int number = 0; number < 10; ++number) {
            versions.append(install(cloud, otherThan(plan, number)).versions.first().version);
        }
        // The oldest answers again: it is not the one to go.
        EsaRoutineHost host = hostIn(cloud, plan);
        const RoutineStatus again = await(host.publish(versions.first(), {}));
        QVERIFY(again.versions.last().isInProduction);
        const RoutineStatus status = install(cloud, plan);
        QCOMPARE(status.production, Production::Ours);
        QCOMPARE(status.versions.size(), 10);
        QStringList kept;
        for (const RoutineVersion& version : status.versions) {
            kept.append(version.version);
        }
        QVERIFY(kept.contains(versions.at(0)) && !kept.contains(versions.at(1)) && kept.contains(versions.at(2)));
    }

    void publishesAnEarlierVersion() {
        Cloud cloud;
        const RoutinePlan plan = planIn(cloud);
        const QString earlier = install(cloud, otherThan(plan, 1)).versions.first().version;
        install(cloud, plan);
        EsaRoutineHost host = hostIn(cloud, plan);
        QCOMPARE(await(host.publish(earlier, {})).production, Production::Other);
        const Error error = failureOf(host.publish(u"1234567890123456789"_s, {}));
        QCOMPARE(error.kind, ErrorKind::NotFound);
        QCOMPARE(error.subject, u"1234567890123456789"_s);
    }

    void aBuildThatTakesTooLong() {
        Cloud cloud;
        const RoutinePlan plan = planIn(cloud);
        order(cloud, "/emulator/esa", R"({"pace":600000})");
        QCOMPARE(installFailure(cloud, plan).kind, ErrorKind::Timeout);
        QCOMPARE(cloud.calls("CreateRoutineCodeDeployment"), 0);
        order(cloud, "/emulator/esa", R"({"pace":0})");
        const RoutineStatus status = install(cloud, plan);
        QCOMPARE(status.production, Production::Ours);
        QCOMPARE(status.versions.size(), 1);
    }

    void productionIsLeftAloneUntilStagingIsRight() {
        Cloud cloud;
        const RoutinePlan plan = planIn(cloud);
        install(cloud, otherThan(plan, 1));
        // The second reading is that of staging's code.
        cloud.emulator.faults().add(
            {.action = "GetRoutineCodeVersion", .call = 2, .times = 1, .effect = Fault::Effect::Deny});
        const Error error = installFailure(cloud, plan);
        QCOMPARE(error.kind, ErrorKind::AccessDenied);
        QCOMPARE(error.subject, u"esa:GetRoutineCodeVersion"_s);
        const RoutineStatus status = statusOf(cloud, plan);
        QCOMPARE(status.production, Production::Other);
        QVERIFY(status.versions.first().isInStaging && !status.versions.first().isInProduction);
        QCOMPARE(install(cloud, plan).production, Production::Ours);
    }

    void failingAtEveryCall() {
        int calls = 0;
        {
            Cloud cloud;
            install(cloud, planIn(cloud));
            for (const auto& [action, count] : cloud.emulator.faults().counts()) {
                calls += count.calls;
            }
        }
        QVERIFY(calls >= 12);
        for (int call = 1; call <= calls; ++call) {
            Cloud cloud;
            const RoutinePlan plan = planIn(cloud);
            cloud.emulator.faults().add({.action = "*", .call = call, .effect = Fault::Effect::Deny});
            QVERIFY2(installFailure(cloud, plan).kind == ErrorKind::AccessDenied, std::to_string(call).c_str());
            const RoutineStatus status = install(cloud, plan);
            QVERIFY2(status.production == Production::Ours && status.isRouted, std::to_string(call).c_str());
            QCOMPARE(status.versions.size(), 1);
        }
    }

    void losingEveryAnswer() {
        Cloud cloud;
        const RoutinePlan plan = planIn(cloud);
        for (const char* action : {"CreateRoutine", "PostObject", "CreateRoutineCodeDeployment"}) {
            cloud.emulator.faults().add({.action = action, .effect = Fault::Effect::CutAfter});
        }
        QCOMPARE(install(cloud, plan).production, Production::Ours);
    }

    void anAnswerToACommitThatIsLost() {
        Cloud cloud;
        const RoutinePlan plan = planIn(cloud);
        cloud.emulator.faults().add({.action = "CommitRoutineStagingCode", .effect = Fault::Effect::CutAfter});
        QCOMPARE(installFailure(cloud, plan).kind, ErrorKind::ConnectionLost);
        QCOMPARE(install(cloud, plan).versions.size(), 1);
    }

    void cancelEndsBeforeProductionOnly() {
        Cloud cloud;
        const RoutinePlan plan = planIn(cloud);
        EsaRoutineHost host = hostIn(cloud, plan);
        std::stop_source early;
        const auto stopAtStaging = [&early](RoutineStage stage) {
            if (stage == RoutineStage::Staging) {
                early.request_stop();
            }
        };
        QCOMPARE(failureOf(host.install(stopAtStaging, early.get_token())).kind, ErrorKind::Cancelled);
        std::stop_source late;
        const auto stopAtProduction = [&late](RoutineStage stage) {
            if (stage == RoutineStage::Production) {
                late.request_stop();
            }
        };
        const RoutineStatus status = await(host.install(stopAtProduction, late.get_token()));
        QVERIFY(status.production == Production::Ours && status.isRouted);
    }

    void theCodeIsForItsTarget() {
        Cloud cloud;
        TargetConfig config = draftIn(cloud);
        config.esa.endpoint = QUrl(u"https://esa.cn-hangzhou.aliyuncs.com"_s);
        const QByteArray code = routinePlan(config).code;
        QVERIFY(code.contains("\"baseDomain\":\"sites.localhost\""));
        QVERIFY(code.contains("\"namespace\":\"routes\""));
        QVERIFY(code.contains("\"functionEndpoints\":[\"https://*.cn-hangzhou.fcapp.run\"]"));
        config.esa.routine.clear();
        QCOMPARE(routinePlan(config).name, u"miaobu-router"_s);
    }

    void rules() {
        const QString wanted = routineRule(u"sites.example.com"_s, u"example.com"_s);
        QCOMPARE(wanted,
            u"(ends_with(http.host, \".sites.example.com\")) or (http.host ne \"example.com\" and not "
            u"ends_with(http.host, \".example.com\"))"_s);
        QVERIFY(coversRule(wanted, wanted));
        QVERIFY(coversRule(u"true"_s, wanted));
        QVERIFY(!coversRule(u"(ends_with(http.host, \".sites.example.com\"))"_s, wanted));
    }
};

QTEST_GUILESS_MAIN(TestRoutineHost)
#include "tst_routine_host.moc"
