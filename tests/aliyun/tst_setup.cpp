#include "aliyun/account/bucket_setup.h"
#include "aliyun/emulator/bucket_shelf.h"
#include "aliyun/wire/json_number.h"
#include "tests/aliyun/account.h"
#include "tests/net/loopback_server.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::test;

namespace {

using State = SetupStep::State;

QList<State> statesOf(const QList<SetupStep>& steps) {
    QList<State> states;
    for (const SetupStep& step : steps) {
        states.append(step.state);
    }
    return states;
}

SetupStep stepOf(const QList<SetupStep>& steps, SetupPart part) {
    for (const SetupStep& step : steps) {
        if (step.part == part) {
            return step;
        }
    }
    return {};
}

QList<SetupStep> planOf(Cloud& cloud, const TargetConfig& config) {
    return await(accountIn(cloud, config)->plan({}));
}

/// What a set-up told of each part last, and what it failed of.
struct Outcome {
    QList<SetupStep> ended;
    std::optional<TargetConfig> learned;
    std::optional<Error> failure;
};

Outcome setUp(Cloud& cloud, const TargetConfig& config) {
    Outcome outcome;
    const auto tell = [&outcome](const SetupStep& step) {
        if (step.state != State::Running) {
            outcome.ended.append(step);
        }
    };
    try {
        outcome.learned = await(accountIn(cloud, config)->setUp(tell, {}));
    } catch (const Error& error) {
        outcome.failure = error;
    }
    return outcome;
}

/// What becomes of the bucket "my-sites" where \a oss is the service.
SetupStep lookAtBucket(const LoopbackServer& oss) {
    aliyun::AccountAccess access;
    access.config.region = u"cn-hangzhou"_s;
    access.config.oss = {u"my-sites"_s, QUrl(QString::fromLatin1(oss.url("")))};
    access.credentials = {"key", "secret", {}};
    access.client = std::make_shared<HttpClient>();
    return await(aliyun::BucketSetup(access).examine({}));
}

QJsonObject callEsa(Cloud& cloud, const QByteArray& action, const aliyun::Parameters& parameters) {
    const aliyun::RpcClient esa(
        cloud.client, {aliyun::endpointOf(cloud.emulator.info().apiEndpoint), "esa", aliyun::esaVersion}, cloud.keys);
    return await(esa.call(aliyun::esaCall(action, parameters), {}));
}

QByteArray siteOf(const Cloud& cloud) {
    return QByteArray::number(cloud.emulator.info().siteId);
}

QJsonObject recordNamed(Cloud& cloud, const QByteArray& name) {
    const QJsonObject answer = callEsa(
        cloud, "ListRecords", {{"SiteId", siteOf(cloud)}, {"RecordName", name}, {"RecordMatchType", "exact"}});
    return answer.value("Records"_L1)[0].toObject();
}

bool isComplete(Cloud& cloud, const TargetConfig& config) {
    const QList<State> states = statesOf(planOf(cloud, config));
    return states.size() == 6 && states.count(State::Present) == 6;
}

} // namespace

class TestSetup : public QObject {
    Q_OBJECT

private slots:
    void makesEveryPart() {
        Cloud cloud;
        const TargetConfig config = draftIn(cloud);
        QCOMPARE(statesOf(planOf(cloud, config)), QList<State>(6, State::Missing));
        QCOMPARE(changesIn(cloud), 0);

        const Outcome outcome = setUp(cloud, config);
        QVERIFY(!outcome.failure);
        QCOMPARE(statesOf(outcome.ended), QList<State>(6, State::Done));
        QVERIFY(cloud.emulator.buckets().find("my-sites"));
        const QJsonObject record = recordNamed(cloud, "*.sites.localhost");
        QCOMPARE(record.value("Data"_L1)["Value"_L1].toString(), u"my-sites.oss-cn-hangzhou.aliyuncs.com"_s);
        QCOMPARE(record.value("AuthConf"_L1)["AuthType"_L1].toString(), u"private_same_account"_s);
        QVERIFY(record.value("Proxied"_L1).toBool());
        const QJsonArray routes
            = callEsa(cloud, "ListRoutineRoutes", {{"RoutineName", "my-router"}}).value("Configs"_L1).toArray();
        QCOMPARE(routes.size(), 1);
        QCOMPARE(routes[0]["Rule"_L1].toString(),
            u"(ends_with(http.host, \".sites.localhost\")) or (http.host ne \"localhost\" and not ends_with(http.host, "
            u"\".localhost\"))"_s);
    }

    void learnsWhatCustomDomainsLeadTo() {
        Cloud cloud;
        TargetConfig config = draftIn(cloud);
        config.esa.siteId = 0;
        config.esa.routine.clear();
        const Outcome outcome = setUp(cloud, config);
        QVERIFY(outcome.learned);
        const QJsonObject record = recordNamed(cloud, "origin.sites.localhost");
        QCOMPARE(outcome.learned->esa.siteId, cloud.emulator.info().siteId);
        QCOMPARE(outcome.learned->esa.cnameRecordId, aliyun::wholeNumber(record.value("RecordId"_L1), u"RecordId"_s));
        QCOMPARE(outcome.learned->esa.cnameTarget, record.value("RecordCname"_L1).toString());
        QCOMPARE(outcome.learned->esa.routine, u"miaobu-router"_s);
        QCOMPARE(outcome.learned->accountId.size(), 16);
    }

    void aSecondRunChangesNothing() {
        Cloud cloud;
        const TargetConfig config = draftIn(cloud);
        const TargetConfig learned = setUp(cloud, config).learned.value();
        cloud.emulator.faults().clear();
        const Outcome outcome = setUp(cloud, learned);
        QCOMPARE(statesOf(outcome.ended), QList<State>(6, State::Present));
        QCOMPARE(changesIn(cloud), 0);
        QCOMPARE(outcome.learned.value(), learned);
    }

    void aNamespaceForImagesIsMadeWhereTheTargetNamesOne() {
        Cloud cloud;
        TargetConfig config = draftIn(cloud);
        config.acr.nameSpace = u"my-images"_s;
        QCOMPARE(planOf(cloud, config).last().part, SetupPart::RegistryNamespace);
        const Outcome outcome = setUp(cloud, config);
        QVERIFY2(!outcome.failure, outcome.failure ? outcome.failure->what() : "");
        QCOMPARE(outcome.ended.last().state, State::Done);
        QCOMPARE(planOf(cloud, config).last().state, State::Present);
        QVERIFY(await(accountIn(cloud, config)->choices({})).registryNamespaces.contains(u"my-images"_s));
    }

    void aRecordThatIsNotAsItHasToBeIsChanged() {
        Cloud cloud;
        const TargetConfig config = draftIn(cloud);
        callEsa(cloud, "CreateRecord",
            {{"SiteId", siteOf(cloud)}, {"RecordName", "*.sites.localhost"}, {"Type", "CNAME"}, {"Ttl", "1"},
                {"SourceType", "OSS"}, {"Data", R"({"Value":"my-sites.oss-cn-hangzhou.aliyuncs.com"})"},
                {"Proxied", "true"}, {"BizName", "api"}, {"HostPolicy", "follow_hostname"},
                {"AuthConf", R"({"AuthType":"private_same_account"})"}});
        const SetupStep step = stepOf(planOf(cloud, config), SetupPart::WildcardRecord);
        QCOMPARE(step.state, State::Different);
        QCOMPARE(step.detail, u"BizName=api, HostPolicy=follow_hostname"_s);
        QVERIFY(!setUp(cloud, config).failure);
        QCOMPARE(recordNamed(cloud, "*.sites.localhost").value("BizName"_L1).toString(), u"web"_s);
        QVERIFY(isComplete(cloud, config));
    }

    void aRecordOfSomebodyElseIsLeftAlone() {
        Cloud cloud;
        const TargetConfig config = draftIn(cloud);
        callEsa(cloud, "CreateRecord",
            {{"SiteId", siteOf(cloud)}, {"RecordName", "*.sites.localhost"}, {"Type", "A/AAAA"}, {"Ttl", "1"},
                {"Data", R"({"Value":"203.0.113.10"})"}});
        const SetupStep step = stepOf(planOf(cloud, config), SetupPart::WildcardRecord);
        QCOMPARE(step.state, State::Blocked);
        QCOMPARE(step.obstacle, Obstacle::RecordTaken);
        QCOMPARE(step.detail, u"A/AAAA 203.0.113.10"_s);
        const Outcome outcome = setUp(cloud, config);
        QCOMPARE(outcome.failure.value().kind, ErrorKind::Conflict);
        QCOMPARE(outcome.failure->subject, u"*.sites.localhost"_s);
        QCOMPARE(recordNamed(cloud, "*.sites.localhost").value("RecordType"_L1).toString(), u"A/AAAA"_s);
    }

    void aRouteThatWasChangedIsPutRight() {
        Cloud cloud;
        const TargetConfig config = draftIn(cloud);
        setUp(cloud, config);
        const QJsonObject route
            = callEsa(cloud, "ListRoutineRoutes", {{"RoutineName", "my-router"}}).value("Configs"_L1)[0].toObject();
        const QByteArray id = QByteArray::number(route.value("ConfigId"_L1).toInteger());
        callEsa(cloud, "UpdateRoutineRoute", {{"SiteId", siteOf(cloud)}, {"ConfigId", id}, {"RouteEnable", "off"}});
        QCOMPARE(stepOf(planOf(cloud, config), SetupPart::RoutineRoute).state, State::Different);
        QVERIFY(!setUp(cloud, config).failure);
        QVERIFY(isComplete(cloud, config));
    }

    void obstacles_data() {
        QTest::addColumn<QByteArray>("action");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<SetupPart>("part");
        QTest::addColumn<Obstacle>("obstacle");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("bucket name taken") << "GetBucketInfo"_ba << 403 << "AccessDenied"_ba << SetupPart::Bucket
                                           << Obstacle::BucketTaken << ErrorKind::Conflict;
        QTest::newRow("site gone") << "GetSite"_ba << 404 << "SiteNotFound"_ba << SetupPart::OriginRecord
                                   << Obstacle::SiteUnknown << ErrorKind::NotFound;
        QTest::newRow("site gone, as a number") << "GetSite"_ba << 404 << "32"_ba << SetupPart::OriginRecord
                                                << Obstacle::SiteUnknown << ErrorKind::NotFound;
        QTest::newRow("Edge KV not opened")
            << "GetKvNamespace"_ba << 404 << "InvalidAccount.NotFound"_ba << SetupPart::KvNamespace
            << Obstacle::NotActivated << ErrorKind::NotActivated;
        QTest::newRow("arrears") << "ListBuckets"_ba << 403 << "InDebt"_ba << SetupPart::Bucket << Obstacle::InArrears
                                 << ErrorKind::InArrears;
    }

    void obstacles() {
        QFETCH(QByteArray, action);
        QFETCH(int, status);
        QFETCH(QByteArray, code);
        QFETCH(SetupPart, part);
        QFETCH(Obstacle, obstacle);
        QFETCH(ErrorKind, kind);
        Cloud cloud;
        const TargetConfig config = draftIn(cloud);
        refuse(cloud, action.toStdString(), status, code.toStdString());
        const SetupStep step = stepOf(planOf(cloud, config), part);
        QCOMPARE(step.state, State::Blocked);
        QCOMPARE(step.obstacle, obstacle);
        const Outcome outcome = setUp(cloud, config);
        QCOMPARE(outcome.failure.value().kind, kind);
        QCOMPARE(outcome.ended.last().obstacle, obstacle);
    }

    void buckets_data() {
        QTest::addColumn<QByteArray>("listed");
        QTest::addColumn<QByteArray>("facts");
        QTest::addColumn<SetupStep::State>("state");
        QTest::addColumn<Obstacle>("obstacle");
        QTest::addColumn<QString>("detail");
        const QByteArray here = "<Bucket><Name>my-sites</Name><Location>oss-cn-hangzhou</Location></Bucket>";
        const QByteArray away = "<Bucket><Name>my-sites</Name><Location>oss-cn-beijing</Location></Bucket>";
        const QByteArray longer = "<Bucket><Name>my-sites-2</Name><Location>oss-cn-beijing</Location></Bucket>";
        QTest::newRow("own") << here << "private"_ba << State::Present << Obstacle::None << QString();
        QTest::newRow("public") << here << "public-read"_ba << State::Blocked << Obstacle::BucketPublic
                                << u"public-read"_s;
        QTest::newRow("elsewhere") << away << "private"_ba << State::Blocked << Obstacle::BucketElsewhere
                                   << u"cn-beijing"_s;
        QTest::newRow("somebody else's") << longer << "private"_ba << State::Blocked << Obstacle::BucketTaken
                                         << QString();
    }

    void buckets() {
        QFETCH(QByteArray, listed);
        QFETCH(QByteArray, facts);
        LoopbackServer oss([&](const ReceivedRequest& request, QTcpSocket& socket) {
            const bool isList = !request.line.contains("bucketInfo");
            socket.write(LoopbackServer::answer(isList
                    ? "<ListAllMyBucketsResult><Buckets>" + listed + "</Buckets></ListAllMyBucketsResult>"
                    : "<BucketInfo><Bucket><Name>my-sites</Name><Location>oss-cn-hangzhou</Location><AccessControlList>"
                      "<Grant>"
                        + facts + "</Grant></AccessControlList></Bucket></BucketInfo>"));
        });
        const SetupStep step = lookAtBucket(oss);
        QTEST(step.state, "state");
        QTEST(step.obstacle, "obstacle");
        QTEST(step.detail, "detail");
        QVERIFY(oss.requests.first().line.contains("GET /?"));
    }

    void aBucketOfSomebodyElseMayBeElsewhere() {
        const LoopbackServer oss([](const ReceivedRequest& request, QTcpSocket& socket) {
            const bool isList = !request.line.contains("bucketInfo");
            socket.write(isList
                    ? LoopbackServer::answer("<ListAllMyBucketsResult><Buckets/></ListAllMyBucketsResult>")
                    : LoopbackServer::answer("<Error><Code>AccessDenied</Code><Message>The bucket must be addressed "
                                             "using the specified endpoint.</Message></Error>",
                          "403 Forbidden"));
        });
        QCOMPARE(lookAtBucket(oss).obstacle, Obstacle::BucketTaken);
    }

    void edgeRoutinesThatAreNotOpened() {
        Cloud cloud;
        const TargetConfig config = draftIn(cloud);
        order(cloud, "/emulator/esa", R"({"er":"NotOpened"})");
        const SetupStep step = stepOf(planOf(cloud, config), SetupPart::Routine);
        QCOMPARE(step.obstacle, Obstacle::NotActivated);
        QCOMPARE(step.detail, u"ESA Edge Routine"_s);
        QCOMPARE(setUp(cloud, config).failure.value().kind, ErrorKind::NotActivated);
    }

    void aSiteThatIsNotVerified() {
        Cloud cloud;
        TargetConfig config = draftIn(cloud);
        const QJsonObject site = callEsa(cloud, "CreateSite",
            {{"SiteName", "example.com"}, {"AccessType", "CNAME"}, {"Coverage", "overseas"},
                {"InstanceId", "esa-site-emulator"}});
        config.baseDomain = u"example.com"_s;
        config.esa.siteId = site.value("SiteId"_L1).toInteger();
        const SetupStep step = stepOf(planOf(cloud, config), SetupPart::RoutineRoute);
        QCOMPARE(step.obstacle, Obstacle::SiteInactive);
        QCOMPARE(step.detail, u"pending"_s);
    }

    void aBaseDomainOfAnotherSite() {
        Cloud cloud;
        TargetConfig config = draftIn(cloud);
        config.baseDomain = u"notlocalhost"_s;
        const SetupStep step = stepOf(planOf(cloud, config), SetupPart::OriginRecord);
        QCOMPARE(step.obstacle, Obstacle::DomainOutsideSite);
        QCOMPARE(step.detail, u"localhost"_s);
    }

    void answersOfAnotherShapeChangeNothing() {
        const QByteArrayList answers{R"({"RequestId":"1"})", R"({"Records":{},"SiteModel":[],"Namespace":7,"Envs":""})",
            "<html>Gateway</html>", "", "[]", R"({"Records":[{"RecordId":1)"};
        for (const QByteArray& answer : answers) {
            Cloud cloud;
            LoopbackServer odd([&answer](const ReceivedRequest& request, QTcpSocket& socket) {
                const bool isIdentity = request.has("x-acs-action: GetCallerIdentity");
                socket.write(LoopbackServer::answer(isIdentity
                        ? R"({"AccountId":"1234567890123456","Arn":"acs:ram::1234567890123456:user/a"})"
                        : answer));
            });
            TargetConfig config = draftIn(cloud);
            const QUrl there(QString::fromLatin1(odd.url("")));
            config.oss.endpoint = there;
            config.esa.endpoint = there;
            config.stsEndpoint = there;
            for (const SetupStep& step : planOf(cloud, config)) {
                QVERIFY2(step.state == State::Failed, qPrintable(QString::fromUtf8(answer) + step.subject));
            }
            const Outcome outcome = setUp(cloud, config);
            QCOMPARE(outcome.failure.value().kind, ErrorKind::MalformedResponse);
            for (const ReceivedRequest& request : odd.requests) {
                QVERIFY(!request.head.contains("Create") && !request.line.startsWith("PUT"));
            }
        }
    }

    void aPartThatMayNotBeLookedAtIsNamed() {
        Cloud cloud;
        const TargetConfig config = draftIn(cloud);
        refuse(cloud, "ListRecords", 403, "Forbidden.RAM");
        const SetupStep step = stepOf(planOf(cloud, config), SetupPart::OriginRecord);
        QCOMPARE(step.state, State::Failed);
        QCOMPARE(step.error.value().subject, u"esa:ListRecords"_s);
        QCOMPARE(stepOf(planOf(cloud, config), SetupPart::KvNamespace).state, State::Missing);
    }

    void aBusySiteIsWaitedFor() {
        Cloud cloud;
        const TargetConfig config = draftIn(cloud);
        refuse(cloud, "CreateRecord", 400, "Site.ServiceBusy", 7);
        refuse(cloud, "CreateRoutineRoute", 400, "LockFailed", 7);
        refuse(cloud, "CreateKvNamespace", 400, "TooManyRequests", 7);
        const Outcome outcome = setUp(cloud, config);
        QVERIFY2(!outcome.failure, outcome.failure ? outcome.failure->what() : "");
        QVERIFY(isComplete(cloud, config));
    }

    void anAnswerThatIsLostIsNoSecondPart() {
        Cloud cloud;
        const TargetConfig config = draftIn(cloud);
        for (const char* action : {"PutBucket", "CreateRecord", "CreateKvNamespace", "CreateRoutine",
                 "CommitRoutineStagingCode", "CreateRoutineCodeDeployment", "CreateRoutineRoute"}) {
            cloud.emulator.faults().add({.action = action, .effect = emulator::Fault::Effect::CutAfter});
        }
        const Outcome outcome = setUp(cloud, config);
        QVERIFY2(!outcome.failure, outcome.failure ? outcome.failure->what() : "");
        QVERIFY(isComplete(cloud, config));
        const QJsonObject versions = callEsa(cloud, "ListRoutineCodeVersions", {{"Name", "my-router"}});
        QCOMPARE(versions.value("CodeVersions"_L1).toArray().size(), 1);
        const QJsonObject routes = callEsa(cloud, "ListRoutineRoutes", {{"RoutineName", "my-router"}});
        QCOMPARE(routes.value("Configs"_L1).toArray().size(), 1);
    }

    void failingAtEveryCall() {
        std::map<std::string, emulator::CallCount> counts;
        {
            Cloud cloud;
            QVERIFY(!setUp(cloud, draftIn(cloud)).failure);
            counts = cloud.emulator.faults().counts();
        }
        QVERIFY(counts.size() > 15);
        for (const auto& [action, count] : counts) {
            for (int call = 1; call <= count.calls; ++call) {
                Cloud cloud;
                const TargetConfig config = draftIn(cloud);
                cloud.emulator.faults().add({.action = action, .call = call, .status = 403, .code = "Forbidden.RAM"});
                const Outcome outcome = setUp(cloud, config);
                const std::string which = action + " #" + std::to_string(call);
                QVERIFY2(outcome.failure || isComplete(cloud, config), which.c_str());
                // The form for the code is no call of the key's; a bucket that may not be looked at is taken.
                if (outcome.failure && action != "PostObject" && action != "GetBucketInfo") {
                    QCOMPARE(outcome.failure->kind, ErrorKind::AccessDenied);
                    QVERIFY2(outcome.failure->subject.endsWith(u':' + QString::fromStdString(action)), which.c_str());
                }
                const Outcome again = setUp(cloud, config);
                QVERIFY2(!again.failure, which.c_str());
                QVERIFY2(isComplete(cloud, config), which.c_str());
            }
        }
    }

    void canBeCancelled() {
        Cloud cloud;
        const TargetConfig config = draftIn(cloud);
        std::stop_source stop;
        const auto tell = [&stop](const SetupStep& step) {
            if (step.part == SetupPart::KvNamespace) {
                stop.request_stop();
            }
        };
        const Error error = failureOf(accountIn(cloud, config)->setUp(tell, stop.get_token()));
        QCOMPARE(error.kind, ErrorKind::Cancelled);
        QCOMPARE(cloud.calls("CreateRoutine"), 0);
        QVERIFY(!setUp(cloud, config).failure);
    }
};

QTEST_GUILESS_MAIN(TestSetup)
#include "tst_setup.moc"
