#include "core/picture/page_head.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace miaobu;

class PageHeadTest : public QObject {
    Q_OBJECT

private slots:
    void aPageSaysWhatItIs() {
        const PageHead head = pageHeadOf("<!doctype html><html><head><!-- <title>no</title> -->"
                                         "<script>document.write('<title>nor this</title>')</script>"
                                         "<TITLE>\n Notes &amp; small&#32;machines &#x1F43E; </TITLE>"
                                         "<meta content='Essays about \"radios\"' name=Description>"
                                         "<link rel='shortcut icon' href=/icon.svg><link rel=icon href=other.png>"
                                         "<meta property=og:image content='https://cdn.example.com/a.png?x=1&amp;y=2'>"
                                         "</head><body><title>not here</title>",
            QUrl(u"https://blog.example.com/a/b"_s));
        QCOMPARE(head.title, u"Notes & small machines 🐾"_s);
        QCOMPARE(head.description, u"Essays about \"radios\""_s);
        QCOMPARE(head.icon, QUrl(u"https://blog.example.com/icon.svg"_s));
        QCOMPARE(head.image, QUrl(u"https://cdn.example.com/a.png?x=1&y=2"_s));
    }

    void whatItOffersToOthersStandsInWhereItSaysNothing() {
        const PageHead head
            = pageHeadOf("<meta property='og:title' content='喵步'><meta property='og:description' content='快'>",
                QUrl(u"https://example.com/"_s));
        QCOMPARE(head.title, u"喵步"_s);
        QCOMPARE(head.description, u"快"_s);
        QVERIFY(head.icon.isEmpty() && head.image.isEmpty());
    }

    void anotherEncodingIsRead() {
        const PageHead head
            = pageHeadOf("<meta charset=iso-8859-1><title>caf\xe9</title>", QUrl(u"https://example.com/"_s));
        QCOMPARE(head.title, u"café"_s);
    }

    void hostilePagesAreCut_data() {
        QTest::addColumn<QByteArray>("html");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("half a tag") << QByteArray("<title");
        QTest::newRow("half a comment") << QByteArray("<!--");
        QTest::newRow("half an attribute") << QByteArray("<meta name='");
        QTest::newRow("a title without an end") << "<title>" + QByteArray(1'000'000, 'x');
        QTest::newRow("many tags") << QByteArray("<").repeated(500'000);
        QTest::newRow("many ampersands") << "<title>" + QByteArray("&").repeated(500'000);
        QTest::newRow("a million attributes") << "<meta " + QByteArray("a ").repeated(500'000);
        QTest::newRow("no characters") << QByteArray("<title>&#xD800;&#0;&#x110000;&#99999999999;</title>");
        QTest::newRow("bytes") << QByteArray("<title>\xff\xfe\x00\x01</title>", 19);
        QTest::newRow("a script as icon") << QByteArray("<link rel=icon href='javascript:alert(1)'>");
        QTest::newRow("a file as icon") << QByteArray("<link rel=icon href='file:///etc/passwd'>");
    }
    void hostilePagesAreCut() {
        QFETCH(QByteArray, html);
        const PageHead head = pageHeadOf(html, QUrl(u"https://example.com/"_s));
        QVERIFY(head.title.size() <= 200);
        QVERIFY(head.icon.isEmpty());
    }
};

QTEST_GUILESS_MAIN(PageHeadTest)
#include "tst_page_head.moc"
