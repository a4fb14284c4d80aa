#include "app/screens/common/shown_error.h"

namespace miaobu::app {

namespace {

QString detailsOf(const QString& detail, int exitCode, const QString& requestId) {
    QStringList lines;
    if (!detail.isEmpty()) {
        lines.append(detail);
    }
    if (exitCode != 0) {
        lines.append(QStringLiteral("exit code %1").arg(exitCode));
    }
    if (!requestId.isEmpty()) {
        lines.append(QStringLiteral("request id %1").arg(requestId));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

ShownError shownError(const Error& error) {
    return {error.kind, wordsFor(error), detailsOf(error.detail, error.exitCode, error.requestId), error.alternatives};
}

ShownError shownError(const Failure& failure) {
    return {failure.kind, wordsFor(failure), detailsOf(failure.detail, failure.exitCode, failure.requestId),
        failure.alternatives};
}

} // namespace miaobu::app
