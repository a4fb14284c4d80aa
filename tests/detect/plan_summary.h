#pragma once

#include "core/detect/detector.h"
#include "tests/detect/memory_tree.h"

/// The values of a plan that decide whether a deployment works, on one line:
/// "static vite | npm install | npm run build | dist | spa". What is empty is "-".
[[nodiscard]] inline QString planSummary(const miaobu::BuildPlan& plan) {
    const auto shown = [](const QString& value) { return value.isEmpty() ? QStringLiteral("-") : value; };
    QStringList parts{miaobu::projectKindName(plan.kind) + QLatin1Char(' ') + shown(plan.framework),
        shown(plan.installCommand), shown(plan.buildCommand), shown(plan.outputDir)};
    if (plan.isSpa) {
        parts.append(QStringLiteral("spa"));
    }
    return parts.join(QStringLiteral(" | "));
}

/// A package.json with these scripts and dependencies ("vite react@18"), and more members as JSON text.
[[nodiscard]] inline QByteArray packageJson(
    const char* scripts, const char* dependencies, const char* more = "\"private\": true") {
    QByteArrayList entries;
    for (const QByteArray& dependency : QByteArray(dependencies).split(' ')) {
        const qsizetype at = dependency.indexOf('@', 1);
        const QByteArray name = at < 0 ? dependency : dependency.left(at);
        if (!name.isEmpty()) {
            entries.append('"' + name + "\": \"" + (at < 0 ? QByteArray("*") : dependency.mid(at + 1)) + '"');
        }
    }
    return QByteArray("{\"scripts\": {") + scripts + "}, \"dependencies\": {" + entries.join(", ") + "}, " + more + '}';
}
