#include "core/detect/script_output.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

/// Names that only the output of a site has. A "dist" or "lib" is as often a package's.
bool isSiteDirectory(const QString& path) {
    static const QStringList names{
        u"public"_s, u"_site"_s, u"www"_s, u"site"_s, u"out"_s, u"output"_s, u"docs"_s, u"_book"_s, u"web"_s};
    return names.contains(tidyPath(path));
}

/// The directory the script moves, copies or prints its pages into.
QString filledDirectory(const QList<Invocation>& run) {
    QString filled;
    for (const Invocation& invocation : run) {
        const QStringList& words = invocation.arguments;
        const bool isLastArgument = invocation.program == u"mv" || invocation.program == u"cp"
            || invocation.program == u"cpx" || invocation.program == u"mkdir" || invocation.program == u"ncp"
            || invocation.program == u"cpy";
        const qsizetype redirection = words.indexOf(u">"_s);
        QString target;
        if (redirection >= 0 && redirection + 1 < words.size()) {
            target = words.at(redirection + 1).section(u'/', 0, -2);
        } else if (isLastArgument && !words.isEmpty()) {
            target = words.last();
        } else {
            target = invocation.flag({u"--out-dir"_s, u"--output"_s, u"--outdir"_s, u"--dist"_s, u"-o"_s, u"-d"_s,
                u"--out"_s, u"--outDir"_s});
        }
        if (isSiteDirectory(target)) {
            filled = outputPath(invocation.folder, target);
        }
    }
    return filled;
}

/// Whether the program that a start script runs listens, for a server without any dependency.
bool listens(const AppFolder& folder, const QList<Invocation>& run) {
    return std::any_of(run.begin(), run.end(), [&folder](const Invocation& invocation) {
        const QString file = tidyPath(invocation.positional({}, {u"-r"_s, u"--require"_s, u"--import"_s}));
        const QString text = folder.text(folder.has(file) ? file : folder.module(file));
        return text.contains(u"createServer("_s) || text.contains(u".listen("_s);
    });
}

bool startsServer(const AppFolder& folder, const PackageJson& package) {
    static const QStringList runtimes{
        u"node"_s, u"tsx"_s, u"ts-node"_s, u"nodemon"_s, u"pm2"_s, u"pm2-runtime"_s, u"babel-node"_s, u"bun"_s};
    const QList<Invocation> run = invocationsOf(package.scripts, u"start"_s);
    const bool isStarted = std::any_of(run.begin(), run.end(), [](const Invocation& invocation) {
        const QString arguments = invocation.arguments.join(u' ');
        return runtimes.contains(invocation.program) && !arguments.contains(u"script"_s)
            && !arguments.contains(u"build"_s);
    });
    return isStarted && !package.isLibrary()
        && (!folder.module(u"server"_s).isEmpty() || !package.dependencies.isEmpty() || listens(folder, run));
}

} // namespace

SiteAnswer outputOfUnknownBuild(const AppFolder& folder, const PackageJson& package, const FrameworkChoice& choice,
    const QList<HostAdvice>& advice) {
    if (!choice.script.isEmpty()) {
        for (const HostAdvice& host : advice) {
            if (!host.publish.isEmpty()) {
                return {.kindReason = host.file + u" publishes a directory"_s,
                    .outputDir = host.publish,
                    .outputReason = host.file};
            }
        }
        const QString filled = package.isLibrary() ? QString() : filledDirectory(choice.run);
        if (!filled.isEmpty()) {
            const QString reason = u"the script \"%1\" fills it"_s.arg(choice.script);
            return {.kindReason = u"the script \"%1\" fills %2"_s.arg(choice.script, filled),
                .outputDir = filled,
                .outputReason = reason};
        }
    }
    const bool hasEntry = !folder.module(u"server"_s).isEmpty() || !folder.module(u"src/server"_s).isEmpty();
    if (hasEntry && !package.isLibrary() && !folder.has(u"index.html"_s) && choice.script.isEmpty()) {
        return serverAnswer(u"a server file is there"_s);
    }
    if (startsServer(folder, package)) {
        return serverAnswer(u"the script \"start\" in package.json runs a program"_s);
    }
    return {.kind = ProjectKind::Unknown,
        .kindReason = u"package.json names no framework that makes a site, and no server"_s};
}

} // namespace miaobu
