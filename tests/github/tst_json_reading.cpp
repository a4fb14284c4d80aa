#include "core/async/error.h"
#include "core/github/json_reading.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace miaobu;

class TestJsonReading : public QObject {
    Q_OBJECT

private slots:
    void readsWhatIsThere() {
        const Members members(
            readObject(
                R"({"id": 9007199254740993, "login": "me", "name": null, "private": true, "owner": {"login": "o"}, "list": [1]})",
                u"it"_s),
            u"it"_s);
        QCOMPARE(members.id("id"_L1), qint64{9007199254740993});
        QCOMPARE(members.text("login"_L1), u"me"_s);
        QCOMPARE(members.optionalText("name"_L1), QString());
        QCOMPARE(members.optionalText("email"_L1), QString());
        QVERIFY(members.optionalFlag("private"_L1, false));
        QVERIFY(members.optionalFlag("fork"_L1, true));
        QCOMPARE(members.object("owner"_L1).text("login"_L1), u"o"_s);
        QCOMPARE(members.array("list"_L1).size(), 1);
        QCOMPARE(members.optionalNumber("size"_L1, 7), 7);
        QVERIFY(!members.has("name"_L1));
    }

    void refusesOtherTypes_data() {
        QTest::addColumn<QByteArray>("json");
        const QList<QByteArray> values{"null", "\"1\"", "-1", "0", "1.5", "1e300", "[]", "{}", "true"};
        for (const QByteArray& value : values) {
            QTest::newRow(value.constData()) << "{\"id\":" + value + '}';
        }
        QTest::newRow("missing") << QByteArray("{}");
    }

    void refusesOtherTypes() {
        QFETCH(QByteArray, json);
        const Members members(readObject(json, u"it"_s), u"it"_s);
        QVERIFY_THROWS_EXCEPTION(Error, members.id("id"_L1));
    }

    void refusesTextsAndObjectsOfOtherTypes() {
        const Members members(readObject(R"({"a": 1, "b": "x", "c": {}, "d": ""})", u"it"_s), u"it"_s);
        QVERIFY_THROWS_EXCEPTION(Error, members.text("a"_L1));
        QVERIFY_THROWS_EXCEPTION(Error, members.text("d"_L1));
        QVERIFY_THROWS_EXCEPTION(Error, members.optionalText("c"_L1));
        QVERIFY_THROWS_EXCEPTION(Error, members.optionalFlag("b"_L1, false));
        QVERIFY_THROWS_EXCEPTION(Error, members.optionalNumber("b"_L1, 0));
        QVERIFY_THROWS_EXCEPTION(Error, members.object("a"_L1));
        QVERIFY_THROWS_EXCEPTION(Error, members.array("c"_L1));
        QVERIFY_THROWS_EXCEPTION(Error, Members(QJsonValue(3), u"it"_s));
    }

    void refusesWhatIsNoSuchJson_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("page") << QByteArray("<html>");
        QTest::newRow("cut") << QByteArray("{\"id\": 12, \"lo");
        QTest::newRow("list") << QByteArray("[]");
        QTest::newRow("number") << QByteArray("12");
        QTest::newRow("deep") << "{\"a\":" + QByteArray(70, '[') + QByteArray(70, ']') + '}';
        QTest::newRow("endless") << QByteArray(1'000'000, '[');
    }

    void refusesWhatIsNoSuchJson() {
        QFETCH(QByteArray, json);
        QVERIFY_THROWS_EXCEPTION(Error, readObject(json, u"it"_s));
    }

    void bracketsInsideTextsAreNoDepth() {
        const QByteArray json = "{\"a\": \"\\\"" + QByteArray(200, '[') + "\"}";
        QVERIFY(readObject(json, u"it"_s).contains("a"_L1));
    }
};

QTEST_APPLESS_MAIN(TestJsonReading)
#include "tst_json_reading.moc"
