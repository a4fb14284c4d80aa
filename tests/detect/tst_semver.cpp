#include "core/detect/semver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace miaobu;

class TestSemver : public QObject {
    Q_OBJECT

private slots:
    void ordersByPrecedence();
    void refusesWhatIsNoVersion_data();
    void refusesWhatIsNoVersion();
    void matchesAsNpmDoes_data();
    void matchesAsNpmDoes();
    void refusesWhatIsNoRange_data();
    void refusesWhatIsNoRange();
    void picksTheHighestThatFits();
};

void TestSemver::ordersByPrecedence() {
    // The chain of semver.org §11, with a release on top.
    const QStringList ascending{u"1.0.0-0"_s, u"1.0.0-alpha"_s, u"1.0.0-alpha.1"_s, u"1.0.0-alpha.beta"_s,
        u"1.0.0-beta"_s, u"1.0.0-beta.2"_s, u"1.0.0-beta.11"_s, u"1.0.0-rc.1"_s, u"v1.0.0"_s, u"1.0.1"_s, u"1.10.0"_s,
        u"2.0.0+build.5"_s};
    for (qsizetype i = 1; i < ascending.size(); ++i) {
        QVERIFY2(*parseVersion(ascending.at(i - 1)) < *parseVersion(ascending.at(i)), qPrintable(ascending.at(i)));
    }
    QCOMPARE(toString(*parseVersion(u" v1.2.3-rc.1+abc "_s)), u"1.2.3-rc.1"_s);
}

void TestSemver::refusesWhatIsNoVersion_data() {
    QTest::addColumn<QString>("text");
    for (const char* text : {"", "20", "20.1", "lts/iron", "1.2.3.4", "1.2.x", "99999999999999999999.0.0", "1.2.3-"}) {
        QTest::newRow(text) << QString::fromLatin1(text);
    }
}

void TestSemver::refusesWhatIsNoVersion() {
    QFETCH(QString, text);
    QVERIFY(!parseVersion(text));
}

void TestSemver::matchesAsNpmDoes_data() {
    QTest::addColumn<QString>("range");
    QTest::addColumn<QStringList>("inside");
    QTest::addColumn<QStringList>("outside");
    const auto row = [](const char* range, const char* inside, const char* outside) {
        QTest::newRow(range) << QString::fromLatin1(range)
                             << QString::fromLatin1(inside).split(u' ', Qt::SkipEmptyParts)
                             << QString::fromLatin1(outside).split(u' ', Qt::SkipEmptyParts);
    };
    row("", "0.0.0 1.2.3 99.0.0", "1.2.3-beta");
    row("*", "0.0.0 1.2.3", "1.2.3-beta");
    row("x", "5.0.0", "");
    row("20", "20.0.0 20.19.5", "19.9.9 21.0.0 20.0.0-rc.1");
    row("v20", "20.1.0", "21.0.0");
    row("20.x", "20.0.0 20.99.1", "21.0.0");
    row("20.11.x", "20.11.0 20.11.9", "20.12.0");
    row("20.11.*", "20.11.4", "20.12.0 20.10.9");
    row("=20.11.1", "20.11.1", "20.11.2");
    row("20.11.1", "20.11.1", "20.11.0 20.11.2");
    row("^1.2.3", "1.2.3 1.99.0", "1.2.2 2.0.0 2.0.0-alpha 1.3.0-beta");
    row("^1.2", "1.2.0 1.9.9", "1.1.9 2.0.0");
    row("^1", "1.0.0 1.9.9", "0.9.9 2.0.0");
    row("^1.x", "1.0.0 1.9.9", "2.0.0");
    row("^0.2.3", "0.2.3 0.2.9", "0.2.2 0.3.0 1.0.0");
    row("^0.0.3", "0.0.3", "0.0.2 0.0.4");
    row("^0.0", "0.0.0 0.0.9", "0.1.0");
    row("^0", "0.0.0 0.9.9", "1.0.0");
    row("^1.2.3-beta.2", "1.2.3-beta.2 1.2.3-beta.4 1.2.3 1.9.0", "1.2.3-beta.1 1.2.4-beta.2");
    row("^0.0.3-beta", "0.0.3-beta 0.0.3-pr.2 0.0.3", "0.0.4 0.0.3-alpha");
    row("^18.18.0 || ^20.9.0 || >=21.1.0", "18.18.0 18.20.4 20.9.0 22.0.0 21.1.0", "18.17.9 19.0.0 20.8.9 21.0.9");
    row("~1.2.3", "1.2.3 1.2.99", "1.3.0 1.2.2");
    row("~1.2", "1.2.0 1.2.9", "1.3.0");
    row("~1", "1.0.0 1.99.9", "2.0.0");
    row("~0.2.3", "0.2.3 0.2.9", "0.3.0");
    row("~> 1.2.3", "1.2.4", "1.3.0");
    row("~1.2.3-beta.2", "1.2.3-beta.4 1.2.3 1.2.9", "1.2.4-beta.2 1.3.0");
    row(">=18", "18.0.0 24.1.0", "17.9.9");
    row(">= 18.0.0", "18.0.0 24.1.0", "17.9.9");
    row(">=18 <23", "18.0.0 22.99.0", "23.0.0 17.0.0 23.0.0-nightly");
    row(">=18, <23", "22.0.0", "23.0.0");
    row(">18", "19.0.0", "18.0.0 18.99.0");
    row(">18.1", "18.2.0", "18.1.9");
    row(">18.1.0", "18.1.1", "18.1.0");
    row("<20", "19.9.9", "20.0.0 20.0.0-rc.1");
    row("<=20", "20.99.0", "21.0.0");
    row("<=20.1", "20.1.99", "20.2.0");
    row("<=20.1.0", "20.1.0", "20.1.1");
    row(">*", "", "0.0.0 1.0.0");
    row(">=*", "0.0.0 1.0.0", "");
    row("1.2.3 - 2.3.4", "1.2.3 2.0.0 2.3.4", "1.2.2 2.3.5");
    row("1.2 - 2.3.4", "1.2.0", "1.1.9");
    row("1.2.3 - 2.3", "2.3.99", "2.4.0");
    row("1.2.3 - 2", "2.99.0", "3.0.0");
    row("16 - 20", "16.0.0 20.1.0", "15.9.9 21.0.0");
    row(">1.2.3-alpha.3", "1.2.3-alpha.7 3.4.5", "3.4.5-alpha.9 1.2.3-alpha.3");
    row("||", "1.0.0", "");
    row("14 || 16 || >=18", "14.1.0 16.0.0 18.0.0 20.0.0", "15.0.0 17.0.0");
}

void TestSemver::matchesAsNpmDoes() {
    QFETCH(QString, range);
    QFETCH(QStringList, inside);
    QFETCH(QStringList, outside);
    const auto parsed = parseRange(range);
    QVERIFY(parsed);
    for (const QString& version : inside) {
        QVERIFY2(satisfies(*parseVersion(version), *parsed), qPrintable(version));
    }
    for (const QString& version : outside) {
        QVERIFY2(!satisfies(*parseVersion(version), *parsed), qPrintable(version));
    }
}

void TestSemver::refusesWhatIsNoRange_data() {
    QTest::addColumn<QString>("text");
    QTest::newRow("alias") << u"lts/iron"_s;
    QTest::newRow("words") << u"latest"_s;
    QTest::newRow("two dots") << u">=1..2"_s;
    QTest::newRow("half an or") << u"1 | 2"_s;
    QTest::newRow("too many numbers") << u"1.2.3.4"_s;
    QTest::newRow("endless") << u"1 "_s.repeated(100'000);
}

void TestSemver::refusesWhatIsNoRange() {
    QFETCH(QString, text);
    QVERIFY(!parseRange(text));
}

void TestSemver::picksTheHighestThatFits() {
    const QList<Version> installed{*parseVersion(u"18.20.8"_s), *parseVersion(u"22.1.0"_s), *parseVersion(u"20.19.5"_s),
        *parseVersion(u"23.0.0-rc.1"_s)};
    QCOMPARE(bestOf(*parseRange(u">=18"_s), installed), parseVersion(u"22.1.0"_s));
    QCOMPARE(bestOf(*parseRange(u"<22"_s), installed), parseVersion(u"20.19.5"_s));
    QCOMPARE(bestOf(*parseRange(u"16"_s), installed), std::nullopt);
    QCOMPARE(bestOf(*parseRange(u"*"_s), {}), std::nullopt);
}

QTEST_GUILESS_MAIN(TestSemver)
#include "tst_semver.moc"
