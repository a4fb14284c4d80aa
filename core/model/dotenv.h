#pragma once

#include "core/model/environment_variable.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace miaobu {

/// A line of a .env text that is none.
struct DotenvProblem {
    int line = 0; ///< 1 is the first
    QString text;
};

struct DotenvContent {
    QList<EnvironmentVariable> variables; ///< In their order; of two with one name the later one.
    QList<DotenvProblem> problems;
};

/// Reads NAME=value lines: `export` before the name, comments, single, double and backtick quotes over several lines,
/// \n \r \t \" \\ inside double quotes, CRLF, a byte order mark. Nothing is expanded: "$" stands for itself.
[[nodiscard]] DotenvContent parseDotenv(const QByteArray& text);

} // namespace miaobu
