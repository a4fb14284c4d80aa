#include "core/build/command_tail.h"

#include "core/log/ansi_spans.h"

namespace miaobu {

namespace {

constexpr qsizetype shownLines = 20;
constexpr qsizetype keptLines = 400;

} // namespace

CommandTail::CommandTail(const QStringList& secrets)
    : m_redactor(secrets), m_output(m_redactor), m_errorOutput(m_redactor) { }

void CommandTail::write(LogChannel channel, const QByteArray& bytes) {
    QList<QByteArray> lines;
    (channel == LogChannel::ErrorOutput ? m_errorOutput : m_output).write(bytes, lines);
    keep(lines);
}

QString CommandTail::lastLines() {
    finish();
    return m_lines.mid(std::max<qsizetype>(m_lines.size() - shownLines, 0)).join(u'\n');
}

QString CommandTail::text() {
    finish();
    return m_lines.join(u'\n');
}

void CommandTail::keep(const QList<QByteArray>& lines) {
    for (const QByteArray& line : lines) {
        const QString plain = withoutAnsi(QString::fromUtf8(line));
        if (!plain.trimmed().isEmpty()) {
            m_lines.append(plain);
        }
    }
    if (m_lines.size() > 2 * keptLines) {
        m_lines = m_lines.mid(m_lines.size() - keptLines);
    }
}

void CommandTail::finish() {
    QList<QByteArray> lines;
    m_output.finish(lines);
    m_errorOutput.finish(lines);
    keep(lines);
}

} // namespace miaobu
