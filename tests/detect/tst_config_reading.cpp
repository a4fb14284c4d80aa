#include "core/detect/config_reading.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace miaobu;

class TestConfigReading : public QObject {
    Q_OBJECT

private slots:
    void readsText_data();
    void readsText();
    void tellsWhatIsConditional_data();
    void tellsWhatIsConditional();
    void keepsPluginOptionsApart();
    void readsSiblings();
    void readsCallsAndImports();
    void survivesHostileText_data();
    void survivesHostileText();
};

void TestConfigReading::readsText_data() {
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, const char* source, const char* path, const char* text) {
        QTest::newRow(name) << QString::fromUtf8(source) << QString::fromLatin1(path) << QString::fromLatin1(text);
    };
    row("nested in a call", "export default defineConfig({ base: '/', build: { outDir: 'www' } })", "build.outDir",
        "www");
    row("common js", "module.exports = { outputDir: \"../public\" };", "outputDir", "../public");
    row("function", "export default defineConfig(({ mode }) => { return { build: { outDir: `www` } } })",
        "build.outDir", "www");
    row("arrow with an object", "export default defineConfig(() => ({ build: { outDir: 'www' } }))", "build.outDir",
        "www");
    row("variable of a type", "const nextConfig: NextConfig = { distDir: 'build', }\nexport default nextConfig",
        "distDir", "build");
    row("assignment", "const config = {};\nconfig.distDir = 'build'\nmodule.exports = config", "distDir", "build");
    row("assignment to exports", "exports.outDir = 'x'", "outDir", "x");
    row("constant", "const dir = 'site';\nexport default { outDir: dir }", "outDir", "site");
    row("constant in short", "const outDir = 'site';\nexport default { outDir, base: '/' }", "outDir", "site");
    row("quoted key", "export default { 'outDir': \"a\" }", "outDir", "a");
    row("comments", "export default { // outDir: 'no'\n /* outDir: 'no' */ outDir: 'yes' }", "outDir", "yes");
    row("no key in a text", "export default { title: 'outDir: \"no\"', outDir: 'yes' }", "outDir", "yes");
    row("path.resolve", "module.exports = { output: { path: path.resolve(__dirname, 'a', 'b'), clean: true } }",
        "output.path", "a/b");
    row("resolve in short", "export default { outDir: resolve(__dirname, './dist') }", "outDir", "./dist");
    row("url", "export default { outDir: fileURLToPath(new URL('./out', import.meta.url)) }", "outDir", "./out");
    row("as const", "export default { output: 'export' as const }", "output", "export");
    row("computed", "export default { outDir: process.env.OUT || 'x' }", "outDir", "");
    row("computed by a function", "export default { outDir: getDir('x') }", "outDir", "");
    row("template with a hole", "export default { outDir: `dist/${mode}` }", "outDir", "");
    row("regular expression before", "export default { test: /['\"]\\/{/, outDir: 'a' }", "outDir", "a");
    row("division is none", "const a = b / c; export default { x: a / 2, outDir: 'a' }", "outDir", "a");
    row("spread before", "export default { ...base, outDir: 'a' }", "outDir", "a");
    row("escaped quote", "export default { t: 'it\\'s', outDir: 'a' }", "outDir", "a");
    row("list before", "export default { plugins: [a(), b({ x: 1 })], outDir: 'a' }", "outDir", "a");
}

void TestConfigReading::readsText() {
    QFETCH(QString, source);
    QFETCH(QString, path);
    QFETCH(QString, text);
    QCOMPARE(ConfigFile(source).text(path), text);
}

void TestConfigReading::tellsWhatIsConditional_data() {
    QTest::addColumn<QString>("source");
    QTest::addColumn<bool>("isSaid");
    QTest::newRow("plain") << u"module.exports = { output: 'export' }"_s << true;
    QTest::newRow("ternary") << u"module.exports = { output: prod ? 'export' : undefined }"_s << false;
    QTest::newRow("spread") << u"module.exports = { ...(prod && { output: 'export' }) }"_s << false;
    QTest::newRow("if")
        << u"module.exports = (phase) => { if (phase === X) { return { output: 'export' } } return {} }"_s << false;
    QTest::newRow("assigned in an if") << u"const c = {}; if (prod) { c.output = 'export' }"_s << false;
    QTest::newRow("after an if") << u"if (x) { y() }\nexport default { output: 'export' }"_s << true;
    QTest::newRow("after a ternary")
        << u"const a = x ? 1 : 2;\nexport default { basePath: p ? '/a' : '', output: 'export' }"_s << true;
    QTest::newRow("after a ternary, no semicolons")
        << u"const a = x ? '1' : '2'\nconst config = { output: 'export' }\nexport default config"_s << true;
    QTest::newRow("in a wrapper") << u"export default withMDX({ output: 'export' })"_s << true;
    QTest::newRow("another word") << u"module.exports = { output: 'standalone' }"_s << false;
    QTest::newRow("in a comment") << u"module.exports = { // output: 'export',\n}"_s << false;
}

void TestConfigReading::tellsWhatIsConditional() {
    QFETCH(QString, source);
    QFETCH(bool, isSaid);
    QCOMPARE(ConfigFile(source).says(u"output"_s, u"export"_s), isSaid);
}

void TestConfigReading::keepsPluginOptionsApart() {
    const ConfigFile config(u"export default { plugins: [legacy({ outDir: 'no' })], build: { outDir: 'yes' } }"_s);
    QCOMPARE(config.text(u"outDir"_s), QString());
    QCOMPARE(config.text(u"build.outDir"_s), u"yes"_s);
    QCOMPARE(config.text(u"plugins.outDir"_s), u"no"_s);
}

void TestConfigReading::readsSiblings() {
    const ConfigFile config(
        u"export const config = { outputTargets: [{ type: 'dist', dir: 'a' }, { type: 'www', dir: 'b' }] }"_s);
    const QList<ConfigValue> types = config.all(u"outputTargets.type"_s);
    QCOMPARE(types.size(), 2);
    QCOMPARE(config.sibling(types.at(0), u"dir"_s), u"a"_s);
    QCOMPARE(config.sibling(types.at(1), u"dir"_s), u"b"_s);
}

void TestConfigReading::readsCallsAndImports() {
    const ConfigFile config(
        u"import adapter from '@sveltejs/adapter-static'; // adapter-node\nexport default (c) => { c.setOutputDirectory('out') }"_s);
    QVERIFY(config.mentions(u"@sveltejs/adapter-static"_s));
    QVERIFY(!config.mentions(u"adapter-node"_s));
    QCOMPARE(config.argumentOf(u"setOutputDirectory"_s), u"out"_s);
}

void TestConfigReading::survivesHostileText_data() {
    QTest::addColumn<QString>("source");
    QTest::newRow("deep objects") << u"{a:"_s.repeated(300'000);
    QTest::newRow("deep lists") << u"["_s.repeated(1'000'000);
    QTest::newRow("only closing") << u"})]"_s.repeated(100'000);
    QTest::newRow("open text") << u"export default { outDir: 'abc"_s;
    QTest::newRow("open template") << u"export default { outDir: `abc ${ {"_s;
    QTest::newRow("open comment") << u"/* "_s;
    QTest::newRow("open regular expression") << u"x = /abc["_s;
    QTest::newRow("backslash at the end") << u"'\\"_s;
    QTest::newRow("dots") << u"a."_s.repeated(300'000) + u" = 1"_s;
    QTest::newRow("no JavaScript") << QString(4000, QChar(0)) + u"\u2028{{{%%%"_s;
}

void TestConfigReading::survivesHostileText() {
    QFETCH(QString, source);
    const ConfigFile config(source);
    QCOMPARE(config.text(u"build.outDir"_s), QString());
}

QTEST_GUILESS_MAIN(TestConfigReading)
#include "tst_config_reading.moc"
