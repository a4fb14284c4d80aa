#include "core/detect/script_ranking.h"
#include "core/detect/script_reading.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace miaobu;

class TestScriptReading : public QObject {
    Q_OBJECT

private slots:
    void findsTheProgram_data();
    void findsTheProgram();
    void followsOtherScripts();
    void staysInItsPackage();
    void endsWhereScriptsCallEachOther();
    void readsFlagsAndArguments();
    void findsTheScriptALineCalls_data();
    void findsTheScriptALineCalls();
    void prefersTheScriptForPublishing();
};

void TestScriptReading::findsTheProgram_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("command");
    QTest::addColumn<bool>("isRun");
    const auto row = [](const char* line, const char* command, bool isRun) {
        QTest::newRow(line) << QString::fromLatin1(line) << QString::fromLatin1(command) << isRun;
    };
    row("vite build", "vite build", true);
    row("vite", "vite build", false);
    row("vite build --watch", "vite build", false);
    row("tsc -b && vite build", "vite build", true);
    row("NODE_ENV=production vite build", "vite build", true);
    row("cross-env A=1 B=\"x y\" vite build", "vite build", true);
    row("npx --yes vite build", "vite build", true);
    row("npx vite@5 build", "vite build", true);
    row("pnpm exec vite build", "vite build", true);
    row("pnpm vite build --mode x", "vite build", true);
    row("yarn vite build", "vite build", true);
    row("yarn run vite build", "vite build", true);
    row("bunx --bun vite build", "vite build", true);
    row("bun run --bun vite build", "vite build", true);
    row("npm vite build", "vite build", false);
    row("./node_modules/.bin/vite build", "vite build", true);
    row("node ./node_modules/vite/bin/vite.js build", "vite build", true);
    row("node --max-old-space-size=4096 node_modules/@angular/cli/bin/ng build", "ng build", true);
    row("dotenv -e .env -- vite build", "vite build", true);
    row("npx @11ty/eleventy", "eleventy", true);
    row("npx @11ty/eleventy --serve", "eleventy", false);
    row("echo vite build", "vite build", false);
    row("echo \"a && vite build\"", "vite build", false);
    row("concurrently \"tsc -w\" \"vite build\"", "vite build", true);
    row("nuxi generate", "nuxt generate", true);
    row("parcel build $(ls src && echo) ", "parcel build", true);
}

void TestScriptReading::findsTheProgram() {
    QFETCH(QString, line);
    QFETCH(QString, command);
    QFETCH(bool, isRun);
    const QList<Invocation> run = invocationsOf({{u"build"_s, line}}, u"build"_s);
    QCOMPARE(
        std::any_of(run.begin(), run.end(), [&](const Invocation& invocation) { return invocation.runs(command); }),
        isRun);
}

void TestScriptReading::followsOtherScripts() {
    const QMap<QString, QString> scripts{{u"build"_s, u"run-s clean build:*"_s}, {u"clean"_s, u"rimraf dist"_s},
        {u"build:css"_s, u"postcss a -o b"_s}, {u"build:pages"_s, u"npm run pages -- --outDir x"_s},
        {u"pages"_s, u"astro build"_s}, {u"postbuild"_s, u"pagefind"_s}};
    QStringList programs;
    QString flag;
    for (const Invocation& invocation : invocationsOf(scripts, u"build"_s)) {
        programs.append(invocation.program);
        flag = invocation.program == u"astro" ? invocation.flag({u"--outDir"_s}) : flag;
    }
    QCOMPARE(programs, (QStringList{u"rimraf"_s, u"postcss"_s, u"astro"_s, u"pagefind"_s}));
    QCOMPARE(flag, u"x"_s);
}

void TestScriptReading::staysInItsPackage() {
    const QMap<QString, QString> scripts{{u"build"_s, u"vite build"_s}, {u"a"_s, u"cd docs && npm run build"_s},
        {u"b"_s, u"pnpm --filter docs run build"_s}, {u"c"_s, u"yarn workspace docs build"_s},
        {u"d"_s, u"npm run build --workspace docs"_s}, {u"e"_s, u"pnpm -r build"_s}};
    for (const QString& script : {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s}) {
        for (const Invocation& invocation : invocationsOf(scripts, script)) {
            QVERIFY2(!invocation.runs(u"vite build"_s), qPrintable(script));
        }
    }
}

void TestScriptReading::endsWhereScriptsCallEachOther() {
    const QMap<QString, QString> scripts{{u"a"_s, u"npm run b && npm run b && npm run b"_s},
        {u"b"_s, u"npm run a && npm run c && npm run c"_s}, {u"c"_s, u"npm run d && npm run d && npm run a"_s},
        {u"d"_s, u"npm run a; npm run b; echo; echo; echo"_s}};
    QVERIFY(invocationsOf(scripts, u"a"_s).size() < 1000);
}

void TestScriptReading::readsFlagsAndArguments() {
    const Invocation build
        = invocationsOf({{u"x"_s, u"cd site && A=1 vitepress build docs --outDir=../out -m x"_s}}, u"x"_s).first();
    QCOMPARE(build.folder, u"site"_s);
    QCOMPARE(build.environment.value(u"A"_s), u"1"_s);
    QCOMPARE(build.flag({u"-o"_s, u"--outDir"_s}), u"../out"_s);
    QCOMPARE(build.flag({u"-m"_s}), u"x"_s);
    QCOMPARE(build.positional(u"vitepress build"_s, {u"-m"_s}), u"docs"_s);
    QVERIFY(!build.hasFlag(u"--out"_s));
}

void TestScriptReading::findsTheScriptALineCalls_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("app");
    QTest::addColumn<QString>("script");
    QTest::newRow("plain") << u"npm run docs"_s << QString() << u"docs"_s;
    QTest::newRow("yarn in short") << u"yarn docs"_s << QString() << u"docs"_s;
    QTest::newRow("last of two") << u"npm run build && pnpm docs"_s << QString() << u"docs"_s;
    QTest::newRow("in its folder") << u"cd website && yarn docs"_s << u"website"_s << u"docs"_s;
    QTest::newRow("in another folder") << u"cd website && yarn docs"_s << QString() << QString();
    QTest::newRow("no script") << u"hugo --minify"_s << QString() << QString();
}

void TestScriptReading::findsTheScriptALineCalls() {
    QFETCH(QString, line);
    QFETCH(QString, app);
    QFETCH(QString, script);
    QCOMPARE(calledScript({{u"docs"_s, u"x"_s}, {u"build"_s, u"y"_s}}, line, QString(), app), script);
}

void TestScriptReading::prefersTheScriptForPublishing() {
    QCOMPARE(bestBuildScript({u"dev"_s, u"docs:build"_s, u"docs:dev"_s}), u"docs:build"_s);
    QCOMPARE(bestBuildScript({u"build:staging"_s, u"build:prod"_s}), u"build:prod"_s);
    QCOMPARE(bestBuildScript({u"deploy"_s, u"analyze"_s, u"prebuild"_s}), QString());
}

QTEST_GUILESS_MAIN(TestScriptReading)
#include "tst_script_reading.moc"
