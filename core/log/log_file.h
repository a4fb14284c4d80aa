#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

#include <functional>

namespace miaobu {

/// How large the file of a log may become.
struct LogLimits {
    qint64 total = 128LL * 1024 * 1024; ///< Bytes; a million ordinary lines fit.
    qint64 head = 1024LL * 1024; ///< Of the beginning, which is always kept.
};

/// The file of a log: the truth, while it is written and afterwards. Appends whole lines; readable by its owner alone.
/// When it grows over its limit its middle is left out: it is written anew, with its beginning and about the last half.
class LogFile {
public:
    /// Makes the file and its folder, or goes on with a file that is there. See problem() for whether it could.
    LogFile(const QString& path, LogLimits limits);

    enum class Outcome { Appended, Shortened, Failed };
    /// Appends \a lines, each ending in a line feed. \a omission makes the line that stands for so many lines left out.
    Outcome append(const QByteArray& lines, const std::function<QByteArray(qint64)>& omission);

    /// Why nothing can be written any more; empty while all is well. Nothing is tried again after a failure.
    [[nodiscard]] const QString& problem() const { return m_problem; }
    [[nodiscard]] qint64 lineCount() const { return m_lineCount; }
    void close() { m_file.close(); }

private:
    bool write(const QByteArray& lines);
    bool shorten(const std::function<QByteArray(qint64)>& omission);
    void fail();

    QFile m_file;
    LogLimits m_limits;
    qint64 m_lineCount = 0;
    qint64 m_omitted = 0;
    QString m_problem;
};

} // namespace miaobu
