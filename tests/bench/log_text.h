#pragma once

#include <QByteArray>

namespace bench {

constexpr int pipeSize = 65'536; ///< What one read from a full pipe gives on Linux.

/// Lines as build tools print them: some coloured, one in a thousand with a secret in it, one in ten thousand very long.
[[nodiscard]] inline QByteArray logText(int first, int count) {
    QByteArray text;
    for (int i = first; i < first + count; ++i) {
        const QByteArray number = QByteArray::number(i);
        if (i % 10'000 == 0) {
            text += QByteArray(20'000, 'x') + '\n';
        } else if (i % 1'000 == 0) {
            text += "Authorization: Bearer correct-horse-battery-staple-" + number + '\n';
        } else if (i % 3 == 0) {
            text += "\x1b[2mdist/\x1b[22m\x1b[36massets/chunk-" + number + ".js\x1b[39m \x1b[1m  142.38 kB\x1b[22m\n";
        } else {
            text += "transforming (" + number
                + ") node_modules/.pnpm/some-package@1.2.3/node_modules/some-package/index.js\n";
        }
    }
    return text;
}

/// Calls \a take with \a lines lines of it, cut as a pipe cuts them.
template <typename Take> void inPipeSizes(int lines, const Take& take) {
    QByteArray pending;
    for (int line = 0; line < lines; line += 1000) {
        pending += logText(line, 1000);
        while (pending.size() >= pipeSize) {
            take(pending.left(pipeSize));
            pending.remove(0, pipeSize);
        }
    }
    take(pending);
}

} // namespace bench
