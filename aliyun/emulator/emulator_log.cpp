#include "aliyun/emulator/emulator_log.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

constexpr qint64 largestLog = 1 << 20;

QString logPath(const QString& folder) {
    return folder + u"/emulator.log"_s;
}

} // namespace

EmulatorLog::EmulatorLog(const QString& folder) : m_path(logPath(folder)) { }

void EmulatorLog::write(const QString& line) {
    const std::lock_guard lock(m_mutex);
    if (QFileInfo(m_path).size() > largestLog) {
        QFile::remove(m_path + u".1"_s);
        QFile::rename(m_path, m_path + u".1"_s);
    }
    QFile file(m_path);
    if (file.open(QIODevice::Append)) {
        file.write(QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toUtf8() + ' ' + line.toUtf8() + '\n');
    }
}

QString lastLogLines(const QString& folder, int lines) {
    QFile file(logPath(folder));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    file.seek(qMax(qint64(0), file.size() - 16 * 1024));
    const QStringList all = QString::fromUtf8(file.readAll()).trimmed().split(u'\n');
    return all.mid(qMax(qsizetype(0), all.size() - lines)).join(u'\n');
}

} // namespace miaobu::emulator
