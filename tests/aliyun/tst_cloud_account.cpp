#include "aliyun/account/identity.h"
#include "aliyun/account/permission_check.h"
#include "aliyun/account/permission_table.h"
#include "aliyun/emulator/kv_store.h"
#include "aliyun/wire/sts_actions.h"
#include "core/targets/permission_policy.h"
#include "tests/aliyun/account.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::aliyun;
using namespace miaobu::test;

namespace {

using Need = PermissionCheck::Need;
using State = PermissionCheck::State;

/// A target whose parts are there: the bucket and the namespace the emulator begins with.
TargetConfig readyIn(const Cloud& cloud) {
    TargetConfig config = draftIn(cloud);
    config.oss.bucket = cloud.emulator.info().bucket;
    config.esa.kvNamespace = cloud.emulator.info().kvNamespace;
    return config;
}

QList<PermissionCheck> checksOf(Cloud& cloud, const TargetConfig& config) {
    return await(accountIn(cloud, config)->check([](const PermissionCheck&) { }, {}));
}

PermissionCheck checkOf(const QList<PermissionCheck>& checks, const QString& action) {
    for (const PermissionCheck& check : checks) {
        if (check.action == action) {
            return check;
        }
    }
    return {};
}

bool isEmpty(Cloud& cloud) {
    const emulator::EmulatorInfo& info = cloud.emulator.info();
    return await(cloud.store().list({}, {})).isEmpty()
        && cloud.emulator.kv().all(info.kvNamespace.toStdString(), {}).empty();
}

Credentials assumedRole(Cloud& cloud, const QString& accountId) {
    const RpcClient sts(cloud.client, {endpointOf(cloud.emulator.info().apiEndpoint), "sts", stsVersion}, cloud.keys);
    const QByteArray role = "acs:ram::" + accountId.toLatin1() + ":role/deployer";
    const QJsonObject answer
        = await(sts.call(stsCall("AssumeRole", {{"RoleArn", role}, {"RoleSessionName", "miaobu"}}), {}));
    const QJsonObject given = answer.value("Credentials"_L1).toObject();
    return {given.value("AccessKeyId"_L1).toString().toLatin1(),
        given.value("AccessKeySecret"_L1).toString().toLatin1(), given.value("SecurityToken"_L1).toString().toLatin1()};
}

} // namespace

class TestCloudAccount : public QObject {
    Q_OBJECT

private slots:
    void tellsUserRoleAndRootApart() {
        Cloud cloud;
        const TargetConfig config = draftIn(cloud);
        const CallerIdentity user = await(accountIn(cloud, config)->identify({}));
        QCOMPARE(user.kind, CallerIdentity::Kind::User);
        QCOMPARE(user.arn, u"acs:ram::%1:user/miaobu"_s.arg(user.accountId));

        cloud.keys = assumedRole(cloud, user.accountId);
        const CallerIdentity role = await(accountIn(cloud, config)->identify({}));
        QCOMPARE(role.kind, CallerIdentity::Kind::Role);
        QCOMPARE(role.accountId, user.accountId);

        const emulator::EmulatorIdentity identity = emulator::openIdentity(cloud.folder.path());
        cloud.keys = {identity.rootKeyId.toLatin1(), identity.rootKeySecret.toLatin1(), {}};
        const CallerIdentity root = await(accountIn(cloud, config)->identify({}));
        QCOMPARE(root.kind, CallerIdentity::Kind::Root);
        QCOMPARE(root.arn, u"acs:ram::%1:root"_s.arg(user.accountId));
    }

    void keysThatDoNotWork_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("unknown") << 404 << "InvalidAccessKeyId.NotFound"_ba << ErrorKind::CredentialsRejected;
        QTest::newRow("disabled") << 403 << "InvalidAccessKeyId.Inactive"_ba << ErrorKind::CredentialsRejected;
        QTest::newRow("expired") << 400 << "InvalidSecurityToken.Expired"_ba << ErrorKind::CredentialsRejected;
        QTest::newRow("wrong secret") << 400 << "SignatureDoesNotMatch"_ba << ErrorKind::SignatureRejected;
    }

    void keysThatDoNotWork() {
        QFETCH(int, status);
        QFETCH(QByteArray, code);
        QFETCH(ErrorKind, kind);
        Cloud cloud;
        const TargetConfig config = readyIn(cloud);
        refuse(cloud, "GetCallerIdentity", status, code.toStdString());
        const auto account = accountIn(cloud, config);
        QCOMPARE(failureOf(account->identify({})).kind, kind);
        QCOMPARE(failureOf(account->check([](const PermissionCheck&) { }, {})).kind, kind);
        QCOMPARE(failureOf(account->plan({})).kind, kind);
        QCOMPARE(failureOf(account->setUp([](const SetupStep&) { }, {})).kind, kind);
        QCOMPARE(changesIn(cloud), 0);
    }

    void aWrongSecretOfTheService() {
        Cloud cloud;
        cloud.keys.accessKeySecret = "planted-secret";
        const Error error = failureOf(accountIn(cloud, draftIn(cloud))->identify({}));
        QCOMPARE(error.kind, ErrorKind::SignatureRejected);
        QVERIFY(!QByteArray(error.what()).contains("planted-secret"));
    }

    void findsWhatThereIs() {
        Cloud cloud;
        const emulator::EmulatorInfo& info = cloud.emulator.info();
        await(accountIn(cloud, draftIn(cloud))->setUp([](const SetupStep&) { }, {}));
        const CloudChoices choices = await(accountIn(cloud, draftIn(cloud))->choices({}));
        QCOMPARE(choices.buckets,
            (QList<CloudChoices::Bucket>{{info.bucket, u"cn-hangzhou"_s}, {u"my-sites"_s, u"cn-hangzhou"_s}}));
        QCOMPARE(choices.sites, (QList<CloudChoices::Site>{{info.siteId, u"localhost"_s, true, false, {}, {}}}));
        QCOMPARE(choices.sitePlans.size(), 1);
        QVERIFY(choices.sitePlans.first().coverages.contains(SiteCoverage::Overseas));
        QCOMPARE(QSet<QString>(choices.kvNamespaces.begin(), choices.kvNamespaces.end()),
            (QSet<QString>{info.kvNamespace, u"routes"_s}));
        QCOMPARE(choices.routines, QStringList(u"my-router"_s));
        QCOMPARE(choices.esaEndpoint, info.apiEndpoint);
        QVERIFY(choices.failures.isEmpty());
    }

    void listsEveryPage() {
        Cloud cloud;
        const RpcClient esa(
            cloud.client, {endpointOf(cloud.emulator.info().apiEndpoint), "esa", esaVersion}, cloud.keys);
        for (int number = 0; number < 23; ++number) {
            await(esa.call(esaCall("CreateRoutine", {{"Name", "routine-" + QByteArray::number(number)}}), {}));
        }
        QCOMPARE(await(accountIn(cloud, draftIn(cloud))->choices({})).routines.size(), 23);
    }

    void whatCannotBeAskedDoesNotHideTheRest() {
        Cloud cloud;
        deny(cloud, "ListSites");
        refuse(cloud, "GetKvAccount", 404, "InvalidAccount.NotFound");
        const CloudChoices choices = await(accountIn(cloud, draftIn(cloud))->choices({}));
        QCOMPARE(choices.buckets.size(), 1);
        QVERIFY(choices.sites.isEmpty());
        QSet<QString> failures;
        for (const Error& error : choices.failures) {
            failures.insert(errorKindName(error.kind) + u' ' + error.subject);
        }
        QVERIFY(failures.contains(u"AccessDenied esa:ListSites"_s));
        QVERIFY(std::ranges::any_of(failures, [](const QString& text) { return text.startsWith("NotActivated"_L1); }));
    }

    void asksWhereEsaKnowsTheAccount() {
        Cloud stranger;
        Cloud cloud;
        AccountAccess access;
        access.config = draftIn(cloud);
        access.credentials = cloud.keys;
        access.client = cloud.client;
        access.pace = quickPace();
        const QUrl elsewhere = stranger.emulator.info().apiEndpoint;
        const QUrl here = cloud.emulator.info().apiEndpoint;
        QCOMPARE(await(findEsaEndpoint(access, {elsewhere, here}, {})), here);
        QCOMPARE(await(findEsaEndpoint(access, {here, elsewhere}, {})), here);
        deny(cloud, "GetErService");
        QCOMPARE(await(findEsaEndpoint(access, {elsewhere, here}, {})), here);
        QCOMPARE(failureOf(findEsaEndpoint(access, {elsewhere}, {})).kind, ErrorKind::CredentialsRejected);
        QCOMPARE(esaEndpoints(u"ap-southeast-1"_s).first(), QUrl(u"https://esa.ap-southeast-1.aliyuncs.com"_s));
        QCOMPARE(esaEndpoints(u"cn-beijing"_s).first(), QUrl(u"https://esa.cn-hangzhou.aliyuncs.com"_s));
        QCOMPARE(esaEndpoints(u"cn-beijing"_s).size(), 2);
    }

    void aPublicEndpointOfEsaIsOnlyAGuess() {
        const QUrl mainland(u"https://esa.cn-hangzhou.aliyuncs.com"_s);
        const QUrl international(u"https://esa.ap-southeast-1.aliyuncs.com"_s);
        TargetConfig config;
        config.region = u"ap-southeast-1"_s;
        QCOMPARE(esaCandidates(config), (QList<QUrl>{international, mainland}));
        config.esa.endpoint = mainland;
        QCOMPARE(esaCandidates(config), (QList<QUrl>{mainland, international}));
        config.esa.endpoint = QUrl(u"http://127.0.0.1:4681"_s);
        QCOMPARE(esaCandidates(config), QList<QUrl>{config.esa.endpoint});
    }

    void everythingThatCanBeTriedIsGranted() {
        Cloud cloud;
        TargetConfig config = readyIn(cloud);
        config.acr.nameSpace = u"my-images"_s;
        QList<PermissionCheck> told;
        const auto tell = [&told](const PermissionCheck& check) { told.append(check); };
        const QList<PermissionCheck> checks = await(accountIn(cloud, config)->check(tell, {}));
        QCOMPARE(told.size(), checks.size());
        const QList<Permission> permissions = permissionsOf(config);
        QCOMPARE(checks.size(), permissions.size());
        for (qsizetype i = 0; i < checks.size(); ++i) {
            const State wanted = permissions.at(i).trial == Trial::None ? State::NotChecked : State::Granted;
            QVERIFY2(checks.at(i).state == wanted,
                qPrintable(checks.at(i).action + (checks.at(i).error ? checks.at(i).error->detail : QString())));
        }
        QVERIFY(isEmpty(cloud));
        QVERIFY(missingPolicy(checks, Need::Everything).isEmpty());
    }

    void aMissingPermissionIsNamedWithItsPolicy() {
        Cloud cloud;
        for (const char* action : {"GetSite", "PutKv", "ListFunctions"}) {
            deny(cloud, action);
        }
        refuse(cloud, "PutObject", 403, "AccessDenied");
        refuse(cloud, "ListObjectsV2", 403, "AccessDenied");
        TargetConfig config = readyIn(cloud);
        config.fc.role = u"acs:ram::1:role/miaobu-fc"_s;
        const QList<PermissionCheck> checks = checksOf(cloud, config);
        QCOMPARE(checkOf(checks, u"esa:GetSite"_s).state, State::Denied);
        QCOMPARE(checkOf(checks, u"esa:ListSites"_s).state, State::Granted);
        QCOMPARE(checkOf(checks, u"ram:PassRole"_s).resource, config.fc.role);
        const QJsonObject policy = QJsonDocument::fromJson(missingPolicy(checks, Need::Everything)).object();
        QCOMPARE(policy,
            (QJsonObject{{u"Version"_s, u"1"_s},
                {u"Statement"_s,
                    QJsonArray{
                        QJsonObject{{u"Effect"_s, u"Allow"_s}, {u"Action"_s, QJsonArray{u"oss:ListObjects"_s}},
                            {u"Resource"_s, u"acs:oss:*:*:miaobu"_s}},
                        QJsonObject{{u"Effect"_s, u"Allow"_s}, {u"Action"_s, QJsonArray{u"oss:PutObject"_s}},
                            {u"Resource"_s, u"acs:oss:*:*:miaobu/*"_s}},
                        QJsonObject{{u"Effect"_s, u"Allow"_s},
                            {u"Action"_s, QJsonArray{u"esa:GetSite"_s, u"esa:PutKv"_s}}, {u"Resource"_s, u"*"_s}},
                        QJsonObject{{u"Effect"_s, u"Allow"_s}, {u"Action"_s, QJsonArray{u"fc:ListFunctions"_s}},
                            {u"Resource"_s, u"acs:fc:*:*:*"_s}},
                    }}}));
        const QByteArray whole = wholePolicy(checks, Need::Everything);
        QVERIFY(whole.contains("\"esa:CreateRoutineRoute\""));
        QVERIFY(whole.contains("\"acs:ram::1:role/miaobu-fc\""));
        QVERIFY(wholePolicy(checks, Need::WebApps).isEmpty());
    }

    void whatOnlyWebAppsNeedIsToldApart() {
        Cloud cloud;
        deny(cloud, "ListFunctions");
        deny(cloud, "GetSite");
        const QList<PermissionCheck> checks = checksOf(cloud, readyIn(cloud));
        const PermissionCheck denied = checkOf(checks, u"fc:ListFunctions"_s);
        QCOMPARE(denied.state, State::Denied);
        QCOMPARE(denied.need, Need::WebApps);
        QCOMPARE(checkOf(checks, u"fc:GetFunction"_s).state, State::Granted);
        QCOMPARE(checkOf(checks, u"esa:GetSite"_s).need, Need::Everything);
        QVERIFY(!missingPolicy(checks, Need::Everything).contains("fc:"));
        const QJsonObject policy = QJsonDocument::fromJson(missingPolicy(checks, Need::WebApps)).object();
        QCOMPARE(policy.value("Statement"_L1).toArray(),
            QJsonArray({QJsonObject{{u"Effect"_s, u"Allow"_s}, {u"Action"_s, QJsonArray{u"fc:ListFunctions"_s}},
                {u"Resource"_s, u"acs:fc:*:*:*"_s}}}));
        QVERIFY(!wholePolicy(checks, Need::Everything).contains("fc:"));
        QVERIFY(wholePolicy(checks, Need::WebApps).contains("\"fc:CreateFunction\""));
    }

    void aTargetForWebAppsNeedsItsFunctions_data() {
        QTest::addColumn<QString>("nameSpace");
        QTest::addColumn<QString>("role");
        QTest::newRow("a registry") << u"my-images"_s << QString();
        QTest::newRow("a role") << QString() << u"acs:ram::1:role/miaobu-fc"_s;
    }

    void aTargetForWebAppsNeedsItsFunctions() {
        QFETCH(QString, nameSpace);
        QFETCH(QString, role);
        Cloud cloud;
        deny(cloud, "ListFunctions");
        TargetConfig config = readyIn(cloud);
        config.acr.nameSpace = nameSpace;
        config.fc.role = role;
        const QList<PermissionCheck> checks = checksOf(cloud, config);
        QCOMPARE(checkOf(checks, u"fc:ListFunctions"_s).need, Need::Everything);
        QVERIFY(missingPolicy(checks, Need::Everything).contains("\"fc:ListFunctions\""));
        QVERIFY(missingPolicy(checks, Need::WebApps).isEmpty());
    }

    void nothingIsPutWhereItCannotBeRemoved() {
        Cloud cloud;
        refuse(cloud, "DeleteObject", 403, "AccessDenied");
        deny(cloud, "DeleteKv");
        const QList<PermissionCheck> checks = checksOf(cloud, readyIn(cloud));
        QCOMPARE(checkOf(checks, u"oss:DeleteObject"_s).state, State::Denied);
        QCOMPARE(checkOf(checks, u"oss:PutObject"_s).state, State::Granted);
        QCOMPARE(checkOf(checks, u"oss:GetObject"_s).state, State::Granted);
        QVERIFY(await(cloud.store().list({}, {})).isEmpty());
        QCOMPARE(checkOf(checks, u"esa:DeleteKv"_s).state, State::Denied);
        const auto left = cloud.emulator.kv().all(cloud.emulator.info().kvNamespace.toStdString(), {});
        for (const auto& [key, entry] : left) {
            QVERIFY(entry.expires);
        }
    }

    void productsThatAreNotOpenAndArrears() {
        Cloud cloud;
        refuse(cloud, "GetKvAccount", 404, "InvalidAccount.NotFound");
        refuse(cloud, "GetObject", 403, "InDebt");
        refuse(cloud, "ListFunctions", 403, "ServiceNotEnabled");
        const QList<PermissionCheck> checks = checksOf(cloud, readyIn(cloud));
        const PermissionCheck closed = checkOf(checks, u"esa:GetKvAccount"_s);
        QCOMPARE(closed.state, State::NotActivated);
        QCOMPARE(closed.error.value().kind, ErrorKind::NotActivated);
        QCOMPARE(checkOf(checks, u"oss:GetObject"_s).error.value().kind, ErrorKind::InArrears);
        const PermissionCheck withoutFunctions = checkOf(checks, u"fc:ListFunctions"_s);
        QCOMPARE(withoutFunctions.state, State::NotActivated);
        QCOMPARE(withoutFunctions.need, Need::WebApps);
        QVERIFY(missingPolicy(checks, Need::Everything).isEmpty());
        QVERIFY(missingPolicy(checks, Need::WebApps).isEmpty());
    }

    void aBucketThatIsNotThereProvesNothing() {
        Cloud cloud;
        const QList<PermissionCheck> checks = checksOf(cloud, draftIn(cloud));
        QCOMPARE(checkOf(checks, u"oss:PutObject"_s).state, State::NotChecked);
        QCOMPARE(checkOf(checks, u"oss:ListBuckets"_s).state, State::Granted);
    }

    void aBucketThatIsElsewhereProvesNothing() {
        QCOMPARE(permissionState(Error(ErrorKind::BucketElsewhere, u"photos"_s)), State::NotChecked);
    }

    void aCheckCanBeCancelled() {
        Cloud cloud;
        std::stop_source stop;
        const auto tell = [&stop](const PermissionCheck&) { stop.request_stop(); };
        const Error error = failureOf(accountIn(cloud, readyIn(cloud))->check(tell, stop.get_token()));
        QCOMPARE(error.kind, ErrorKind::Cancelled);
    }

    void whatASetupCallsIsInTheTable() {
        Cloud cloud;
        TargetConfig config = draftIn(cloud);
        await(accountIn(cloud, config)->setUp([](const SetupStep&) { }, {}));
        QStringList named;
        for (const Permission& permission : permissionsOf(config)) {
            named.append(permission.action);
        }
        QCOMPARE(QSet<QString>(named.begin(), named.end()).size(), named.size());
        int compared = 0;
        const auto counts = cloud.emulator.faults().counts();
        for (const RpcAction& action : esaActions()) {
            if (counts.contains(action.name.toByteArray().toStdString())) {
                QVERIFY2(named.contains(u"esa:"_s + QString::fromLatin1(action.name)), action.name.data());
                ++compared;
            }
        }
        QVERIFY(compared > 12);
    }

    void anEnterpriseRegistryIsAskedAboutItsInstance() {
        Cloud cloud;
        TargetConfig config = readyIn(cloud);
        config.acr.nameSpace = u"my-images"_s;
        config.acr.instanceId = u"cri-unknown"_s;
        const QList<PermissionCheck> checks = checksOf(cloud, config);
        QVERIFY(checkOf(checks, u"cr:GetInstanceEndpoint"_s).state != State::Denied);
        QVERIFY(cloud.calls("GetInstanceEndpoint") > 0);
    }
};

QTEST_GUILESS_MAIN(TestCloudAccount)
#include "tst_cloud_account.moc"
