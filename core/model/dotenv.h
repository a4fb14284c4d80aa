#pragma once

#include "core/model/environment_variable.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace miaobu {

/// A line of a .env text that says nothing.
struct DotenvProblem {
    enum class Kind {
        NoAssignment, ///< It is no NAME=value.
        OpenQuote, ///< A quote begins there and does not end.
        TextAfterQuote, ///< Something stands behind the closing quote.
    };

    int line = 0; ///< 1 is the first
    QString text; ///< May hold a secret.
    Kind kind = Kind::NoAssignment;
};

/// A name that a line gives a value to although an earlier line did.
struct DotenvRepetition {
    int line = 0;
    QString name;
};

struct DotenvContent {
    QList<EnvironmentVariable> variables; ///< In their order; of two with one name the later one.
    QList<DotenvProblem> problems;
    QList<DotenvRepetition> repetitions;
    QList<int> lines; ///< Where each of the variables begins.
};

/// Reads NAME=value lines: `export` before the name, comments, single, double and backtick quotes over several lines,
/// \n \r \t \" \$ \\ inside double quotes, CRLF, a byte order mark. Nothing is expanded: "$" stands for itself.
[[nodiscard]] DotenvContent parseDotenv(const QByteArray& text);

/// Writes lines that parseDotenv() reads as the same variables, quoted so that shells and other tools read the same, too.
[[nodiscard]] QByteArray writeDotenv(const QList<EnvironmentVariable>& variables);

} // namespace miaobu
