#include "aliyun/acr_enterprise_registry.h"
#include "aliyun/emulator/registry_world.h"
#include "aliyun/wire/acr_actions.h"
#include "tests/aliyun/cloud.h"
#include "tests/aliyun/scripted_service.h"

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::aliyun;
using miaobu::test::await;
using miaobu::test::Cloud;
using miaobu::test::errorOf;
using miaobu::test::Exchange;
using miaobu::test::ScriptedService;

namespace {

const Credentials keys{"id", "secret", {}};
const QByteArray repo
    = R"({"data":{"repo":{"repoName":"shop","repoDomainList":{"public":"crpi-1.cn-hangzhou.personal.cr.aliyuncs.com"}}}})";

AcrPersonalRegistry personal(const ScriptedService& service, const QString& host = {}) {
    return AcrPersonalRegistry({std::make_shared<HttpClient>(), {service.endpoint(), "cr", acrPersonalVersion}, keys,
                                   ScriptedService::quick()},
        {host, u"ns"_s, u"cn-hangzhou"_s});
}

AcrEnterpriseRegistry enterprise(const ScriptedService& service) {
    return AcrEnterpriseRegistry({std::make_shared<HttpClient>(), {service.endpoint(), "cr", acrEnterpriseVersion},
                                     keys, ScriptedService::quick()},
        u"cri-1"_s, {{}, u"ns"_s, u"cn-hangzhou"_s});
}

Exchange rpc(const QByteArray& action, const QByteArray& body) {
    return {action, "POST /", "200 OK", body};
}

Exchange endpointEnabled(bool enabled) {
    return rpc("GetInstanceEndpoint",
        R"({"IsSuccess":true,"Code":"success","Enable":)" + QByteArray(enabled ? "true" : "false")
            + R"(,"Domains":[{"Domain":"x-registry.cn-hangzhou.cr.aliyuncs.com","Type":"SYSTEM"}]})");
}

} // namespace

class TestImageRegistries : public QObject {
    Q_OBJECT

private slots:
    void personalLogsIn() {
        ScriptedService service({{"GetAuthorizationToken", "GET /tokens", "200 OK",
            R"({"data":{"tempUserName":"cr_temp_user","authorizationToken":"t0k","expireDate":1767323045000}})"}});
        auto registry = personal(service);
        const RegistryLogin login = await(registry.login({}));
        QCOMPARE(login.host, u"registry.cn-hangzhou.aliyuncs.com"_s);
        QCOMPARE(login.user, u"cr_temp_user"_s);
        QCOMPARE(login.password, "t0k");
        QCOMPARE(login.expiresAt, QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC));
    }

    void personalMakesWhatIsMissing() {
        ScriptedService service({{"GetNamespace", "GET /namespace/ns", "404 No", R"({"code":"NAMESPACE_NOT_EXIST"})"},
            {"CreateNamespace", "PUT /namespace", "200 OK", "{}"},
            {"GetRepo", "GET /repos/ns/shop", "404 No", R"({"code":"REPO_NOT_EXIST"})"},
            {"CreateRepo", "PUT /repos", "409 Conflict", R"({"code":"REPO_ALREADY_EXIST"})"},
            {"GetRepo", "GET /repos/ns/shop", "200 OK", repo}});
        auto registry = personal(service);
        QCOMPARE(await(registry.prepare(u"shop"_s, {})), u"crpi-1.cn-hangzhou.personal.cr.aliyuncs.com/ns/shop"_s);
        QVERIFY(service.isOver());
        QCOMPARE(service.requests.at(1).body, R"({"Namespace":{"Namespace":"ns"}})");
        const QJsonObject body = QJsonDocument::fromJson(service.requests.at(3).body)["Repo"_L1].toObject();
        QCOMPARE(body.value("RepoNamespace"_L1), u"ns"_s);
        QCOMPARE(body.value("RepoName"_L1), u"shop"_s);
        QCOMPARE(body.value("RepoType"_L1), u"PRIVATE"_s);
        QVERIFY(!body.value("Summary"_L1).toString().isEmpty());
    }

    void aHostThatIsGivenWins() {
        ScriptedService service({{"GetNamespace", "GET /namespace/ns", "200 OK", R"({"data":{"namespace":{}}})"},
            {"GetRepo", "GET /repos/ns/shop", "200 OK", repo}});
        auto registry = personal(service, u"127.0.0.1:5000"_s);
        QCOMPARE(await(registry.prepare(u"shop"_s, {})), u"127.0.0.1:5000/ns/shop"_s);
    }

    void personalListsAndRemovesTags() {
        ScriptedService service({{"GetRepoTags", "GET /repos/ns/shop/tags", "200 OK",
                                     R"({"data":{"tags":[{"tag":"1"},{"tag":"2"}],"total":2}})"},
            {"DeleteImage", "DELETE /repos/ns/shop/tags/1", "200 OK", "{}"},
            {"DeleteImage", "DELETE /repos/ns/shop/tags/1", "404 No", R"({"code":"TAG_NOT_EXIST"})"},
            {"GetRepoTags", "GET /repos/ns/other/tags", "404 No", R"({"code":"REPO_NOT_EXIST"})"}});
        auto registry = personal(service);
        QCOMPARE(await(registry.tags(u"shop"_s, {})), (QStringList{u"1"_s, u"2"_s}));
        await(registry.removeTag(u"shop"_s, u"1"_s, {}));
        await(registry.removeTag(u"shop"_s, u"1"_s, {}));
        QVERIFY(await(registry.tags(u"other"_s, {})).isEmpty());
        QVERIFY(service.isOver());
    }

    void aRegistryThatWasNeverOpened() {
        ScriptedService service({{"GetNamespace", "GET /namespace/ns", "404 No",
            R"({"code":"USER_NOT_EXIST","message":"user is not exist."})"}});
        auto registry = personal(service);
        const Error error = errorOf(registry.prepare(u"shop"_s, {}));
        QCOMPARE(error.kind, ErrorKind::NotActivated);
        QCOMPARE(error.subject, u"Container Registry"_s);
    }

    void enterpriseLogsIn() {
        ScriptedService service({endpointEnabled(true),
            rpc("GetAuthorizationToken",
                R"({"IsSuccess":true,"TempUsername":"cr_temp","AuthorizationToken":"t0k","ExpireTime":1767323045000})")});
        auto registry = enterprise(service);
        const RegistryLogin login = await(registry.login({}));
        QCOMPARE(login.host, u"x-registry.cn-hangzhou.cr.aliyuncs.com"_s);
        QCOMPARE(login.password, "t0k");
        QVERIFY(login.expiresAt.isValid());
        QVERIFY(service.requests.at(1).line.startsWith("POST /?InstanceId=cri-1 "));
    }

    void enterpriseMakesWhatIsMissing() {
        // A failure in a 200, as this service likes it.
        ScriptedService service(
            {endpointEnabled(true), rpc("GetNamespace", R"({"IsSuccess":false,"Code":"NAMESPACE_NOT_EXIST"})"),
                rpc("CreateNamespace", R"({"IsSuccess":true,"Code":"success"})"),
                rpc("GetRepository", R"({"IsSuccess":false,"Code":"REPO_NOT_EXIST"})"),
                rpc("CreateRepository", R"({"IsSuccess":true,"RepoId":"crr-1"})")});
        auto registry = enterprise(service);
        QCOMPARE(await(registry.prepare(u"shop"_s, {})), u"x-registry.cn-hangzhou.cr.aliyuncs.com/ns/shop"_s);
        QVERIFY(service.isOver());
        QVERIFY(service.requests.at(4).line.contains("TagImmutability=true"));
    }

    void anEndpointThatIsSwitchedOff() {
        ScriptedService service({endpointEnabled(false)});
        auto registry = enterprise(service);
        QCOMPARE(errorOf(registry.login({})).kind, ErrorKind::NotActivated);
    }

    void enterpriseListsAndRemovesTags() {
        const Exchange known = rpc("GetRepository", R"({"IsSuccess":true,"RepoId":"crr-1"})");
        ScriptedService service({known, rpc("ListRepoTag", R"({"IsSuccess":true,"Images":[{"Tag":"1"}]})"), known,
            rpc("DeleteRepoTag", R"({"IsSuccess":false,"Code":"TAG_NOT_EXIST"})"),
            rpc("GetRepository", R"({"IsSuccess":false,"Code":"REPO_NOT_EXIST"})")});
        auto registry = enterprise(service);
        QCOMPARE(await(registry.tags(u"shop"_s, {})), QStringList(u"1"_s));
        await(registry.removeTag(u"shop"_s, u"1"_s, {}));
        QVERIFY(await(registry.tags(u"other"_s, {})).isEmpty());
        QVERIFY(service.isOver());
    }

    void bothEditionsOfTheEmulator() {
        Cloud cloud;
        const Endpoint endpoint = endpointOf(cloud.emulator.info().apiEndpoint);
        const RegistryPlace place{{}, u"miaobu"_s, u"cn-hangzhou"_s};
        const auto small = std::make_shared<AcrPersonalRegistry>(
            RoaClient(cloud.client, {endpoint, "cr", acrPersonalVersion}, cloud.keys, cloud.policy), place);
        const QString instance = QString::fromUtf8(
            emulator::registryInstance.data(), static_cast<qsizetype>(emulator::registryInstance.size()));
        const auto large = std::make_shared<AcrEnterpriseRegistry>(
            RpcClient(cloud.client, {endpoint, "cr", acrEnterpriseVersion}, cloud.keys, cloud.policy), instance, place);
        for (const std::shared_ptr<ImageRegistry>& registry :
            {std::shared_ptr<ImageRegistry>(small), std::shared_ptr<ImageRegistry>(large)}) {
            QVERIFY(await(registry->tags(u"none"_s, {})).isEmpty());
            const QString name = await(registry->prepare(u"shop"_s, {}));
            QVERIFY(name.endsWith("/miaobu/shop"_L1));
            QCOMPARE(await(registry->prepare(u"shop"_s, {})), name);
            QVERIFY(await(registry->tags(u"shop"_s, {})).isEmpty());
            await(registry->removeTag(u"shop"_s, u"1"_s, {}));
            const RegistryLogin login = await(registry->login({}));
            QVERIFY(!login.user.isEmpty() && !login.password.isEmpty());
            QVERIFY(login.expiresAt > QDateTime::currentDateTimeUtc());
        }
    }
};

QTEST_GUILESS_MAIN(TestImageRegistries)
#include "tst_image_registries.moc"
