#include "core/build/failure_cause.h"

#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

// In the order of how much they explain: what runs out of memory prints other errors too.
constexpr std::array causes{
    "JavaScript heap out of memory",
    "Treating warnings as errors because process\\.env\\.CI = true",
    "Missing script:? .+",
    "Couldn't find a script named .+|Command \"[^\"]+\" not found|ERR_PNPM_NO_SCRIPT.*",
    "ERESOLVE .+",
    "EBADENGINE .+|The engine \"node\" is incompatible .+|ERR_PNPM_UNSUPPORTED_ENGINE.*",
    "Cannot find (?:module|package) .+|Module not found: .+|Could not resolve .+",
    "No matching distribution found for .+|Package \\S+ \\([^)]+\\) not found.*",
    "(?:pg_config|mysql_config)\\S* (?:executable )?not found.*|fatal error: \\S+\\.h: No such file or directory",
    "ResolutionImpossible.*|conflicting dependencies.*",
    "pull access denied for .+|manifest (?:for .+ )?(?:unknown|not found).*|failed to resolve source metadata for .+",
    "ModuleNotFoundError: .+|ImportError: .+",
    "error TS\\d+: .+",
    "(?:sh: .*|/bin/sh: .*): (?:command )?not found",
    "ENOSPC.*|No space left on device",
    "(?:Syntax|Type|Reference|Range)Error: .+",
    "npm error (?!A complete log|errno|path|command|workspace|location|Lifecycle)\\S.*",
};

} // namespace

QString causeIn(const QString& output) {
    for (const char* cause : causes) {
        const QRegularExpression line(u"^(?!npm (?:warn|WARN)).*(?:%1).*$"_s.arg(QString::fromLatin1(cause)),
            QRegularExpression::MultilineOption);
        const QRegularExpressionMatch match = line.match(output);
        if (match.hasMatch()) {
            return match.captured().trimmed().left(300);
        }
    }
    return {};
}

} // namespace miaobu
