#pragma once

#include "core/log/log_sink.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace miaobu::test {

/// Runs the git command line in \a folder, without the person's own settings, and gives what it printed. A failure ends
/// the test binary.
QString git(const QString& folder, const QStringList& arguments);

/// Writes a file, making its folders.
void writeFile(const QString& path, const QByteArray& content);

[[nodiscard]] QByteArray readFile(const QString& path);

/// An empty repository with the branch main. Gives \a folder.
QString initRepository(const QString& folder);

/// Commits everything in \a folder and gives the hash.
QString commitAll(const QString& folder, const QString& message);

/// Keeps the notes.
class NoteCollector : public LogSink {
public:
    void write(LogChannel, const QByteArray&) override { }
    void note(const QString& line) override { notes.append(line); }

    QStringList notes;
};

} // namespace miaobu::test
