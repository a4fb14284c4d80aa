#include "core/detect/node_start.h"

#include "core/detect/config_reading.h"
#include "core/detect/python/start_lines.h"
#include "core/detect/script_reading.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

/// What a framework leaves to be run, and the package without which it leaves nothing that runs by itself.
struct ServerOutput {
    const char* framework;
    const char* package; ///< Empty: none is needed.
    const char* command;
};

constexpr std::array outputs{
    ServerOutput{"next", "", "next start"},
    ServerOutput{"nuxt", "", "node .output/server/index.mjs"},
    ServerOutput{"sveltekit", "@sveltejs/adapter-node", "node build/index.js"},
    ServerOutput{"astro", "@astrojs/node", "node dist/server/entry.mjs"},
    ServerOutput{"remix", "@remix-run/serve", "remix-serve build/server/index.js"},
    ServerOutput{"react-router", "@react-router/serve", "react-router-serve build/server/index.js"},
    ServerOutput{"solidstart", "vinxi", "node .output/server/index.mjs"},
    ServerOutput{"tanstack-start", "nitro", "node .output/server/index.mjs"},
    ServerOutput{"analog", "", "node dist/analog/server/index.mjs"},
    ServerOutput{"nitro", "", "node .output/server/index.mjs"},
    ServerOutput{"nestjs", "", "node dist/main.js"},
    ServerOutput{"waku", "", "waku start"},
    ServerOutput{"blitz", "", "blitz start"},
    ServerOutput{"redwoodjs", "", "rw serve"},
    ServerOutput{"mastra", "", "node .mastra/output/index.mjs"},
};

/// A program that serves what a developer is changing, and nothing that visitors should see.
bool isForDevelopment(const Invocation& invocation) {
    static const QStringList programs{u"nodemon"_s, u"ts-node-dev"_s, u"tsnd"_s, u"webpack-dev-server"_s, u"vite"_s,
        u"react-scripts"_s, u"expo"_s, u"ng"_s, u"vue-cli-service"_s, u"gatsby"_s, u"nest"_s, u"live-server"_s};
    static const QStringList words{u"dev"_s, u"develop"_s, u"watch"_s, u"--watch"_s, u"--hot"_s};
    return programs.contains(invocation.program)
        || std::any_of(invocation.arguments.begin(), invocation.arguments.end(),
            [](const QString& word) { return words.contains(word); });
}

bool isForDevelopment(const PackageJson& package, const QString& script) {
    const QList<Invocation> run = invocationsOf(package.scripts, script);
    return std::any_of(
        run.begin(), run.end(), [](const Invocation& invocation) { return isForDevelopment(invocation); });
}

/// The script for visitors: a production one before the usual one.
QString startScriptOf(const PackageJson& package, const QString& framework) {
    QStringList candidates{u"start:prod"_s, u"start:production"_s, u"start"_s};
    for (const QString& script : package.scripts.keys()) {
        if (script.startsWith(u"serve:ssr"_s)) {
            candidates.append(script);
        }
    }
    if (framework == u"qwik") {
        candidates.append(u"serve"_s);
    }
    for (const QString& script : std::as_const(candidates)) {
        if (package.scripts.contains(script) && !isForDevelopment(package, script)) {
            return script;
        }
    }
    return {};
}

/// What a script that restarts a program at every change would run: "node server.js" of "nodemon server.js".
QString watchedProgram(const PackageJson& package) {
    for (const Invocation& invocation : invocationsOf(package.scripts, u"start"_s)) {
        static const QStringList watchers{u"nodemon"_s, u"node"_s};
        const QString file = invocation.positional({}, {u"--watch-path"_s, u"-w"_s, u"--exec"_s, u"-e"_s});
        const bool isScript = file.endsWith(u".js"_s) || file.endsWith(u".mjs"_s) || file.endsWith(u".cjs"_s);
        if (watchers.contains(invocation.program) && isScript && !invocation.hasFlag(u"--exec"_s)) {
            return u"node "_s + file;
        }
    }
    return {};
}

/// What a Procfile says of a Node program; a line for another runtime is another app's.
NodeStart hostStart(const AppFolder& folder) {
    static const QStringList programs{u"node"_s, u"npm"_s, u"pnpm"_s, u"yarn"_s, u"bun"_s, u"npx"_s, u"tsx"_s};
    for (const StartLine& line : startLines(folder)) {
        if (line.reason.endsWith(u"Procfile"_s) && programs.contains(line.command.section(u' ', 0, 0))) {
            return {line.command, line.reason};
        }
    }
    return {};
}

QString svelteFolder(const AppFolder& folder) {
    for (const QString& stem : {u"svelte.config"_s, u"vite.config"_s}) {
        const ConfigFile config(folder.text(folder.module(stem)));
        for (const QString& key : {u"kit.adapter.out"_s, u"plugins.adapter.out"_s}) {
            if (const QString out = config.text(key); !out.isEmpty()) {
                return tidyPath(out);
            }
        }
    }
    return u"build"_s;
}

NodeStart frameworkStart(const AppFolder& folder, const PackageJson& package, const QString& framework) {
    const auto* const output = std::find_if(outputs.begin(), outputs.end(),
        [&framework](const ServerOutput& each) { return framework == QLatin1StringView(each.framework); });
    if (output == outputs.end()) {
        return {};
    }
    const QString needed = QString::fromLatin1(output->package);
    if (!needed.isEmpty() && !package.has(needed) && !(framework == u"tanstack-start" && package.has(u"vinxi"_s))) {
        return {{}, u"%1 needs %2 to run on a server of one's own"_s.arg(framework, needed)};
    }
    QString command = QString::fromLatin1(output->command);
    if (framework == u"sveltekit") {
        command = u"node %1/index.js"_s.arg(svelteFolder(folder));
    }
    return {command, u"what %1 writes when nothing says otherwise"_s.arg(framework)};
}

NodeStart fileStart(const AppFolder& folder, const PackageJson& package, bool isBuilt) {
    const QString main = package.json.value(u"main"_s).toString();
    if (!main.isEmpty() && (folder.has(main) || isBuilt)) {
        return {u"node "_s + tidyPath(main), u"main in package.json"_s};
    }
    const QString file = folder.firstOf({u"server.js"_s, u"index.js"_s, u"app.js"_s, u"main.js"_s, u"server.mjs"_s,
        u"index.mjs"_s, u"app.mjs"_s, u"server.cjs"_s, u"src/server.js"_s, u"src/index.js"_s, u"src/app.js"_s,
        u"src/main.js"_s, u"src/index.mjs"_s});
    return file.isEmpty() ? NodeStart() : NodeStart{u"node "_s + file, u"%1 is there"_s.arg(file)};
}

} // namespace

NodeStart findNodeStart(const AppFolder& folder, const PackageJson& package, const QString& framework,
    const QString& manager, bool isBuilt) {
    if (const NodeStart host = hostStart(folder); !host.command.isEmpty()) {
        return host;
    }
    if (const QString script = startScriptOf(package, framework); !script.isEmpty()) {
        return {manager + u" run "_s + script, u"the script \"%1\" in package.json"_s.arg(script)};
    }
    const NodeStart output = frameworkStart(folder, package, framework);
    if (!output.command.isEmpty() || !output.reason.isEmpty()) {
        return output;
    }
    if (const QString program = watchedProgram(package); !program.isEmpty()) {
        return {program, u"what the script \"%1\" watches"_s.arg(u"start"_s)};
    }
    if (const NodeStart file = fileStart(folder, package, isBuilt); !file.command.isEmpty()) {
        return file;
    }
    // Better a server for developers than none.
    return package.scripts.contains(u"start"_s)
        ? NodeStart{manager + u" run start"_s, u"the script \"%1\" in package.json"_s.arg(u"start"_s)}
        : NodeStart();
}

} // namespace miaobu
