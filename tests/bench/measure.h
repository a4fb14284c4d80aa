#pragma once

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <cstdio>

namespace bench {

/// Bytes of this process that are in memory now ("VmRSS") or were at most ("VmHWM"); proc(5).
[[nodiscard]] inline qint64 memory(const QString& field) {
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly)) {
        return 0;
    }
    static const QString pattern = QStringLiteral("%1:\\s+(\\d+) kB");
    return QRegularExpression(pattern.arg(field)).match(QString::fromLatin1(status.readAll())).captured(1).toLongLong()
        * 1024;
}

[[nodiscard]] inline double seconds(const QElapsedTimer& timer) {
    return static_cast<double>(timer.nsecsElapsed()) / 1e9;
}

/// One line of JSON on standard output, which tests/bench/run reads.
inline void print(const QJsonObject& measured) {
    std::puts(QJsonDocument(measured).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

} // namespace bench
