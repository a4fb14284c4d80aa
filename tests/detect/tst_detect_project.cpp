#include "core/async/error.h"
#include "core/detect/node_version.h"
#include "core/detect/workspace.h"
#include "tests/detect/plan_summary.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace miaobu;

/// What is around the framework: the manager, the script, hosts' files, versions, workspaces, and broken input.
class TestDetectProject : public QObject {
    Q_OBJECT

private slots:
    void choosesTheManager_data();
    void choosesTheManager();
    void looksForTheLockfileAround();
    void choosesTheScript_data();
    void choosesTheScript();
    void hearsWhatHostsWereTold_data();
    void hearsWhatHostsWereTold();
    void obeysItsOwnFile();
    void findsTheNodeVersion_data();
    void findsTheNodeVersion();
    void knowsWhatANodeVersionMeans_data();
    void knowsWhatANodeVersionMeans();
    void servesPlainPages_data();
    void servesPlainPages();
    void takesTheFoldersOfAPlainSiteForItsPages();
    void listsTheAppsOfAWorkspace();
    void readsAnAppInsideAWorkspace();
    void saysWhyForEveryValue();
    void namesWhatIsWrongWithARoot();
    void namesWhatIsBroken_data();
    void namesWhatIsBroken();
    void survivesHostileFiles_data();
    void survivesHostileFiles();
};

namespace {

using Files = MemoryTree::Files;

const Files& viteApp() {
    static const Files files{{u"package.json"_s, packageJson(R"("build": "vite build")", "vite")}};
    return files;
}

Files with(Files files, const char* name, const QByteArray& text) {
    files.insert(QString::fromLatin1(name), text);
    return files;
}

} // namespace

Q_DECLARE_METATYPE(MemoryTree::Files)

void TestDetectProject::choosesTheManager_data() {
    QTest::addColumn<Files>("files");
    QTest::addColumn<QString>("install");
    const auto declared = [](const char* manager) {
        return Files{{u"package.json"_s, packageJson(R"("build": "vite build")", "vite", manager)}};
    };
    QTest::newRow("nothing") << viteApp() << u"npm install"_s;
    QTest::newRow("npm") << with(viteApp(), "package-lock.json", "{}") << u"npm install"_s;
    QTest::newRow("pnpm") << with(viteApp(), "pnpm-lock.yaml", "") << u"pnpm install"_s;
    QTest::newRow("yarn") << with(viteApp(), "yarn.lock", "") << u"yarn install"_s;
    QTest::newRow("bun") << with(viteApp(), "bun.lock", "") << u"bun install"_s;
    QTest::newRow("old bun") << with(viteApp(), "bun.lockb", "") << u"bun install"_s;
    QTest::newRow("two, nothing declared")
        << with(with(viteApp(), "yarn.lock", ""), "package-lock.json", "") << u"yarn install"_s;
    QTest::newRow("two, one declared") << with(with(declared(R"("packageManager": "npm@10.0.0")"), "yarn.lock", ""),
        "package-lock.json", "") << u"npm install"_s;
    QTest::newRow("lockfile before declaration")
        << with(declared(R"("packageManager": "yarn@4.0.0")"), "pnpm-lock.yaml", "") << u"pnpm install"_s;
    QTest::newRow("declared") << declared(R"("packageManager": "pnpm@9.1.0+sha512.abc")") << u"pnpm install"_s;
    QTest::newRow("declared for development")
        << declared(R"("devEngines": {"packageManager": {"name": "bun"}})") << u"bun install"_s;
    QTest::newRow("declared nonsense") << declared(R"("packageManager": ["pnpm"])") << u"npm install"_s;
    QTest::newRow("flags of a host") << with(
        viteApp(), "vercel.json", R"({"installCommand": "npm install --legacy-peer-deps"})")
                                     << u"npm install --legacy-peer-deps"_s;
    QTest::newRow("another manager of a host")
        << with(viteApp(), "vercel.json", R"({"installCommand": "yarn install --x; rm -rf /"})") << u"npm install"_s;
}

void TestDetectProject::choosesTheManager() {
    QFETCH(Files, files);
    QFETCH(QString, install);
    const BuildPlan plan = detect(MemoryTree(files), {});
    QCOMPARE(plan.installCommand, install);
    QCOMPARE(plan.packageManager, install.section(u' ', 0, 0));
    QCOMPARE(plan.buildCommand, plan.packageManager + u" run build"_s);
}

void TestDetectProject::looksForTheLockfileAround() {
    const QByteArray app = packageJson(R"("build": "vite build")", "vite");
    Files files{{u"pnpm-lock.yaml"_s, ""}, {u"sites/a/package.json"_s, app}, {u"sites/b/package.json"_s, app},
        {u"sites/b/yarn.lock"_s, ""}};
    QCOMPARE(detect(MemoryTree(files), u"sites/a"_s).installCommand, u"pnpm install"_s);
    QCOMPARE(detect(MemoryTree(files), u"sites/b"_s).installCommand, u"yarn install"_s);
    QCOMPARE(detect(MemoryTree(files), u"/sites/b/"_s).rootDirectory, u"sites/b"_s);
}

void TestDetectProject::choosesTheScript_data() {
    QTest::addColumn<QByteArray>("scripts");
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<QString>("command");
    const QByteArray application = R"("private": true)";
    const QByteArray library = R"("main": "index.js")";
    const auto row = [](const char* scripts, const QByteArray& more, const char* command) {
        QTest::newRow(scripts) << QByteArray(scripts) << more << QString::fromLatin1(command);
    };
    row(R"("build": "vitepress build", "docs:build": "vitepress build")", application, "npm run build");
    row(R"("docs:dev": "vitepress dev", "docs:build": "vitepress build docs")", application, "npm run docs:build");
    row(R"("build:prod": "vitepress build", "build:staging": "vitepress build")", application, "npm run build:prod");
    row(R"("build": "tsup", "docs:build": "vitepress build docs")", library, "npm run docs:build");
    row(R"("build": "node build.js", "docs:build": "vitepress build docs")", application, "npm run docs:build");
    row(R"("build": "node build.js", "analyze": "vitepress build")", application, "npm run build");
    row(R"("build": "npm run docs", "docs": "vitepress build docs")", application, "npm run build");
    row("", application, "npx vitepress build");
}

void TestDetectProject::choosesTheScript() {
    QFETCH(QByteArray, scripts);
    QFETCH(QByteArray, more);
    QFETCH(QString, command);
    const BuildPlan plan = detect(
        MemoryTree({{u"package.json"_s, packageJson(scripts.constData(), "vitepress", more.constData())}}), {});
    QCOMPARE(plan.framework, u"vitepress"_s);
    QCOMPARE(plan.buildCommand, command);
}

void TestDetectProject::hearsWhatHostsWereTold_data() {
    QTest::addColumn<Files>("files");
    QTest::addColumn<QString>("root");
    QTest::addColumn<QString>("expected");
    const Files scripts{
        {u"package.json"_s, packageJson(R"("build": "vite build", "site": "vite build --mode site")", "vite")}};
    const Files opaque{{u"package.json"_s, packageJson(R"("build": "node make.js")", "")}};
    QTest::newRow("script of netlify") << with(
        scripts, "netlify.toml", "[build]\ncommand = \"yarn site\"\npublish = \"dist/\"")
                                       << QString() << u"static vite | npm install | npm run site | dist"_s;
    QTest::newRow("script of vercel") << with(scripts, "vercel.json", R"({"buildCommand": "npm run site"})")
                                      << QString() << u"static vite | npm install | npm run site | dist"_s;
    QTest::newRow("no script of ours") << with(scripts, "netlify.toml", "[build]\ncommand = \"vite build\"")
                                       << QString() << u"static vite | npm install | npm run build | dist"_s;
    QTest::newRow("directory") << with(scripts, "vercel.json", R"({"outputDirectory": "www"})") << QString()
                               << u"static vite | npm install | npm run build | www"_s;
    QTest::newRow("configuration before a host") << with(with(scripts, "vercel.json", R"({"outputDirectory": "www"})"),
        "vite.config.js", "export default { build: { outDir: 'out' } }")
                                                 << QString() << u"static vite | npm install | npm run build | out"_s;
    QTest::newRow("leading slash") << with(scripts, "netlify.toml", "[build]\npublish = \"/public\"") << QString()
                                   << u"static vite | npm install | npm run build | public"_s;
    QTest::newRow("unknown build") << with(opaque, "netlify.toml", "[build]\npublish = \"out\"") << QString()
                                   << u"static - | npm install | npm run build | out"_s;
    QTest::newRow("another base") << with(scripts, "netlify.toml", "[build]\nbase = \"docs\"\npublish = \"x\"")
                                  << QString() << u"static vite | npm install | npm run build | dist"_s;
    QTest::newRow("broken files") << with(with(scripts, "netlify.toml", "[build\npublish"), "vercel.json", "{")
                                  << QString() << u"static vite | npm install | npm run build | dist"_s;
    const Files inner{{u"web/package.json"_s, packageJson(R"("build": "vite build")", "vite")}};
    QTest::newRow("from the top") << with(inner, "netlify.toml", "[build]\npublish = \"web/out\"") << u"web"_s
                                  << u"static vite | npm install | npm run build | out"_s;
    QTest::newRow("from the base") << with(inner, "netlify.toml", "[build]\nbase = \"web/\"\npublish = \"out\"")
                                   << u"web"_s << u"static vite | npm install | npm run build | out"_s;
}

void TestDetectProject::hearsWhatHostsWereTold() {
    QFETCH(Files, files);
    QFETCH(QString, root);
    QFETCH(QString, expected);
    QCOMPARE(planSummary(detect(MemoryTree(files), root)), expected);
}

void TestDetectProject::obeysItsOwnFile() {
    Files files = with(viteApp(), "miaobu.json",
        R"({"outputDir": "www", "buildCommand": "make", "isSpa": true, "nodeVersion": "20", "surprise": 1})");
    BuildPlan plan = detect(MemoryTree(files), {});
    QCOMPARE(planSummary(plan), u"static vite | npm install | make | www | spa"_s);
    QCOMPARE(plan.nodeVersion, u"20"_s);
    QCOMPARE(plan.reasons.value(u"outputDir"_s), u"miaobu.json"_s);
    plan = detect(MemoryTree({{u"miaobu.json"_s, R"({"outputDir": "site", "buildCommand": "./build.sh"})"}}), {});
    QCOMPARE(planSummary(plan), u"static - | - | ./build.sh | site"_s);
    const char* const ownBuild = R"({"scripts": {"build": "node build.js"}})";
    plan = detect(MemoryTree({{u"package.json"_s, ownBuild}, {u"miaobu.json"_s, R"({"outputDir": "site"})"}}), {});
    QCOMPARE(plan.kind, ProjectKind::Static);
    QCOMPARE(plan.buildCommand, u"npm run build"_s);
    plan = detect(
        MemoryTree({{u"package.json"_s, ownBuild}, {u"miaobu.json"_s, R"({"outputDir": "site", "buildCommand": ""})"}}),
        {});
    QCOMPARE(plan.buildCommand, QString());
    files.insert(u"miaobu.json"_s, "[1, 2");
    QCOMPARE(planSummary(detect(MemoryTree(files), {})), u"static vite | npm install | npm run build | dist"_s);
}

void TestDetectProject::findsTheNodeVersion_data() {
    QTest::addColumn<Files>("files");
    QTest::addColumn<QString>("version");
    const Files engines{{u"package.json"_s,
        packageJson("", "vite", R"("engines": {"node": ">=18 <23"}, "volta": {"node": "20.1.0"})")}};
    QTest::newRow("nothing") << viteApp() << QString();
    QTest::newRow("engines") << engines << u">=18 <23"_s;
    QTest::newRow("nvmrc") << with(engines, ".nvmrc", "# ours\nv20.11.1\n") << u"v20.11.1"_s;
    QTest::newRow("nvmrc alias") << with(engines, ".nvmrc", "lts/iron\n") << u"lts/iron"_s;
    QTest::newRow("nvmrc nonsense") << with(engines, ".nvmrc", "please\n") << u">=18 <23"_s;
    QTest::newRow("node-version") << with(engines, ".node-version", "22") << u"22"_s;
    QTest::newRow("both") << with(with(engines, ".node-version", "22"), ".nvmrc", "20") << u"20"_s;
    QTest::newRow("tool-versions") << with(viteApp(), ".tool-versions", "ruby 3.0\nnodejs 20.9.0\n") << u"20.9.0"_s;
    QTest::newRow("netlify") << with(viteApp(), "netlify.toml", "[build.environment]\nNODE_VERSION = \"18\"")
                             << u"18"_s;
    QTest::newRow("engines before netlify")
        << with(engines, "netlify.toml", "[build]\nenvironment = { NODE_VERSION = \"18\" }") << u">=18 <23"_s;
}

void TestDetectProject::findsTheNodeVersion() {
    QFETCH(Files, files);
    QFETCH(QString, version);
    QCOMPARE(detect(MemoryTree(files), {}).nodeVersion, version);
}

void TestDetectProject::knowsWhatANodeVersionMeans_data() {
    QTest::addColumn<QString>("declared");
    QTest::addColumn<QString>("major");
    const auto row = [](const char* declared, const char* major) {
        QTest::newRow(declared) << QString::fromLatin1(declared) << QString::fromLatin1(major);
    };
    row("20", "20");
    row("v18.20.4", "18");
    row("20.x", "20");
    row(">=18 <23", "22");
    row(">=18", "24");
    row("^16 || ^18", "18");
    row("lts/iron", "20");
    row("lts/*", "24");
    row("node", "24");
    row("~21.3.0", "21");
    row(">=99", "");
    row("nonsense", "");
}

void TestDetectProject::knowsWhatANodeVersionMeans() {
    QFETCH(QString, declared);
    QFETCH(QString, major);
    QCOMPARE(nodeMajor(declared), major);
}

void TestDetectProject::servesPlainPages_data() {
    QTest::addColumn<Files>("files");
    QTest::addColumn<QString>("expected");
    QTest::newRow("top") << Files{{u"index.html"_s, ""}, {u"a.css"_s, ""}} << u"static static-html | - | - | ."_s;
    QTest::newRow("public") << Files{{u"public/index.html"_s, ""}} << u"static static-html | - | - | public"_s;
    QTest::newRow("beside linters") << Files{{u"index.html"_s, ""},
        {u"package.json"_s, packageJson(R"("lint": "eslint .")", "eslint")}}
                                    << u"static static-html | - | - | ."_s;
}

void TestDetectProject::servesPlainPages() {
    QFETCH(Files, files);
    QFETCH(QString, expected);
    QCOMPARE(planSummary(detect(MemoryTree(files), {})), expected);
}

void TestDetectProject::takesTheFoldersOfAPlainSiteForItsPages() {
    const Files files{{u"index.html"_s, ""}, {u"about/index.html"_s, ""},
        {u"shop/package.json"_s, packageJson(R"("build": "vite build")", "vite")}};
    QCOMPARE(detect(MemoryTree(files), {}).apps, QStringList{u"shop"_s});
}

void TestDetectProject::listsTheAppsOfAWorkspace() {
    const QByteArray app = packageJson(R"("build": "vite build")", "vite");
    const Files files{{u"package.json"_s,
                          packageJson(R"("build": "turbo run build")", "turbo vite",
                              R"("private": true, "workspaces": {"packages": ["apps/*", "!apps/old", "tools/**"]})")},
        {u"turbo.json"_s, "{}"},
        {u"pnpm-workspace.yaml"_s, "packages:\n  - 'sites/*' # ours\n  - \"docs\"\ncatalog:\n  - x\n"},
        {u"apps/web/package.json"_s, app}, {u"apps/shop/package.json"_s, app}, {u"tools/a/b/package.json"_s, app},
        {u"sites/x/index.html"_s, ""},
        {u"docs/package.json"_s, packageJson(R"("build": "vitepress build")", "vitepress")},
        {u"packages/ui/package.json"_s, packageJson("", "react", R"("main": "x")")},
        {u"packages/broken/package.json"_s, "{"}, {u"node_modules/x/package.json"_s, app}};
    const BuildPlan plan = detect(MemoryTree(files), {});
    QCOMPARE(projectKindName(plan.kind), u"unknown"_s);
    QCOMPARE(plan.apps, (QStringList{u"apps/shop"_s, u"apps/web"_s, u"docs"_s, u"sites/x"_s, u"tools/a/b"_s}));
    QVERIFY(plan.reasons.contains(u"apps"_s));
}

void TestDetectProject::readsAnAppInsideAWorkspace() {
    // The framework is hoisted: only the script and the configuration show it.
    const Files files{{u"package.json"_s, packageJson("", "vite", R"("workspaces": ["apps/*"])")}, {u"yarn.lock"_s, ""},
        {u".nvmrc"_s, "20"}, {u"apps/web/package.json"_s, packageJson(R"("build": "yarn vite build")", "vue")},
        {u"apps/web/vite.config.ts"_s, ""}};
    const BuildPlan plan = detect(MemoryTree(files), u"apps/web"_s);
    QCOMPARE(planSummary(plan), u"static vite | yarn install | yarn run build | dist | spa"_s);
    QCOMPARE(plan.nodeVersion, u"20"_s);
    QVERIFY(plan.apps.isEmpty());
}

void TestDetectProject::saysWhyForEveryValue() {
    const Files files
        = with(with(viteApp(), ".nvmrc", "20"), "vite.config.js", "export default { build: { outDir: 'www' } }");
    const BuildPlan plan = detect(MemoryTree(files), {});
    for (const QString& key : {u"kind"_s, u"framework"_s, u"packageManager"_s, u"installCommand"_s, u"buildCommand"_s,
             u"outputDir"_s, u"nodeVersion"_s, u"isSpa"_s}) {
        QVERIFY2(!plan.reasons.value(key).isEmpty(), qPrintable(key));
    }
    QVERIFY(plan.reasons.value(u"outputDir"_s).contains(u"vite.config.js"_s));
}

void TestDetectProject::namesWhatIsWrongWithARoot() {
    const MemoryTree tree({{u"web/index.html"_s, ""}});
    QVERIFY_THROWS_EXCEPTION(Error, detect(tree, u"../x"_s));
    try {
        const BuildPlan plan = detect(tree, u"wbe"_s);
        QFAIL("there is no such folder");
    } catch (const Error& error) {
        QCOMPARE(error.kind, ErrorKind::RootDirectoryMissing);
        QCOMPARE(error.subject, u"wbe"_s);
        QCOMPARE(error.alternatives, QStringList{u"web"_s});
    }
}

void TestDetectProject::namesWhatIsBroken_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("where");
    QTest::newRow("comma") << QByteArray("{\n  \"scripts\": {\n    \"a\": \"b\",\n  }\n}") << u"line 4"_s;
    QTest::newRow("empty") << QByteArray() << u"line 1"_s;
    QTest::newRow("cut off") << QByteArray("{\"scripts\": {") << u"line 1"_s;
    QTest::newRow("list") << QByteArray("[]") << u"list"_s;
    QTest::newRow("deep") << QByteArray("{\"a\":").repeated(100'000) << u"line 1"_s;
    QTest::newRow("no text") << QByteArray("\0\xff\xfe{}", 5) << u"line 1"_s;
}

void TestDetectProject::namesWhatIsBroken() {
    QFETCH(QByteArray, json);
    QFETCH(QString, where);
    try {
        const BuildPlan plan = detect(MemoryTree({{u"package.json"_s, json}}), {});
        QFAIL("it is broken");
    } catch (const Error& error) {
        QCOMPARE(error.kind, ErrorKind::PackageJsonBroken);
        QCOMPARE(error.subject, u"package.json"_s);
        QVERIFY2(error.detail.contains(where), qPrintable(error.detail));
    }
}

void TestDetectProject::survivesHostileFiles_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* name, const QByteArray& text) {
        QTest::addRow("%s %s", name, text.left(12).constData()) << QString::fromLatin1(name) << text;
    };
    row("pnpm-workspace.yaml",
        "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\npackages:\n - '**/**/**/**/**'\n - '../../..'\n - '[('\n");
    row("pnpm-workspace.yaml", QByteArray("- ").repeated(200'000));
    row("netlify.toml", QByteArray("a = ") + QByteArray("[").repeated(100'000));
    row("netlify.toml", "build = 3\n");
    row("vercel.json", QByteArray("[").repeated(100'000));
    row("vercel.json", R"({"buildCommand": ["x"], "outputDirectory": {"a": 1}})");
    row("vite.config.ts", QByteArray("({[").repeated(100'000));
    row("pyproject.toml", QByteArray("x = ") + QByteArray("{a=").repeated(50'000));
    row("requirements.txt", "-r requirements.txt\n-r ../../etc/passwd\n\0\0");
    row("angular.json", R"({"projects": [1]})");
    row("_config.yml", QByteArray("public_dir: ").repeated(50'000));
    row("Dockerfile", QByteArray("CMD [").repeated(50'000));
    row("setup.cfg", "install_requires =" + QByteArray("\n  ").repeated(200'000));
    row("setup.py", "install_requires=[" + QByteArray("'").repeated(200'001));
    row(".nvmrc", QByteArray(1'000'000, '9'));
    row("lerna.json", R"({"packages": [null, 3, "/", "..", "./a/../../b"]})");
}

void TestDetectProject::survivesHostileFiles() {
    QFETCH(QString, name);
    QFETCH(QByteArray, text);
    Files files = viteApp();
    files.insert(name, text);
    const BuildPlan plan = detect(MemoryTree(files), {});
    QCOMPARE(plan.framework, u"vite"_s);
    QVERIFY(!plan.outputDir.isEmpty());
}

QTEST_GUILESS_MAIN(TestDetectProject)
#include "tst_detect_project.moc"
