#include "tests/detect/plan_summary.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace miaobu;

/// What starts a Node server.
class TestDetectNode : public QObject {
    Q_OBJECT

private slots:
    void knowsTheFramework_data();
    void knowsTheFramework();
    void knowsWhatStartsIt_data();
    void knowsWhatStartsIt();
    void saysWhatIsMissing();
    void takesTheProjectsOwnWord();
};

namespace {

using Files = MemoryTree::Files;

Files package(const char* scripts, const char* dependencies, const char* more = "\"private\": true") {
    return {{u"package.json"_s, packageJson(scripts, dependencies, more)}};
}

Files with(Files files, const char* name, const char* text = "") {
    files.insert(QString::fromLatin1(name), text);
    return files;
}

void row(const char* name, const Files& files, const char* expected) {
    QTest::newRow(name) << files << QString::fromLatin1(expected);
}

constexpr const char* start = R"("start": "node server.js")";

} // namespace

Q_DECLARE_METATYPE(MemoryTree::Files)

void TestDetectNode::knowsTheFramework_data() {
    QTest::addColumn<Files>("files");
    QTest::addColumn<QString>("expected");
    row("express", package(start, "express"), "express");
    row("fastify", package(start, "fastify"), "fastify");
    row("koa", package(start, "koa koa-router"), "koa");
    row("hapi", package(start, "@hapi/hapi"), "hapi");
    row("hapi as it was called", package(start, "hapi"), "hapi");
    row("nest", package(R"("start": "nest start", "build": "nest build")", "@nestjs/core @nestjs/platform-express"),
        "nestjs");
    row("hono", package(R"("start": "node dist/index.js", "build": "tsc")", "hono @hono/node-server"), "hono");
    row("plain", with(package(start, ""), "server.js"), "");
    row("plain under another name",
        with(package(R"("start": "node src/web.mjs")", ""), "src/web.mjs", "createServer(answer).listen(PORT)"), "");
    row("a server file alone", with(package("", ""), "server.js"), "");
}

void TestDetectNode::knowsTheFramework() {
    QFETCH(Files, files);
    QFETCH(QString, expected);
    const BuildPlan plan = detect(MemoryTree(files), {});
    QCOMPARE(plan.kind, ProjectKind::NodeServer);
    QCOMPARE(plan.framework, expected);
    QVERIFY2(!plan.startCommand.isEmpty(), qPrintable(plan.reasons.value(u"kind"_s)));
    QVERIFY(!plan.reasons.value(u"startCommand"_s).isEmpty());
}

void TestDetectNode::knowsWhatStartsIt_data() {
    QTest::addColumn<Files>("files");
    QTest::addColumn<QString>("expected");
    row("a script", package(start, "express"), "npm run start");
    row("pnpm's", with(package(start, "express"), "pnpm-lock.yaml"), "pnpm run start");
    row("for production", package(R"("start": "nest start", "start:prod": "node dist/main")", "@nestjs/core"),
        "npm run start:prod");
    row("nest without one", package(R"("start": "nest start --watch", "build": "nest build")", "@nestjs/core"),
        "node dist/main.js");
    row("what nodemon watches", package(R"("start": "nodemon src/server.js")", "express nodemon"),
        "node src/server.js");
    row("a Procfile", with(package(start, "express"), "Procfile", "web: node dist/server.js\nworker: node w.js\n"),
        "node dist/server.js");
    row("a Procfile of something else", with(package(start, "express"), "Procfile", "web: bundle exec puma\n"),
        "npm run start");
    row("main", with(package("", "express", R"("private": true, "main": "server.mjs")"), "server.mjs"),
        "node server.mjs");
    row("main that is built",
        with(package(R"("build": "tsc")", "express", R"("private": true, "main": "./dist/index.js")"), "src/index.ts"),
        "node dist/index.js");
    row("a usual name", with(package("", "koa"), "app.js"), "node app.js");
    row("next", package(R"("build": "next build", "start": "next start")", "next react"), "npm run start");
    row("next without a script", package(R"("build": "next build", "dev": "next dev")", "next react"), "next start");
    row("nuxt", package(R"("build": "nuxt build")", "nuxt@^3.0.0"), "node .output/server/index.mjs");
    const Files svelte = package(R"("build": "vite build")", "@sveltejs/kit vite @sveltejs/adapter-node");
    row("sveltekit", with(svelte, "svelte.config.js", "import adapter from '@sveltejs/adapter-node'"),
        "node build/index.js");
    row("sveltekit elsewhere",
        with(svelte, "svelte.config.js",
            "import adapter from '@sveltejs/adapter-node'\nexport default { kit: { adapter: adapter({ out: 'dist' }) } "
            "}"),
        "node dist/index.js");
    row("astro",
        with(package(R"("build": "astro build")", "astro @astrojs/node"), "astro.config.mjs",
            "export default defineConfig({ output: 'server', adapter: node({ mode: 'standalone' }) })"),
        "node dist/server/entry.mjs");
    row("remix",
        package(R"("build": "remix vite:build", "start": "remix-serve ./build/server/index.js")",
            "@remix-run/dev @remix-run/react @remix-run/serve vite"),
        "npm run start");
    row("react-router without a script",
        with(package(R"("build": "react-router build")", "@react-router/dev @react-router/serve"),
            "react-router.config.ts", "export default { ssr: true }"),
        "react-router-serve build/server/index.js");
}

void TestDetectNode::knowsWhatStartsIt() {
    QFETCH(Files, files);
    QFETCH(QString, expected);
    const BuildPlan plan = detect(MemoryTree(files), {});
    QCOMPARE(plan.kind, ProjectKind::NodeServer);
    QCOMPARE(plan.startCommand, expected);
}

void TestDetectNode::saysWhatIsMissing() {
    const Files files = with(package(R"("build": "astro build")", "astro @astrojs/cloudflare"), "astro.config.mjs",
        "export default defineConfig({ output: 'server', adapter: cloudflare() })");
    const BuildPlan plan = detect(MemoryTree(files), {});
    QCOMPARE(plan.kind, ProjectKind::NodeServer);
    QVERIFY(plan.startCommand.isEmpty());
    QCOMPARE(plan.reasons.value(u"startCommand"_s), u"astro needs @astrojs/node to run on a server of one's own"_s);
}

void TestDetectNode::takesTheProjectsOwnWord() {
    const Files files = with(package(start, "express"), "miaobu.json", R"({"startCommand": "node other.js"})");
    const BuildPlan plan = detect(MemoryTree(files), {});
    QCOMPARE(plan.startCommand, u"node other.js"_s);
    QCOMPARE(plan.reasons.value(u"startCommand"_s), u"miaobu.json"_s);
}

QTEST_GUILESS_MAIN(TestDetectNode)
#include "tst_detect_node.moc"
