#include "app/widgets/log_view.h"
#include "core/log/build_log.h"
#include "tests/bench/measure.h"

#include <QApplication>
#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace miaobu;

namespace {

constexpr int lineCount = 400;

/// Knows how many lines the last drawing showed the end of.
class PaintWatcher final : public QObject {
public:
    explicit PaintWatcher(const app::LogLines& lines) : m_lines(lines) { }

    qint64 shown = 0;

    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Paint) {
            shown = m_lines.count();
        }
        return QObject::eventFilter(watched, event);
    }

private:
    const app::LogLines& m_lines;
};

/// Prints lines at odd moments into a log that a view follows; the longest time, in seconds, from the printing of a line
/// to the end of the drawing that shows it.
double longestDelay(BuildLog& log, const app::LogLines& lines, app::LogView& view) {
    PaintWatcher watcher(lines);
    view.viewport()->installEventFilter(&watcher);
    QRandomGenerator chance(1);
    QElapsedTimer clock;
    clock.start();
    QList<qint64> printedAt;
    qint64 next = 0;
    qint64 longest = 0;
    qint64 seen = 0;
    while (seen < lineCount) {
        if (printedAt.size() < lineCount && clock.nsecsElapsed() >= next) {
            log.write(LogChannel::Output, "line " + QByteArray::number(printedAt.size()) + '\n');
            printedAt.append(clock.nsecsElapsed());
            next = clock.nsecsElapsed() + chance.bounded(40) * 1'000'000LL;
        }
        QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
        for (; seen < std::min<qint64>(watcher.shown, printedAt.size()); ++seen) {
            longest = std::max(longest, clock.nsecsElapsed() - printedAt.at(seen));
        }
    }
    return static_cast<double>(longest) / 1e9;
}

} // namespace

/// How long a printed line takes to the screen: from this process, and from another one, whose file is looked at.
int main(int argc, char** argv) {
    const QApplication application(argc, argv);
    const QTemporaryDir folder;
    const SystemClock clock;
    QList<double> delays;
    for (const bool ours : {true, false}) {
        const QString path = folder.filePath(ours ? u"ours.log"_s : u"theirs.log"_s);
        BuildLog log(path, {u"correct-horse-battery-staple"_s}, clock);
        app::LogLines lines;
        if (ours) {
            QObject::connect(&log, &BuildLog::linesAppended, &lines, &app::LogLines::append);
        }
        log.setStage(Stage::Build);
        lines.open(path, true);
        app::LogView view(lines);
        view.resize(1200, 800);
        view.show();
        QCoreApplication::processEvents();
        delays.append(longestDelay(log, lines, view));
    }
    bench::print({{u"longestDelay"_s, delays.at(0)}, {u"longestDelayOfOthers"_s, delays.at(1)}});
    return 0;
}
