#include "core/detect/plain_site.h"

#include "core/detect/script_reading.h"

#include <array>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

struct Runtime {
    const char* file;
    const char* name;
};

constexpr std::array runtimes{
    Runtime{"hugo.toml", "Hugo"},
    Runtime{"hugo.yaml", "Hugo"},
    Runtime{"hugo.yml", "Hugo"},
    Runtime{"hugo.json", "Hugo"},
    Runtime{"config/_default/hugo.toml", "Hugo"},
    Runtime{"config/_default/config.toml", "Hugo"},
    Runtime{"config/_default/config.yaml", "Hugo"},
    Runtime{"config/_default/hugo.yaml", "Hugo"},
    Runtime{"book.toml", "mdBook"},
    Runtime{"mkdocs.yml", "MkDocs"},
    Runtime{"mkdocs.yaml", "MkDocs"},
    Runtime{"pelicanconf.py", "Pelican"},
    Runtime{"config.ru", "Ruby"},
    Runtime{"Gemfile", "Ruby"},
    Runtime{"config.rb", "Ruby"},
    Runtime{"Cargo.toml", "Rust"},
    Runtime{"go.mod", "Go"},
    Runtime{"composer.json", "PHP"},
    Runtime{"index.php", "PHP"},
    Runtime{"mix.exs", "Elixir"},
    Runtime{"pom.xml", "Java"},
    Runtime{"build.gradle", "Java"},
    Runtime{"build.gradle.kts", "Java"},
    Runtime{"pubspec.yaml", "Dart"},
    Runtime{"deno.json", "Deno"},
    Runtime{"deno.jsonc", "Deno"},
    Runtime{"Package.swift", "Swift"},
    Runtime{"stack.yaml", "Haskell"},
    Runtime{"project.clj", "Clojure"},
    Runtime{"shard.yml", "Crystal"},
    Runtime{"build.zig", "Zig"},
};

QString needs(const QString& name, const QString& file) {
    return u"%1 is not supported (%2)"_s.arg(name, file);
}

/// config.toml and its sisters belong to Hugo when they speak of its baseURL, to Zola when of a base_url.
QString generatorOfConfig(const AppFolder& folder) {
    for (const QString& name : {u"config.toml"_s, u"config.yaml"_s, u"config.yml"_s, u"config.json"_s}) {
        const QString text = folder.text(name);
        if (text.contains(u"base_url"_s)) {
            return needs(u"Zola"_s, name);
        }
        if (text.contains(u"baseurl"_s, Qt::CaseInsensitive)
            || (!text.isEmpty() && folder.hasFolder(u"archetypes"_s))) {
            return needs(u"Hugo"_s, name);
        }
    }
    return {};
}

} // namespace

QString foreignRuntime(const AppFolder& folder, const std::optional<PackageJson>& package) {
    if (package) {
        for (const QString& script : package->scripts.keys()) {
            for (const Invocation& invocation : invocationsOf(package->scripts, script)) {
                if (invocation.program == u"hugo" || invocation.program == u"jekyll" || invocation.program == u"zola") {
                    return needs(invocation.program == u"hugo" ? u"Hugo"_s : invocation.program,
                        u"the script \"%1\""_s.arg(script));
                }
            }
        }
    }
    if (const QString generator = generatorOfConfig(folder); !generator.isEmpty()) {
        return generator;
    }
    const bool isJekyll = folder.has(u"_config.yml"_s)
        && (folder.hasFolder(u"_posts"_s) || folder.hasFolder(u"_layouts"_s) || folder.has(u"Gemfile"_s));
    if (isJekyll && !(package && package->has(u"hexo"_s))) {
        return needs(u"Jekyll"_s, u"_config.yml"_s);
    }
    for (const Runtime& runtime : runtimes) {
        if (const QString file = QString::fromLatin1(runtime.file); folder.has(file)) {
            return needs(QString::fromLatin1(runtime.name), file);
        }
    }
    return {};
}

BuildPlan planPlain(const AppFolder& folder) {
    for (const QString& place :
        {u"."_s, u"public"_s, u"dist"_s, u"docs"_s, u"site"_s, u"www"_s, u"src"_s, u"html"_s, u"static"_s, u"web"_s}) {
        const QString page = tidyPath(place + u"/index.html"_s);
        if (!folder.has(page)) {
            continue;
        }
        BuildPlan plan;
        plan.kind = ProjectKind::Static;
        plan.framework = u"static-html"_s;
        plan.outputDir = place;
        plan.reasons = {{u"kind"_s, u"%1 is a finished page, and nothing builds it"_s.arg(page)},
            {u"framework"_s, page}, {u"outputDir"_s, page}, {u"isSpa"_s, u"every page is a file"_s}};
        return plan;
    }
    return {};
}

} // namespace miaobu
