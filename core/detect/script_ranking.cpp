#include "core/detect/script_ranking.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

/// The lower, the better.
int rank(const QString& name) {
    static const QStringList usual{u"build"_s, u"generate"_s, u"build:prod"_s, u"build:production"_s, u"prod"_s,
        u"production"_s, u"build-prod"_s, u"build:static"_s, u"docs:build"_s, u"build:docs"_s, u"docs-build"_s,
        u"build-docs"_s, u"doc:build"_s, u"build:doc"_s, u"site:build"_s, u"build:site"_s, u"website:build"_s,
        u"build:website"_s, u"web:build"_s, u"build:web"_s, u"client:build"_s, u"build:client"_s, u"build:app"_s,
        u"build:h5"_s, u"build-storybook"_s, u"storybook:build"_s};
    if (const qsizetype index = usual.indexOf(name); index >= 0) {
        return static_cast<int>(index);
    }
    return name.startsWith(u"build"_s) ? 100 : name.endsWith(u"build"_s) ? 101 : name.contains(u"build"_s) ? 102 : 103;
}

bool isForSomethingElse(const QString& name) {
    static const QRegularExpression other(u"^(?:pre|post)(?!view-build)|dev|start|serve|preview|watch|analy[sz]e|"
                                          u"report|stats|deploy|publish|release|test|lint|e2e|ci$|clean|check"
                                          "|profile|stag|debug|electron|android|ios|docker|:ssr|:mp-|bench|size"_s);
    return other.match(name).hasMatch();
}

} // namespace

QString bestBuildScript(const QStringList& scripts) {
    QString best;
    for (const QString& script : scripts) {
        if (!isForSomethingElse(script) && (best.isEmpty() || rank(script) < rank(best))) {
            best = script;
        }
    }
    return best;
}

bool isSiteScript(const QString& name) {
    static const QRegularExpression site(
        u"(?:^|[:_-])(?:docs?|site|website|www|web|storybook|pages|playground|demo|generate)(?:$|[:_-])"_s);
    return site.match(name).hasMatch();
}

bool isOpaque(const QList<Invocation>& run) {
    static const QStringList own{u"node"_s, u"bun"_s, u"tsx"_s, u"ts-node"_s, u"esno"_s, u"jiti"_s, u"zx"_s, u"bash"_s,
        u"sh"_s, u"make"_s, u"just"_s, u"turbo"_s, u"nx"_s, u"lerna"_s, u"rush"_s, u"gulp"_s, u"grunt"_s, u"npm"_s,
        u"pnpm"_s, u"yarn"_s, u"wireit"_s, u"workspace"_s, u"workspaces"_s, u"ng"_s, u"moon"_s, u"vp"_s, u"deno"_s,
        u"python"_s, u"python3"_s, u"babel-node"_s, u"task"_s};
    return std::any_of(run.begin(), run.end(), [](const Invocation& invocation) {
        return own.contains(invocation.program) || invocation.program.endsWith(u".sh"_s);
    });
}

} // namespace miaobu
