#include "core/log/log_file.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace miaobu {

namespace {

constexpr qint64 blockSize = 1024 * 1024;

/// Copies from where \a from stands up to \a end; gives the line feeds copied, or -1 when it cannot.
qint64 copyUntil(QFile& from, qint64 end, QSaveFile& to) {
    qint64 lines = 0;
    while (from.pos() < end) {
        const QByteArray block = from.read(std::min(blockSize, end - from.pos()));
        if (block.isEmpty() || to.write(block) != block.size()) {
            return -1;
        }
        lines += block.count('\n');
    }
    return lines;
}

/// The first position at or after \a position where a line begins.
qint64 lineStart(QFile& file, qint64 position) {
    file.seek(position);
    file.readLine();
    return file.pos();
}

} // namespace

LogFile::LogFile(const QString& path, LogLimits limits) : m_file(path), m_limits(limits) {
    QDir().mkpath(QFileInfo(path).absolutePath());
    if (!m_file.open(QIODevice::ReadWrite | QIODevice::Append | QIODevice::Unbuffered)) {
        fail();
        return;
    }
    m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (m_file.isSequential()) {
        return;
    }
    m_file.seek(0);
    for (QByteArray block = m_file.read(blockSize); !block.isEmpty(); block = m_file.read(blockSize)) {
        m_lineCount += block.count('\n');
    }
}

LogFile::Outcome LogFile::append(const QByteArray& lines, const std::function<QByteArray(qint64)>& omission) {
    if (!write(lines)) {
        return Outcome::Failed;
    }
    return m_file.size() > m_limits.total && shorten(omission) ? Outcome::Shortened : Outcome::Appended;
}

bool LogFile::write(const QByteArray& lines) {
    if (!m_problem.isEmpty()) {
        return false;
    }
    const qint64 size = m_file.size();
    if (m_file.write(lines) != lines.size()) {
        fail();
        m_file.resize(size);
        return false;
    }
    m_lineCount += lines.count('\n');
    return true;
}

bool LogFile::shorten(const std::function<QByteArray(qint64)>& omission) {
    QFile old(m_file.fileName());
    QSaveFile shorter(m_file.fileName());
    if (!old.open(QIODevice::ReadOnly) || !shorter.open(QIODevice::WriteOnly)) {
        return false;
    }
    const qint64 headEnd = lineStart(old, m_limits.head);
    const qint64 tailStart = lineStart(old, std::max(headEnd, old.size() - m_limits.total / 2));
    old.seek(tailStart);
    qint64 tailLines = 0;
    for (QByteArray block = old.read(blockSize); !block.isEmpty(); block = old.read(blockSize)) {
        tailLines += block.count('\n');
    }
    old.seek(0);
    const qint64 headLines = copyUntil(old, headEnd, shorter);
    // The line that stands for an earlier omission comes right after the head: it goes, its lines are counted on.
    const qint64 omitted = m_lineCount - headLines - tailLines + std::max<qint64>(m_omitted - 1, 0);
    const QByteArray gap = omission(omitted);
    old.seek(tailStart);
    if (headLines < 0 || shorter.write(gap) != gap.size() || copyUntil(old, old.size(), shorter) < 0
        || !shorter.commit()) {
        return false;
    }
    m_file.close();
    if (!m_file.open(QIODevice::ReadWrite | QIODevice::Append | QIODevice::Unbuffered)) {
        fail();
        return false;
    }
    m_lineCount = headLines + 1 + tailLines;
    m_omitted = omitted;
    return true;
}

void LogFile::fail() {
    m_problem = m_file.errorString();
}

} // namespace miaobu
