#include "core/detect/framework_choice.h"

#include "core/detect/framework_evidence.h"
#include "core/detect/script_ranking.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

class Chooser {
public:
    Chooser(const PackageEvidence& evidence, const QString& hostScript)
        : m_evidence(evidence), m_isMainNamed(!hostScript.isEmpty()),
          m_main(m_isMainNamed                                      ? hostScript
                  : evidence.package().scripts.contains(u"build"_s) ? u"build"_s
                                                                    : QString()) { }

    FrameworkChoice choose() {
        for (const auto attempt : {&Chooser::byDeclaration, &Chooser::byBuildScript, &Chooser::bySiteDependency,
                 &Chooser::byBundler, &Chooser::byTool, &Chooser::byBackend}) {
            if (const FrameworkChoice choice = (this->*attempt)(); !choice.framework.slug.isEmpty()) {
                return choice;
            }
        }
        return {.script = m_main, .run = m_evidence.run(m_main)};
    }

private:
    [[nodiscard]] FrameworkChoice chosen(const Framework& framework, const QString& script) const {
        return {framework, m_evidence.reason(framework, script), script, m_evidence.run(script)};
    }

    /// A host's file may name the framework; it is believed when the dependencies show it too.
    FrameworkChoice byDeclaration() {
        static const QHash<QString, QString> names{{u"nextjs"_s, u"next"_s}, {u"nuxtjs"_s, u"nuxt"_s},
            {u"docusaurus-2"_s, u"docusaurus"_s}, {u"docusaurus"_s, u"docusaurus-v1"_s},
            {u"sveltekit-1"_s, u"sveltekit"_s}, {u"vue"_s, u"vue-cli"_s}, {u"preact"_s, u"preact-cli"_s},
            {u"umijs"_s, u"umi"_s}, {u"solidstart-1"_s, u"solidstart"_s}, {u"blitzjs"_s, u"blitz"_s}};
        for (const HostAdvice& advice : m_evidence.advice()) {
            const QString slug = names.value(advice.framework, advice.framework);
            for (const Framework& framework : frameworkTable()) {
                if (framework.slug == slug && framework.role != FrameworkRole::Backend
                    && !m_evidence.dependency(framework).isEmpty()) {
                    const QString script
                        = m_evidence.runs(m_main, framework) ? m_main : m_evidence.scriptFor(framework);
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
            if (isPageMaker && m_evidence.runs(m_main, framework) && !m_evidence.makesLibrary(framework)) {
                run.append(framework);
            }
        }
        if (run.isEmpty()) {
            return {};
        }
        // A generator whose pages a bundler then packs: what comes last writes what is served.
        const bool isPacked = run.first().slug == u"eleventy" || run.first().slug == u"metalsmith";
        if (isPacked && run.size() > 1 && run.last().role == FrameworkRole::Bundler
            && m_evidence.lastRun(m_main, run.last()) > m_evidence.lastRun(m_main, run.first())) {
            return chosen(run.last(), m_main);
        }
        return chosen(run.first(), m_main);
    }

    FrameworkChoice bySiteDependency() {
        for (const Framework& framework : frameworkTable()) {
            const bool isDependency = !m_evidence.dependency(framework).isEmpty();
            const bool isShown = isDependency
                || (framework.isCommandOwn && !m_evidence.configuration(framework).isEmpty() && !m_main.isEmpty());
            if (framework.role != FrameworkRole::Site || (!isShown && m_evidence.scriptFor(framework).isEmpty())) {
                continue;
            }
            if (const QString script = m_evidence.scriptFor(framework); !script.isEmpty()) {
                return chosen(framework, prefersOwnScript(script) ? script : m_main);
            }
            const bool isServer = framework.rendering == Rendering::Server && !m_evidence.package().isLibrary();
            if (isShown && (isServer || mayBuildUnseen())) {
                return chosen(framework, m_main);
            }
        }
        return {};
    }

    /// Between a script that runs the framework and a build script of which nobody sees what it does.
    [[nodiscard]] bool prefersOwnScript(const QString& script) const {
        const bool isMainUnseen = isOpaque(m_evidence.run(m_main));
        if (m_isMainNamed && isMainUnseen) {
            return false;
        }
        return m_main.isEmpty() || m_evidence.package().isLibrary() || isSiteScript(script) || !isMainUnseen;
    }

    /// Whether the framework may be what a build script without a visible command runs, or what is built without a
    /// script.
    [[nodiscard]] bool mayBuildUnseen() const {
        if (m_main.isEmpty()) {
            const bool isImported = m_evidence.package().json.contains(u"exports"_s);
            return !isImported && !m_evidence.package().isLibrary()
                && !isWorkspaceTop(m_evidence.folder(), m_evidence.package());
        }
        if (isWorkspaceTop(m_evidence.folder(), m_evidence.package()) && !m_evidence.hasHostDirectory()) {
            return false;
        }
        return isOpaque(m_evidence.run(m_main)) && !m_evidence.package().isLibrary();
    }

    FrameworkChoice byBundler() {
        for (const Framework& framework : frameworkTable()) {
            if (framework.role != FrameworkRole::Bundler || m_evidence.makesLibrary(framework)) {
                continue;
            }
            if (const QString script = m_evidence.scriptFor(framework); !script.isEmpty()) {
                return chosen(framework, prefersOwnScript(script) ? script : m_main);
            }
            if (!m_evidence.configuration(framework).isEmpty() && m_evidence.hasPage() && mayBuildUnseen()) {
                return chosen(framework, m_main);
            }
        }
        return {};
    }

    FrameworkChoice byTool() {
        for (const Framework& framework : frameworkTable()) {
            if (framework.role != FrameworkRole::Tool) {
                continue;
            }
            if (const QString script = m_evidence.scriptFor(framework);
                !script.isEmpty() && isWhole(framework, script)) {
                return chosen(framework, script);
            }
            const bool isPacker = framework.slug == u"webpack" && !m_evidence.dependency(framework).isEmpty();
            if (isPacker && !m_main.isEmpty() && m_evidence.hasPage() && mayBuildUnseen()) {
                return chosen(framework, m_main);
            }
        }
        return {};
    }

    /// Whether what \a script makes with a tool is the whole site, and not a part of something else.
    [[nodiscard]] bool isWhole(const Framework& framework, const QString& script) const {
        if (framework.slug == u"svelte" || framework.slug == u"marp") {
            return true;
        }
        if (m_evidence.makesLibrary(framework) || (m_evidence.package().isLibrary() && !isSiteScript(script))) {
            return false;
        }
        const bool isStorybook = framework.slug == u"storybook";
        return isStorybook ? m_main.isEmpty() || script == m_main : m_evidence.hasPage();
    }

    FrameworkChoice byBackend() {
        for (const Framework& framework : frameworkTable()) {
            if (framework.role != FrameworkRole::Backend) {
                continue;
            }
            const bool isUsed = std::any_of(framework.packages.begin(), framework.packages.end(),
                [this](const QString& package) { return m_evidence.package().dependencies.contains(package); });
            if (m_evidence.runs(m_main, framework) || (isUsed && isStarted())) {
                return chosen(framework, m_main);
            }
        }
        return {};
    }

    [[nodiscard]] bool isStarted() const {
        if (m_evidence.package().scripts.contains(u"start"_s)) {
            return true;
        }
        const auto isEntry = [this](const QString& stem) { return !m_evidence.folder().module(stem).isEmpty(); };
        const QStringList stems{u"server"_s, u"app"_s, u"index"_s, u"main"_s, u"src/server"_s, u"src/app"_s,
            u"src/index"_s, u"src/main"_s, u"api/index"_s};
        return !m_evidence.package().isLibrary() && std::any_of(stems.begin(), stems.end(), isEntry);
    }

    const PackageEvidence& m_evidence;
    bool m_isMainNamed = false; ///< Whether a host was told to run the build script.
    QString m_main;
};

} // namespace

FrameworkChoice chooseFramework(
    const AppFolder& folder, const PackageJson& package, const QString& hostScript, const QList<HostAdvice>& advice) {
    const PackageEvidence evidence(folder, package, advice);
    return Chooser(evidence, hostScript).choose();
}

bool isWorkspaceTop(const AppFolder& folder, const PackageJson& package) {
    if (!package.workspaces().isEmpty()) {
        return true;
    }
    const QStringList marks{u"lerna.json"_s, u"nx.json"_s, u"turbo.json"_s, u"turbo.jsonc"_s, u"rush.json"_s};
    return folder.text(u"pnpm-workspace.yaml"_s).contains(u"packages:"_s) || !folder.firstOf(marks).isEmpty();
}

} // namespace miaobu
