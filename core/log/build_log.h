#pragma once

#include "core/log/channel_text.h"
#include "core/log/log_file.h"
#include "core/log/log_sink.h"
#include "core/ports/clock.h"

#include <QObject>
#include <QTimer>

namespace miaobu {

/// The log of one deployment while it runs: takes what commands print and what the program says, masks the secrets,
/// writes the file, and tells the window in batches (every 50 ms, or every 2,000 lines).
///
/// The file has a batch before the signal does. When it cannot be written (disk full) the deployment goes on: the log
/// says so once and lives on in the signal alone.
class BuildLog : public QObject, public LogSink {
    Q_OBJECT

public:
    /// \a secrets: every live value that must not be read in the log; those below six bytes are not masked.
    /// \a clock outlives this. A log that is there already is continued.
    BuildLog(const QString& path, const QStringList& secrets, const Clock& clock, LogLimits limits = {},
        QObject* parent = nullptr);
    ~BuildLog() override;

    /// Masks \a secrets, too, in what is written from here on.
    void mask(const QStringList& secrets);
    /// Ends lines that have begun; what comes belongs to \a stage.
    void setStage(Stage stage);
    void write(LogChannel channel, const QByteArray& bytes) override;
    void note(const QString& line) override;
    /// Hands over everything that is waiting: to the file, then to the signal.
    void flush();
    /// Ends lines that have begun, and the file. Nothing is taken afterwards.
    void close();

    [[nodiscard]] qint64 lineCount() const { return m_lineCount; }

signals:
    void linesAppended(const QList<miaobu::LogLine>& lines);
    /// The file has been shortened and lines have new numbers: a view reads it again.
    void shortened();

private:
    void finishChannels();
    void append(LogChannel channel, const QList<QByteArray>& lines);
    void say(const QByteArray& text);
    [[nodiscard]] qint64 now() const;

    const Clock& m_clock;
    QStringList m_secrets;
    Redactor m_redactor;
    ChannelText m_output;
    ChannelText m_errorOutput;
    LogFile m_file;
    Stage m_stage = Stage::Queue;
    QTimer m_timer;
    QList<LogLine> m_batch;
    QByteArray m_bytes; ///< The batch as it goes into the file
    qint64 m_lineCount = 0;
    bool m_problemSaid = false;
    bool m_closed = false;
};

} // namespace miaobu
