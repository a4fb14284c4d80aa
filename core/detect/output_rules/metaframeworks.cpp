#include "core/detect/output_rules/families.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu::output_rules {

namespace {

bool runsAny(const SiteQuestion& question, const QString& command) {
    return std::any_of(question.choice.run.begin(), question.choice.run.end(),
        [&](const Invocation& invocation) { return invocation.runs(command); });
}

/// The script that runs \a command, the chosen one if it does.
QString scriptRunning(const SiteQuestion& question, const QString& command) {
    if (runsAny(question, command)) {
        return question.choice.script;
    }
    for (const QString& script : question.package.scripts.keys()) {
        const QList<Invocation> run = invocationsOf(question.package.scripts, script);
        const bool isIt = std::any_of(
            run.begin(), run.end(), [&](const Invocation& invocation) { return invocation.runs(command); });
        if (isIt && !script.startsWith(u"deploy"_s) && !script.startsWith(u"start"_s)) {
            return script;
        }
    }
    return {};
}

void say(SiteAnswer& answer, const QString& dir, const QString& reason) {
    answer.outputDir = tidyPath(dir);
    answer.outputReason = reason;
    answer.isOutputSaid = true;
}

/// The lowest major version \a range of a dependency can mean; -1 when it says none ("latest", "catalog:").
int majorOf(const QString& range) {
    static const QRegularExpression number(u"(\\d+)"_s);
    const QRegularExpressionMatch match = number.match(range);
    return match.hasMatch() && !range.contains(u':') ? match.captured(1).toInt() : -1;
}

} // namespace

SiteAnswer next(const SiteQuestion& question) {
    const QString name = question.configurationName();
    const ConfigFile config = question.configuration();
    SiteAnswer answer = answerFromTable(question);
    const QString distDir = config.text(u"distDir"_s);
    if (const QString script = scriptRunning(question, u"next export"_s); !script.isEmpty()) {
        answer.script = script;
        answer.kindReason = u"the script \"%1\" runs next export"_s.arg(script);
        for (const Invocation& invocation : invocationsOf(question.package.scripts, script)) {
            if (const QString dir = invocation.flag({u"-o"_s, u"--outdir"_s});
                invocation.runs(u"next export"_s) && !dir.isEmpty()) {
                say(answer, outputPath(invocation.folder, dir), u"the script \"%1\" says so"_s.arg(script));
            }
        }
        return answer;
    }
    if (!config.says(u"output"_s, u"export"_s)) {
        return serverAnswer(config.find(u"output"_s) ? u"output in %1 is not always \"export\""_s.arg(name)
                                                     : u"Next.js without output: \"export\" needs a server"_s);
    }
    answer.kindReason = u"output: \"export\" in %1"_s.arg(name);
    if (!distDir.isEmpty()) {
        say(answer, distDir, u"distDir in %1"_s.arg(name));
    }
    return answer;
}

SiteAnswer nuxt(const SiteQuestion& question) {
    const QString name = question.configurationName();
    const ConfigFile config = question.configuration();
    SiteAnswer answer = answerFromTable(question);
    const int major = question.package.has(u"nuxt3"_s) ? 3 : majorOf(question.package.range(u"nuxt"_s));
    const bool isOld = major >= 0 && major < 3;
    if (isOld) {
        answer.outputDir = u"dist"_s;
        answer.outputReason = u"where Nuxt 2 generates to"_s;
    }
    const QString preset = config.text(u"nitro.preset"_s);
    const bool isStaticPreset = preset == u"static" || preset == u"github-pages" || preset == u"github_pages";
    const QString script = scriptRunning(question, u"nuxt generate"_s);
    if (script.isEmpty() && !isStaticPreset) {
        return serverAnswer(u"nuxt build makes a server, and there is no script that runs nuxt generate"_s);
    }
    const auto holdsCode = [&](const QString& folder) {
        const QStringList entries = question.folder.entries(folder);
        return std::any_of(entries.begin(), entries.end(), [](const QString& entry) {
            return entry.endsWith(u'/') || entry.endsWith(u".ts"_s) || entry.endsWith(u".js"_s);
        });
    };
    const bool servesStatic = std::any_of(question.package.scripts.begin(), question.package.scripts.end(),
        [](const QString& line) { return line.contains(u".output/public"_s) && line.contains(u"serve"_s); });
    const QString source = config.text(u"serverDir"_s).isEmpty() ? u"server"_s : config.text(u"serverDir"_s);
    const bool hasServer = holdsCode(source + u"/api"_s) || holdsCode(source + u"/routes"_s);
    if (hasServer && !servesStatic && !isStaticPreset && !runsAny(question, u"nuxt generate"_s)) {
        return serverAnswer(u"%1/ answers requests"_s.arg(source));
    }
    answer.script = isStaticPreset ? QString() : script;
    answer.kindReason
        = isStaticPreset ? u"nitro.preset in %1"_s.arg(name) : u"the script \"%1\" generates the pages"_s.arg(script);
    for (const QString& key : isOld ? QStringList{u"generate.dir"_s} : QStringList{u"nitro.output.publicDir"_s}) {
        if (const QString dir = config.text(key); !dir.isEmpty()) {
            say(answer, dir, u"%1 in %2"_s.arg(key, name));
        }
    }
    answer.isSpa = config.says(u"ssr"_s, false);
    answer.spaReason = answer.isSpa ? u"ssr: false in "_s + name : answer.spaReason;
    // `.output/public` is also what a "dist" in a host's file means: a link to it.
    answer.isOutputSaid = answer.isOutputSaid || !isOld;
    return answer;
}

SiteAnswer astro(const SiteQuestion& question) {
    const QString name = question.configurationName();
    const ConfigFile config = question.configuration();
    for (const QString& mode : {u"server"_s, u"hybrid"_s}) {
        if (config.text(u"output"_s) == mode) {
            return serverAnswer(u"output: \"%1\" in %2"_s.arg(mode, name));
        }
    }
    return answerFromTable(question);
}

SiteAnswer svelteKit(const SiteQuestion& question) {
    const QString adapter = u"@sveltejs/adapter-static"_s;
    const QString own = question.folder.module(u"svelte.config"_s);
    const QString vite = question.folder.module(u"vite.config"_s);
    // Newer templates give their options to the plugin in Vite's file, and have no other.
    const bool isInVite = ConfigFile(question.folder.text(vite)).find(u"plugins.adapter"_s).has_value();
    const QString name = isInVite ? vite : own;
    const QString options = isInVite ? u"plugins.adapter."_s : u"kit.adapter."_s;
    const ConfigFile config(question.folder.text(name));
    const bool isSaid = config.mentions(adapter);
    if (!isSaid && !(config.isEmpty() && question.package.has(adapter))) {
        return serverAnswer(u"SvelteKit without %1 needs a server"_s.arg(adapter));
    }
    SiteAnswer answer = answerFromTable(question);
    answer.kindReason
        = isSaid ? u"%1 uses %2"_s.arg(name, adapter) : u"%1 is a dependency in package.json"_s.arg(adapter);
    if (const QString pages = config.text(options + u"pages"_s); !pages.isEmpty()) {
        say(answer, pages, u"pages in %1"_s.arg(name));
    }
    const QString fallback = config.text(options + u"fallback"_s);
    answer.isSpa = !fallback.isEmpty() && !fallback.startsWith(u"404"_s);
    answer.spaReason = answer.isSpa ? u"fallback in "_s + name : answer.spaReason;
    return answer;
}

SiteAnswer reactRouter(const SiteQuestion& question) {
    const bool isRemix = question.choice.framework.slug == u"remix";
    const QString name = isRemix ? question.folder.module(u"vite.config"_s) : question.configurationName();
    const ConfigFile config(question.folder.text(name));
    const QString prefix = isRemix ? u"plugins."_s : QString();
    if (!config.says(prefix + u"ssr"_s, false)) {
        return serverAnswer(
            u"%1 renders on a server unless its configuration says ssr: false"_s.arg(question.choice.framework.slug));
    }
    SiteAnswer answer = answerFromTable(question);
    answer.kindReason = u"ssr: false in %1"_s.arg(name);
    answer.isSpa = true;
    answer.spaReason = answer.kindReason;
    if (const QString build = config.text(prefix + u"buildDirectory"_s); !build.isEmpty()) {
        say(answer, build + u"/client"_s, u"buildDirectory in %1"_s.arg(name));
    }
    return answer;
}

SiteAnswer prerendered(const SiteQuestion& question) {
    const QString slug = question.choice.framework.slug;
    SiteAnswer answer = answerFromTable(question);
    const auto because = [&](const QString& reason) {
        answer.kindReason = reason;
        return answer;
    };
    for (const QString& stem : {u"app.config"_s, u"vite.config"_s, u"waku.config"_s, u"nitro.config"_s}) {
        const QString name = question.folder.module(stem);
        const ConfigFile config(question.folder.text(name));
        for (const QString& key :
            {u"server.preset"_s, u"preset"_s, u"plugins.preset"_s, u"plugins.server.preset"_s, u"nitro.preset"_s}) {
            const QString preset = config.text(key);
            if (preset == u"static" || preset == u"github-pages" || preset == u"github_pages") {
                return because(u"%1: \"%2\" in %3"_s.arg(key, preset, name));
            }
        }
        const bool isPrerendered
            = slug == u"vike" && (config.says(u"prerender"_s, true) || config.says(u"plugins.prerender"_s, true));
        const bool isStaticShell = slug == u"tanstack-start" && config.says(u"plugins.spa.enabled"_s, true);
        const bool isStaticAnalog
            = slug == u"analog" && (config.says(u"plugins.static"_s, true) || config.says(u"plugins.ssr"_s, false));
        if (isPrerendered || isStaticShell || isStaticAnalog) {
            answer.isSpa = isStaticShell;
            return because(u"prerendering is switched on in "_s + name);
        }
    }
    if (slug == u"vike") {
        const QString name = question.folder.module(u"pages/+config"_s);
        if (ConfigFile(question.folder.text(name)).says(u"prerender"_s, true)) {
            return because(u"prerender: true in "_s + name);
        }
    }
    if (slug == u"qwik" && !question.folder.module(u"adapters/static/vite.config"_s).isEmpty()) {
        return because(u"it has the static adapter"_s);
    }
    if (slug == u"sapper" && runsAny(question, u"sapper export"_s)) {
        return because(u"the script \"%1\" runs sapper export"_s.arg(question.choice.script));
    }
    return serverAnswer(u"%1 renders on a server unless everything is prerendered"_s.arg(slug));
}

} // namespace miaobu::output_rules
