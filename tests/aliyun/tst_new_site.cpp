#include "tests/aliyun/account.h"
#include "tests/aliyun/scripted_service.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::test;

namespace {

using Objection = SiteAddition::Objection;

const QByteArray post = "POST /";
const QByteArray get = "GET /";

SiteDraft draft() {
    return {u"example.com"_s, u"esa-site-1"_s, SiteCoverage::Overseas};
}

/// Somebody's account whose ESA tells \a service's story.
std::shared_ptr<CloudAccount> accountOf(const ScriptedService& service, const std::shared_ptr<HttpClient>& client) {
    TargetConfig config;
    config.accessKeyId = u"id"_s;
    config.region = u"cn-hangzhou"_s;
    config.esa.endpoint = QUrl(QString::fromLatin1(service.url("")));
    return aliyun::AliyunAccounts(client, quickPace()).open(config, {"id", "secret", {}});
}

} // namespace

class TestNewSite : public QObject {
    Q_OBJECT

private slots:
    void aDomainBecomesASite() {
        Cloud cloud;
        order(cloud, "/emulator/esa", R"({"pace":3600000})");
        const auto account = accountIn(cloud, draftIn(cloud));
        const QString plan = await(account->choices({})).sitePlans.first().id;
        const SiteAddition made = await(account->addSite({u"example.com"_s, plan, SiteCoverage::Global}, {}));
        QCOMPARE(made.objection, SiteAddition::Objection::None);
        QVERIFY(made.site.isUnproven() && made.site.needsIcp && made.site.nameServers.size() == 2);
        QVERIFY(await(account->choices({})).sites.contains(made.site));
        QVERIFY(!await(account->verifySite(made.site.id, {})));
        // As after a call whose answer was lost: it is there, and made once.
        const SiteAddition again = await(account->addSite({u"example.com"_s, plan, SiteCoverage::Global}, {}));
        QCOMPARE(again.site, made.site);
        QCOMPARE(cloud.calls("CreateSite"), 1);
        order(cloud, "/emulator/esa", R"({"pace":0})");
        QVERIFY(await(account->verifySite(made.site.id, {})));
        const QList<CloudChoices::Site> sites = await(account->choices({})).sites;
        const auto site = std::ranges::find(sites, made.site.id, &CloudChoices::Site::id);
        QVERIFY(site != sites.end() && site->isActive && !site->isUnproven());
    }

    void whatIsSaidAgainstAName_data() {
        QTest::addColumn<QByteArray>("description");
        QTest::addColumn<Objection>("objection");
        QTest::newRow("below a site") << QByteArray("Site.SubSiteUnavailable") << Objection::BelowAnother;
        QTest::newRow("no name") << QByteArray("Site.InvalidName") << Objection::NameInvalid;
    }

    void whatIsSaidAgainstAName() {
        QFETCH(QByteArray, description);
        QFETCH(Objection, objection);
        const QByteArray answer = R"({"Passed":false,"Description":)" + ('"' + description + '"') + "}";
        const auto client = std::make_shared<HttpClient>();
        ScriptedService service({{"CheckSiteName", post, "200 OK", answer}});
        QCOMPARE(await(accountOf(service, client)->addSite(draft(), {})).objection, objection);
        QVERIFY(service.isOver());
    }

    void aNameOfAnotherAccount() {
        const auto client = std::make_shared<HttpClient>();
        ScriptedService service(
            {{"CheckSiteName", post, "200 OK", R"({"Passed":false,"Description":"Site.AlreadyExist"})"},
                {"ListSites", get, "200 OK", R"({"TotalCount":0,"Sites":[]})"}});
        QCOMPARE(await(accountOf(service, client)->addSite(draft(), {})).objection, Objection::NameTaken);
        QVERIFY(service.isOver());
    }

    void answersThatAreNone() {
        const auto client = std::make_shared<HttpClient>();
        ScriptedService vague(
            {{"CheckSiteName", post, "200 OK", R"({"Passed":false,"Description":"Site.InternalError"})"}});
        QCOMPARE(errorOf(accountOf(vague, client)->addSite(draft(), {})).kind, ErrorKind::ServiceError);
        ScriptedService nameless({{"CheckSiteName", post, "200 OK", R"({"Passed":true,"Description":"success"})"},
            {"CreateSite", post, "200 OK", R"({"SiteId":7})"}});
        QCOMPARE(errorOf(accountOf(nameless, client)->addSite(draft(), {})).kind, ErrorKind::MalformedResponse);
    }

    void whoMayNotAskForPlansChoosesFromSites() {
        Cloud cloud;
        deny(cloud, "ListUserRatePlanInstances");
        const CloudChoices choices = await(accountIn(cloud, draftIn(cloud))->choices({}));
        QVERIFY(choices.sitePlans.isEmpty() && choices.failures.isEmpty());
        QCOMPARE(choices.sites.size(), 1);
        deny(cloud, "CreateSite");
        const Error error = failureOf(
            accountIn(cloud, draftIn(cloud))->addSite({u"example.com"_s, u"plan"_s, SiteCoverage::Overseas}, {}));
        QCOMPARE(error.kind, ErrorKind::AccessDenied);
        QCOMPARE(error.subject, u"esa:CreateSite"_s);
    }
};

QTEST_GUILESS_MAIN(TestNewSite)
#include "tst_new_site.moc"
