#include "core/log/build_log.h"
#include "core/log/log_follower.h"
#include "core/log/log_reader.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace miaobu;

namespace {

class FixedClock final : public Clock {
public:
    [[nodiscard]] QDateTime now() const override { return QDateTime::fromMSecsSinceEpoch(1700000000123, Qt::UTC); }
};

QList<LogLine> allLines(QSignalSpy& spy) {
    QList<LogLine> lines;
    for (const QList<QVariant>& emission : spy) {
        lines += emission.constFirst().value<QList<LogLine>>();
    }
    return lines;
}

QStringList textsOf(const QList<LogLine>& lines) {
    QStringList texts;
    for (const LogLine& line : lines) {
        texts.append(line.text);
    }
    return texts;
}

} // namespace

class TestBuildLog : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    const FixedClock m_clock;
    int m_files = 0;

    QString newPath() { return m_folder.filePath(u"logs/%1.log"_s.arg(++m_files)); }

private slots:
    void theFileAndTheSignalSayTheSame() {
        const QString path = newPath();
        BuildLog log(path, {u"supersecret"_s}, m_clock);
        QSignalSpy spy(&log, &BuildLog::linesAppended);
        log.setStage(Stage::Install);
        log.note(u"$ npm ci # supersecret"_s);
        log.write(LogChannel::Output, "added 1 pack");
        log.write(LogChannel::ErrorOutput, "npm warn supers");
        log.write(LogChannel::Output, "age\nno line feed");
        log.write(LogChannel::ErrorOutput, "ecret\n");
        log.setStage(Stage::Build);
        log.write(LogChannel::Output, "\x1b[32mbuilt\x1b[0m\twith a tab");
        log.close();
        log.write(LogChannel::Output, "too late\n");

        const QList<LogLine> lines = allLines(spy);
        QCOMPARE(textsOf(lines),
            (QStringList{u"$ npm ci # ***"_s, u"added 1 package"_s, u"npm warn ***"_s, u"no line feed"_s,
                u"\x1b[32mbuilt\x1b[0m\twith a tab"_s}));
        QCOMPARE(lines.at(2), (LogLine{3, 1700000000123, Stage::Install, LogChannel::ErrorOutput, u"npm warn ***"_s}));
        QCOMPARE(lines.at(4).stage, Stage::Build);
        QCOMPARE(log.lineCount(), 5);
        QCOMPARE(LogReader(path).lines(1, 100), lines);
        QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void secretsThatComeLaterAreMaskedFromThenOn() {
        BuildLog log(newPath(), {u"supersecret"_s}, m_clock);
        QSignalSpy spy(&log, &BuildLog::linesAppended);
        log.note(u"accesskey supersecret"_s);
        log.mask({u"accesskey"_s});
        log.note(u"accesskey supersecret"_s);
        log.write(LogChannel::Output, "acces");
        log.write(LogChannel::Output, "skey\n");
        log.close();
        QCOMPARE(textsOf(allLines(spy)), (QStringList{u"accesskey ***"_s, u"*** ***"_s, u"***"_s}));
    }

    void linesComeWithoutAnyCloseOrFlush() {
        BuildLog log(newPath(), {}, m_clock);
        QSignalSpy spy(&log, &BuildLog::linesAppended);
        log.write(LogChannel::Output, "a line\n");
        QVERIFY(spy.isEmpty());
        QVERIFY(spy.wait());
        QCOMPARE(textsOf(allLines(spy)), QStringList{u"a line"_s});
    }

    void manyLinesComeInBatches() {
        BuildLog log(newPath(), {}, m_clock);
        QSignalSpy spy(&log, &BuildLog::linesAppended);
        log.write(LogChannel::Output, QByteArray("line\n").repeated(5000));
        QCOMPARE(spy.size(), 2);
        log.close();
        QCOMPARE(spy.size(), 3);
        QCOMPARE(allLines(spy).size(), 5000);
    }

    void anyPartOfALongLogIsRead() {
        const QString path = newPath();
        BuildLog log(path, {}, m_clock);
        for (int i = 1; i <= 12345; ++i) {
            log.write(LogChannel::Output, "line " + QByteArray::number(i) + '\n');
        }
        log.close();
        const LogReader reader(path);
        QCOMPARE(reader.lineCount(), 12345);
        for (const qint64 first : {1, 999, 1000, 1001, 5500, 12000, 12345}) {
            const QList<LogLine> lines = reader.lines(first, 1500);
            QCOMPARE(lines.size(), std::min<qint64>(1500, 12345 - first + 1));
            for (qsizetype i = 0; i < lines.size(); ++i) {
                QCOMPARE(lines.at(i).number, first + i);
                QCOMPARE(lines.at(i).text, u"line %1"_s.arg(first + i));
            }
        }
        QVERIFY(reader.lines(12346, 10).isEmpty());
        QVERIFY(LogReader(m_folder.filePath(u"none.log"_s)).lines(1, 10).isEmpty());
    }

    void aLogThatIsThereIsContinued() {
        const QString path = newPath();
        BuildLog(path, {}, m_clock).note(u"first run"_s);
        BuildLog log(path, {}, m_clock);
        log.note(u"second run"_s);
        log.close();
        QCOMPARE(log.lineCount(), 2);
        QCOMPARE(textsOf(LogReader(path).lines(1, 9)), (QStringList{u"first run"_s, u"second run"_s}));
    }

    void aFollowerSeesWhatAnotherWrites() {
        const QString path = newPath();
        LogReader reader(path);
        LogFollower follower(reader);
        QSignalSpy spy(&follower, &LogFollower::linesAppended);
        BuildLog log(path, {}, m_clock);
        log.note(u"one"_s);
        log.flush();
        QVERIFY(spy.wait());
        QFile raw(path);
        QVERIFY(raw.open(QIODevice::Append));
        raw.write("1\tbuild\tout\thalf a li");
        raw.flush();
        follower.poll();
        QCOMPARE(allLines(spy).size(), 1);
        raw.write("ne\n");
        raw.flush();
        follower.poll();
        QCOMPARE(textsOf(allLines(spy)), (QStringList{u"one"_s, u"half a line"_s}));
        QCOMPARE(reader.lineCount(), 2);
    }

    void theMiddleOfAnEndlessLogIsLeftOut() {
        const QString path = newPath();
        LogReader reader(path);
        LogFollower follower(reader);
        BuildLog log(path, {}, m_clock, {200'000, 20'000});
        QSignalSpy shortened(&log, &BuildLog::shortened);
        QSignalSpy followed(&follower, &LogFollower::shortened);
        for (int i = 1; i <= 30'000; ++i) {
            log.write(LogChannel::Output, "line " + QByteArray::number(i) + '\n');
        }
        follower.poll();
        log.flush();
        follower.poll();
        log.close();
        QVERIFY(!shortened.isEmpty());
        QVERIFY(QFileInfo(path).size() < 300'000);
        QCOMPARE(reader.refresh(), LogReader::Change::None);
        QCOMPARE(reader.lineCount(), log.lineCount());
        const QList<LogLine> lines = reader.lines(1, reader.lineCount());
        QCOMPARE(lines.constFirst().text, u"line 1"_s);
        QCOMPARE(lines.constLast().text, u"line 30000"_s);
        qint64 leftOut = 0;
        qint64 present = 0;
        for (const LogLine& line : lines) {
            if (line.channel == LogChannel::Note) {
                QVERIFY(line.text.contains(u"lines left out"_s));
                leftOut += line.text.mid(1).split(u' ').constFirst().toLongLong();
            } else {
                ++present;
            }
        }
        QVERIFY(leftOut > 0);
        QCOMPARE(present + leftOut, 30'000);
    }

    void aFullDiskIsSaidOnceAndStopsNothing() {
        if (!QFileInfo::exists(u"/dev/full"_s)) {
            QSKIP("needs /dev/full");
        }
        const QString path = m_folder.filePath(u"full.log"_s);
        QVERIFY(QFile::link(u"/dev/full"_s, path));
        BuildLog log(path, {}, m_clock);
        QSignalSpy spy(&log, &BuildLog::linesAppended);
        log.note(u"one"_s);
        log.flush();
        log.note(u"two"_s);
        log.flush();
        log.note(u"three"_s);
        log.close();
        const QStringList texts = textsOf(allLines(spy));
        QCOMPARE(texts.size(), 4);
        QCOMPARE(texts.filter(u"cannot be written"_s).size(), 1);
        QCOMPARE(texts.constLast(), u"three"_s);
    }
};

QTEST_GUILESS_MAIN(TestBuildLog)
#include "tst_build_log.moc"
