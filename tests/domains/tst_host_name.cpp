#include "core/domains/host_name.h"
#include "core/model/slug.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace miaobu;

namespace {

constexpr int rounds = 3'000;

/// What people and accidents type, from a seed that a failure names.
QString randomText(QRandomGenerator& random) {
    static const QStringList pieces{u"www"_s, u"."_s, u".."_s, u"shop"_s, u"-"_s, u"xn--"_s, u"xn--fiqs8s"_s, u"cn"_s,
        u"com"_s, u"co.uk"_s, u"中国"_s, u"商店"_s, u"。"_s, u"https://"_s, u"/path?q#f"_s, u":8080"_s, u"@"_s, u" "_s,
        u"\t"_s, u"*"_s, u"["_s, u"::1"_s, u"127.0.0.1"_s, u"Ä"_s, u"ß"_s, u"ſ"_s, u"K"_s, u"\u200d"_s, u"\u202e"_s,
        QString(64, u'a'), u"_x"_s, u"ｗ"_s, u"．"_s, u"：８０"_s, u"％"_s, u"%41"_s, u"\\"_s, QString(QChar(0)),
        u"0"_s, u"localhost"_s};
    QString text;
    for (int count = random.bounded(1, 9); count > 0; --count) {
        text += pieces.at(random.bounded(static_cast<int>(pieces.size())));
    }
    return text;
}

} // namespace

class TestHostName : public QObject {
    Q_OBJECT

private slots:
    void whatPeopleTypeIsForgiven_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("ascii");
        QTest::addColumn<QString>("zone");
        QTest::newRow("plain") << u"www.shop.cn"_s << u"www.shop.cn"_s << u"shop.cn"_s;
        QTest::newRow("address") << u" HTTPS://WWW.Shop.cn:443/a/b?c=d#e "_s << u"www.shop.cn"_s << u"shop.cn"_s;
        QTest::newRow("user") << u"http://me:pw@www.shop.cn/"_s << u"www.shop.cn"_s << u"shop.cn"_s;
        QTest::newRow("dot at the end") << u"www.shop.cn."_s << u"www.shop.cn"_s << u"shop.cn"_s;
        QTest::newRow("spaces") << u"www . shop\u200b.cn\u00a0"_s << u"www.shop.cn"_s << u"shop.cn"_s;
        QTest::newRow("Chinese stops") << u"www。shop．cn"_s << u"www.shop.cn"_s << u"shop.cn"_s;
        QTest::newRow("wide letters") << u"ｗｗｗ．Ｓｈｏｐ．ｃｎ"_s << u"www.shop.cn"_s << u"shop.cn"_s;
        QTest::newRow("a wide address") << u"https：／／www.shop.cn：８０８０／关于"_s << u"www.shop.cn"_s
                                        << u"shop.cn"_s;
        QTest::newRow("wide beside Chinese")
            << u"ＢÜＣＨＥＲ。example.com"_s << u"xn--bcher-kva.example.com"_s << u"example.com"_s;
        QTest::newRow("punycode") << u"XN--BCHER-KVA.example.com"_s << u"xn--bcher-kva.example.com"_s
                                  << u"example.com"_s;
        QTest::newRow("Chinese") << u"商店.中国"_s << u"xn--czrw3tr71b.xn--fiqs8s"_s << u"xn--czrw3tr71b.xn--fiqs8s"_s;
        QTest::newRow("umlaut") << u"BÜCHER.example.com"_s << u"xn--bcher-kva.example.com"_s << u"example.com"_s;
        QTest::newRow("apex") << u"shop.co.uk"_s << u"shop.co.uk"_s << u"shop.co.uk"_s;
        QTest::newRow("below a suffix of two") << u"a.b.shop.com.cn"_s << u"a.b.shop.com.cn"_s << u"shop.com.cn"_s;
        QTest::newRow("of a private suffix") << u"me.github.io"_s << u"me.github.io"_s << u"me.github.io"_s;
    }

    void whatPeopleTypeIsForgiven() {
        QFETCH(QString, typed);
        QFETCH(QString, ascii);
        QFETCH(QString, zone);
        const ReadHostName read = readHostName(typed);
        QVERIFY(read.host);
        QVERIFY(!read.refusal);
        if (typed.startsWith(u"商店"_s)) {
            // What the name becomes is the IDNA tables' business; that it is read back is ours.
            QCOMPARE(readableHost(read.host->ascii), u"商店.中国"_s);
            QVERIFY(read.host->isApex);
            return;
        }
        QCOMPARE(read.host->ascii, ascii);
        QCOMPARE(read.host->zone, zone);
        QCOMPARE(read.host->isApex, ascii == zone);
    }

    void whatCannotWorkIsRefusedWithItsReason_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<HostRefusal>("refusal");
        QTest::newRow("nothing") << u"  "_s << HostRefusal::Empty;
        QTest::newRow("a scheme alone") << u"https://"_s << HostRefusal::Empty;
        QTest::newRow("wildcard") << u"*.shop.cn"_s << HostRefusal::Wildcard;
        QTest::newRow("one label") << u"shop"_s << HostRefusal::SingleLabel;
        QTest::newRow("public suffix") << u"com.cn"_s << HostRefusal::PublicSuffix;
        QTest::newRow("public suffix in Chinese") << u"公司.cn"_s << HostRefusal::PublicSuffix;
        QTest::newRow("its own computer") << u"http://localhost:3000/"_s << HostRefusal::SingleLabel;
        QTest::newRow("wide wildcard") << u"＊．shop.cn"_s << HostRefusal::Wildcard;
        QTest::newRow("wide IPv4") << u"１２７．０．０．１"_s << HostRefusal::Address;
        QTest::newRow("private suffix") << u"https://github.io/me"_s << HostRefusal::PublicSuffix;
        QTest::newRow("IPv4") << u"http://192.0.2.1/"_s << HostRefusal::Address;
        QTest::newRow("short IPv4") << u"127.1"_s << HostRefusal::Address;
        QTest::newRow("hexadecimal IPv4") << u"0x7f.0.0.1"_s << HostRefusal::Address;
        QTest::newRow("IPv6") << u"http://[2001:db8::1]:80/"_s << HostRefusal::Address;
        QTest::newRow("bare IPv6") << u"2001:db8::1"_s << HostRefusal::Address;
        QTest::newRow("too long") << QString(QString(50, u'a') + u'.').repeated(6) + u"com"_s << HostRefusal::TooLong;
        QTest::newRow("long label") << QString(64, u'a') + u".com"_s << HostRefusal::Malformed;
        QTest::newRow("dots") << u"www..shop.cn"_s << HostRefusal::Malformed;
        QTest::newRow("underscore") << u"_dmarc.shop.cn"_s << HostRefusal::Malformed;
        QTest::newRow("dash") << u"-a.shop.cn"_s << HostRefusal::Malformed;
        QTest::newRow("broken punycode") << u"xn--fiqs8s0.cn"_s << HostRefusal::Malformed;
        QTest::newRow("a sentence") << u"my shop, please!"_s << HostRefusal::Malformed;
    }

    void whatCannotWorkIsRefusedWithItsReason() {
        QFETCH(QString, typed);
        QFETCH(HostRefusal, refusal);
        const ReadHostName read = readHostName(typed);
        QVERIFY(!read.host);
        QCOMPARE(read.refusal.value(), refusal);
        QCOMPARE(hostRefusalFromName(hostRefusalName(refusal)), refusal);
    }

    void namesBelowTheBaseDomain() {
        const Target target{u"prod"_s, u"example.com"_s, u"https"_s, -1};
        QVERIFY(isBelowBase(u"www2.example.com"_s, target));
        QVERIFY(!isBelowBase(u"example.com"_s, target));
        QVERIFY(!isBelowBase(u"badexample.com"_s, target));
        QVERIFY(!refusalOn(u"www.shop.cn"_s, target, u"blog"_s));
        QVERIFY(!refusalOn(u"second.example.com"_s, target, u"blog"_s));
        QCOMPARE(refusalOn(u"example.com"_s, target, u"blog"_s), HostRefusal::BaseDomain);
        for (const QString& name : {u"shop.localhost"_s, u"nas.local"_s, u"a.b.internal"_s, u"router.home.arpa"_s}) {
            QVERIFY(readHostName(name).host.has_value());
            QCOMPARE(refusalOn(name, target, u"blog"_s), HostRefusal::NotPublic);
        }
        QVERIFY(!refusalOn(u"local.shop.cn"_s, target, u"blog"_s));
        // Below its own base domain every name is known.
        const Target here{u"local"_s, u"localhost"_s, u"http"_s, 4680};
        QVERIFY(!refusalOn(u"second.localhost"_s, here, u"blog"_s));
        QCOMPARE(refusalOn(u"a.b.example.com"_s, target, u"blog"_s), HostRefusal::BaseNested);
        for (const QString& name : {u"blog"_s, u"www"_s, u"api"_s, u"cname"_s, u"blog-staging"_s, u"xn--a"_s}) {
            QCOMPARE(refusalOn(name + u".example.com"_s, target, u"blog"_s), HostRefusal::BaseReserved);
        }
    }

    void namesAsFormsWantThem() {
        QCOMPARE(nameInZone(u"_miaobu-verification.www.shop.cn"_s, u"shop.cn"_s), u"_miaobu-verification.www"_s);
        QCOMPARE(nameInZone(u"shop.cn"_s, u"shop.cn"_s), u"@"_s);
        QCOMPARE(nameInZone(u"www.other.cn"_s, u"shop.cn"_s), u"www.other.cn"_s);
    }

    void whateverIsTypedGivesAHostNameOrAReason() {
        static const QRegularExpression host(
            u"^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$"_s);
        const quint32 seed = QRandomGenerator::global()->generate();
        QRandomGenerator random(seed);
        for (int i = 0; i < rounds; ++i) {
            const QString typed = randomText(random);
            const ReadHostName read = readHostName(typed);
            const QByteArray what = QStringLiteral("seed %1: %2").arg(seed).arg(typed).toUtf8();
            QVERIFY2(read.host.has_value() != read.refusal.has_value(), what.constData());
            if (read.host) {
                QVERIFY2(host.match(read.host->ascii).hasMatch(), what.constData());
                QVERIFY2(read.host->ascii.endsWith(read.host->zone), what.constData());
                // What was read once is read the same again, and as people read it.
                QVERIFY2(readHostName(read.host->ascii).host == read.host, what.constData());
                QVERIFY2(readHostName(readableHost(read.host->ascii)).host == read.host, what.constData());
            }
        }
    }

    void whateverAProjectIsCalledItsSlugIsALabel() {
        static const QRegularExpression label(u"^[a-z0-9](?:[a-z0-9-]{0,48}[a-z0-9])?$"_s);
        const quint32 seed = QRandomGenerator::global()->generate();
        QRandomGenerator random(seed);
        const Target target{u"prod"_s, u"example.com"_s, u"https"_s, -1};
        for (int i = 0; i < rounds; ++i) {
            const QString name = randomText(random);
            int asked = 0;
            const QString slug = suggestSlug(name, [&asked](const QString&) { return asked++ < 3; });
            const QByteArray what = QStringLiteral("seed %1: %2 %3").arg(seed).arg(name, slug).toUtf8();
            QVERIFY2(label.match(slug).hasMatch(), what.constData());
            QVERIFY2(isValidSlug(slug), what.constData());
            QVERIFY2(readHostName(siteHost(target, slug)).host.has_value(), what.constData());
        }
    }
};

QTEST_GUILESS_MAIN(TestHostName)
#include "tst_host_name.moc"
