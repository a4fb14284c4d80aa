#include "core/log/build_log.h"
#include "tests/bench/log_text.h"
#include "tests/bench/measure.h"

#include <QCoreApplication>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace miaobu;

/// A million lines through the chain that every build's output takes, without anybody looking.
int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const QTemporaryDir folder;
    const SystemClock clock;
    BuildLog log(folder.filePath(u"bench.log"_s),
        {u"correct-horse-battery-staple"_s, u"another secret of the project"_s}, clock);
    qint64 received = 0;
    QObject::connect(&log, &BuildLog::linesAppended, [&](const QList<LogLine>& lines) { received += lines.size(); });
    log.setStage(Stage::Build);

    qint64 inside = 0; // nanoseconds; making the text is not part of it
    bench::inPipeSizes(1'000'000, [&](const QByteArray& chunk) {
        QElapsedTimer timer;
        timer.start();
        log.write(LogChannel::Output, chunk);
        QCoreApplication::processEvents();
        inside += timer.nsecsElapsed();
    });
    log.close();

    bench::print({{u"lines"_s, received},
        {u"linesPerSecond"_s, static_cast<double>(received) / (static_cast<double>(inside) / 1e9)},
        {u"residentPeak"_s, bench::memory(u"VmHWM"_s)}});
    return received >= 1'000'000 ? 0 : 1;
}
