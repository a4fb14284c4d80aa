#pragma once

#include "core/async/error.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QString>

namespace miaobu::app {

/// How a command is left.
enum ExitCode { Succeeded = 0, Failed = 1, BadUsage = 2, WasCancelled = 130 };

/// Where a command prints: results on standard output, everything on the way on standard error.
class Output {
public:
    explicit Output(bool json) : m_json(json) { }

    [[nodiscard]] bool isJson() const { return m_json; }

    /// A line of the result, for people.
    void line(const QString& text) const;
    /// The result, for machines: one JSON document on one line.
    void result(const QJsonValue& value) const;
    /// A line about what is going on; colours are kept on a terminal and taken out elsewhere.
    void note(const QString& text) const;
    /// Puts an error into words on standard error (and as {"error": …} on standard output with --json) and gives the exit code for it.
    [[nodiscard]] int fail(const Error& error) const;

private:
    bool m_json;
};

/// Columns padded to the widest cell of each, two spaces between them.
[[nodiscard]] QString table(const QList<QStringList>& rows);

} // namespace miaobu::app
