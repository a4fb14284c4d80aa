#include "app/models/log_search.h"
#include "app/widgets/log_view.h"
#include "core/log/build_log.h"
#include "core/log/log_format.h"
#include "tests/app/sample_states.h"

#include <QAccessible>
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

    void aLargeSelectionIsLeftToWhoCanWait() {
        sample::writeLog(file(), 30'000);
        LogLines lines;
        lines.open(file(), false);
        LogView view(lines);
        QApplication::clipboard()->setText(u"mine"_s);
        QSignalSpy asked(&view, &LogView::copyRequested);
        view.selectAll();
        view.copySelection();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.constFirst().at(1).toLongLong(), 30'000);
        QCOMPARE(QApplication::clipboard()->text(), u"mine"_s);
    }

    void aSecretOfTheBuildIsNeverShown() {
        const QString secret = u"correct-horse-battery-staple"_s;
        const SystemClock clock;
        QFile::remove(file());
        BuildLog log(file(), {secret}, clock);
        LogLines lines;
        lines.open(file(), true);
        connect(&log, &BuildLog::linesAppended, &lines, &LogLines::append);
        LogView view(lines);
        log.setStage(Stage::Build);
        for (qsizetype cut = 0; cut <= secret.size(); ++cut) {
            log.write(LogChannel::Output, "token=" + secret.left(cut).toUtf8());
            log.flush();
            log.write(LogChannel::Output, secret.mid(cut).toUtf8() + "\n");
        }
        log.note(u"Authorization: Bearer "_s + secret);
        log.close();
        QVERIFY(lines.count() > secret.size());
        view.selectAll();
        QVERIFY(view.selectedText().contains(u"token="_s));
        QVERIFY2(!view.selectedText().contains(secret), qPrintable(view.selectedText()));
        view.showLine(1);
        QVERIFY(!view.textOf(view.currentRow()).contains(u"battery"_s));
    }

    void searchFindsLinesAndGoesOnAsTheLogGrows() {
        sample::writeLog(file(), 13);
        LogLines lines;
        lines.open(file(), true);
        LogSearch search(lines);
        const LogPattern pattern = LogPattern::text(u"one more"_s);
        search.start([pattern](const QString& plain) { return pattern.in(plain); });
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

    void aClickFoldsAStageAndKeysDoToo() {
        sample::writeLog(file(), 13); // 1 line of checkout, 3 of install, 9 of build
        LogLines lines;
        lines.open(file(), false);
        LogView view(lines);
        view.resize(900, 600);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QCOMPARE(view.rows().count(), 16);
        const auto click = [&view](const LogRow& row) {
            QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.rectOf(row).center());
        };
        click({1, 0});
        QVERIFY(view.rows().isFolded(1));
        QCOMPARE(view.rows().count(), 13);
        view.grab();
        click({1, 0});
        QVERIFY(!view.rows().isFolded(1));

        view.setFocus();
        QTest::keyClick(&view, Qt::Key_Home, Qt::ControlModifier);
        QCOMPARE(view.currentRow(), (LogRow{0, 0}));
        QTest::keyClick(&view, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(view.currentRow(), (LogRow{1, 0}));
        QTest::keyClick(&view, Qt::Key_Left);
        QVERIFY(view.rows().isFolded(1));
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(view.currentRow(), (LogRow{2, 0}));
        QTest::keyClick(&view, Qt::Key_Up, Qt::AltModifier);
        QTest::keyClick(&view, Qt::Key_Right);
        QVERIFY(!view.rows().isFolded(1));
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(view.currentRow(), (LogRow{1, 2}));
        QTest::keyClick(&view, Qt::Key_Left);
        QCOMPARE(view.currentRow(), (LogRow{1, 0}));
        QTest::keyClick(&view, Qt::Key_Space);
        QVERIFY(view.rows().isFolded(1));
        QTest::keyClick(&view, Qt::Key_End, Qt::ControlModifier);
        QCOMPARE(view.currentRow(), (LogRow{2, 13}));
        QTest::keyClick(&view, Qt::Key_Up);
        QTest::keyClick(&view, Qt::Key_Up, Qt::ShiftModifier);
        QTest::keyClick(&view, Qt::Key_Up, Qt::ShiftModifier);
        QCOMPARE(view.selectedText().count(u'\n'), 2);
        QTest::keyClick(&view, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(view.selectedText().count(u'\n'), 1);
        QVERIFY(view.selectedText().startsWith(u"dist/assets"_s));
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(view.selectedText(), QString());
        // What is gone to is unfolded.
        view.showLine(3);
        QVERIFY(!view.rows().isFolded(1));
        QCOMPARE(view.currentLine(), 3);
    }

    void aVeryLongLineIsCutAndDrawn() {
        QFile out(file());
        QVERIFY(out.open(QIODevice::WriteOnly));
        QByteArray bytes;
        for (const QByteArray& piece : {QByteArray("x"), QByteArray("\x1b[41mred\x1b[0m."),
                 QByteArray("\xe7\xa7\x92\xe9\x83\xa8\xf0\x9f\x90\xbe")}) {
            appendLogLine(bytes, 1, Stage::Build, LogChannel::Output, piece.repeated(100'000 / piece.size()));
        }
        out.write(bytes);
        out.close();
        LogLines lines;
        lines.open(file(), false);
        LogView view(lines);
        view.resize(900, 200);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.setSought(LogPattern::text(u"r"_s));
        view.selectAll();
        view.grab();
        QTRY_VERIFY(view.horizontalScrollBar()->maximum() > 4000 * 5);
        view.horizontalScrollBar()->setValue(view.horizontalScrollBar()->maximum());
        view.grab();
        QTest::mouseMove(view.viewport(), view.rectOf({0, 2}).center());
        for (qint64 line = 1; line <= 3; ++line) {
            QVERIFY(LogPainter::shown(lines.line(line).text).size() <= 4201);
        }
    }

    void aPlaceInAFileIsAClickAway() {
        sample::writeLog(file(), 13);
        LogLines lines;
        lines.open(file(), false);
        LogView view(lines);
        view.resize(900, 600);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QSignalSpy opened(&view, &LogView::linkActivated);
        const QRect row = view.rectOf({2, 8});
        // Over the whole row, so that this test knows nothing of fonts: the link alone answers.
        QList<int> hits;
        for (int x = 2; x < row.width(); x += 6) {
            QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, QPoint(x, row.center().y()));
            if (opened.size() > hits.size()) {
                hits.append(x);
            }
        }
        QVERIFY(hits.size() > 3 && hits.constLast() < row.width() / 2);
        const auto link = opened.constFirst().constFirst().value<LogLink>();
        QCOMPARE(link.target, u"src/App.tsx"_s);
        QCOMPARE(link.line, 42);
        QCOMPARE(link.column, 7);
        QTest::mouseMove(view.viewport(), QPoint(hits.constFirst(), row.center().y()));
        QTRY_COMPARE(view.viewport()->cursor().shape(), Qt::PointingHandCursor);
        opened.clear();
        view.showLine(8);
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
    }

    void aScreenReaderReadsTheRowOneStandsOn() {
        sample::writeLog(file(), 13);
        LogLines lines;
        lines.open(file(), false);
        LogView view(lines);
        view.setAccessibleName(u"Build log"_s);
        view.resize(900, 600);
        view.show();
        QAccessibleInterface* const interface = QAccessible::queryAccessibleInterface(&view);
        QVERIFY(interface);
        QCOMPARE(interface->role(), QAccessible::Document);
        QCOMPARE(interface->text(QAccessible::Name), u"Build log"_s);
        QVERIFY(interface->state().readOnly);
        view.showLine(4);
        QVERIFY(interface->textInterface());
        QCOMPARE(interface->text(QAccessible::Value), u"Packages: +812"_s);
        QCOMPARE(interface->textInterface()->text(0, 8), u"Packages"_s);
        QTest::keyClick(&view, Qt::Key_Left);
        QVERIFY(interface->text(QAccessible::Value).startsWith(u"Install"_s));
    }

    void whatIsHostileIsHarmless_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("title") << QByteArray("\x1b]0;owned\x07safe");
        QTest::newRow("clipboard") << QByteArray("\x1b]52;c;cm0gLXJm\x1b\\safe");
        QTest::newRow("link") << QByteArray("\x1b]8;;javascript:alert(1)\x1b\\safe\x1b]8;;\x1b\\");
        QTest::newRow("device control") << QByteArray("\x1bP$q\"p\x1b\\safe");
        QTest::newRow("cursor") << QByteArray("\x1b[2J\x1b[1;1H\x1b[999Asafe");
        QTest::newRow("endless parameters") << "\x1b[" + QByteArray(9000, '1') + "msafe";
        QTest::newRow("c1") << QByteArray("\xc2\x9b"
                                          "31msafe\xc2\x90x\xc2\x9c");
        QTest::newRow("direction") << QByteArray("safe \xe2\x80\xae txt.exe \xe2\x81\xa6");
        QTest::newRow("nul") << QByteArray("sa\0fe\x7f\x08", 7);
        QTest::newRow("broken utf-8") << QByteArray("\xff\xfe\xc3(safe");
        QTest::newRow("html") << QByteArray("<img src=x onerror=alert(1)>safe");
    }

    /// The file itself, as if somebody else had written into it: the splitter's own tests are in tst_line_splitter.
    void whatIsHostileIsHarmless() {
        QFETCH(QByteArray, bytes);
        QFile out(file());
        QVERIFY(out.open(QIODevice::WriteOnly));
        QByteArray line;
        appendLogLine(line, 1, Stage::Build, LogChannel::Output, bytes);
        out.write(line);
        out.close();
        QApplication::clipboard()->setText(u"mine"_s);
        LogLines lines;
        lines.open(file(), false);
        LogView view(lines);
        view.resize(600, 200);
        view.grab();
        for (const QChar character : LogPainter::shown(lines.line(1).text)) {
            const char16_t code = character.unicode();
            QVERIFY2(code >= 0x20 && !(code >= 0x7f && code < 0xa0) && !(code >= 0x202a && code <= 0x202e)
                    && !(code >= 0x2066 && code <= 0x2069),
                qPrintable(QString::number(code, 16)));
        }
        QCOMPARE(QApplication::clipboard()->text(), u"mine"_s);
        QCOMPARE(lines.count(), 1);
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
