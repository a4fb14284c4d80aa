#include "core/build/container_environment.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace miaobu;

namespace {

using Kind = ContainerEngine::Kind;

ContainerEngine engineOf(Kind kind, bool isRootless) {
    ContainerEngine engine;
    engine.kind = kind;
    engine.isRootless = isRootless;
    return engine;
}

ContainerCall usualCall() {
    return {u"miaobu-build-1-a"_s, {u"miaobu.build=site"_s}, u"1f6d03a"_s, u"/miaobu-start/start"_s,
        {{u"/home/me/a, b"_s, u"/site"_s}, {u"/run/private"_s, u"/miaobu-start"_s, true}}, {}, {1000, 100}};
}

/// A script that stands in a file of its own, run by this computer's shell.
QByteArray outputOf(const QByteArray& script) {
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"start"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(script) != script.size()) {
        return "could not be written";
    }
    file.close();
    QProcess shell;
    shell.start(u"/bin/sh"_s, {file.fileName()});
    shell.waitForFinished();
    return shell.readAllStandardOutput();
}

} // namespace

/// What an engine is told for a build in a container.
class TestContainerCommands : public QObject {
    Q_OBJECT

private slots:
    void theContainerHasNoRightsAndNothingButItsMounts() {
        QCOMPARE(containerArguments(engineOf(Kind::Docker, false), usualCall()),
            (QStringList{u"run"_s, u"--rm"_s, u"--init"_s, u"--pull=never"_s, u"--name"_s, u"miaobu-build-1-a"_s,
                u"--label"_s, u"miaobu.build=site"_s, u"--userns=host"_s, u"--user=1000:100"_s, u"--cap-drop=ALL"_s,
                u"--security-opt=no-new-privileges"_s, u"--security-opt=label=disable"_s, u"--pids-limit=4096"_s,
                u"--log-driver=none"_s, u"--mount"_s, u"type=bind,\"source=/home/me/a, b\",target=/site"_s,
                u"--mount"_s, u"type=bind,source=/run/private,target=/miaobu-start,readonly"_s, u"--workdir=/"_s,
                u"--entrypoint=/bin/sh"_s, u"1f6d03a"_s, u"/miaobu-start/start"_s}));
    }

    void itsFilesBelongToThePerson_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("isRootless");
        QTest::addColumn<QStringList>("identity");
        QTest::addColumn<bool>("needsName");
        const auto docker = static_cast<int>(Kind::Docker);
        const auto podman = static_cast<int>(Kind::Podman);
        QTest::newRow("docker") << docker << false << QStringList{u"--userns=host"_s, u"--user=1000:100"_s} << true;
        QTest::newRow("rootless docker") << docker << true << QStringList{u"--user=0:0"_s} << false;
        QTest::newRow("podman") << podman << true << QStringList{u"--userns=keep-id"_s, u"--user=1000:100"_s} << false;
        QTest::newRow("podman of root") << podman << false << QStringList{u"--user=1000:100"_s} << false;
    }

    void itsFilesBelongToThePerson() {
        QFETCH(const int, kind);
        QFETCH(const bool, isRootless);
        QFETCH(const bool, needsName);
        const ContainerEngine engine = engineOf(static_cast<Kind>(kind), isRootless);
        const QStringList arguments = containerArguments(engine, usualCall());
        QTEST(arguments.filter(QRegularExpression(u"^--user"_s)), "identity");
        QCOMPARE(needsPasswordLines(engine, {1000, 100}), needsName);
        QVERIFY(!needsPasswordLines(engine, {0, 0}));
    }

    void theNetworkIsTheOneOfTheSettings() {
        ContainerCall call = usualCall();
        QVERIFY(!containerArguments({}, call).contains(u"--network"_s));
        call.network = u"host"_s;
        const QStringList arguments = containerArguments({}, call);
        QCOMPARE(arguments.value(arguments.indexOf(u"--network"_s) + 1), u"host"_s);
    }

    void anEngineWithoutAnInitIsNotAskedForOne() {
        ContainerEngine engine = engineOf(Kind::Podman, true);
        QVERIFY(containerArguments(engine, usualCall()).contains(u"--init"_s));
        engine.hasInit = false;
        QVERIFY(!containerArguments(engine, usualCall()).contains(u"--init"_s));
        QVERIFY(containerArguments(engine, usualCall()).contains(u"--stop-timeout=0"_s));
    }

    void whateverIsInAValueReachesTheCommand() {
        QProcessEnvironment environment;
        const QString value = u"it's $HOME \"x\" `id`\n\\n 秒部 \t!"_s;
        environment.insert(u"PATH"_s, u"/usr/bin:/bin"_s);
        environment.insert(u"GIVEN"_s, value);
        const QByteArray script
            = containerScript(environment, u"/"_s, u"printf '%s' \"$GIVEN\"; echo; pwd; echo 'a b'"_s);
        QCOMPARE(outputOf(script), value.toUtf8() + "\n/\na b\n");
    }

    void nothingIsRunInAFolderThatIsNotThere() {
        QCOMPARE(outputOf(containerScript({}, u"/no/such folder"_s, u"echo run"_s)), QByteArray());
    }

    void anEngineOfAnotherComputerIsKnown_data() {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("elsewhere");
        QTest::newRow("usual") << QString() << QString();
        QTest::newRow("socket") << u"unix:///run/user/1000/docker.sock"_s << QString();
        QTest::newRow("ssh") << u"ssh://me@server"_s << u"ssh://me@server"_s;
        QTest::newRow("tcp") << u"tcp://10.0.0.7:2376"_s << u"tcp://10.0.0.7:2376"_s;
    }

    void anEngineOfAnotherComputerIsKnown() {
        QFETCH(const QString, host);
        ContainerEngine docker = engineOf(Kind::Docker, false);
        docker.environment.insert(u"DOCKER_HOST"_s, host);
        QTEST(placeElsewhere(docker), "elsewhere");
        ContainerEngine podman = engineOf(Kind::Podman, true);
        podman.environment.insert(u"CONTAINER_HOST"_s, host);
        QTEST(placeElsewhere(podman), "elsewhere");
    }

    void theEnvironmentHasTheSettingsAndTheProjectsVariablesAlone() {
        qputenv("HTTP_PROXY", "http://of-this-computer");
        SiteBuild build;
        build.layout = {u"/builds/7/source"_s, u"/builds/7/source/apps/web"_s, u"/builds/7/source"_s, {}};
        build.toolchain.path = u"/usr/bin"_s;
        build.toolchain.manager.name = u"pnpm"_s;
        ImageSettings settings;
        settings.npmRegistry = u"https://mirror.example.com"_s;
        settings.certificateFile = u"/etc/own.pem"_s;
        const QList<EnvironmentVariable> variables{
            {.name = u"VITE_NAME"_s, .value = u"two\nlines"_s}, {.name = u"LD_PRELOAD"_s, .value = u"/x.so"_s}};
        const BuildEnvironment built = containerEnvironment(build, settings, variables, BuildPhase::Build);
        const auto value = [&built](const QString& name) { return built.environment.value(name); };
        QCOMPARE(value(u"PATH"_s), u"/site/apps/web/node_modules/.bin:/site/node_modules/.bin:/usr/bin"_s);
        QCOMPARE(value(u"HOME"_s), u"/miaobu-caches/home"_s);
        QCOMPARE(value(u"NPM_CONFIG_REGISTRY"_s), u"https://mirror.example.com"_s);
        QCOMPARE(value(u"NODE_EXTRA_CA_CERTS"_s), u"/miaobu-certificates.pem"_s);
        QCOMPARE(value(u"NPM_CONFIG_STORE_DIR"_s), u"/miaobu-caches/pnpm-store"_s);
        QCOMPARE(value(u"VITE_NAME"_s), u"two\nlines"_s);
        QCOMPARE(value(u"NODE_ENV"_s), u"production"_s);
        QCOMPARE(built.refused, QStringList{u"LD_PRELOAD"_s});
        for (const QString& name : {u"HTTP_PROXY"_s, u"DBUS_SESSION_BUS_ADDRESS"_s, u"SSH_AUTH_SOCK"_s, u"USER"_s}) {
            QVERIFY2(!built.environment.contains(name), qPrintable(name));
        }
    }

    void certificatesThatAreNotThereAreSaid() {
        ImageSettings settings;
        QVERIFY(certificateMounts(settings).isEmpty());
        settings.certificateFile = u"/nowhere/own.pem"_s;
        QVERIFY_THROWS_EXCEPTION(Error, static_cast<void>(certificateMounts(settings)));
    }
};

QTEST_GUILESS_MAIN(TestContainerCommands)
#include "tst_container_commands.moc"
