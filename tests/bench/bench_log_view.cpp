#include "app/models/log_search.h"
#include "app/widgets/log_view.h"
#include "core/log/build_log.h"
#include "core/log/log_format.h"
#include "tests/bench/log_text.h"
#include "tests/bench/measure.h"

#include <QApplication>
#include <QScrollBar>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace miaobu;

namespace {

/// Counts what is drawn.
class PaintCounter final : public QObject {
public:
    int frames = 0;

    bool eventFilter(QObject* watched, QEvent* event) override {
        frames += event->type() == QEvent::Paint ? 1 : 0;
        return QObject::eventFilter(watched, event);
    }
};

double milliseconds(const QElapsedTimer& timer) {
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// The longest of many drawings, each somewhere else in the log.
double longestJump(app::LogView& view) {
    double longest = 0;
    const int last = view.verticalScrollBar()->maximum();
    for (int jump = 0; jump < 200; ++jump) {
        QElapsedTimer frame;
        frame.start();
        view.verticalScrollBar()->setValue(static_cast<int>(qint64(jump) * 7'919'113 % std::max(1, last)));
        view.viewport()->repaint();
        longest = std::max(longest, milliseconds(frame));
    }
    return longest;
}

/// The longest drawing of a page whose lines are all as long as lines can be, at its left, middle and right.
double longestWideFrame(const QString& path) {
    const QStringList pieces{u"var a=1;"_s, u"\x1b[36mpath/\x1b[1mname.js\x1b[0m "_s, u"秒部 4112 个模块 🐾 "_s};
    QByteArray bytes;
    for (int line = 0; line < 3000; ++line) {
        const QString& piece = pieces.at(line / 100 % 3);
        appendLogLine(bytes, 1, Stage::Build, LogChannel::Output, piece.repeated(4096 / piece.size()).toUtf8());
    }
    QFile out(path);
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size()) {
        return 1e9;
    }
    out.close();
    app::LogLines lines;
    lines.open(path, false);
    app::LogView view(lines);
    view.resize(1200, 800);
    view.show();
    QCoreApplication::processEvents();
    double longest = 0;
    for (const int part : {0, 1, 2}) {
        QScrollBar* const bar = view.horizontalScrollBar();
        bar->setValue(bar->maximum() * part / 2);
        longest = std::max(longest, longestJump(view));
    }
    return longest;
}

/// Looks through the whole log; the longest time in which the window could take no click.
double longestSlice(app::LogSearch& search, const app::LogPattern& pattern) {
    double longest = 0;
    search.start([pattern](const QString& plain) { return pattern.in(plain); });
    while (!search.isDone()) {
        QElapsedTimer frame;
        frame.start();
        QCoreApplication::processEvents();
        longest = std::max(longest, milliseconds(frame));
    }
    return longest;
}

} // namespace

/// A million lines with the log view open and following, then looked through and jumped about in: how long the window
/// cannot draw or take a click at most.
int main(int argc, char** argv) {
    const QApplication application(argc, argv);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"bench.log"_s);
    const SystemClock clock;
    BuildLog log(path, {u"correct-horse-battery-staple"_s}, clock);
    app::LogLines lines;
    QObject::connect(&log, &BuildLog::linesAppended, &lines, &app::LogLines::append);
    log.setStage(Stage::Build);
    log.note(u"npm run build"_s);
    log.flush();
    lines.open(path, true);
    app::LogView view(lines);
    PaintCounter counter;
    view.viewport()->installEventFilter(&counter);
    view.resize(1200, 800);
    view.show();
    QCoreApplication::processEvents();

    qint64 longest = 0; // nanoseconds
    QElapsedTimer all;
    all.start();
    bench::inPipeSizes(1'000'000, [&](const QByteArray& chunk) {
        QElapsedTimer frame;
        frame.start();
        log.write(LogChannel::Output, chunk);
        QCoreApplication::processEvents();
        longest = std::max(longest, frame.nsecsElapsed());
    });
    log.close();
    QCoreApplication::processEvents();

    const double seconds = bench::seconds(all);

    const double jump = longestJump(view);
    app::LogSearch search(lines);
    QElapsedTimer searching;
    searching.start();
    const double slice = longestSlice(search, app::LogPattern::expression(u"chunk-\\d*7\\.js"_s));
    const double searchSeconds = bench::seconds(searching);
    view.setFilter(&search.found());
    const double filteredJump = longestJump(view);
    view.setFilter(nullptr);
    const double wide = longestWideFrame(folder.filePath(u"wide.log"_s));
    const double hardSlice = longestSlice(search, app::LogPattern::expression(u"(\\w+\\s?)+$!"_s));

    bench::print({{u"lines"_s, lines.count()}, {u"longestFrame"_s, static_cast<double>(longest) / 1e9},
        {u"frames"_s, counter.frames}, {u"seconds"_s, seconds}, {u"longestJump"_s, jump / 1e3},
        {u"longestFilteredJump"_s, filteredJump / 1e3}, {u"longestWideFrame"_s, wide / 1e3},
        {u"searchSeconds"_s, searchSeconds}, {u"longestSlice"_s, slice / 1e3}, {u"longestHardSlice"_s, hardSlice / 1e3},
        {u"residentPeak"_s, bench::memory(u"VmHWM"_s)}});
    return lines.count() >= 1'000'000 ? 0 : 1;
}
