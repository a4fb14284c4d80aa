#include "core/model/dotenv.h"

using namespace Qt::StringLiterals;
using namespace miaobu;

class TestDotenv : public QObject {
    Q_OBJECT

private slots:
    void onlyWhatIsMeantForThePageIsPublic() {
        QVERIFY(isPublicVariable(u"VITE_TITLE"_s));
        QVERIFY(isPublicVariable(u"NEXT_PUBLIC_API"_s));
        QVERIFY(isPublicVariable(u"NODE_ENV"_s));
        QVERIFY(!isPublicVariable(u"API_TOKEN"_s));
        QVERIFY(!isPublicVariable(u"DATABASE_URL"_s));
        QVERIFY(!isPublicVariable(u"MY_VITE_KEY"_s));
    }

    void reads_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");

        QTest::newRow("plain") << QByteArray("API=https://a.b/c?d=e") << u"API"_s << u"https://a.b/c?d=e"_s;
        QTest::newRow("export and spaces") << QByteArray("  export  KEY = value \r\n") << u"KEY"_s << u"value"_s;
        QTest::newRow("comment behind") << QByteArray("KEY=value # why") << u"KEY"_s << u"value"_s;
        QTest::newRow("hash inside") << QByteArray("COLOUR=a#b") << u"COLOUR"_s << u"a#b"_s;
        QTest::newRow("empty") << QByteArray("KEY=") << u"KEY"_s << u""_s;
        QTest::newRow("only a comment") << QByteArray("KEY= # nothing") << u"KEY"_s << u""_s;
        QTest::newRow("single quotes keep all") << QByteArray("KEY='a\\n $b #c'") << u"KEY"_s << u"a\\n $b #c"_s;
        QTest::newRow("double quotes unescape")
            << QByteArray(R"(KEY="a\nb\"c\\d\q")") << u"KEY"_s << u"a\nb\"c\\d\\q"_s;
        QTest::newRow("several lines") << QByteArray("KEY=\"-----BEGIN\nabc\n-----END\"\n") << u"KEY"_s
                                       << u"-----BEGIN\nabc\n-----END"_s;
        QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBFKEY=1") << u"KEY"_s << u"1"_s;
        QTest::newRow("the later one wins") << QByteArray("KEY=1\nKEY=2") << u"KEY"_s << u"2"_s;
    }

    void reads() {
        QFETCH(QByteArray, text);
        QFETCH(QString, name);
        QFETCH(QString, value);
        const DotenvContent content = parseDotenv(text);
        QCOMPARE(content.problems.size(), 0);
        QCOMPARE(content.variables.size(), 1);
        QCOMPARE(content.variables.first().name, name);
        QCOMPARE(content.variables.first().value, value);
    }

    void saysWhichLineIsWrong() {
        const DotenvContent content = parseDotenv("# fine\nA='x\ny'\nnot a line\nB=\"never closed\nC=3\n");
        QCOMPARE(content.problems.size(), 2);
        QCOMPARE(content.problems.at(0).line, 4);
        QCOMPARE(content.problems.at(1).line, 5);
        QCOMPARE(content.variables.size(), 2);
        QCOMPARE(content.variables.at(1).name, u"C"_s);
    }
};

QTEST_GUILESS_MAIN(TestDotenv)
#include "tst_dotenv.moc"
