#include "core/async/error.h"
#include "core/dns/dns_lookup.h"
#include "core/dns/resolvers.h"
#include "tests/support/await.h"
#include "tests/support/doh_server.h"

#include <QNetworkInterface>
#include <QUdpSocket>

using namespace Qt::StringLiterals;
using namespace miaobu;
using miaobu::test::await;
using miaobu::test::DohServer;

namespace {

/// A DNS server that answers every question with \a data of \a type.
class NameServer : public QUdpSocket {
public:
    NameServer(quint16 type, QByteArray data) : m_type(type), m_data(std::move(data)) {
        connect(this, &QUdpSocket::readyRead, this, [this] {
            while (hasPendingDatagrams()) {
                answer();
            }
        });
    }

private:
    static QByteArray number(quint16 value) {
        return QByteArray(1, static_cast<char>(value >> 8)) + QByteArray(1, static_cast<char>(value & 0xff));
    }

    void answer() {
        QByteArray question(static_cast<qsizetype>(pendingDatagramSize()), '\0');
        QHostAddress who;
        quint16 port = 0;
        readDatagram(question.data(), question.size(), &who, &port);
        const qsizetype end = question.indexOf('\0', 12) + 5;
        const bool isAsked = static_cast<quint8>(question.at(end - 3)) == m_type;
        QByteArray reply = question.first(2) + QByteArray::fromHex("8400") + number(1) + number(isAsked ? 1 : 0)
            + number(0) + number(0) + question.sliced(12, end - 12);
        if (isAsked) {
            reply += number(0xc00c) + number(m_type) + number(1) + number(0) + number(60)
                + number(static_cast<quint16>(m_data.size())) + m_data;
        }
        writeDatagram(reply, who, port);
    }

    quint16 m_type;
    QByteArray m_data;
};

/// One that is not only for itself.
std::optional<QHostAddress> addressOfThisComputer() {
    for (const QHostAddress& address : QNetworkInterface::allAddresses()) {
        if (address.protocol() == QAbstractSocket::IPv4Protocol && !address.isLoopback()) {
            return address;
        }
    }
    return std::nullopt;
}

} // namespace

class TestResolvers : public QObject {
    Q_OBJECT

private slots:
    void everyResolverIsAskedInItsOwnName() {
        DohServer server;
        server.setTxt(u"shop.cn"_s, {u"new"_s});
        server.setTxt(u"shop.cn"_s, {u"old"_s}, u"two"_s);
        server.failing.append(u"three"_s);
        Resolvers resolvers(std::make_shared<HttpClient>(), [&server] { return server.resolvers(); });
        const QList<DnsAnswer> answers = await(resolvers.look(u"shop.cn"_s, DnsType::Txt, {}));
        QCOMPARE(answers.size(), 3);
        QCOMPARE(answers.at(0).source, u"one"_s);
        QCOMPARE(answers.at(0).values, QStringList(u"new"_s));
        QCOMPARE(answers.at(1).values, QStringList(u"old"_s));
        QCOMPARE(answers.at(2).outcome, DnsAnswer::Outcome::Failed);
        QCOMPARE(answers.at(2).source, u"three"_s);
    }

    void theResolversAreThoseThatAreChosenNow() {
        DohServer server;
        QList<PublicResolver> chosen = server.resolvers().first(1);
        Resolvers resolvers(std::make_shared<HttpClient>(), [&chosen] { return chosen; });
        QCOMPARE(await(resolvers.look(u"shop.cn"_s, DnsType::Txt, {})).size(), 1);
        chosen = server.resolvers();
        QCOMPARE(await(resolvers.look(u"shop.cn"_s, DnsType::Txt, {})).size(), 3);
    }

    void theNameServersOfTheZoneAreAskedToo() {
        const std::optional<QHostAddress> here = addressOfThisComputer();
        NameServer server(16, QByteArray("\x03") + "abc");
        if (!here || !server.bind(*here, 53)) {
            QSKIP("port 53 of this computer cannot be taken by an address that others reach");
        }
        DohServer dns({u"one"_s});
        dns.setNameServers(u"shop.cn"_s, {u"ns1.shop.cn"_s, u"ns2.shop.cn"_s});
        dns.setAddresses(u"ns1.shop.cn"_s, {here->toString()});
        // One that names this computer has nothing to say.
        dns.setAddresses(u"ns2.shop.cn"_s, {u"127.0.0.1"_s});
        dns.setTxt(u"_proof.www.shop.cn"_s, {u"old"_s});
        Resolvers resolvers(std::make_shared<HttpClient>(), [&dns] { return dns.resolvers(); });
        const QList<DnsAnswer> answers = await(resolvers.look(u"_proof.www.shop.cn"_s, DnsType::Txt, {}));
        QCOMPARE(answers.size(), 2);
        QCOMPARE(answers.at(0).place, DnsAnswer::Place::Authority);
        QCOMPARE(answers.at(0).source, u"ns1.shop.cn"_s);
        QCOMPARE(answers.at(0).values, QStringList(u"abc"_s));
        QCOMPARE(answers.at(1).place, DnsAnswer::Place::Resolver);
        QCOMPARE(answers.at(1).values, QStringList(u"old"_s));
    }

    void thisComputersOwnIsAskedLast() {
        DohServer dns;
        Resolvers resolvers(std::make_shared<HttpClient>(), [&dns] { return dns.resolvers(); });
        const auto isAsked = [&resolvers] {
            const QList<DnsAnswer> answers = await(resolvers.look(u"shop.invalid"_s, DnsType::Txt, {}));
            return answers.constLast().place == DnsAnswer::Place::System;
        };
        QVERIFY(!isAsked());
        dns.failing = {u"one"_s, u"three"_s};
        QVERIFY(!isAsked());
        dns.failing.append(u"two"_s);
        QVERIFY(isAsked());
    }

    void cancelEndsIt() {
        DohServer server;
        Resolvers resolvers(std::make_shared<HttpClient>(), [&server] { return server.resolvers(); });
        std::stop_source stop;
        stop.request_stop();
        try {
            await(resolvers.look(u"shop.cn"_s, DnsType::Txt, stop.get_token()));
            QFAIL("not cancelled");
        } catch (const Error& error) {
            QCOMPARE(error.kind, ErrorKind::Cancelled);
        }
    }

    void aNameServerIsAskedByPlainDns() {
        NameServer server(16, QByteArray("\x03") + "abc" + QByteArray("\x02") + "de");
        if (!server.bind(QHostAddress(u"127.0.0.77"_s), 53)) {
            QSKIP("port 53 of this computer cannot be taken");
        }
        const QHostAddress there(u"127.0.0.77"_s);
        const DnsAnswer answer = await(lookUp(there, u"shop.test"_s, DnsType::Txt, {}));
        QCOMPARE(answer.outcome, DnsAnswer::Outcome::Found);
        QCOMPARE(answer.values, QStringList(u"abcde"_s));
        const DnsAnswer other = await(lookUp(there, u"shop.test"_s, DnsType::Address, {}));
        QVERIFY(other.values.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestResolvers)
#include "tst_resolvers.moc"
