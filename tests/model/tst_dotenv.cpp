#include "core/model/dotenv.h"

#include <QRandomGenerator>

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
        QTest::newRow("dollars stand for themselves") << QByteArray(R"(KEY="$HOME \$5")") << u"KEY"_s << u"$HOME $5"_s;
        QTest::newRow("backticks") << QByteArray("KEY=`it's \"so\"`") << u"KEY"_s << u"it's \"so\""_s;
        QTest::newRow("comment behind quotes") << QByteArray("KEY='a' # why") << u"KEY"_s << u"a"_s;
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
        QCOMPARE(content.problems.at(0).kind, DotenvProblem::Kind::NoAssignment);
        QCOMPARE(content.problems.at(1).kind, DotenvProblem::Kind::OpenQuote);
        QCOMPARE(content.lines, (QList<int>{2, 6}));
    }

    void textBehindAQuoteIsNotDroppedInSilence() {
        const DotenvContent content = parseDotenv("A='it's'\nB=\"x\"y\n");
        QCOMPARE(content.variables.size(), 0);
        QCOMPARE(content.problems.size(), 2);
        QCOMPARE(content.problems.at(1).line, 2);
        QCOMPARE(content.problems.at(1).kind, DotenvProblem::Kind::TextAfterQuote);
    }

    void saysWhichNameIsThereTwice() {
        const DotenvContent content = parseDotenv("A=1\nB=2\n\nA=3\n");
        QCOMPARE(content.repetitions.size(), 1);
        QCOMPARE(content.repetitions.first().line, 4);
        QCOMPARE(content.repetitions.first().name, u"A"_s);
        QCOMPARE(content.lines, (QList<int>{2, 4}));
    }

    void whatIsWrittenIsReadAsTheSame_data() {
        QTest::addColumn<QString>("value");
        for (const QString& value :
            {u""_s, u"plain"_s, u" spaces "_s, u"it's"_s, u"a\\"_s, u"\\\\n"_s, u"a#b #c"_s, u"$HOME\n$x"_s, u"\r\n"_s,
                u"'\"`"_s, u"=="_s, u"export A=1"_s, u"密码🔑"_s, u"-----BEGIN KEY-----\nabc=\n-----END KEY-----\n"_s,
                u"\t"_s, u"a\r'"_s, u"\uFEFFmark"_s, u"\u00A0"_s}) {
            QTest::newRow(qPrintable(u"[%1]"_s.arg(value))) << value;
        }
    }

    void whatIsWrittenIsReadAsTheSame() {
        QFETCH(QString, value);
        const QList<EnvironmentVariable> variables{{u"FIRST"_s, value}, {u"_last"_s, u"end"_s}};
        QCOMPARE(parseDotenv(writeDotenv(variables)).variables, variables);
    }

    void anyVariablesAreReadAsTheyWereWritten() {
        QRandomGenerator random(20'240);
        const QString letters = u"ab01 =#'\"`\\$\n\r\t{}!%&;|<>*?~-_.,:/@[]()^ü密🔑"_s;
        // Whole characters: half of a surrogate pair is no text.
        QStringList characters;
        for (qsizetype i = 0; i < letters.size(); ++i) {
            const qsizetype length = letters.at(i).isHighSurrogate() ? 2 : 1;
            characters.append(letters.mid(i, length));
            i += length - 1;
        }
        for (int round = 0; round < 3000; ++round) {
            QList<EnvironmentVariable> variables;
            for (int i = 0, count = 1 + random.bounded(5); i < count; ++i) {
                QString value;
                for (int length = random.bounded(30); length > 0; --length) {
                    value += characters.at(random.bounded(static_cast<int>(characters.size())));
                }
                variables.append({u"NAME_%1"_s.arg(i), value});
            }
            const QByteArray text = writeDotenv(variables);
            const DotenvContent read = parseDotenv(text);
            QVERIFY2(read.problems.isEmpty(), text.constData());
            QVERIFY2(read.variables == variables, text.constData());
        }
    }
};

QTEST_GUILESS_MAIN(TestDotenv)
#include "tst_dotenv.moc"
