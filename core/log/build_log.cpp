#include "core/log/build_log.h"

#include "core/log/log_format.h"

#include <utility>

using namespace std::chrono_literals;

namespace miaobu {

namespace {

constexpr auto batchTime = 50ms;
constexpr qsizetype batchLines = 2000;

} // namespace

BuildLog::BuildLog(
    const QString& path, const QStringList& secrets, const Clock& clock, LogLimits limits, QObject* parent)
    : QObject(parent), m_clock(clock), m_secrets(secrets), m_redactor(secrets), m_output(m_redactor),
      m_errorOutput(m_redactor), m_file(path, limits), m_lineCount(m_file.lineCount()) {
    m_timer.setSingleShot(true);
    m_timer.setInterval(batchTime);
    connect(&m_timer, &QTimer::timeout, this, &BuildLog::flush);
}

BuildLog::~BuildLog() {
    // Who watches the log may be gone already: the file alone gets what is left.
    blockSignals(true);
    close();
}

void BuildLog::mask(const QStringList& secrets) {
    finishChannels();
    m_secrets += secrets;
    m_redactor = Redactor(m_secrets);
}

void BuildLog::setStage(Stage stage) {
    finishChannels();
    m_stage = stage;
}

void BuildLog::write(LogChannel channel, const QByteArray& bytes) {
    if (m_closed) {
        return;
    }
    QList<QByteArray> lines;
    (channel == LogChannel::ErrorOutput ? m_errorOutput : m_output).write(bytes, lines);
    append(channel, lines);
}

void BuildLog::note(const QString& line) {
    if (m_closed) {
        return;
    }
    for (const LogChannel channel : {LogChannel::Output, LogChannel::ErrorOutput}) {
        QList<QByteArray> lines;
        (channel == LogChannel::Output ? m_output : m_errorOutput).flush(lines);
        append(channel, lines);
    }
    say(line.toUtf8());
}

void BuildLog::flush() {
    m_timer.stop();
    if (m_batch.isEmpty()) {
        return;
    }
    const QList<LogLine> batch = std::exchange(m_batch, {});
    const QByteArray bytes = std::exchange(m_bytes, {});
    const LogFile::Outcome outcome = m_file.append(bytes, [this](qint64 count) {
        QByteArray gap;
        appendLogLine(gap, now(), m_stage, LogChannel::Note,
            "[" + QByteArray::number(count) + " lines left out: the log is too long]");
        return gap;
    });
    emit linesAppended(batch);
    if (outcome == LogFile::Outcome::Shortened) {
        m_lineCount = m_file.lineCount() + m_batch.size();
        emit shortened();
    }
    if (outcome == LogFile::Outcome::Failed && !std::exchange(m_problemSaid, true)) {
        say("The log file cannot be written any more (" + m_file.problem().toUtf8() + "). The deployment goes on.");
    }
}

void BuildLog::close() {
    if (m_closed) {
        return;
    }
    finishChannels();
    while (!m_batch.isEmpty()) {
        flush();
    }
    m_file.close();
    m_closed = true;
}

void BuildLog::finishChannels() {
    for (const LogChannel channel : {LogChannel::Output, LogChannel::ErrorOutput}) {
        QList<QByteArray> lines;
        (channel == LogChannel::Output ? m_output : m_errorOutput).finish(lines);
        append(channel, lines);
    }
}

void BuildLog::append(LogChannel channel, const QList<QByteArray>& lines) {
    const qint64 time = lines.isEmpty() ? 0 : now();
    for (const QByteArray& line : lines) {
        appendLogLine(m_bytes, time, m_stage, channel, line);
        m_batch.append({++m_lineCount, time, m_stage, channel, QString::fromUtf8(line)});
        if (m_batch.size() >= batchLines) {
            flush();
        }
    }
    if (!m_batch.isEmpty() && !m_timer.isActive()) {
        m_timer.start();
    }
}

void BuildLog::say(const QByteArray& text) {
    ChannelText channel(m_redactor);
    QList<QByteArray> lines;
    channel.write(text, lines);
    channel.finish(lines);
    append(LogChannel::Note, lines);
}

qint64 BuildLog::now() const {
    return m_clock.now().toMSecsSinceEpoch();
}

} // namespace miaobu
