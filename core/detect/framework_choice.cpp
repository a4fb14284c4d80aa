#include "core/detect/framework_choice.h"

#include "core/detect/config_reading.h"
#include "core/detect/script_ranking.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

class Chooser {
public:
    Chooser(
        const AppFolder& folder, const PackageJson& package, const QString& hostScript, const QList<HostAdvice>& advice)
        : m_folder(folder), m_package(package), m_advice(advice),
          m_main(!hostScript.isEmpty()                   ? hostScript
                  : package.scripts.contains(u"build"_s) ? u"build"_s
                                                         : QString()) {
        for (auto it = package.scripts.cbegin(); it != package.scripts.cend(); ++it) {
            m_runs.insert(it.key(), invocationsOf(package.scripts, it.key()));
        }
    }

    FrameworkChoice choose() {
        for (const auto attempt : {&Chooser::byDeclaration, &Chooser::byBuildScript, &Chooser::bySiteDependency, &Chooser::byBundler,
                 &Chooser::byTool, &Chooser::byBackend}) {
            if (const FrameworkChoice choice = (this->*attempt)(); !choice.framework.slug.isEmpty()) {
                return choice;
            }
        }
        return {.script = m_main, .run = m_runs.value(m_main)};
    }

private:
    [[nodiscard]] QString dependency(const Framework& framework) const {
        const auto found = std::find_if(framework.packages.begin(), framework.packages.end(),
            [this](const QString& package) { return m_package.has(package); });
        return found == framework.packages.end() ? QString() : *found;
    }

    [[nodiscard]] QString configuration(const Framework& framework) const {
        for (const QString& stem : framework.modules) {
            if (const QString name = m_folder.module(stem); !name.isEmpty()) {
                return name;
            }
        }
        return {};
    }

    [[nodiscard]] bool runs(const QString& script, const Framework& framework) const {
        if (!framework.isCommandOwn && dependency(framework).isEmpty()) {
            return false;
        }
        const QList<Invocation> run = m_runs.value(script);
        return std::any_of(run.begin(), run.end(), [&](const Invocation& invocation) {
            return std::any_of(framework.commands.begin(), framework.commands.end(),
                [&](const QString& command) { return invocation.runs(command); });
        });
    }

    [[nodiscard]] QString scriptFor(const Framework& framework) const {
        QStringList running;
        for (const QString& script : m_runs.keys()) {
            if (runs(script, framework)) {
                running.append(script);
            }
        }
        return bestBuildScript(running);
    }

    [[nodiscard]] FrameworkChoice chosen(const Framework& framework, const QString& script) const {
        const QString package = dependency(framework);
        const QString config = configuration(framework);
        const QString reason = runs(script, framework) ? u"the script \"%1\" runs it"_s.arg(script)
            : !package.isEmpty()                       ? u"%1 is a dependency in package.json"_s.arg(package)
                                                       : config;
        return {framework, reason, script, m_runs.value(script)};
    }

    [[nodiscard]] bool hasPage() const {
        return !m_folder
                    .firstOf({u"index.html"_s, u"public/index.html"_s, u"src/index.html"_s, u"app/index.html"_s,
                        u"static/index.html"_s, u"index.pug"_s, u"src/index.pug"_s, u"src/index.ejs"_s})
                    .isEmpty()
            || m_package.has(u"html-webpack-plugin"_s) || hasHostDirectory();
    }

    [[nodiscard]] bool hasHostDirectory() const {
        return std::any_of(
            m_advice.begin(), m_advice.end(), [](const HostAdvice& advice) { return !advice.publish.isEmpty(); });
    }

    /// Whether a bundler here makes a package for others to import instead of a page.
    [[nodiscard]] bool makesLibrary(const Framework& framework) const {
        if (framework.role == FrameworkRole::Site) {
            return false;
        }
        const ConfigFile config(m_folder.text(configuration(framework)));
        if (framework.slug == u"vite" && config.find(u"build.lib"_s) && !config.find(u"build.lib"_s)->isConditional) {
            return true;
        }
        return m_package.isLibrary() && !hasPage();
    }

    /// A host's file may name the framework; it is believed when the dependencies show it too.
    FrameworkChoice byDeclaration() {
        static const QHash<QString, QString> names {{u"nextjs"_s, u"next"_s}, {u"nuxtjs"_s, u"nuxt"_s}, {u"docusaurus-2"_s, u"docusaurus"_s},
            {u"docusaurus"_s, u"docusaurus-v1"_s}, {u"sveltekit-1"_s, u"sveltekit"_s}, {u"vue"_s, u"vue-cli"_s},
            {u"preact"_s, u"preact-cli"_s}, {u"umijs"_s, u"umi"_s}, {u"solidstart-1"_s, u"solidstart"_s}, {u"blitzjs"_s, u"blitz"_s}};
        for (const HostAdvice& advice : m_advice) {
            const QString slug = names.value(advice.framework, advice.framework);
            for (const Framework& framework : frameworkTable()) {
                if (framework.slug == slug && framework.role != FrameworkRole::Backend && !dependency(framework).isEmpty()) {
                    const QString script = runs(m_main, framework) ? m_main : scriptFor(framework);
                    return chosen(framework, script.isEmpty() ? m_main : script);
                }
            }
        }
        return {};
    }

    FrameworkChoice byBuildScript() {
        QList<Framework> run;
        for (const Framework& framework : frameworkTable()) {
            const bool isPageMaker = framework.role == FrameworkRole::Site || framework.role == FrameworkRole::Bundler;
            if (isPageMaker && runs(m_main, framework) && !makesLibrary(framework)) {
                run.append(framework);
            }
        }
        if (run.isEmpty()) {
            return {};
        }
        // A generator whose pages a bundler then packs: what comes last writes what is served.
        const bool isPacked = run.first().slug == u"eleventy" || run.first().slug == u"metalsmith";
        if (isPacked && run.size() > 1 && run.last().role == FrameworkRole::Bundler
            && lastRun(run.last()) > lastRun(run.first())) {
            return chosen(run.last(), m_main);
        }
        return chosen(run.first(), m_main);
    }

    /// Where in the build script \a framework runs last; -1 when it does not.
    [[nodiscard]] qsizetype lastRun(const Framework& framework) const {
        const QList<Invocation> run = m_runs.value(m_main);
        for (qsizetype i = run.size() - 1; i >= 0; --i) {
            const auto isIt = [&](const QString& command) { return run.at(i).runs(command); };
            if (std::any_of(framework.commands.begin(), framework.commands.end(), isIt)) {
                return i;
            }
        }
        return -1;
    }

    FrameworkChoice bySiteDependency() {
        for (const Framework& framework : frameworkTable()) {
            const bool isDependency = !dependency(framework).isEmpty();
            const bool isShown
                = isDependency || (framework.isCommandOwn && !configuration(framework).isEmpty() && !m_main.isEmpty());
            if (framework.role != FrameworkRole::Site || (!isShown && scriptFor(framework).isEmpty())) {
                continue;
            }
            if (const QString script = scriptFor(framework); !script.isEmpty()) {
                return chosen(framework, prefersOwnScript(script) ? script : m_main);
            }
            const bool isServer = framework.rendering == Rendering::Server && !m_package.isLibrary();
            if (isShown && (isServer || mayBuildUnseen())) {
                return chosen(framework, m_main);
            }
        }
        return {};
    }

    /// Between a script that runs the framework and a build script of which nobody sees what it does.
    [[nodiscard]] bool prefersOwnScript(const QString& script) const {
        return m_main.isEmpty() || m_package.isLibrary() || isSiteScript(script) || !isOpaque(m_runs.value(m_main));
    }

    /// Whether the framework may be what a build script without a visible command runs, or what is built without a
    /// script.
    [[nodiscard]] bool mayBuildUnseen() const {
        if (m_main.isEmpty()) {
            return !m_package.isLibrary() && !isWorkspaceTop(m_folder, m_package);
        }
        if (isWorkspaceTop(m_folder, m_package) && !hasHostDirectory()) {
            return false;
        }
        return isOpaque(m_runs.value(m_main)) && !m_package.isLibrary();
    }

    FrameworkChoice byBundler() {
        for (const Framework& framework : frameworkTable()) {
            if (framework.role != FrameworkRole::Bundler || makesLibrary(framework)) {
                continue;
            }
            if (const QString script = scriptFor(framework); !script.isEmpty()) {
                return chosen(framework, prefersOwnScript(script) ? script : m_main);
            }
            if (!configuration(framework).isEmpty() && hasPage() && mayBuildUnseen()) {
                return chosen(framework, m_main);
            }
        }
        return {};
    }

    FrameworkChoice byTool() {
        for (const Framework& framework : frameworkTable()) {
            const bool isStorybook = framework.slug == u"storybook";
            const QString script = framework.role == FrameworkRole::Tool ? scriptFor(framework) : QString();
            const bool isOnlyTool
                = isStorybook || framework.slug == u"marp" || framework.slug == u"svelte" || hasPage();
            if (!script.isEmpty() && isOnlyTool && !makesLibrary(framework)
                && (!isStorybook || m_main.isEmpty() || script == m_main)) {
                return chosen(framework, script);
            }
        }
        return {};
    }

    FrameworkChoice byBackend() {
        for (const Framework& framework : frameworkTable()) {
            if (framework.role != FrameworkRole::Backend) {
                continue;
            }
            const bool isUsed = std::any_of(framework.packages.begin(), framework.packages.end(),
                [this](const QString& package) { return m_package.dependencies.contains(package); });
            if (runs(m_main, framework) || (isUsed && isStarted())) {
                return chosen(framework, m_main);
            }
        }
        return {};
    }

    [[nodiscard]] bool isStarted() const {
        if (m_package.scripts.contains(u"start"_s)) {
            return true;
        }
        const auto isEntry = [this](const QString& stem) { return !m_folder.module(stem).isEmpty(); };
        const QStringList stems{u"server"_s, u"app"_s, u"index"_s, u"main"_s, u"src/server"_s, u"src/app"_s,
            u"src/index"_s, u"src/main"_s, u"api/index"_s};
        return !m_package.isLibrary() && std::any_of(stems.begin(), stems.end(), isEntry);
    }

    const AppFolder& m_folder;
    const PackageJson& m_package;
    const QList<HostAdvice>& m_advice;
    QString m_main;
    QMap<QString, QList<Invocation>> m_runs;
};

} // namespace

FrameworkChoice chooseFramework(
    const AppFolder& folder, const PackageJson& package, const QString& hostScript, const QList<HostAdvice>& advice) {
    return Chooser(folder, package, hostScript, advice).choose();
}

bool isWorkspaceTop(const AppFolder& folder, const PackageJson& package) {
    if (!package.workspaces().isEmpty()) {
        return true;
    }
    const QStringList marks{u"lerna.json"_s, u"nx.json"_s, u"turbo.json"_s, u"turbo.jsonc"_s, u"rush.json"_s};
    return folder.text(u"pnpm-workspace.yaml"_s).contains(u"packages:"_s) || !folder.firstOf(marks).isEmpty();
}

} // namespace miaobu
