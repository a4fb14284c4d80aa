#include "app/models/log_links.h"
#include "app/models/log_rows.h"
#include "app/models/log_search.h"
#include "app/models/run_progress.h"
#include "core/log/log_format.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::app;

namespace {

/// What LogRows does, by writing every row down.
QList<LogRow> allRows(const QList<LogSection>& sections, qint64 lineCount, const QSet<qsizetype>& folded,
    const std::optional<QList<qint64>>& filter) {
    QList<LogRow> rows;
    for (qsizetype section = 0; section < sections.size(); ++section) {
        const qint64 end = section + 1 < sections.size() ? sections.at(section + 1).firstLine : lineCount + 1;
        QList<LogRow> lines;
        for (qint64 line = sections.at(section).firstLine; line < end; ++line) {
            if (!filter || filter->contains(line)) {
                lines.append({section, line});
            }
        }
        if (filter && lines.isEmpty()) {
            continue;
        }
        rows.append({section, 0});
        if (!folded.contains(section)) {
            rows += lines;
        }
    }
    return rows;
}

void compare(const LogRows& rows, const QList<LogRow>& expected, qint64 lineCount) {
    QCOMPARE(rows.count(), expected.size());
    for (qsizetype row = 0; row < expected.size(); ++row) {
        QCOMPARE(rows.at(row), expected.at(row));
        if (!expected.at(row).isHead()) {
            QCOMPARE(rows.rowOf(expected.at(row).line), row);
        } else {
            QCOMPARE(rows.headRow(expected.at(row).section), row);
        }
    }
    QCOMPARE(rows.at(expected.size()), LogRow{});
    for (qint64 line = 1; line <= lineCount; ++line) {
        QCOMPARE(rows.shows(line), expected.contains(LogRow{rows.sectionOf(line), line}));
        if (!expected.isEmpty()) {
            QVERIFY(rows.rowOf(line) >= 0 && rows.rowOf(line) < expected.size());
        }
    }
}

} // namespace

class LogModelsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString write(const QStringList& texts) const {
        const QString path = m_folder.filePath(u"log"_s);
        QFile out(path);
        QByteArray bytes;
        for (const QString& text : texts) {
            appendLogLine(bytes, 1, Stage::Build, LogChannel::Output, text.toUtf8());
        }
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size()) {
            qFatal("the log cannot be written");
        }
        return path;
    }

private slots:
    void rowsAreThoseOfANaiveList() {
        QRandomGenerator chance(20'260'314);
        for (int round = 0; round < 300; ++round) {
            QList<LogSection> sections;
            qint64 lineCount = 0;
            for (int count = chance.bounded(7); count > 0; --count) {
                sections.append({lineCount + 1, static_cast<Stage>(chance.bounded(9)), 1});
                lineCount += 1 + chance.bounded(12);
            }
            LogRows rows;
            rows.setSections(sections, lineCount);
            QSet<qsizetype> folded;
            for (qsizetype section = 0; section < sections.size(); ++section) {
                if (chance.bounded(3) == 0) {
                    folded.insert(section);
                    rows.setFolded(section, true);
                }
            }
            std::optional<QList<qint64>> filter;
            if (chance.bounded(2) == 0) {
                filter.emplace();
                for (qint64 line = 1; line <= lineCount; ++line) {
                    if (chance.bounded(4) == 0) {
                        filter->append(line);
                    }
                }
                rows.setFilter(&*filter);
            }
            compare(rows, allRows(sections, lineCount, folded, filter), lineCount);
            // It grows: folds stay.
            if (lineCount > 0) {
                lineCount += 5;
                sections.append({lineCount + 1, Stage::Prove, 2});
                lineCount += 3;
                rows.setSections(sections, lineCount);
                compare(rows, allRows(sections, lineCount, folded, filter), lineCount);
            }
            if (QTest::currentTestFailed()) {
                qWarning("round %d", round);
                return;
            }
        }
    }

    void anotherLogIsUnfolded() {
        LogRows rows;
        rows.setSections({{1, Stage::Build, 1}}, 10);
        rows.setFolded(0, true);
        QCOMPARE(rows.count(), 1);
        rows.setSections({{1, Stage::Install, 1}}, 12);
        QCOMPARE(rows.count(), 13);
    }

    void stagesAreReadFromTheFileAsItGrows() {
        const QString path = m_folder.filePath(u"stages"_s);
        QFile out(path);
        QVERIFY(out.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        const auto add = [&out](qint64 time, Stage stage, int lines) {
            QByteArray bytes;
            for (int line = 0; line < lines; ++line) {
                appendLogLine(bytes, time + line, stage, LogChannel::Output, QByteArray(300, 'x'));
            }
            out.write(bytes);
        };
        add(10, Stage::Checkout, 2);
        add(20, Stage::Build, 3000);
        LogReader reader(path);
        QCOMPARE(reader.sections(), (QList<LogSection>{{1, Stage::Checkout, 10}, {3, Stage::Build, 20}}));
        out.write("not a line of ours\n");
        out.write("30000\tpub"); // Caught in the middle of a line
        reader.refresh();
        QCOMPARE(reader.lineCount(), 3003);
        out.write("lish\tout\tgoes on\n");
        add(40'000, Stage::Checkout, 1); // Resumed
        reader.refresh();
        QCOMPARE(reader.sections(),
            (QList<LogSection>{{1, Stage::Checkout, 10}, {3, Stage::Build, 20}, {3004, Stage::Publish, 30'000},
                {3005, Stage::Checkout, 40'000}}));
    }

    void theTimesOfAResumedDeploymentAreThoseOfItsLastTry() {
        const QString path = m_folder.filePath(u"resumed"_s);
        QFile out(path);
        QVERIFY(out.open(QIODevice::WriteOnly));
        QByteArray bytes;
        qint64 time = 0;
        for (const Stage stage : {Stage::Queue, Stage::Checkout, Stage::Install, Stage::Build, Stage::Checkout,
                 Stage::Install, Stage::Queue}) {
            appendLogLine(bytes, time += 100, stage, LogChannel::Output, "line");
        }
        out.write(bytes);
        out.close();
        LogLines lines;
        lines.open(path, false);
        const auto starts = stageStartsIn(lines);
        QCOMPARE(starts.at(static_cast<std::size_t>(Stage::Checkout)), 500);
        QCOMPARE(starts.at(static_cast<std::size_t>(Stage::Install)), 600);
        QCOMPARE(starts.at(static_cast<std::size_t>(Stage::Build)), 0);
    }

    void linksAreFound_data() {
        QTest::addColumn<QString>("plain");
        QTest::addColumn<QString>("target");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        const auto file = [](const char* name, const QString& plain, const QString& target, int line, int column) {
            QTest::newRow(name) << plain << target << line << column;
        };
        file("tsc", u"src/App.tsx:42:7 - error TS2322: Type"_s, u"src/App.tsx"_s, 42, 7);
        file("tsc in brackets", u"src/App.tsx(42,7): error TS2322"_s, u"src/App.tsx"_s, 42, 7);
        file("stack", u"    at render (/home/lina/site/src/a.mjs:3:14)"_s, u"/home/lina/site/src/a.mjs"_s, 3, 14);
        file("file url", u"file:///home/lina/site/a.mjs:3"_s, u"///home/lina/site/a.mjs"_s, 3, 0);
        file("drive", uR"(C:\site\src\App.tsx:42:7 - error)"_s, uR"(C:\site\src\App.tsx)"_s, 42, 7);
        file("drive after a word", uR"(in D:/site/a.ts:9)"_s, u"D:/site/a.ts"_s, 9, 0);
        file("after a colon", u"error:src/a.ts:9"_s, u"src/a.ts"_s, 9, 0);
        file("route", u"./src/routes/[slug]/+page.svelte:5:1"_s, u"./src/routes/[slug]/+page.svelte"_s, 5, 1);
        file("python", uR"(  File "app/main.py", line 12, in <module>)"_s, u"app/main.py"_s, 12, 0);
        file("unicode", u"内容/首页.vue:8:2 错误"_s, u"内容/首页.vue"_s, 8, 2);
        file("web", u"see https://vite.dev/config/#a:b, then"_s, u"https://vite.dev/config/#a:b"_s, 0, 0);
        file("web with a port", u"➜ http://shop.localhost:8480/index.html:3"_s,
            u"http://shop.localhost:8480/index.html:3"_s, 0, 0);
        for (const QString& plain : {u"12:30:45 done"_s, u"localhost:5173"_s, u"127.0.0.1:80"_s, u"example.com:443"_s,
                 u"v1.2.3:4"_s, u"key: value:3"_s, u"(42,7)"_s, u":3:4"_s, u"javascript:alert(1)"_s}) {
            file(qPrintable(u"none: "_s + plain), plain, {}, 0, 0);
        }
    }

    void linksAreFound() {
        QFETCH(QString, plain);
        QFETCH(QString, target);
        QFETCH(int, line);
        QFETCH(int, column);
        const QList<LogLink> links = linksIn(plain);
        QCOMPARE(links.size(), target.isEmpty() ? 0 : 1);
        if (!links.isEmpty()) {
            const LogLink& link = links.constFirst();
            QCOMPARE(link.target, target);
            QCOMPARE(link.line, line);
            QCOMPARE(link.column, column);
            QVERIFY(plain.mid(link.start, link.length).contains(link.target));
            QCOMPARE(link.kind == LogLink::Kind::Web, target.startsWith(u"http"));
        }
    }

    void linksNeverOverlap() {
        QRandomGenerator chance(7);
        const QString letters = u"a./:\\()[]\" 1,9CFile line http://x"_s;
        for (int round = 0; round < 3000; ++round) {
            QString plain;
            for (int size = chance.bounded(80); size > 0; --size) {
                plain += letters.at(chance.bounded(letters.size()));
            }
            qsizetype end = 0;
            for (const LogLink& link : linksIn(plain)) {
                QVERIFY2(link.start >= end && link.length > 0, qPrintable(plain));
                end = link.start + link.length;
                QVERIFY2(end <= plain.size(), qPrintable(plain));
            }
        }
    }

    void patternsMatchTextsAndExpressions() {
        QCOMPARE(LogPattern::text(u"a.c"_s).in(u"xA.C"_s), LogPattern::Answer::Yes);
        QCOMPARE(LogPattern::text(u"a.c"_s).in(u"abc"_s), LogPattern::Answer::No);
        const LogPattern words = LogPattern::expression(uR"(ts\d+)"_s);
        QVERIFY(words.isValid());
        QCOMPARE(words.matches(u"TS1 and TS22"_s), (std::vector<LogPattern::Match>{{0, 3}, {8, 4}}));
        QVERIFY(LogPattern::expression(u"x*"_s).matches(u"abc"_s).empty());
    }

    void aBrokenExpressionIsSaid() {
        const LogPattern broken = LogPattern::expression(u"ab(c"_s);
        QVERIFY(!broken.isValid());
        QVERIFY(!broken.problem().isEmpty());
        QCOMPARE(broken.in(u"abc"_s), LogPattern::Answer::No);
        QVERIFY(broken.matches(u"abc"_s).empty());
    }

    void anExpressionThatNeverEndsIsGivenUp() {
        LogLines lines;
        lines.open(write(QStringList(5000, QString(4000, u'a') + u'b')), false);
        LogSearch search(lines);
        const LogPattern hard = LogPattern::expression(u"(a+)+$"_s);
        QCOMPARE(hard.in(QString(4000, u'a') + u'b'), LogPattern::Answer::TooHard);
        search.start([hard](const QString& plain) { return hard.in(plain); });
        QTRY_VERIFY(search.isDone());
        QVERIFY(search.hasGivenUp());
        QVERIFY(search.found().isEmpty());
    }

    void aSearchCanBeEndedAndBegunAnew() {
        LogLines lines;
        lines.open(write(QStringList(20'000, u"needle"_s)), false);
        LogSearch search(lines);
        const LogPattern needle = LogPattern::text(u"NEEDLE"_s);
        search.start([needle](const QString& plain) { return needle.in(plain); });
        search.start({});
        QVERIFY(search.isDone() && !search.isSearching());
        QTest::qWait(20);
        QVERIFY(search.found().isEmpty());
        search.start([needle](const QString& plain) { return needle.in(plain); });
        QTRY_COMPARE(search.found().size(), 20'000);
        QCOMPARE(search.placeOf(20'000), 20'000);
        QCOMPARE(search.placeOf(20'001), 0);
    }
};

QTEST_MAIN(LogModelsTest)
#include "tst_log_models.moc"
