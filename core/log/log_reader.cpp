#include "core/log/log_reader.h"

#include "core/log/log_format.h"

#include <QFileInfo>

#include <cstring>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

namespace miaobu {

namespace {

constexpr qint64 blockLines = 1000;
constexpr qint64 readSize = 256 * 1024;

/// Whether \a path is still the file that \a file has open.
bool isSameFile([[maybe_unused]] const QFile& file, [[maybe_unused]] const QString& path) {
#ifdef Q_OS_UNIX
    struct stat opened{};
    struct stat named{};
    return ::fstat(file.handle(), &opened) == 0 && ::stat(QFile::encodeName(path).constData(), &named) == 0
        && opened.st_ino == named.st_ino && opened.st_dev == named.st_dev;
#else
    return true;
#endif
}

} // namespace

LogReader::LogReader(const QString& path) : m_path(path) {
    open();
}

LogReader::Change LogReader::refresh() {
    const qint64 before = m_lineCount;
    if (m_file.isOpen() && (!isSameFile(m_file, m_path) || m_file.size() < m_indexed)) {
        open();
        return Change::Rewritten;
    }
    if (!m_file.isOpen()) {
        open();
    } else {
        indexNewLines();
    }
    return m_lineCount > before ? Change::Grown : Change::None;
}

QList<LogLine> LogReader::lines(qint64 first, qint64 count) const {
    QList<LogLine> result;
    const qint64 end = std::min(first - 1 + count, m_lineCount);
    for (qint64 row = std::max<qint64>(first - 1, 0); row < end;) {
        const qint64 index = row / blockLines;
        const Block& all = block(index);
        const qint64 from = row - index * blockLines;
        const qint64 take = std::min(end - row, all.ends.size() - from);
        if (take <= 0) {
            break;
        }
        for (qint64 next = from; next < from + take; ++next) {
            result.append(parseLogLine(all.at(next), index * blockLines + next + 1));
        }
        row += take;
    }
    return result;
}

void LogReader::open() {
    m_file.close();
    m_file.setFileName(m_path);
    m_blockStarts.clear();
    m_sections.clear();
    m_stageName.clear();
    m_lineCount = 0;
    m_indexed = 0;
    m_cache = {};
    if (m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        indexNewLines();
    }
}

void LogReader::indexNewLines() {
    qint64 position = m_indexed;
    QByteArray bytes;
    const qint64 linesBefore = m_lineCount;
    m_file.seek(position);
    while (!(bytes = m_file.read(readSize)).isEmpty()) {
        const char* at = bytes.constData();
        const char* const end = at + bytes.size();
        // A line longer than what is read at once is continued here without its beginning.
        const char* line = position == m_indexed ? at : nullptr;
        const void* feed = nullptr;
        while ((feed = std::memchr(at, '\n', static_cast<std::size_t>(end - at))) != nullptr) {
            if (m_lineCount % blockLines == 0) {
                m_blockStarts.append(m_indexed);
            }
            ++m_lineCount;
            at = static_cast<const char*>(feed) + 1;
            takeStage(line ? QByteArrayView(line, at - 1) : QByteArrayView());
            line = at;
            m_indexed = position + (at - bytes.constData());
        }
        position += bytes.size();
        if (at != bytes.constData() && bytes.size() == readSize) {
            position = m_indexed;
            m_file.seek(position);
        }
    }
    if (m_lineCount > linesBefore) {
        for (Block& cached : m_cache) {
            if (cached.index == linesBefore / blockLines) {
                cached = {};
            }
        }
    }
}

void LogReader::takeStage(QByteArrayView line) {
    const qsizetype start = line.indexOf('\t') + 1;
    const qsizetype end = start > 0 ? line.indexOf('\t', start) : -1;
    if (!m_sections.isEmpty() && (end < 0 || line.sliced(start, end - start) == m_stageName)) {
        return;
    }
    const LogLine parsed = parseLogLine(line, m_lineCount);
    // A line of another shape belongs to the stage it stands in.
    if (m_sections.isEmpty() || (parsed.time > 0 && parsed.stage != m_sections.constLast().stage)) {
        m_sections.append({m_lineCount, parsed.stage, parsed.time});
        m_stageName = end < 0 ? QByteArray() : line.sliced(start, end - start).toByteArray();
    }
}

QByteArrayView LogReader::Block::at(qsizetype row) const {
    const qsizetype start = row == 0 ? 0 : ends.at(row - 1) + 1;
    return QByteArrayView(bytes).sliced(start, ends.at(row) - start);
}

const LogReader::Block& LogReader::block(qint64 index) const {
    for (const Block& cached : m_cache) {
        if (cached.index == index) {
            return cached;
        }
    }
    Block& slot = m_cache.at(m_nextSlot);
    m_nextSlot = (m_nextSlot + 1) % m_cache.size();
    const qint64 start = m_blockStarts.at(index);
    const qint64 end = index + 1 < m_blockStarts.size() ? m_blockStarts.at(index + 1) : m_indexed;
    m_file.seek(start);
    slot = {index, m_file.read(end - start), {}};
    for (qsizetype feed = slot.bytes.indexOf('\n'); feed >= 0; feed = slot.bytes.indexOf('\n', feed + 1)) {
        slot.ends.append(feed);
    }
    return slot;
}

} // namespace miaobu
