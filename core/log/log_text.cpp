#include "core/log/log_text.h"

#include "core/async/error.h"
#include "core/log/ansi_spans.h"
#include "core/log/log_reader.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace miaobu {

namespace {

constexpr qint64 linesAtOnce = 1000;

QByteArray headOf(const LogSection& section) {
    return "== " + stageName(section.stage).toUtf8() + " ==\n";
}

} // namespace

void writeLogText(const QString& logFile, const QString& textFile) {
    const LogReader reader(logFile);
    QDir().mkpath(QFileInfo(textFile).absolutePath());
    QSaveFile file(textFile);
    if (!file.open(QIODevice::WriteOnly)) {
        throw Error(ErrorKind::FileSystem, textFile, file.errorString());
    }
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    auto section = reader.sections().begin();
    for (qint64 first = 1; first <= reader.lineCount(); first += linesAtOnce) {
        QByteArray text;
        for (const LogLine& line : reader.lines(first, linesAtOnce)) {
            if (section != reader.sections().end() && section->firstLine == line.number) {
                text += headOf(*section);
                ++section;
            }
            text += withoutAnsi(line.text).toUtf8() + '\n';
        }
        file.write(text);
    }
    if (!file.commit()) {
        const bool full = file.error() == QFileDevice::ResourceError;
        throw Error(full ? ErrorKind::DiskFull : ErrorKind::FileSystem, textFile, file.errorString());
    }
}

QString logText(const QString& logFile, qint64 first, qint64 last) {
    const LogReader reader(logFile);
    QStringList texts;
    for (qint64 from = first; from <= std::min(last, reader.lineCount()); from += linesAtOnce) {
        for (const LogLine& line : reader.lines(from, std::min(linesAtOnce, last - from + 1))) {
            texts.append(withoutAnsi(line.text));
        }
    }
    return texts.join(u'\n');
}

} // namespace miaobu
