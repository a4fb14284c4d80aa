#include "edge/routine.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace miaobu::edge;

/// The routine as the program installs it.
class TestRoutine : public QObject {
    Q_OBJECT

private slots:
    void configIsOneJsonObject();
    void installedBytesAreAModule_data();
    void installedBytesAreAModule();
    void otherConfigsGiveOtherBytes();
    void localConfigTrustsOnlyLoopback();
    void runnerIsThere();
};

namespace {

QByteArray configLine(const QByteArray& source) {
    const qsizetype start = source.indexOf("const CONFIG = ");
    return source.mid(start, source.indexOf('\n', start) - start);
}

} // namespace

void TestRoutine::configIsOneJsonObject() {
    const QByteArray source = routineSource({.baseDomain = u"Example.com"_s, .kvNamespace = u"sites"_s});
    QCOMPARE(source.count("miaobu:config"), 0);
    QCOMPARE(source.count("const CONFIG = "), 1);
    QCOMPARE(configLine(source),
        "const CONFIG = {\"baseDomain\":\"example.com\",\"clientAddressHeader\":\"\","
        "\"functionEndpoints\":[\"https://*.fcapp.run\",\"https://*.fc.aliyuncs.com\"],\"namespace\":\"sites\"};"_ba);
}

void TestRoutine::installedBytesAreAModule_data() {
    QTest::addColumn<QString>("kvNamespace");
    QTest::newRow("plain") << u"miaobu"_s;
    QTest::newRow("quotes") << u"\"; throw 1; //"_s;
    QTest::newRow("comment") << u"/* */ `${x}`"_s;
    QTest::newRow("line ends") << u"a\nb;\n\u2028\u2029\\"_s;
    QTest::newRow("Chinese") << u"秒部"_s;
}

void TestRoutine::installedBytesAreAModule() {
    QFETCH(QString, kvNamespace);
    QTemporaryDir folder;
    QFile file(folder.filePath(u"routine.mjs"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(routineSource({.baseDomain = u"example.com"_s, .kvNamespace = kvNamespace}));
    file.close();

    QProcess node;
    node.start(qEnvironmentVariable("NODE_PROGRAM"),
        {u"--input-type=module"_s, u"-e"_s,
            u"let asked; globalThis.EdgeKV = class { constructor(o) { asked = o.namespace; } async get() {} };"
            "const { default: routine } = await import(process.argv[1]);"
            "const { status } = await routine.fetch(new Request('https://a.example.com/'));"
            "process.stdout.write(status + ' ' + asked);"_s,
            file.fileName()});
    QVERIFY(node.waitForFinished());
    QCOMPARE(QString::fromUtf8(node.readAllStandardOutput()), u"404 "_s + kvNamespace);
}

void TestRoutine::otherConfigsGiveOtherBytes() {
    const RoutineConfig config{.baseDomain = u"example.com"_s, .kvNamespace = u"sites"_s};
    RoutineConfig other = config;
    other.functionEndpoints = {};
    QCOMPARE(routineSource(config), routineSource(config));
    QVERIFY(routineSource(config) != routineSource(other));
}

void TestRoutine::localConfigTrustsOnlyLoopback() {
    const QByteArray line = configLine(routineSource(localRoutineConfig(u"localhost"_s, u"miaobu"_s)));
    QVERIFY(line.contains("http://127.0.0.1:*"));
    QVERIFY(!line.contains("https://"));
    // Only the runner puts it there.
    QVERIFY(line.contains("\"clientAddressHeader\":\"x-miaobu-client-address\""));
    QVERIFY(runnerSource().contains("headers.set('x-miaobu-client-address'"));
}

void TestRoutine::runnerIsThere() {
    QVERIFY(runnerSource().contains("createServer"));
}

QTEST_GUILESS_MAIN(TestRoutine)
#include "tst_routine.moc"
