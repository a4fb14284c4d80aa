#include "aliyun/esa_domain_host.h"
#include "aliyun/wire/esa_actions.h"
#include "aliyun/wire/json_number.h"
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

Exchange rpc(const QByteArray& action, const QByteArray& body, const QByteArray& status = "200 OK") {
    return {action, "POST /", status, body};
}

const QByteArray none = R"({"Hostnames":[],"TotalCount":0})";
const QByteArray shop = R"({"HostnameId":7,"Hostname":"www.shop.cn","Status":"pending","SslFlag":"off",)"
                        R"("VerifyHost":"_esa_custom_hostname.www.shop.cn","VerifyCode":"verify_1","RecordId":"456"})";
const QByteArray listed = R"({"Hostnames":[)" + shop + "]}";

EsaDomainHost hostOf(const ScriptedService& service, qint64 record = 456) {
    return EsaDomainHost({std::make_shared<HttpClient>(), {service.endpoint(), "esa", esaVersion}, {"id", "secret", {}},
                             ScriptedService::quick()},
        123, record, u"cname.example.com"_s);
}

/// A site of the emulator with a record for custom domains.
struct Site {
    Cloud cloud;
    RpcClient esa{
        cloud.client, {endpointOf(cloud.emulator.info().apiEndpoint), "esa", esaVersion}, cloud.keys, cloud.policy};
    qint64 siteId = cloud.emulator.info().siteId;
    qint64 record = addRecord("cname");

    qint64 addRecord(const QByteArray& name) {
        const QJsonObject site
            = await(esa.call(esaCall("GetSite", {{"SiteId", QByteArray::number(siteId)}}), {}))["SiteModel"_L1]
                  .toObject();
        const QJsonObject made = await(esa.call(
            esaCall("CreateRecord",
                {{"SiteId", QByteArray::number(siteId)}, {"Type", "CNAME"}, {"Ttl", "1"}, {"Proxied", "true"},
                    {"RecordName", name + '.' + site.value("SiteName"_L1).toString().toUtf8()}, {"BizName", "web"},
                    {"SourceType", "Domain"}, {"Data", R"({"Value":"origin.example.org"})"}}),
            {}));
        return wholeNumber(made.value("RecordId"_L1), u"RecordId"_s);
    }
    EsaDomainHost domains() { return {esa, siteId, record, u"cname.example.com"_s}; }
    void order(const QByteArray& json) {
        HttpRequest request;
        request.method = "POST";
        request.url = cloud.emulator.info().apiEndpoint.toEncoded() + "/emulator/esa";
        request.headers = {{"Authorization", "Bearer " + cloud.keys.accessKeySecret}};
        request.body = json;
        QCOMPARE(await(cloud.client->send(request, {})).status / 100, 2);
    }
};

} // namespace

class TestEsaDomainHost : public QObject {
    Q_OBJECT

private slots:
    void addsAHost() {
        ScriptedService service({rpc("ListCustomHostnames", none),
            rpc("CreateCustomHostname", R"({"HostnameId":7,"Hostname":"www.shop.cn"})"),
            rpc("GetCustomHostname", R"({"CustomHostnameModel":)" + shop + "}")});
        auto domains = hostOf(service);
        QCOMPARE(domains.cnameTarget(), u"cname.example.com"_s);
        const CustomHostname added = await(domains.add(u"www.shop.cn"_s, {}));
        QVERIFY(service.isOver());
        QCOMPARE(added.id, 7);
        QCOMPARE(added.recordId, 456);
        QCOMPARE(added.state, CustomHostname::State::Pending);
        QCOMPARE(added.certificate, CustomHostname::Certificate::None);
        QCOMPARE(added.verificationHost, u"_esa_custom_hostname.www.shop.cn"_s);
        QCOMPARE(added.verificationText, u"verify_1"_s);
        QCOMPARE(
            service.requests.at(1).line, "POST /?Hostname=www.shop.cn&RecordId=456&SiteId=123&SslFlag=off HTTP/1.1");
    }

    void addsNoHostTwice() {
        ScriptedService known({rpc("ListCustomHostnames", listed)});
        auto domains = hostOf(known);
        QCOMPARE(await(domains.add(u"WWW.shop.cn"_s, {})).id, 7);
        // The answer to the first attempt was lost.
        ScriptedService lost({rpc("ListCustomHostnames", none), rpc("CreateCustomHostname", "", ""),
            rpc("CreateCustomHostname", R"({"Code":"CustomHostname.AlreadyExists"})", "400 Bad"),
            rpc("ListCustomHostnames", listed)});
        auto again = hostOf(lost);
        QCOMPARE(await(again.add(u"www.shop.cn"_s, {})).id, 7);
        QVERIFY(lost.isOver());
    }

    void aHostThatSomebodyElseHas() {
        ScriptedService service({rpc("ListCustomHostnames", none),
            rpc("CreateCustomHostname", R"({"Code":"CustomHostname.AlreadyExists"})", "400 Bad"),
            rpc("ListCustomHostnames", none)});
        auto domains = hostOf(service);
        const Error error = errorOf(domains.add(u"www.shop.cn"_s, {}));
        QCOMPARE(error.kind, ErrorKind::Conflict);
        QCOMPARE(error.subject, u"www.shop.cn"_s);
    }

    void aSiteWithoutARecord() {
        ScriptedService service({});
        auto domains = hostOf(service, 0);
        QCOMPARE(errorOf(domains.add(u"www.shop.cn"_s, {})).kind, ErrorKind::NotFound);
        QVERIFY(service.requests.isEmpty());
    }

    void verifies() {
        ScriptedService service({rpc("VerifyCustomHostname", R"({"Passed":false})"),
            rpc("VerifyCustomHostname", R"({"Code":"CustomHostname.VerifyUnpassed","Message":"no TXT"})"),
            rpc("VerifyCustomHostname", R"({"Passed":true})"),
            rpc("VerifyCustomHostname", R"({"Code":"Forbidden.RAM"})", "403 No")});
        auto domains = hostOf(service);
        QVERIFY(!await(domains.verify(7, {})));
        QVERIFY(!await(domains.verify(7, {})));
        QVERIFY(await(domains.verify(7, {})));
        QCOMPARE(errorOf(domains.verify(7, {})).subject, u"esa:VerifyCustomHostname"_s);
    }

    void aSiteThatIsServedInTheMainlandNeedsAFiling() {
        const auto site = [](const char* coverage) {
            const QJsonObject model{{u"SiteId"_s, 123}, {u"Coverage"_s, QString::fromLatin1(coverage)}};
            return Exchange{"GetSite", "GET /", "200 OK", QJsonDocument(QJsonObject{{u"SiteModel"_s, model}}).toJson()};
        };
        ScriptedService service({site("domestic"), site("global"), site("overseas")});
        auto domains = hostOf(service);
        QVERIFY(await(domains.needsIcp({})));
        QVERIFY(await(domains.needsIcp({})));
        QVERIFY(!await(domains.needsIcp({})));
        QVERIFY(service.isOver());
    }

    void asksForACertificate() {
        ScriptedService service({rpc("GetCustomHostname", R"({"CustomHostnameModel":{"SslFlag":"off"}})"),
            rpc("UpdateCustomHostname", "{}"),
            rpc("GetCustomHostname", R"({"CustomHostnameModel":{"SslFlag":"on","CertType":"free"}})"),
            rpc("ApplyCustomHostnameCertificate", "{}")});
        auto domains = hostOf(service);
        await(domains.requestCertificate(7, {}));
        QCOMPARE(service.requests.at(1).line, "POST /?CertType=free&HostnameId=7&SslFlag=on HTTP/1.1");
        await(domains.requestCertificate(7, {}));
        QVERIFY(service.isOver());
    }

    void readsEveryState() {
        ScriptedService service({rpc("ListCustomHostnames",
            R"({"Hostnames":[
            {"HostnameId":1,"Hostname":"a.cn","Status":"conflicted","ConflictWith":"existing_record","SslFlag":"on","CertStatus":"OK","CertNotAfter":"2027-01-02T03:04:05Z"},
            {"HostnameId":"9007199254740993","Hostname":"b.cn","Status":"offline","OfflineReason":"missing_icp","SslFlag":"on","CertStatus":"ApplyFailed","CertApplyMessage":"canceled"},
            {"HostnameId":3,"Hostname":"c.cn","Status":"frozen","SslFlag":"on","CertStatus":"Expiring"},
            {"HostnameId":4,"Hostname":"d.cn","Status":"active","SslFlag":"on","CertStatus":"Expired"},
            {"HostnameId":5,"Hostname":"e.cn","Status":"configuring","SslFlag":"on","CertStatus":"Melting"}]})")});
        auto domains = hostOf(service);
        const auto hosts = await(domains.list({}));
        QCOMPARE(hosts.size(), 5);
        QCOMPARE(hosts.at(0).conflict, CustomHostname::Conflict::Record);
        QCOMPARE(hosts.at(0).certificate, CustomHostname::Certificate::Issued);
        QCOMPARE(hosts.at(0).certificateExpiry, QDateTime(QDate(2027, 1, 2), QTime(3, 4, 5), Qt::UTC));
        QCOMPARE(hosts.at(1).id, 9007199254740993);
        QCOMPARE(hosts.at(1).offlineReason, CustomHostname::OfflineReason::IcpMissing);
        QCOMPARE(hosts.at(1).detail, u"canceled"_s);
        QCOMPARE(hosts.at(2).state, CustomHostname::State::Other);
        QCOMPARE(hosts.at(2).detail, u"frozen"_s);
        QCOMPARE(hosts.at(2).certificate, CustomHostname::Certificate::Expiring);
        QCOMPARE(hosts.at(3).state, CustomHostname::State::Active);
        QCOMPARE(hosts.at(3).certificate, CustomHostname::Certificate::Expired);
        QCOMPARE(hosts.at(4).state, CustomHostname::State::Configuring);
        QCOMPARE(hosts.at(4).certificate, CustomHostname::Certificate::Other);
        QCOMPARE(hosts.at(4).detail, u"Melting"_s);
    }

    void anAnswerOfAnotherShapeIsNoEmptyList() {
        ScriptedService service({rpc("ListCustomHostnames", R"({"Hostnames":"none"})"),
            rpc("ListCustomHostnames", R"({"Hostnames":[{"Hostname":"www.shop.cn"}]})")});
        auto domains = hostOf(service);
        QCOMPARE(errorOf(domains.add(u"www.shop.cn"_s, {})).kind, ErrorKind::MalformedResponse);
        QCOMPARE(errorOf(domains.list({})).kind, ErrorKind::MalformedResponse);
        QVERIFY(service.isOver());
    }

    void aHostGoesItsWay() {
        Site site;
        auto domains = site.domains();
        site.order(R"({"hostnames":{"www.shop.cn":{"verification":"fails-with-code"}}})");
        const CustomHostname added = await(domains.add(u"www.shop.cn"_s, {}));
        QCOMPARE(added.state, CustomHostname::State::Pending);
        QCOMPARE(added.recordId, site.record);
        QCOMPARE(added.verificationHost, u"_esa_custom_hostname.www.shop.cn"_s);
        QCOMPARE(await(domains.add(u"www.shop.cn"_s, {})), added);
        QVERIFY(!await(domains.verify(added.id, {})));
        site.order(R"({"hostnames":{"www.shop.cn":{"verification":"passes"}}})");
        QVERIFY(await(domains.verify(added.id, {})));
        await(domains.requestCertificate(added.id, {}));
        const auto live = await(domains.find(u"www.shop.cn"_s, {}));
        QVERIFY(live);
        QCOMPARE(live->state, CustomHostname::State::Active);
        QCOMPARE(live->certificate, CustomHostname::Certificate::Issued);
        await(domains.requestCertificate(added.id, {}));
        QCOMPARE(site.cloud.calls("ApplyCustomHostnameCertificate"), 1);
        QCOMPARE(await(domains.list({})).size(), 1);
        await(domains.remove(added.id, {}));
        await(domains.remove(added.id, {}));
        QVERIFY(!await(domains.find(u"www.shop.cn"_s, {})));
    }

    void everyLostAnswerIsMet() {
        Site site;
        auto domains = site.domains();
        site.cloud.emulator.faults().add({"CreateCustomHostname", 1, 1, emulator::Fault::Effect::CutAfter, 0, ""});
        const CustomHostname added = await(domains.add(u"www.shop.cn"_s, {}));
        QVERIFY(added.id > 0);
        QCOMPARE(await(domains.list({})).size(), 1);
    }

    void aHostOfAnotherRecordIsLedHere() {
        Site site;
        const qint64 other = site.addRecord("other");
        EsaDomainHost before(site.esa, site.siteId, other, {});
        await(before.add(u"www.shop.cn"_s, {}));
        auto domains = site.domains();
        QCOMPARE(await(domains.add(u"www.shop.cn"_s, {})).recordId, site.record);
        QCOMPARE(await(domains.find(u"www.shop.cn"_s, {}))->recordId, site.record);
    }

    void saysWhatIsWrong() {
        Site site;
        auto domains = site.domains();
        await(domains.add(u"www.shop.cn"_s, {}));
        site.order(R"({"hostnames":{"www.shop.cn":{"status":"offline","offlineReason":"missing_icp"}}})");
        QCOMPARE(await(domains.find(u"www.shop.cn"_s, {}))->offlineReason, CustomHostname::OfflineReason::IcpMissing);
        site.order(R"({"hostnames":{"www.shop.cn":{"status":"conflicted","conflictWith":"existing_site"}}})");
        QCOMPARE(await(domains.find(u"www.shop.cn"_s, {}))->conflict, CustomHostname::Conflict::Site);
    }

    void removesWhatIsNotThere() {
        ScriptedService service({rpc("DeleteCustomHostname", "{}"),
            rpc("DeleteCustomHostname", R"({"Code":"CustomHostname.NotFound"})", "404 No")});
        auto domains = hostOf(service);
        await(domains.remove(7, {}));
        await(domains.remove(7, {}));
        QVERIFY(service.isOver());
    }
};

QTEST_GUILESS_MAIN(TestEsaDomainHost)
#include "tst_esa_domain_host.moc"
