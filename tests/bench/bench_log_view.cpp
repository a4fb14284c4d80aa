#include "app/widgets/log_view.h"
#include "core/log/build_log.h"
#include "tests/bench/log_text.h"
#include "tests/bench/measure.h"

#include <QApplication>
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

} // namespace

/// A million lines with the log view open and following: how long the window cannot draw or take a click at most.
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

    bench::print({{u"lines"_s, lines.count()}, {u"longestFrame"_s, static_cast<double>(longest) / 1e9},
        {u"frames"_s, counter.frames}, {u"seconds"_s, bench::seconds(all)},
        {u"residentPeak"_s, bench::memory(u"VmHWM"_s)}});
    return lines.count() >= 1'000'000 ? 0 : 1;
}
