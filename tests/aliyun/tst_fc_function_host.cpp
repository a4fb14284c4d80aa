#include "aliyun/fc_function_host.h"
#include "aliyun/wire/fc_actions.h"
#include "tests/aliyun/cloud.h"
#include "tests/aliyun/scripted_service.h"

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::aliyun;
using miaobu::test::await;
using miaobu::test::Cloud;
using miaobu::test::errorOf;
using miaobu::test::Exchange;
using miaobu::test::ScriptedService;

namespace {

const QByteArray all = "/2023-03-30/functions";
const QByteArray one = "/2023-03-30/functions/miaobu-shop";
const QByteArray ready
    = R"({"functionName":"miaobu-shop","runtime":"custom-container","state":"Active","lastUpdateStatus":"Successful",)"
      R"("customContainerConfig":{"image":"r/ns/shop:1","port":8080},"environmentVariables":{"A":"b"}})";
const QByteArray triggers
    = R"({"triggers":[{"triggerName":"web","triggerType":"http","qualifier":"LATEST","triggerConfig":"{\"authType\":)"
      R"(\"anonymous\",\"methods\":[\"GET\",\"POST\",\"PUT\",\"DELETE\",\"HEAD\",\"PATCH\",\"OPTIONS\"]}",)"
      R"("httpTrigger":{"urlInternet":"https://shop-abc.cn-hangzhou.fcapp.run"}}]})";
const QByteArray guarded
    = R"({"triggers":[{"triggerName":"web","triggerType":"http","triggerConfig":"{\"authType\":\"function\",)"
      R"(\"methods\":[\"GET\"]}","httpTrigger":{"urlInternet":"https://old.fcapp.run"}}]})";

Exchange missing(const QByteArray& action, const QByteArray& target) {
    return {action, target, "404 No", R"({"Code":"FunctionNotFound","Message":"function does not exist"})"};
}

Exchange state(const QByteArray& state, const QByteArray& update, const QByteArray& reason = {}) {
    return {"GetFunction", "GET " + one, "200 OK",
        R"({"functionName":"miaobu-shop","state":")" + state + R"(","lastUpdateStatus":")" + update
            + R"(","stateReason":")" + reason + R"(","lastUpdateStatusReason":")" + reason + "\"}"};
}

FunctionSpecification shop() {
    FunctionSpecification specification;
    specification.name = u"miaobu-shop"_s;
    specification.image = u"r/ns/shop:1"_s;
    specification.port = 8080;
    specification.command = {u"node"_s, u"server.js"_s};
    specification.environment = {{u"A"_s, u"b=c"_s}, {u"EMPTY"_s, u""_s}};
    specification.healthPath = u"/health"_s;
    return specification;
}

FcFunctionHost hostOf(const ScriptedService& service) {
    const FunctionPolling polling{1ms, 2ms, 50ms};
    const auto client = std::make_shared<HttpClient>();
    return FcFunctionHost(
        {client, {service.endpoint(), "fc", fcVersion}, {"id", "secret", {}}, ScriptedService::quick()}, client,
        {u"acs:ram::1:role/fc"_s, u"cri-1"_s}, polling);
}

void control(const Cloud& cloud, const QByteArray& method, const QByteArray& body) {
    const emulator::EmulatorInfo& info = cloud.emulator.info();
    HttpRequest request;
    request.url = info.apiEndpoint.resolved(QUrl(u"/emulator/faults"_s)).toEncoded();
    request.headers.append({"Authorization", "Bearer " + info.accessKeySecret.toLatin1()});
    request.method = method;
    request.body = body;
    QCOMPARE(await(cloud.client->send(std::move(request), {})).status, 204);
}

QJsonObject bodyOf(const ScriptedService& service, qsizetype request) {
    return QJsonDocument::fromJson(service.requests.at(request).body).object();
}

} // namespace

class TestFcFunctionHost : public QObject {
    Q_OBJECT

private slots:
    void changesAFunctionThatIsThere() {
        ScriptedService service({{"UpdateFunction", "PUT " + one, "200 OK", "{}"}, state("Active", "InProgress"),
            {"GetFunction", "GET " + one, "200 OK", ready},
            {"ListTriggers", "GET " + one + "/triggers", "200 OK", triggers}});
        auto host = hostOf(service);
        const FunctionState made = await(host.put(shop(), {}));
        QVERIFY(service.isOver());
        QCOMPARE(made.endpoint, u"https://shop-abc.cn-hangzhou.fcapp.run"_s);
        QCOMPARE(made.state, FunctionState::State::Active);
        const QJsonObject body = bodyOf(service, 0);
        QVERIFY(!body.contains("functionName"_L1));
        QVERIFY(!body.contains("code"_L1));
        QVERIFY(!body.contains("customRuntimeConfig"_L1));
        const QJsonObject container = body.value("customContainerConfig"_L1).toObject();
        QCOMPARE(container.value("image"_L1), u"r/ns/shop:1"_s);
        QCOMPARE(container.value("acrInstanceId"_L1), u"cri-1"_s);
        QCOMPARE(container.value("entrypoint"_L1), (QJsonArray{u"node"_s, u"server.js"_s}));
        QCOMPARE(container.value("healthCheckConfig"_L1)["httpGetUrl"_L1], u"/health"_s);
        QCOMPARE(body.value("environmentVariables"_L1), (QJsonObject{{u"A"_s, u"b=c"_s}, {u"EMPTY"_s, u""_s}}));
        QCOMPARE(body.value("role"_L1), u"acs:ram::1:role/fc"_s);
        QCOMPARE(body.value("handler"_L1), u"handler"_s);
    }

    void anImageReplacesACodePackage() {
        ScriptedService service({{"UpdateFunction", "PUT " + one, "400 No",
                                     R"({"Code":"InvalidArgument","Message":"code must not be set"})"},
            {"UpdateFunction", "PUT " + one, "200 OK", "{}"}, {"GetFunction", "GET " + one, "200 OK", ready},
            {"ListTriggers", "GET " + one + "/triggers", "200 OK", triggers}});
        auto host = hostOf(service);
        await(host.put(shop(), {}));
        QVERIFY(service.isOver());
        const QJsonObject body = bodyOf(service, 1);
        QCOMPARE(body.value("code"_L1), QJsonValue(QJsonObject()));
        QCOMPARE(body.value("customRuntimeConfig"_L1), QJsonValue(QJsonObject()));
        QCOMPARE(body.value("customContainerConfig"_L1)["image"_L1], u"r/ns/shop:1"_s);
    }

    void makesOneThatIsNot() {
        ScriptedService service(
            {missing("UpdateFunction", "PUT " + one), {"CreateFunction", "POST " + all, "200 OK", "{}"},
                state("Pending", "InProgress"), {"GetFunction", "GET " + one, "200 OK", ready},
                {"ListTriggers", "GET " + one + "/triggers", "200 OK", "{\"triggers\":[]}"},
                {"CreateTrigger", "POST " + one + "/triggers", "200 OK", "{}"},
                {"ListTriggers", "GET " + one + "/triggers", "200 OK", triggers}});
        auto host = hostOf(service);
        QCOMPARE(await(host.put(shop(), {})).endpoint, u"https://shop-abc.cn-hangzhou.fcapp.run"_s);
        QVERIFY(service.isOver());
        QCOMPARE(bodyOf(service, 1).value("functionName"_L1), u"miaobu-shop"_s);
        const QJsonObject trigger = bodyOf(service, 5);
        QCOMPARE(trigger.value("triggerType"_L1), u"http"_s);
        // A JSON document inside a text.
        const QByteArray config = trigger.value("triggerConfig"_L1).toString().toUtf8();
        QCOMPARE(QJsonDocument::fromJson(config)["authType"_L1], u"anonymous"_s);
    }

    void meetsOneThatAppears() {
        ScriptedService service({missing("UpdateFunction", "PUT " + one),
            {"CreateFunction", "POST " + all, "409 Conflict", R"({"Code":"FunctionAlreadyExists"})"},
            {"UpdateFunction", "PUT " + one, "200 OK", "{}"}, {"GetFunction", "GET " + one, "200 OK", ready},
            {"ListTriggers", "GET " + one + "/triggers", "200 OK", triggers}});
        auto host = hostOf(service);
        await(host.put(shop(), {}));
        QVERIFY(service.isOver());
    }

    void opensATriggerThatIsGuarded() {
        ScriptedService service(
            {{"UpdateFunction", "PUT " + one, "200 OK", "{}"}, {"GetFunction", "GET " + one, "200 OK", ready},
                {"ListTriggers", "GET " + one + "/triggers", "200 OK", guarded},
                {"UpdateTrigger", "PUT " + one + "/triggers/web", "200 OK", "{}"},
                {"ListTriggers", "GET " + one + "/triggers", "200 OK", triggers}});
        auto host = hostOf(service);
        await(host.put(shop(), {}));
        QVERIFY(service.isOver());
    }

    void saysWhyAFunctionFails() {
        const Exchange failed = state("Failed", "Failed", "image not found");
        ScriptedService service({{"UpdateFunction", "PUT " + one, "200 OK", "{}"}, failed, failed, failed});
        auto host = hostOf(service);
        const Error error = errorOf(host.put(shop(), {}));
        QCOMPARE(error.kind, ErrorKind::FunctionFailed);
        QCOMPARE(error.subject, u"miaobu-shop"_s);
        QCOMPARE(error.detail, u"image not found"_s);
        QVERIFY(service.isOver());
    }

    void doesNotWaitForEver() {
        QList<Exchange> story{{"UpdateFunction", "PUT " + one, "200 OK", "{}"}};
        story += QList<Exchange>(100, state("Pending", "InProgress", "Function creating"));
        ScriptedService service(story);
        auto host = hostOf(service);
        QCOMPARE(errorOf(host.put(shop(), {})).kind, ErrorKind::FunctionNotReady);
    }

    void oneThatStaysPendingIsGivenUpAndTakenUpAgain() {
        Cloud cloud;
        const std::chrono::milliseconds patience = 200ms;
        FcFunctionHost host(
            {cloud.client, {endpointOf(cloud.emulator.info().apiEndpoint), "fc", fcVersion}, cloud.keys, cloud.policy},
            cloud.client, {}, {1ms, 20ms, patience});
        FunctionSpecification specification = shop();
        specification.image = u"127.0.0.1:9/none/shop:1"_s;
        control(cloud, "POST", R"({"holdFunctions":true})");
        const Error error = errorOf(host.put(specification, {}));
        QCOMPARE(error.kind, ErrorKind::FunctionNotReady);
        QCOMPARE(error.subject, u"miaobu-shop"_s);
        QCOMPARE(error.detail, u"Function creating"_s);
        QCOMPARE(await(host.find(u"miaobu-shop"_s, {}))->state, FunctionState::State::Pending);
        control(cloud, "DELETE", {});
        // Nobody answers at that registry: it gets as far as that now.
        QTRY_COMPARE(await(host.find(u"miaobu-shop"_s, {}))->state, FunctionState::State::Failed);
        await(host.remove(u"miaobu-shop"_s, {}));
    }

    void sendsCode() {
        FunctionSpecification specification = shop();
        specification.image.clear();
        specification.runtime = u"custom.debian12"_s;
        specification.codeBucket = u"bucket"_s;
        specification.codeObject = u"code/1.zip"_s;
        const QJsonObject body = functionToJson(specification, {});
        QVERIFY(!body.contains("customContainerConfig"_L1));
        QVERIFY(!body.contains("role"_L1));
        QCOMPARE(body.value("code"_L1),
            (QJsonObject{{u"ossBucketName"_s, u"bucket"_s}, {u"ossObjectName"_s, u"code/1.zip"_s}}));
        QCOMPARE(body.value("customRuntimeConfig"_L1)["command"_L1], (QJsonArray{u"node"_s, u"server.js"_s}));
    }

    void finds() {
        ScriptedService service({{"GetFunction", "GET " + one, "200 OK", ready},
            {"ListTriggers", "GET " + one + "/triggers", "200 OK", triggers}, missing("GetFunction", "GET " + one)});
        auto host = hostOf(service);
        const auto found = await(host.find(u"miaobu-shop"_s, {}));
        QVERIFY(found);
        QCOMPARE(found->specification.image, u"r/ns/shop:1"_s);
        QCOMPARE(found->specification.port, 8080);
        QCOMPARE(found->specification.environment, (QMap<QString, QString>{{u"A"_s, u"b"_s}}));
        QVERIFY(!await(host.find(u"miaobu-shop"_s, {})));
    }

    void listsEveryPage() {
        ScriptedService service({{"ListFunctions", "GET " + all, "200 OK",
                                     R"({"functions":[{"functionName":"miaobu-a"}],"nextToken":"t+1"})"},
            {"ListFunctions", "GET " + all, "200 OK", R"({"functions":[{"functionName":"miaobu-b"}]})"}});
        auto host = hostOf(service);
        QCOMPARE(await(host.list(u"miaobu-"_s, {})), (QStringList{u"miaobu-a"_s, u"miaobu-b"_s}));
        QVERIFY(service.requests.at(1).line.contains("nextToken=t%2B1"));
    }

    void removesWhatBelongsToIt() {
        const QByteArray gone = R"({"Code":"ProvisionConfigExist"})";
        const QList<Exchange> before{
            {"DeleteProvisionConfig", "DELETE " + one + "/provision-config", "204 No Content", ""},
            {"ListTriggers", "GET " + one + "/triggers", "200 OK", triggers},
            {"DeleteTrigger", "DELETE " + one + "/triggers/web", "204 No Content", ""},
            {"ListAliases", "GET " + one + "/aliases", "200 OK", R"({"aliases":[{"aliasName":"live"}]})"},
            {"DeleteAlias", "DELETE " + one + "/aliases/live", "204 No Content", ""},
            {"ListFunctionVersions", "GET " + one + "/versions", "200 OK", R"({"versions":[{"versionId":"1"}]})"},
            {"DeleteFunctionVersion", "DELETE " + one + "/versions/1", "204 No Content", ""}};
        QList<Exchange> story = before;
        story.append({"DeleteFunction", "DELETE " + one, "409 Conflict", gone});
        story += before;
        story.append({"DeleteFunction", "DELETE " + one, "204 No Content", ""});
        ScriptedService service(story);
        auto host = hostOf(service);
        await(host.remove(u"miaobu-shop"_s, {}));
        QVERIFY(service.isOver());
    }

    void removesWhatIsNotThere() {
        ScriptedService service({missing("DeleteProvisionConfig", "DELETE " + one + "/provision-config"),
            missing("ListTriggers", "GET " + one + "/triggers"), missing("ListAliases", "GET " + one + "/aliases"),
            missing("ListFunctionVersions", "GET " + one + "/versions"), missing("DeleteFunction", "DELETE " + one)});
        auto host = hostOf(service);
        await(host.remove(u"miaobu-shop"_s, {}));
        QVERIFY(service.isOver());
    }

    void aServiceThatIsNotOpened() {
        ScriptedService service({{"UpdateFunction", "PUT " + one, "403 Forbidden",
            R"({"Code":"AccessDenied","Message":"FC service is not enabled for current user."})"}});
        auto host = hostOf(service);
        const Error error = errorOf(host.put(shop(), {}));
        QCOMPARE(error.kind, ErrorKind::NotActivated);
        QCOMPARE(error.subject, u"Function Compute"_s);
    }

    void theEmulatorTakesWhatIsSent() {
        Cloud cloud;
        FcFunctionHost host(
            {cloud.client, {endpointOf(cloud.emulator.info().apiEndpoint), "fc", fcVersion}, cloud.keys, cloud.policy},
            cloud.client, {}, {1ms, 20ms, 60s});
        QVERIFY(!await(host.find(u"miaobu-shop"_s, {})));
        // With an engine or without, nobody answers at that registry.
        FunctionSpecification specification = shop();
        specification.image = u"127.0.0.1:9/none/shop:1"_s;
        const Error error = errorOf(host.put(specification, {}));
        QCOMPARE(error.kind, ErrorKind::FunctionFailed);
        QVERIFY(!error.detail.isEmpty());
        QCOMPARE(await(host.find(u"miaobu-shop"_s, {}))->specification, specification);
        QCOMPARE(await(host.list(u"miaobu-"_s, {})), QStringList(u"miaobu-shop"_s));
        QVERIFY(await(host.list(u"other-"_s, {})).isEmpty());
        specification.memory = 3000;
        QCOMPARE(errorOf(host.put(specification, {})).kind, ErrorKind::InvalidInput);
        await(host.remove(u"miaobu-shop"_s, {}));
        await(host.remove(u"miaobu-shop"_s, {}));
        QVERIFY(!await(host.find(u"miaobu-shop"_s, {})));
    }
};

QTEST_GUILESS_MAIN(TestFcFunctionHost)
#include "tst_fc_function_host.moc"
