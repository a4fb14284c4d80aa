#include "app/models/log_search.h"
#include "app/widgets/log_view.h"
#include "core/log/log_format.h"
#include "tests/app/sample_states.h"

#include <QApplication>
#include <QClipboard>
#include <QScrollBar>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::app;

class LogViewTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    [[nodiscard]] QString file() const { return m_folder.filePath(u"log"_s); }

    void append(int lines) const {
        QFile out(file());
        QVERIFY(out.open(QIODevice::Append));
        QByteArray bytes;
        for (int line = 0; line < lines; ++line) {
            appendLogLine(bytes, 1, Stage::Publish, LogChannel::Output, "one more");
        }
        out.write(bytes);
    }

private slots:
    void aMillionLinesAreShownFromBothEnds() {
        sample::writeLog(file(), 1'000'000);
        LogLines lines;
        lines.open(file(), false);
        QCOMPARE(lines.count(), 1'000'000);
        LogView view(lines);
        view.resize(900, 600);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QVERIFY(view.isFollowing());
        QVERIFY(view.firstVisibleLine() > 999'900);
        QTest::keyClick(&view, Qt::Key_Home);
        QCOMPARE(view.firstVisibleLine(), 1);
        QVERIFY(!view.isFollowing());
        view.grab();
        view.showLine(500'000);
        QVERIFY(view.firstVisibleLine() <= 500'000 && view.firstVisibleLine() > 499'900);
        QCOMPARE(view.currentLine(), 500'000);
        view.grab();
    }

    void followingYieldsWhenSomebodyScrollsUp() {
        sample::writeLog(file(), 300);
        LogLines lines;
        lines.open(file(), true);
        LogView view(lines);
        view.resize(900, 400);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QSignalSpy following(&view, &LogView::followingChanged);
        append(100);
        QTRY_COMPARE(lines.count(), 400);
        QCOMPARE(view.verticalScrollBar()->value(), view.verticalScrollBar()->maximum());
        QTest::keyClick(&view, Qt::Key_PageUp);
        QCOMPARE(following.size(), 1);
        const qint64 seen = view.firstVisibleLine();
        append(100);
        QTRY_COMPARE(lines.count(), 500);
        QCOMPARE(view.firstVisibleLine(), seen);
        QTest::keyClick(&view, Qt::Key_End);
        QVERIFY(view.isFollowing());
    }

    void whatIsSelectedIsCopiedWithoutColours() {
        sample::writeLog(file(), 13);
        LogLines lines;
        lines.open(file(), false);
        LogView view(lines);
        view.resize(900, 600);
        view.selectAll();
        view.copySelection();
        const QStringList copied = QApplication::clipboard()->text().split(u'\n');
        QCOMPARE(copied.size(), 13);
        QCOMPARE(copied.constFirst(), u"main at 9e1f3c2, 1,204 files from the mirror"_s);
        QCOMPARE(copied.at(3), u"Packages: +812"_s);
        QCOMPARE(copied.constLast(), u"✓ built in 3.21s"_s);
    }

    void searchFindsLinesAndGoesOnAsTheLogGrows() {
        sample::writeLog(file(), 13);
        LogLines lines;
        lines.open(file(), true);
        LogSearch search(lines);
        search.start([](const QString& plain) { return plain.contains(u"one more"_s); });
        QTRY_VERIFY(search.isDone());
        QCOMPARE(search.found().size(), 0);
        QCOMPARE(search.next(0), 0);
        append(3);
        QTRY_COMPARE(search.found().size(), 3);
        QCOMPARE(search.next(0), 14);
        QCOMPARE(search.next(14), 15);
        QCOMPARE(search.next(16), 14);
        QCOMPARE(search.previous(14), 16);
    }

    void linesThatCouldNotBeWrittenAreShownAllTheSame() {
        sample::writeLog(file(), 2);
        LogLines lines;
        lines.open(file(), true);
        lines.append({{3, 1, Stage::Build, LogChannel::Output, u"only in memory"_s}});
        QCOMPARE(lines.count(), 3);
        QCOMPARE(lines.line(3).text, u"only in memory"_s);
        QCOMPARE(lines.lines(2, 5).size(), 2);
    }

    void errorsAreTold_data() {
        QTest::addColumn<QString>("line");
        QTest::addColumn<bool>("isError");
        QTest::newRow("tsc") << u"src/App.tsx:42:7 - error TS2322: Type 'string'"_s << true;
        QTest::newRow("npm") << u"npm ERR! code ELIFECYCLE"_s << true;
        QTest::newRow("javascript") << u"TypeError: x is not a function"_s << true;
        QTest::newRow("esbuild") << u"✘ [ERROR] Could not resolve \"react\""_s << true;
        QTest::newRow("none") << u"0 errors, 2 warnings"_s << false;
        QTest::newRow("file") << u"dist/error.html   1.2 kB"_s << false;
    }

    void errorsAreTold() {
        QFETCH(QString, line);
        QFETCH(bool, isError);
        QCOMPARE(tellsError(line), isError);
    }
};

QTEST_MAIN(LogViewTest)
#include "tst_log_view.moc"
