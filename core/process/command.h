#pragma once

#include <QByteArray>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

#include <chrono>

namespace miaobu {

/// A program to run, as data.
struct Command {
    QString program; ///< Absolute path
    QStringList arguments;
    QString workingDirectory;
    QProcessEnvironment environment; ///< The whole of it: nothing is inherited.
    QByteArray input; ///< Written to its standard input, which is then closed.
    std::chrono::milliseconds timeout{0}; ///< 0: none
    std::chrono::milliseconds silenceTimeout{0}; ///< No output for so long ends it; 0: none
};

/// A line for /bin/sh, the person's own words (never built from a repository's strings).
[[nodiscard]] Command shellCommand(
    const QString& line, const QString& workingDirectory, const QProcessEnvironment& environment);

} // namespace miaobu
