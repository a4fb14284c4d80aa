#include "core/log/build_log.h"
#include "tests/bench/measure.h"

#include <QCoreApplication>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace miaobu;

namespace {

constexpr int lineTotal = 1'000'000;
constexpr int pipeSize = 65'536; ///< What one read from a full pipe gives on Linux.

/// Lines as build tools print them: some coloured, one in a thousand with a secret in it, one in ten thousand very long.
QByteArray someLines(int first, int count) {
    QByteArray text;
    for (int i = first; i < first + count; ++i) {
        if (i % 10'000 == 0) {
            text += QByteArray(20'000, 'x') + '\n';
        } else if (i % 1'000 == 0) {
            text += "Authorization: Bearer correct-horse-battery-staple-" + QByteArray::number(i) + '\n';
        } else if (i % 3 == 0) {
            text += "\x1b[2mdist/\x1b[22m\x1b[36massets/chunk-" + QByteArray::number(i) + ".js\x1b[39m \x1b[1m  142.38 kB\x1b[22m\n";
        } else {
            text += "transforming (" + QByteArray::number(i) + ") node_modules/.pnpm/some-package@1.2.3/node_modules/some-package/index.js\n";
        }
    }
    return text;
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const QTemporaryDir folder;
    const SystemClock clock;
    BuildLog log(folder.filePath(u"bench.log"_s), {u"correct-horse-battery-staple"_s, u"another secret of the project"_s}, clock);
    qint64 received = 0;
    QObject::connect(&log, &BuildLog::linesAppended, [&](const QList<LogLine>& lines) { received += lines.size(); });
    log.setStage(Stage::Build);

    const qint64 before = bench::memory(u"VmRSS"_s);
    qint64 inside = 0; // nanoseconds
    qint64 bytes = 0;
    QByteArray pending;
    for (int line = 0; line < lineTotal || !pending.isEmpty();) {
        if (line < lineTotal) {
            pending += someLines(line, 1000);
            line += 1000;
        }
        while (pending.size() >= pipeSize || (line >= lineTotal && !pending.isEmpty())) {
            const QByteArray chunk = pending.left(pipeSize);
            pending.remove(0, chunk.size());
            bytes += chunk.size();
            QElapsedTimer timer;
            timer.start();
            log.write(LogChannel::Output, chunk);
            QCoreApplication::processEvents();
            inside += timer.nsecsElapsed();
        }
    }
    log.close();

    bench::print({{u"lines"_s, received}, {u"bytes"_s, bytes}, {u"linesPerSecond"_s, static_cast<double>(received) / (static_cast<double>(inside) / 1e9)},
        {u"residentBefore"_s, before}, {u"residentPeak"_s, bench::memory(u"VmHWM"_s)}});
    return received >= lineTotal ? 0 : 1;
}
