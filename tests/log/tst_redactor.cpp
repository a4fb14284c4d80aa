#include "core/log/channel_text.h"
#include "core/log/secret_forms.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace miaobu;

namespace {

/// What a log shows of \a chunks, line by line.
QByteArray shown(const QStringList& secrets, const QList<QByteArray>& chunks) {
    const Redactor redactor(secrets);
    ChannelText channel(redactor);
    QList<QByteArray> lines;
    for (const QByteArray& chunk : chunks) {
        channel.write(chunk, lines);
    }
    channel.finish(lines);
    return lines.join('\n');
}

const QString secret = u"p@ss/w0rd \"ü\" + more"_s;

} // namespace

class TestRedactor : public QObject {
    Q_OBJECT

private slots:
    void everyFormIsMaskedWhereverTheStreamIsCut_data() {
        QTest::addColumn<QByteArray>("printed");
        QTest::addColumn<QByteArray>("expected");
        const QByteArray raw = secret.toUtf8();
        QTest::newRow("as it is") << "key=" + raw + " end" << QByteArray("key=*** end");
        QTest::newRow("twice") << raw + raw << QByteArray("***");
        QTest::newRow("URL-encoded") << "u=" + raw.toPercentEncoding() + "&x" << QByteArray("u=***&x");
        QTest::newRow("form-encoded") << QByteArray("u=p%40ss%2Fw0rd+%22%C3%BC%22+%2B+more&x") << QByteArray("u=***&x");
        QTest::newRow("JSON") << QByteArray("{\"a\":\"p@ss/w0rd \\\"\xc3\xbc\\\" + more\"}")
                              << QByteArray("{\"a\":\"***\"}");
        QTest::newRow("ASCII JSON") << QByteArray("{\"a\":\"p@ss/w0rd \\\"\\u00fc\\\" + more\"}")
                                    << QByteArray("{\"a\":\"***\"}");
        QTest::newRow("colours inside") << QByteArray("k=p@ss/\x1b[31mw0rd \"\xc3\xbc\"\x1b[0m + more.")
                                        << QByteArray("k=***\x1b[31m\x1b[0m.");
        QTest::newRow("swallowed controls inside")
            << QByteArray("k=p@ss/\x1b[2Jw0rd \"\xc3\xbc\" + m\x07ore.") << QByteArray("k=***.");
    }
    void everyFormIsMaskedWhereverTheStreamIsCut() {
        QFETCH(const QByteArray, printed);
        QFETCH(const QByteArray, expected);
        const QByteArray stream = "first line\n" + printed + "\nlast line\n";
        for (qsizetype cut = 0; cut <= stream.size(); ++cut) {
            const QByteArray text = shown({secret}, {stream.first(cut), stream.sliced(cut)});
            QCOMPARE(text, "first line\n" + expected + "\nlast line");
        }
    }

    void base64IsMaskedAtEveryOffset() {
        for (qsizetype before = 0; before < 7; ++before) {
            for (qsizetype after = 0; after < 4; ++after) {
                const QByteArray whole = QByteArray(before, 'x') + secret.toUtf8() + QByteArray(after, 'y');
                for (const auto alphabet : {QByteArray::Base64Encoding, QByteArray::Base64UrlEncoding}) {
                    const QByteArray text = shown({secret}, {"b " + whole.toBase64(alphabet) + "\n"});
                    const qsizetype mask = text.indexOf("***");
                    QVERIFY2(mask >= 0, text.constData());
                    QVERIFY2(text.size() <= 2 + (before + after + 6) * 4 / 3 + 8, text.constData());
                }
            }
        }
    }

    void everyLineOfASecretIsMasked() {
        QCOMPARE(shown({u"first part\nsecond part\r\nend"_s}, {"a first part\nb second part\nc end\n"}),
            QByteArray("a ***\nb ***\nc end"));
    }

    void overlappingSecretsLeaveNothing() {
        QCOMPARE(shown({u"abcdefgh"_s, u"efghijkl"_s, u"abcdefghijklmnop"_s}, {"<abcdefghijkl>\n<abcdefghijklmnop>\n"}),
            QByteArray("<***>\n<***>"));
    }

    void shortValuesAreLeftAlone() { QCOMPARE(shown({u"12345"_s, QString()}, {"12345\n"}), QByteArray("12345")); }

    void whatLooksLikeACredentialIsMasked_data() {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("expected");
        const QByteArray word(40, 'a');
        QTest::newRow("GitHub") << "x ghp_" + word + " y" << QByteArray("x *** y");
        QTest::newRow("GitHub fine-grained") << "github_pat_11AB_" + word << QByteArray("***");
        QTest::newRow("npm") << "npm_" + word << QByteArray("***");
        QTest::newRow("access key") << QByteArray("id=LTAI5tAbCdEfGhIjKlMn,") << QByteArray("id=***,");
        QTest::newRow("bearer") << QByteArray("Authorization: Bearer abc.def-ghi x")
                                << QByteArray("Authorization: Bearer *** x");
        QTest::newRow("signature") << QByteArray("https://h/?Signature=Zm9v%3D&x=1")
                                   << QByteArray("https://h/?Signature=***&x=1");
        QTest::newRow("registry") << QByteArray("//r.example/:_authToken=abc")
                                  << QByteArray("//r.example/:_authToken=***");
        QTest::newRow("URL") << QByteArray("https://me:pw@h.example/a:b@c")
                             << QByteArray("https://me:***@h.example/a:b@c");
        QTest::newRow("no credential") << QByteArray("https://h.example:80/a@b npm_config LTAI ghp_short")
                                       << QByteArray("https://h.example:80/a@b npm_config LTAI ghp_short");
        QTest::newRow("private key") << QByteArray(
            "a\n-----BEGIN RSA PRIVATE KEY-----\nMIIE\nabcd==\n-----END RSA PRIVATE KEY-----\nb")
                                     << QByteArray("a\n***\n***\n***\n***\nb");
        QTest::newRow("private key in JSON")
            << QByteArray("{\"k\":\"-----BEGIN PRIVATE KEY-----\\nMII\\n-----END PRIVATE KEY-----\\n\"}")
            << QByteArray("{\"k\":\"***\\n\"}");
        QTest::newRow("certificate") << QByteArray("-----BEGIN CERTIFICATE-----\nMII")
                                     << QByteArray("-----BEGIN CERTIFICATE-----\nMII");
    }
    void whatLooksLikeACredentialIsMasked() {
        QFETCH(const QByteArray, line);
        QFETCH(const QByteArray, expected);
        for (qsizetype cut = 0; cut <= line.size(); ++cut) {
            QCOMPARE(shown({}, {line.first(cut), line.sliced(cut)}), expected);
        }
    }

    void linesWithoutAnEndAreMaskedToo() {
        const QByteArray raw = secret.toUtf8();
        QByteArray stream;
        for (int i = 0; stream.size() < 1500 * 1024; ++i) {
            stream += "part " + QByteArray::number(i) + raw + QByteArray(i % 97, '.') + "Bearer abc"
                + QByteArray::number(i) + ' ';
        }
        stream += "ghp_" + QByteArray(400 * 1024, 'q') + " z";
        for (const qsizetype size : {1000, 4099, 65536, 2000000}) {
            QList<QByteArray> chunks;
            for (qsizetype i = 0; i < stream.size(); i += size) {
                chunks.append(stream.mid(i, size));
            }
            const QByteArray text = shown({secret}, chunks);
            const QByteArray joined = QByteArray(text).replace('\n', "");
            QVERIFY(!joined.contains("w0rd"));
            QVERIFY(!joined.contains("more"));
            QVERIFY(!joined.contains("qq"));
            QVERIFY(!joined.contains("abc"));
            QVERIFY(joined.endsWith(" z"));
            for (const QByteArray& line : text.split('\n')) {
                QVERIFY(QString::fromUtf8(line).size() <= longestLine);
            }
        }
    }

    void aLineOfNothingButBeginningsIsNoTrap() {
        for (const QByteArray& beginning :
            {"LTAI", "Signature=", "Bearer ", "://a:", "-----BEGIN ", "PRIVATE KEY-----", "\x1b[31ma\b", "s3cret"}) {
            const QByteArray text = shown({u"s3crets3cret"_s}, {beginning.repeated(80'000)});
            QVERIFY(!text.isEmpty());
        }
    }

    void wrappedLinesKeepTheirColourAndCharacters() {
        const QByteArray text = shown({}, {"\x1b[31m" + QByteArray("\xf0\x9f\x9a\x80").repeated(3000) + "\x1b[0m\n"});
        QByteArray joined;
        for (const QByteArray& line : text.split('\n')) {
            QVERIFY(line.startsWith("\x1b["));
            joined += line.sliced(line.indexOf('m') + 1);
        }
        QCOMPARE(joined, QByteArray("\xf0\x9f\x9a\x80").repeated(3000) + "\x1b[0m");
    }

    void aNoteNeverCutsASecretInTwo() {
        const Redactor redactor({u"supersecret"_s});
        ChannelText channel(redactor);
        QList<QByteArray> lines;
        channel.write("key supers", lines);
        channel.flush(lines);
        QVERIFY(lines.isEmpty());
        channel.write("ecret", lines);
        channel.flush(lines);
        QCOMPARE(lines, QList<QByteArray>{"key ***"});
    }
};

QTEST_GUILESS_MAIN(TestRedactor)
#include "tst_redactor.moc"
