#include "core/detect/output_rules/families.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu::output_rules {

namespace {

bool routesInBrowser(const PackageJson& package) {
    const QStringList libraries{u"react"_s, u"vue"_s, u"svelte"_s, u"solid-js"_s, u"preact"_s, u"lit"_s,
        u"@angular/core"_s, u"mithril"_s, u"inferno"_s, u"@builder.io/qwik"_s, u"elm"_s, u"vite-plugin-elm"_s,
        u"@ionic/react"_s, u"@ionic/vue"_s, u"@vitejs/plugin-react"_s, u"@vitejs/plugin-vue"_s,
        u"@sveltejs/vite-plugin-svelte"_s};
    return std::any_of(
        libraries.begin(), libraries.end(), [&](const QString& library) { return package.has(library); });
}

} // namespace

SiteAnswer vite(const SiteQuestion& question) {
    const QString name = question.configurationName();
    const ConfigFile config = question.configuration();
    SiteAnswer answer = answerFromTable(question);
    const std::optional<Invocation> build = question.build();
    for (const Invocation& invocation : question.choice.run) {
        if (invocation.runs(u"vite build"_s) && invocation.hasFlag(u"--ssr"_s)) {
            return serverAnswer(u"the script \"%1\" also builds a server"_s.arg(question.choice.script));
        }
    }
    const QString from = build ? build->folder : QString();
    const QString argument = build
        ? build->positional(build->program == u"vite" ? u"vite build"_s : u"ssg build"_s,
              {u"--outDir"_s, u"--base"_s, u"--mode"_s, u"-m"_s, u"--config"_s, u"-c"_s, u"--assetsDir"_s,
                  u"--logLevel"_s, u"-l"_s, u"--target"_s, u"--minify"_s, u"--sourcemap"_s})
        : QString();
    const QString said = config.text(u"root"_s);
    const QString root = !argument.isEmpty() ? argument : said == u"." ? QString() : said;
    const std::optional<ConfigValue> directory = config.find(u"build.outDir"_s);
    const bool isAbsolute = directory && directory->isFromFile;
    if (!root.isEmpty() && !isAbsolute && question.folder.hasFolder(outputPath(from, root))) {
        // Vite counts the output from its root.
        const QString flag = build ? build->flag({u"--outDir"_s}) : QString();
        const QString key = config.text(u"build.outDir"_s);
        const QString inside = !flag.isEmpty() ? flag : !key.isEmpty() ? key : u"dist"_s;
        answer.outputDir = outputPath(from, root + u'/' + inside);
        answer.outputReason
            = argument.isEmpty() ? u"root and build.outDir in %1"_s.arg(name) : u"the script builds %1"_s.arg(argument);
        answer.isOutputSaid = true;
    }
    const bool isGenerated = build && build->program != u"vite" && build->program != u"vp";
    answer.isSpa = !isGenerated && routesInBrowser(question.package);
    answer.spaReason = answer.isSpa ? u"a user interface library routes in the browser"_s
        : isGenerated               ? u"%1 writes its pages"_s.arg(build->program)
                                    : u"no user interface library among the dependencies"_s;
    return answer;
}

SiteAnswer parcel(const SiteQuestion& question) {
    SiteAnswer answer = answerFromTable(question);
    if (!answer.isOutputSaid) {
        const QJsonObject targets = question.package.json.value(u"targets"_s).toObject();
        for (const QString& target : targets.keys()) {
            if (const QString dir = targets.value(target).toObject().value(u"distDir"_s).toString(); !dir.isEmpty()) {
                answer.outputDir = tidyPath(dir);
                answer.outputReason = u"targets.%1.distDir in package.json"_s.arg(target);
                answer.isOutputSaid = true;
                break;
            }
        }
    }
    answer.isSpa = routesInBrowser(question.package);
    return answer;
}

SiteAnswer createReactApp(const SiteQuestion& question) {
    SiteAnswer answer = answerFromTable(question);
    const std::optional<Invocation> build = question.build();
    if (const QString path = build ? build->environment.value(u"BUILD_PATH"_s) : QString(); !path.isEmpty()) {
        answer.outputDir = outputPath(build->folder, path);
        answer.outputReason = u"BUILD_PATH in the script \"%1\""_s.arg(question.choice.script);
        answer.isOutputSaid = true;
    }
    return answer;
}

SiteAnswer stencil(const SiteQuestion& question) {
    SiteAnswer answer = answerFromTable(question);
    const ConfigFile config = question.configuration();
    for (const ConfigValue& type : config.all(u"outputTargets.type"_s)) {
        if (const QString dir = config.sibling(type, u"dir"_s); type.text == u"www" && !dir.isEmpty()) {
            answer.outputDir = tidyPath(dir);
            answer.outputReason = u"outputTargets in "_s + question.configurationName();
            answer.isOutputSaid = true;
        }
    }
    return answer;
}

SiteAnswer umi(const SiteQuestion& question) {
    SiteAnswer answer = answerFromTable(question);
    for (const QString& stem : {u".umirc"_s, u".umirc.prod"_s, u"config/config"_s, u"config/config.prod"_s}) {
        const QString name = question.folder.module(stem);
        if (const QString said = ConfigFile(question.folder.text(name)).text(u"outputPath"_s); !said.isEmpty()) {
            answer.outputDir = tidyPath(said);
            answer.outputReason = u"outputPath in "_s + name;
            answer.isOutputSaid = true;
        }
    }
    const std::optional<Invocation> build = question.build();
    if (const QString root = build ? build->environment.value(u"APP_ROOT"_s) : QString(); !root.isEmpty()) {
        answer.outputDir = outputPath(root, answer.outputDir);
    }
    return answer;
}

SiteAnswer quasar(const SiteQuestion& question) {
    SiteAnswer answer = answerFromTable(question);
    const std::optional<Invocation> build = question.build();
    const QString mode = build ? build->flag({u"-m"_s, u"--mode"_s}) : QString();
    if (mode == u"ssr") {
        return serverAnswer(u"the script \"%1\" builds Quasar's server mode"_s.arg(question.choice.script));
    }
    if (!answer.isOutputSaid && !mode.isEmpty()) {
        answer.outputDir = u"dist/"_s + mode;
        answer.outputReason = u"the mode in the script \"%1\""_s.arg(question.choice.script);
        answer.isOutputSaid = true;
    }
    return answer;
}

SiteAnswer webpack(const SiteQuestion& question) {
    SiteAnswer answer = answerFromTable(question);
    const QString named = question.configurationName().section(u'/', 0, -2);
    for (const QString& folder : {named, u"config"_s, u"build"_s}) {
        for (const QString& entry : question.folder.entries(folder)) {
            const QString name = folder.isEmpty() ? entry : folder + u'/' + entry;
            const bool isShared = folder == u"config" && entry == u"index.js";
            if (answer.isOutputSaid || !(isShared || entry.startsWith(u"webpack."_s))) {
                continue;
            }
            // Configurations share a base, and the generator of Vue CLI 2 keeps the paths of all in config/index.js.
            const ConfigFile config(question.folder.text(name));
            const QString key = isShared ? u"build.assetsRoot"_s : u"output.path"_s;
            const std::optional<ConfigValue> said = config.find(key);
            if (said && !said->text.isEmpty()) {
                answer.outputDir = outputPath(said->isFromFile ? folder : QString(), said->text);
                answer.outputReason = u"%1 in %2"_s.arg(key, name);
                answer.isOutputSaid = true;
            }
        }
    }
    answer.isSpa = routesInBrowser(question.package);
    answer.spaReason = answer.isSpa ? u"a user interface library routes in the browser"_s : answer.spaReason;
    return answer;
}

SiteAnswer polymer(const SiteQuestion& question) {
    SiteAnswer answer = answerFromTable(question);
    const QJsonArray builds = readRelaxedJson(question.folder, u"polymer.json"_s).value(u"builds"_s).toArray();
    const QJsonObject build = builds.isEmpty() ? QJsonObject() : builds.first().toObject();
    if (const QString name = build.value(u"name"_s).toString(build.value(u"preset"_s).toString()); !name.isEmpty()) {
        answer.outputDir = u"build/"_s + name;
        answer.outputReason = u"the first of the builds in polymer.json"_s;
        answer.isOutputSaid = true;
    }
    return answer;
}

SiteAnswer expo(const SiteQuestion& question) {
    SiteAnswer answer = answerFromTable(question);
    const bool isOldExport = std::any_of(question.choice.run.begin(), question.choice.run.end(),
        [](const Invocation& invocation) { return invocation.runs(u"expo export:web"_s); });
    if (isOldExport && !answer.isOutputSaid) {
        answer.outputDir = u"web-build"_s;
        answer.outputReason = u"where expo export:web writes"_s;
    }
    if (!question.build()) {
        return {
            .kind = ProjectKind::Unknown, .kindReason = u"an Expo app without a script that exports it for the web"_s};
    }
    return answer;
}

} // namespace miaobu::output_rules
