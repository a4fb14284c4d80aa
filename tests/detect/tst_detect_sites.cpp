#include "tests/detect/plan_summary.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace miaobu;

/// What each framework is taken for, and where its files are.
class TestDetectSites : public QObject {
    Q_OBJECT

private slots:
    void knowsTheOutput_data();
    void knowsTheOutput();
    void tellsServersFromSites_data();
    void tellsServersFromSites();
    void knowsWhatIsNoSite_data();
    void knowsWhatIsNoSite();
};

namespace {

using Files = MemoryTree::Files;

constexpr const char* plainBuild = R"("build": "npm run compile", "compile": ")";

/// A package whose build script is \a command.
Files site(const char* command, const char* dependencies, const char* config = nullptr, const char* text = "") {
    Files files{{u"package.json"_s, packageJson((QByteArray(plainBuild) + command + '"').constData(), dependencies)}};
    if (config) {
        files.insert(QString::fromLatin1(config), text);
    }
    return files;
}

void row(const char* name, const Files& files, const char* expected) {
    QTest::newRow(name) << files << QString::fromLatin1(expected);
}

} // namespace

Q_DECLARE_METATYPE(MemoryTree::Files)

void TestDetectSites::knowsTheOutput_data() {
    QTest::addColumn<Files>("files");
    QTest::addColumn<QString>("expected");
    const auto built = [](const char* name, const Files& files, const char* slug, const char* output) {
        row(name, files,
            QByteArray(QByteArray("static ") + slug + " | npm install | npm run build | " + output).constData());
    };
    built("vite", site("vite build", "vite react"), "vite", "dist | spa");
    built("vite without a library", site("vite build", "vite"), "vite", "dist");
    built("vite outDir",
        site("vite build", "vite vue", "vite.config.ts", "export default defineConfig({ build: { outDir: 'www' } })"),
        "vite", "www | spa");
    built("vite flag", site("vite build --outDir ./www/", "vite vue"), "vite", "www | spa");
    Files rooted = site(
        "vite build", "vite vue", "vite.config.js", "export default { root: 'src', build: { outDir: '../build' } }");
    rooted.insert(u"src/index.html"_s, "");
    built("vite root", rooted, "vite", "build | spa");
    rooted.insert(u"vite.config.js"_s, "export default { root: './src' }");
    built("vite root without outDir", rooted, "vite", "src/dist | spa");
    built("vite-ssg", site("vite-ssg build", "vite vite-ssg vue"), "vite", "dist");
    built("create-react-app", site("react-scripts build", "react-scripts react"), "create-react-app", "build | spa");
    built("craco with BUILD_PATH", site("BUILD_PATH=./out craco build", "react-scripts react"), "create-react-app",
        "out | spa");
    built("vue-cli",
        site("vue-cli-service build", "@vue/cli-service", "vue.config.js",
            "module.exports = { outputDir: process.env.X ? 'a' : 'b' }"),
        "vue-cli", "dist | spa");
    built("vue-cli outputDir",
        site("vue-cli-service build", "@vue/cli-service", "vue.config.js",
            "module.exports = defineConfig({ outputDir: 'h5' })"),
        "vue-cli", "h5 | spa");
    built("vue-cli dest", site("vue-cli-service build --dest out", "@vue/cli-service"), "vue-cli", "out | spa");
    built("next export", site("next build", "next", "next.config.mjs", "export default { output: 'export' }"), "next",
        "out");
    built("next distDir",
        site("next build", "next", "next.config.ts",
            "const c: NextConfig = { output: 'export', distDir: 'site' }; export default c"),
        "next", "site");
    built("next export command", site("next build && next export -o www", "next"), "next", "www");
    built("gatsby", site("gatsby build", "gatsby"), "gatsby", "public");
    built("astro", site("astro check && astro build", "astro vite"), "astro", "dist");
    built("astro outDir",
        site("astro build", "astro", "astro.config.mjs", "export default defineConfig({ outDir: './public_html' })"),
        "astro", "public_html");
    built("sveltekit",
        site("vite build", "@sveltejs/kit vite @sveltejs/adapter-static", "svelte.config.js",
            "import adapter from '@sveltejs/adapter-static'\nexport default { kit: { adapter: adapter() } }"),
        "sveltekit", "build");
    built("sveltekit pages",
        site("vite build", "@sveltejs/kit vite", "svelte.config.js",
            "import adapter from '@sveltejs/adapter-static'\nconst config = { kit: { adapter: adapter({ pages: 'www', "
            "fallback: 'index.html' }) } }\nexport default config"),
        "sveltekit", "www | spa");
    built("sveltekit in vite.config",
        site("vite build", "@sveltejs/kit vite @sveltejs/adapter-static", "vite.config.js",
            "import adapter from '@sveltejs/adapter-static'\nexport default defineConfig({ plugins: [sveltekit({ "
            "adapter: adapter({ pages: 'www', fallback: 'index.html' }) })] })"),
        "sveltekit", "www | spa");
    built("react-router",
        site("react-router build", "@react-router/dev vite", "react-router.config.ts",
            "export default { ssr: false } satisfies Config"),
        "react-router", "build/client | spa");
    built("remix",
        site("remix vite:build", "@remix-run/dev @remix-run/react vite", "vite.config.ts",
            "export default defineConfig({ plugins: [remix({ ssr: false })] })"),
        "remix", "build/client | spa");
    built("nuxt 2", site("nuxt generate", "nuxt@^2.15.0"), "nuxt", "dist");
    built("nuxt 3", site("nuxt generate", "nuxt@^3.8.0"), "nuxt", ".output/public");
    built("vitepress", site("vitepress build", "vitepress vite"), "vitepress", ".vitepress/dist");
    built("vitepress in docs", site("vitepress build docs", "vitepress"), "vitepress", "docs/.vitepress/dist");
    built("vitepress after cd", site("cd docs && vitepress build", "vitepress"), "vitepress", "docs/.vitepress/dist");
    built("vitepress outDir",
        site("vitepress build docs", "vitepress", "docs/.vitepress/config.mts",
            "export default defineConfig({ outDir: '../public' })"),
        "vitepress", "public");
    built("vuepress", site("vuepress build docs", "vuepress"), "vuepress", "docs/.vuepress/dist");
    built("vuepress dest",
        site("vuepress build docs", "vuepress", "docs/.vuepress/config.js", "module.exports = { dest: 'public' }"),
        "vuepress", "public");
    built("docusaurus", site("docusaurus build", "@docusaurus/core react"), "docusaurus", "build");
    built("docusaurus flag", site("docusaurus build --out-dir=www", "@docusaurus/core"), "docusaurus", "www");
    built("docusaurus 1",
        site("docusaurus-build", "docusaurus", "siteConfig.js",
            "const siteConfig = { projectName: 'x' }; module.exports = siteConfig"),
        "docusaurus-v1", "build/x");
    built("eleventy",
        site("eleventy", "@11ty/eleventy", ".eleventy.js",
            "module.exports = (c) => ({ dir: { input: 'src', output: 'public' } })"),
        "eleventy", "public");
    built("eleventy flag", site("npx @11ty/eleventy --output=www", "@11ty/eleventy"), "eleventy", "www");
    built("eleventy call",
        site("eleventy", "@11ty/eleventy", "eleventy.config.mjs",
            "export default (c) => { c.setOutputDirectory('out') }"),
        "eleventy", "out");
    built("eleventy before parcel", site("eleventy && parcel build _site/index.html", "@11ty/eleventy parcel"),
        "parcel", "dist");
    built("hexo", site("hexo generate", "hexo", "_config.yml", "title: x\n# public_dir: no\npublic_dir: www # here\n"),
        "hexo", "www");
    built("slidev", site("slidev build", "@slidev/cli vue vite"), "slidev", "dist | spa");
    built("slidev out", site("slidev build --out docs", "@slidev/cli"), "slidev", "docs | spa");
    built("umi",
        site("max build", "@umijs/max", "config/config.ts", "export default defineConfig({ outputPath: 'www' })"),
        "umi", "www | spa");
    built("umirc", site("umi build", "umi", ".umirc.ts", "export default { outputPath: './www' }"), "umi", "www | spa");
    built("rsbuild",
        site("rsbuild build", "@rsbuild/core", "rsbuild.config.ts",
            "export default defineConfig({ output: { distPath: { root: 'www' } } })"),
        "rsbuild", "www | spa");
    built("parcel", site("parcel build src/index.html --dist-dir www", "parcel"), "parcel", "www");
    built("stencil",
        site("stencil build", "@stencil/core", "stencil.config.ts",
            "export const config = { outputTargets: [{ type: 'dist' }, { type: 'www', dir: 'out' }] }"),
        "stencil", "out | spa");
    built("ember", site("ember build -prod --output-path=www", "ember-cli"), "ember", "www | spa");
    built("quasar pwa", site("quasar build -m pwa", "@quasar/app-vite"), "quasar", "dist/pwa | spa");
    built("webpack with a page",
        site("webpack --mode production", "webpack webpack-cli html-webpack-plugin", "webpack.config.js",
            "module.exports = { output: { path: path.resolve(__dirname, 'www') } }"),
        "webpack", "www");
    built("vue-cli 2",
        site("node build/build.js", "webpack vue html-webpack-plugin", "config/index.js",
            "module.exports = { build: { assetsRoot: path.resolve(__dirname, '../www') } }"),
        "webpack", "www | spa");
    built("svelte with rollup", site("rollup -c", "svelte sirv-cli rollup"), "svelte", "public");
    built("webpack in a folder",
        site("webpack --config config/webpack.prod.js", "webpack webpack-cli html-webpack-plugin",
            "config/webpack.prod.js", "module.exports = { output: { path: path.resolve(__dirname, '../www') } }"),
        "webpack", "www");
    Files base = site("webpack --config tools/webpack.prod.js", "webpack webpack-cli html-webpack-plugin",
        "tools/webpack.prod.js", "module.exports = merge(base, { mode: 'production' })");
    base.insert(
        u"tools/webpack.base.js"_s, "module.exports = { output: { path: path.resolve(process.cwd(), 'www') } }");
    built("webpack with a base", base, "webpack", "www");
    Files absolute = site("vite build", "vite vue", "vite.config.js",
        "export default { root: 'src', build: { outDir: resolve(__dirname, 'www') } }");
    absolute.insert(u"src/index.html"_s, "");
    built("vite root with an absolute outDir", absolute, "vite", "www | spa");
    built("polymer", site("polymer build", "polymer-cli", "polymer.json", R"({"builds": [{"name": "esm"}]})"),
        "polymer", "build/esm | spa");
    built("ejected react app", site("node scripts/build.js", "react-dev-utils webpack", "public/index.html"),
        "create-react-app", "build | spa");
    built("angular application",
        site("ng build", "@angular/cli", "angular.json",
            R"({"projects": {"x": {"projectType": "application", "architect": {"build": {"builder": "@angular/build:application", "options": {}}}}}})"),
        "angular", "dist/x/browser | spa");
    built("angular browser",
        site("ng build", "@angular/cli", "angular.json",
            R"({"projects": {"x": {"projectType": "application", "architect": {"build": {"builder": "@angular-devkit/build-angular:browser", "options": {"outputPath": "www"}}}}}} // comment)"),
        "angular", "www | spa");
    built("angular object",
        site("ng build", "@angular/cli", "angular.json",
            R"({"projects": {"x": {"architect": {"build": {"builder": "@angular/build:application", "options": {"outputPath": {"base": "www", "browser": ""}}}}}}})"),
        "angular", "www | spa");
    built("angular second project",
        site("ng build shop", "@angular/cli", "angular.json",
            R"({"projects": {"a": {"architect": {"build": {"builder": "b:application", "options": {"outputPath": "a"}}}}, "shop": {"architect": {"build": {"builder": "b:application", "options": {"outputPath": "s"}}}}}})"),
        "angular", "s/browser | spa");
}

void TestDetectSites::knowsTheOutput() {
    QFETCH(Files, files);
    QFETCH(QString, expected);
    QCOMPARE(planSummary(detect(MemoryTree(files), {})), expected);
}

void TestDetectSites::tellsServersFromSites_data() {
    QTest::addColumn<Files>("files");
    QTest::addColumn<QString>("expected");
    const auto server = [](const char* name, const Files& files, const char* slug) {
        row(name, files,
            QByteArray(QByteArray("node-server ") + slug + " | npm install | npm run build | -").constData());
    };
    server("next", site("next build", "next react"), "next");
    server("next standalone", site("next build", "next", "next.config.js", "module.exports = { output: 'standalone' }"),
        "next");
    server("next sometimes export",
        site("next build", "next", "next.config.js",
            "module.exports = { output: process.env.E ? 'export' : undefined }"),
        "next");
    server("next export in a comment",
        site("next build", "next", "next.config.js", "module.exports = {\n // output: 'export',\n}"), "next");
    server("astro server",
        site("astro build", "astro", "astro.config.mjs",
            "export default defineConfig({ output: 'server', adapter: node() })"),
        "astro");
    server("sveltekit",
        site("vite build", "@sveltejs/kit vite @sveltejs/adapter-static", "svelte.config.js",
            "import adapter from '@sveltejs/adapter-node'\nexport default { kit: { adapter: adapter() } }"),
        "sveltekit");
    server("sveltekit in vite.config",
        site("vite build", "@sveltejs/kit vite @sveltejs/adapter-static", "vite.config.js",
            "import adapter from '@sveltejs/adapter-auto'\nexport default defineConfig({ plugins: [sveltekit({ "
            "adapter: "
            "adapter() })] })"),
        "sveltekit");
    server("react-router",
        site("react-router build", "@react-router/dev", "react-router.config.ts", "export default { ssr: true }"),
        "react-router");
    server("remix", site("remix vite:build", "@remix-run/dev @remix-run/react vite"), "remix");
    server("nuxt", site("nuxt build", "nuxt"), "nuxt");
    server("solidstart", site("vinxi build", "@solidjs/start solid-js"), "solidstart");
    server("angular with a server",
        site("ng build", "@angular/cli", "angular.json",
            R"({"projects": {"x": {"architect": {"build": {"builder": "b:application", "options": {"ssr": {"entry": "s.ts"}, "outputMode": "server"}}}}}})"),
        "angular");
    server("vite with a server", site("vite build && vite build --ssr src/entry.js", "vite vue express"), "vite");
    server("quasar ssr", site("quasar build -m ssr", "@quasar/app-vite"), "quasar");
    server("nest", site("nest build", "@nestjs/core"), "nestjs");
    row("express", {{u"package.json"_s, packageJson(R"("start": "node server.js")", "express")}},
        "node-server express | npm install | - | -");
    row("express beside a site is not what is built", site("vite build", "vite react express"),
        "static vite | npm install | npm run build | dist | spa");
    const Files nuxt{
        {u"package.json"_s, packageJson(R"("build": "nuxt build", "generate": "nuxt generate")", "nuxt@^3.0.0")}};
    row("nuxt with a generate script", nuxt, "static nuxt | npm install | npm run generate | .output/public");
    Files api = nuxt;
    api.insert(u"server/api/hello.ts"_s, "");
    row("nuxt with an api", api, "node-server nuxt | npm install | npm run build | -");
    Files spa = nuxt;
    spa.insert(u"nuxt.config.ts"_s, "export default defineNuxtConfig({ ssr: false })");
    row("nuxt in the browser", spa, "static nuxt | npm install | npm run generate | .output/public | spa");
    row("angular static rendering",
        site("ng build", "@angular/cli", "angular.json",
            R"({"projects": {"x": {"architect": {"build": {"builder": "b:application", "options": {"ssr": true, "outputMode": "static"}}}}}})"),
        "static angular | npm install | npm run build | dist/x/browser | spa");
}

void TestDetectSites::tellsServersFromSites() {
    QFETCH(Files, files);
    QFETCH(QString, expected);
    QCOMPARE(planSummary(detect(MemoryTree(files), {})), expected);
}

void TestDetectSites::knowsWhatIsNoSite_data() {
    QTest::addColumn<Files>("files");
    const char* const library = R"("name": "x", "main": "dist/index.js", "files": ["dist"])";
    QTest::newRow("nothing") << Files{};
    QTest::newRow("a readme") << Files{{u"README.md"_s, "x"}};
    QTest::newRow("library with rollup") << Files{
        {u"package.json"_s, packageJson(R"("build": "rollup -c")", "rollup", library)}};
    QTest::newRow("library with vite") << Files{
        {u"package.json"_s, packageJson(R"("build": "vite build")", "vite", library)},
        {u"vite.config.ts"_s, "export default { build: { lib: { entry: 'src/index.ts' } } }"}};
    QTest::newRow("library with vitest only")
        << Files{{u"package.json"_s, packageJson(R"("build": "tsc")", "vite vitest", library)}};
    QTest::newRow("library with a page for playing")
        << Files{{u"package.json"_s, packageJson(R"("build": "tsup", "test": "vitest")", "tsup", library)},
               {u"docs/index.html"_s, ""}};
    QTest::newRow("library with express")
        << Files{{u"package.json"_s, packageJson(R"("test": "jest")", "express", library)}, {u"index.js"_s, ""}};
    QTest::newRow("hugo") << Files{
        {u"config.toml"_s, "baseURL = 'x'"}, {u"package.json"_s, packageJson("", "postcss")}};
    QTest::newRow("jekyll") << Files{{u"_config.yml"_s, "title: x"}, {u"Gemfile"_s, ""}, {u"index.html"_s, ""}};
    QTest::newRow("zola") << Files{{u"config.toml"_s, "base_url = 'x'"}, {u"index.html"_s, ""}};
    QTest::newRow("go") << Files{{u"go.mod"_s, ""}, {u"public/index.html"_s, ""}};
    QTest::newRow("rust") << Files{{u"Cargo.toml"_s, ""}};
    QTest::newRow("expo without the web")
        << Files{{u"package.json"_s, packageJson(R"("start": "expo start")", "expo react-native")}};
}

void TestDetectSites::knowsWhatIsNoSite() {
    QFETCH(Files, files);
    const BuildPlan plan = detect(MemoryTree(files), {});
    QCOMPARE(projectKindName(plan.kind), u"unknown"_s);
    QVERIFY(!plan.reasons.value(u"kind"_s).isEmpty());
    QCOMPARE(plan.outputDir, QString());
}

QTEST_GUILESS_MAIN(TestDetectSites)
#include "tst_detect_sites.moc"
