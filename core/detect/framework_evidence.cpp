#include "core/detect/framework_evidence.h"

#include "core/detect/config_reading.h"
#include "core/detect/script_ranking.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu {

PackageEvidence::PackageEvidence(const AppFolder& folder, const PackageJson& package, const QList<HostAdvice>& advice)
    : m_folder(folder), m_package(package), m_advice(advice) {
    for (const QString& script : package.scripts.keys()) {
        m_runs.insert(script, invocationsOf(package.scripts, script));
    }
}

QString PackageEvidence::dependency(const Framework& framework) const {
    const auto found = std::find_if(framework.packages.begin(), framework.packages.end(),
        [this](const QString& package) { return m_package.has(package); });
    return found == framework.packages.end() ? QString() : *found;
}

QString PackageEvidence::configuration(const Framework& framework) const {
    for (const QString& stem : framework.modules) {
        if (const QString name = m_folder.module(stem); !name.isEmpty()) {
            return name;
        }
    }
    return {};
}

bool PackageEvidence::runs(const QString& script, const Framework& framework) const {
    return lastRun(script, framework) >= 0;
}

qsizetype PackageEvidence::lastRun(const QString& script, const Framework& framework) const {
    if (!framework.isCommandOwn && dependency(framework).isEmpty()) {
        return -1;
    }
    const QList<Invocation> run = m_runs.value(script);
    for (qsizetype i = run.size() - 1; i >= 0; --i) {
        const auto isIt = [&](const QString& command) { return run.at(i).runs(command); };
        if (std::any_of(framework.commands.begin(), framework.commands.end(), isIt)) {
            return i;
        }
    }
    return -1;
}

QString PackageEvidence::scriptFor(const Framework& framework) const {
    QStringList running;
    for (const QString& script : m_runs.keys()) {
        if (runs(script, framework)) {
            running.append(script);
        }
    }
    return bestBuildScript(running);
}

QString PackageEvidence::reason(const Framework& framework, const QString& script) const {
    if (runs(script, framework)) {
        return u"the script \"%1\" runs it"_s.arg(script);
    }
    const QString package = dependency(framework);
    return package.isEmpty() ? configuration(framework) : u"%1 is a dependency in package.json"_s.arg(package);
}

bool PackageEvidence::hasPage() const {
    const QStringList pages{u"index.html"_s, u"public/index.html"_s, u"src/index.html"_s, u"app/index.html"_s,
        u"static/index.html"_s, u"index.pug"_s, u"src/index.pug"_s, u"src/index.ejs"_s};
    return !m_folder.firstOf(pages).isEmpty() || m_package.has(u"html-webpack-plugin"_s) || hasHostDirectory();
}

bool PackageEvidence::hasHostDirectory() const {
    return std::any_of(
        m_advice.begin(), m_advice.end(), [](const HostAdvice& advice) { return !advice.publish.isEmpty(); });
}

bool PackageEvidence::makesLibrary(const Framework& framework) const {
    if (framework.role == FrameworkRole::Site) {
        return false;
    }
    const ConfigFile config(m_folder.text(configuration(framework)));
    const std::optional<ConfigValue> library = framework.slug == u"vite" ? config.find(u"build.lib"_s) : std::nullopt;
    return (library && !library->isConditional) || (m_package.isLibrary() && !hasPage());
}

} // namespace miaobu
