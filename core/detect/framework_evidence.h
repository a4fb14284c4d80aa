#pragma once

#include "core/detect/framework_table.h"
#include "core/detect/host_files.h"
#include "core/detect/script_reading.h"

namespace miaobu {

/// What a package shows of each framework.
class PackageEvidence {
public:
    /// All of them must outlive this.
    PackageEvidence(const AppFolder& folder, const PackageJson& package, const QList<HostAdvice>& advice);

    [[nodiscard]] const AppFolder& folder() const { return m_folder; }
    [[nodiscard]] const PackageJson& package() const { return m_package; }
    [[nodiscard]] const QList<HostAdvice>& advice() const { return m_advice; }
    /// Everything a script runs.
    [[nodiscard]] QList<Invocation> run(const QString& script) const { return m_runs.value(script); }

    /// The dependency that brings \a framework; empty when there is none.
    [[nodiscard]] QString dependency(const Framework& framework) const;
    /// Its configuration file; empty when there is none.
    [[nodiscard]] QString configuration(const Framework& framework) const;
    /// Whether \a script builds with it.
    [[nodiscard]] bool runs(const QString& script, const Framework& framework) const;
    /// Where in \a script it runs last; -1 when it does not.
    [[nodiscard]] qsizetype lastRun(const QString& script, const Framework& framework) const;
    /// The script that builds with it for publishing; empty when none does.
    [[nodiscard]] QString scriptFor(const Framework& framework) const;
    /// Why it is taken to be what \a script builds with.
    [[nodiscard]] QString reason(const Framework& framework, const QString& script) const;
    /// Whether a page is there that a bundler can begin with, or a host publishes a directory.
    [[nodiscard]] bool hasPage() const;
    [[nodiscard]] bool hasHostDirectory() const;
    /// Whether a bundler here makes a package for others to import instead of a page.
    [[nodiscard]] bool makesLibrary(const Framework& framework) const;

private:
    const AppFolder& m_folder;
    const PackageJson& m_package;
    const QList<HostAdvice>& m_advice;
    QMap<QString, QList<Invocation>> m_runs;
};

} // namespace miaobu
