#include "core/build/python_runtime.h"

#include "core/async/error.h"

#include <QList>

#include <array>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

/// By version. Alibaba Cloud, "Custom runtime": what each brings and where.
const QList<PythonRuntime>& runtimes() {
    static const QList<PythonRuntime> all{
        {u"custom.debian10"_s, u"3.10"_s, u"/var/fc/lang/python3.10/bin"_s, 28},
        {u"custom.debian12"_s, u"3.11"_s, u"/usr/bin"_s, 36},
        {u"custom.debian12"_s, u"3.12"_s, u"/opt/python3.12/bin"_s, 36},
    };
    return all;
}

int minorOf(const QString& version) {
    return version.section(u'.', 1, 1).toInt();
}

bool isLowest(const BuildPlan& plan) {
    const QString reason = plan.reasons.value(u"pythonVersion"_s);
    return reason.contains(u"requires-python"_s) || reason.contains(u"tool.poetry"_s);
}

PythonRuntime preferred(const QList<PythonRuntime>& suitable, const QString& here, bool isAny) {
    for (const PythonRuntime& runtime : suitable) {
        if (runtime.version == here) {
            return runtime;
        }
    }
    return isAny ? suitable.last() : suitable.first();
}

} // namespace

PythonRuntime pythonRuntime(const BuildPlan& plan, const QString& here) {
    QList<PythonRuntime> suitable;
    QStringList versions;
    for (const PythonRuntime& runtime : runtimes()) {
        versions.append(runtime.version);
        const bool fits = plan.pythonVersion.isEmpty() ? runtime.runtime == u"custom.debian12"
            : isLowest(plan)                           ? minorOf(runtime.version) >= minorOf(plan.pythonVersion)
                                                       : runtime.version == plan.pythonVersion;
        if (fits) {
            suitable.append(runtime);
        }
    }
    if (suitable.isEmpty()) {
        Error error(ErrorKind::PythonUnsuitable, plan.pythonVersion);
        error.alternatives = versions;
        throw error;
    }
    return preferred(suitable, here, plan.pythonVersion.isEmpty());
}

QStringList wheelPlatforms(const PythonRuntime& runtime) {
    QStringList platforms;
    for (const int minor : std::array{36, 35, 34, 31, 28, 27, 24, 17}) {
        if (minor <= runtime.glibcMinor) {
            platforms.append(u"manylinux_2_%1_x86_64"_s.arg(minor));
        }
    }
    return platforms << u"manylinux2014_x86_64"_s << u"manylinux2010_x86_64"_s << u"manylinux1_x86_64"_s;
}

} // namespace miaobu
