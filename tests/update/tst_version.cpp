#include "core/update/version.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace miaobu;

class TestVersion : public QObject {
    Q_OBJECT

private slots:
    /// The examples of semver.org §11, and what sorting as text would get wrong: each comes before the next.
    void comesBeforeTheNext() {
        const QStringList rising{u"0.1.0"_s, u"0.2.0"_s, u"0.10.0"_s, u"1.0.0-alpha"_s, u"1.0.0-alpha.1"_s,
            u"1.0.0-alpha.beta"_s, u"1.0.0-beta"_s, u"1.0.0-beta.2"_s, u"1.0.0-beta.11"_s, u"1.0.0-rc.1"_s, u"1.0.0"_s,
            u"1.0.1-0"_s, u"1.0.1"_s, u"2.1.0"_s, u"2.1.1"_s, u"10.0.0"_s, u"99999999999999999999999.0.0"_s};
        for (qsizetype i = 1; i < rising.size(); ++i) {
            const auto before = releaseVersionFrom(rising.at(i - 1));
            const auto after = releaseVersionFrom(rising.at(i));
            QVERIFY2(before && after, qPrintable(rising.at(i)));
            QVERIFY2(*before < *after && !(*after < *before) && *before != *after, qPrintable(rising.at(i)));
        }
    }

    void aTagIsTheVersionInIt() {
        QCOMPARE(releaseVersionFrom(u"v1.2.3"_s), releaseVersionFrom(u"1.2.3"_s));
        QCOMPARE(releaseVersionFrom(u"1.2.3+build.5"_s), releaseVersionFrom(u"1.2.3"_s));
        QCOMPARE(releaseVersionFrom(u"1.2.3-rc.1+x"_s)->preRelease, (QStringList{u"rc"_s, u"1"_s}));
    }

    void anythingElseIsNone() {
        for (const QString& text :
            {u""_s, u"1.2"_s, u"1.2.3.4"_s, u"01.2.3"_s, u"1.2.3-"_s, u"1.2.3-01"_s, u"1.2.3-a..b"_s, u"1.2.3+"_s,
                u"vv1.2.3"_s, u"V1.2.3"_s, u"nightly"_s, u"1.2.3\n"_s, u" 1.2.3"_s, u"1.2.٣"_s, u"1.2.3-ä"_s}) {
            QVERIFY2(!releaseVersionFrom(text), qPrintable(text));
        }
    }
};

QTEST_GUILESS_MAIN(TestVersion)
#include "tst_version.moc"
