#include "core/async/error.h"
#include "tests/support/await.h"
#include "tests/support/doh_server.h"

using namespace Qt::StringLiterals;
using namespace miaobu;
using miaobu::test::await;
using miaobu::test::DohServer;
using miaobu::test::LoopbackServer;
using miaobu::test::ReceivedRequest;

class TestDohClient : public QObject {
    Q_OBJECT

private slots:
    void aTextIsTheJoinOfItsParts_data() {
        QTest::addColumn<QString>("data");
        QTest::addColumn<QString>("text");
        QTest::newRow("quoted") << u"\"miaobu-verification=1\""_s << u"miaobu-verification=1"_s;
        QTest::newRow("bare") << u"miaobu-verification=1"_s << u"miaobu-verification=1"_s;
        QTest::newRow("parts") << u"\"miaobu-\" \"verification=1\""_s << u"miaobu-verification=1"_s;
        QTest::newRow("escapes") << u"\"a\\\"b\\\\c\\100\""_s << u"a\"b\\cd"_s;
        QTest::newRow("open") << u"\"never ends"_s << u"never ends"_s;
        QTest::newRow("escape at the end") << u"\"a\\"_s << u"a\\"_s;
    }

    void aTextIsTheJoinOfItsParts() {
        QFETCH(QString, data);
        QFETCH(QString, text);
        QCOMPARE(textOfRecord(data), text);
    }

    void aChainIsFollowedFromTheName() {
        const DnsAnswer answer = dnsAnswerFromJson(u"www.shop.cn"_s, DnsType::Address,
            R"({"Status":0,"Answer":[{"name":"b.example.","type":5,"data":"C.example."},)"
            R"({"name":"www.shop.cn.","type":5,"data":"b.example."},{"name":"elsewhere.","type":5,"data":"x."},)"
            R"({"name":"c.example.","type":1,"data":"192.0.2.1"},{"name":"c.example.","type":28,"data":"2001:db8::1"}]})");
        QCOMPARE(answer.outcome, DnsAnswer::Outcome::Found);
        QCOMPARE(answer.aliases, QStringList({u"b.example"_s, u"c.example"_s}));
        QCOMPARE(answer.values, QStringList({u"192.0.2.1"_s, u"2001:db8::1"_s}));
    }

    void aCircleEnds() {
        const DnsAnswer answer = dnsAnswerFromJson(u"a.cn"_s, DnsType::Address,
            R"({"Status":0,"Answer":[{"name":"a.cn","type":5,"data":"b.cn"},{"name":"b.cn","type":5,"data":"a.cn"}]})");
        QCOMPARE(answer.aliases, QStringList({u"b.cn"_s}));
    }

    void aNameThatIsNotThereIsAnAnswer() {
        const DnsAnswer answer = dnsAnswerFromJson(u"a.cn"_s, DnsType::Txt, R"({"Status":3})");
        QCOMPARE(answer.outcome, DnsAnswer::Outcome::Nothing);
    }

    void badAnswersFailAndDoNoHarm_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("page") << QByteArray("<html>captive portal</html>");
        QTest::newRow("list") << QByteArray("[]");
        QTest::newRow("no status") << QByteArray(R"({"Answer":[]})");
        QTest::newRow("a text for a status") << QByteArray(R"({"Status":"0"})");
        QTest::newRow("refused") << QByteArray(R"({"Status":5})");
        QTest::newRow("server failure") << QByteArray(R"({"Status":2})");
    }

    void badAnswersFailAndDoNoHarm() {
        QFETCH(QByteArray, json);
        const DnsAnswer answer = dnsAnswerFromJson(u"a.cn"_s, DnsType::Txt, json);
        QCOMPARE(answer.outcome, DnsAnswer::Outcome::Failed);
        QVERIFY(!answer.problem.isEmpty());
    }

    void recordsOfWrongTypesAreLeftOut() {
        const DnsAnswer answer = dnsAnswerFromJson(u"a.cn"_s, DnsType::Txt,
            R"({"Status":0,"Answer":[7,null,{"type":"16","data":"x"},{"type":16,"data":9},{"type":16,"data":"y"}]})");
        QCOMPARE(answer.values, QStringList(u"y"_s));
        QCOMPARE(dnsAnswerFromJson(u"a.cn"_s, DnsType::Txt, R"({"Status":0,"Answer":{"type":16}})").outcome,
            DnsAnswer::Outcome::Nothing);
    }

    void theQuestionIsAskedAsTheResolversDescribeIt() {
        DohServer server({u"one"_s});
        server.setTxt(u"_miaobu-verification.shop.cn"_s, {u"other"_s, u"miaobu-verification=1"_s});
        const auto client = std::make_shared<HttpClient>();
        const DnsAnswer answer = await(
            askResolver(client, server.resolvers().first(), u"_miaobu-verification.shop.cn"_s, DnsType::Txt, {}));
        QCOMPARE(answer.source, u"one"_s);
        QCOMPARE(answer.values, QStringList({u"other"_s, u"miaobu-verification=1"_s}));
        QCOMPARE(server.requests.first().line, "GET /one?name=_miaobu-verification.shop.cn&type=TXT HTTP/1.1");
        QVERIFY(server.requests.first().has("Accept: application/dns-json, application/json"));
    }

    void oneThatCannotBeAskedIsAnAnswer() {
        DohServer server({u"one"_s});
        server.failing.append(u"one"_s);
        const auto client = std::make_shared<HttpClient>();
        const auto ask = [&client](const QUrl& url) {
            return await(askResolver(client, {u"x"_s, url}, u"shop.cn"_s, DnsType::Txt, {}));
        };
        QCOMPARE(ask(server.resolvers().first().url).outcome, DnsAnswer::Outcome::Failed);
        QCOMPARE(ask(QUrl(u"http://127.0.0.1:1/"_s)).outcome, DnsAnswer::Outcome::Failed);
        LoopbackServer huge([](const ReceivedRequest&, QTcpSocket& socket) {
            socket.write(LoopbackServer::answer(QByteArray(1 << 20, ' ')));
        });
        QCOMPARE(ask(QUrl(QString::fromLatin1(huge.url("/")))).outcome, DnsAnswer::Outcome::Failed);
    }

    void onlySafeAddressesAreTakenFromSettings() {
        const QList<PublicResolver> resolvers = resolversFrom(u"AliDNS https://dns.alidns.com/resolve\n"
                                                              "  https://8.8.8.8/resolve  \n\nhttp://dns.example/x\n"
                                                              "My own http://127.0.0.1:8053/dns-query?key=1\n"
                                                              "file:///etc/passwd\nhttps://user@host/\nnonsense"_s);
        QCOMPARE(resolvers.size(), 3);
        QCOMPARE(resolvers.at(0).name, u"AliDNS"_s);
        QCOMPARE(resolvers.at(1).name, u"8.8.8.8"_s);
        QCOMPARE(resolvers.at(2).name, u"My own"_s);
        QCOMPARE(resolvers.at(2).url.query(), u"key=1"_s);
    }

    void theUsualOnesAreSafe() {
        QVERIFY(usualResolvers().size() >= 4); // Two that answer in Mainland China, two outside of it
        for (const PublicResolver& resolver : usualResolvers()) {
            QCOMPARE(resolver.url.scheme(), u"https"_s);
        }
    }
};

QTEST_GUILESS_MAIN(TestDohClient)
#include "tst_doh_client.moc"
