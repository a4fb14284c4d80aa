#include "core/process/build_environment.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace miaobu;

namespace {

BuildEnvironment made(const QStringList& host, const QList<EnvironmentVariable>& variables, BuildPhase phase) {
    QProcessEnvironment environment;
    for (const QString& name : host) {
        environment.insert(name, u"from the host"_s);
    }
    return buildEnvironment(environment, u"/usr/bin:/bin"_s, variables, phase);
}

} // namespace

class TestBuildEnvironment : public QObject {
    Q_OBJECT

private slots:
    void neverComesThrough_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"ALIBABA_CLOUD_ACCESS_KEY_ID", "ALIBABA_CLOUD_ACCESS_KEY_SECRET",
                 "ALIBABA_CLOUD_SECURITY_TOKEN", "ALIYUN_TOKEN", "AWS_REGION", "GITHUB_TOKEN", "GH_TOKEN", "NPM_TOKEN",
                 "DBUS_SESSION_BUS_ADDRESS", "SSH_AUTH_SOCK", "DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR",
                 "LD_PRELOAD", "LD_LIBRARY_PATH", "QT_PLUGIN_PATH", "QT_QPA_PLATFORM", "APPIMAGE", "PYTHONHOME",
                 "PYTHONPATH", "NODE_OPTIONS", "NODE_ENV", "MIAOBU_HOME", "MIAOBU_JOB", "npm_config__authToken",
                 "npm_config_//registry.example/:_authToken", "npm_config__password", "npm_config_key", "PIP_PASSWORD",
                 "npm_config_local_prefix", "npm_config_global", "EDITOR"}) {
            QTest::newRow(name) << QString::fromLatin1(name);
        }
    }

    void neverComesThrough() {
        QFETCH(QString, name);
        const BuildEnvironment result = made({name}, {}, BuildPhase::Install);
        QVERIFY(!result.environment.contains(name));
        QVERIFY(!result.environment.toStringList().join(u'\n').contains(u"from the host"_s));
    }

    void comesThrough_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"HOME", "USER", "LANG", "LC_ALL", "TZ", "TMPDIR", "http_proxy", "HTTPS_PROXY",
                 "no_proxy", "npm_config_registry", "NPM_CONFIG_REGISTRY", "npm_config_cafile", "npm_config_cache",
                 "NODE_EXTRA_CA_CERTS", "SSL_CERT_FILE", "PIP_INDEX_URL", "PIP_CERT", "COREPACK_NPM_REGISTRY",
                 "YARN_NPM_REGISTRY_SERVER"}) {
            QTest::newRow(name) << QString::fromLatin1(name);
        }
    }

    void comesThrough() {
        QFETCH(QString, name);
        QCOMPARE(made({name}, {}, BuildPhase::Build).environment.value(name), u"from the host"_s);
    }

    void theHostsWordOnAQuietSettingWins() {
        const BuildEnvironment result = made({u"npm_config_audit"_s}, {}, BuildPhase::Install);
        QCOMPARE(result.environment.value(u"npm_config_audit"_s), u"from the host"_s);
        QVERIFY(!result.environment.contains(u"NPM_CONFIG_AUDIT"_s));
    }

    void thePathIsTheOneGiven() {
        QCOMPARE(made({u"PATH"_s}, {}, BuildPhase::Build).environment.value(u"PATH"_s), u"/usr/bin:/bin"_s);
    }

    void onlyTheBuildIsProduction() {
        const QList<EnvironmentVariable> variables{{u"NODE_ENV"_s, u"staging"_s, false}};
        QVERIFY(!made({}, {}, BuildPhase::Install).environment.contains(u"NODE_ENV"_s));
        QVERIFY(!made({}, variables, BuildPhase::Install).environment.contains(u"NODE_ENV"_s));
        QCOMPARE(made({}, {}, BuildPhase::Build).environment.value(u"NODE_ENV"_s), u"production"_s);
        QCOMPARE(made({}, variables, BuildPhase::Build).environment.value(u"NODE_ENV"_s), u"staging"_s);
    }

    void theProjectsVariablesWin() {
        const QList<EnvironmentVariable> variables{{u"GITHUB_TOKEN"_s, u"mine"_s, true}, {u"CI"_s, u"false"_s, false},
            {u"VITE_TITLE"_s, u"a b\n'c'"_s, false}, {u"LANG"_s, u"C"_s, false}};
        const QProcessEnvironment environment
            = made({u"GITHUB_TOKEN"_s, u"LANG"_s}, variables, BuildPhase::Install).environment;
        QCOMPARE(environment.value(u"GITHUB_TOKEN"_s), u"mine"_s);
        QCOMPARE(environment.value(u"CI"_s), u"false"_s);
        QCOMPARE(environment.value(u"VITE_TITLE"_s), u"a b\n'c'"_s);
        QCOMPARE(environment.value(u"LANG"_s), u"C"_s);
    }

    void dangerousNamesAreRefusedAndTold() {
        const QStringList names{u"PATH"_s, u"LD_PRELOAD"_s, u"DYLD_INSERT_LIBRARIES"_s, u"BASH_ENV"_s, u"MIAOBU_JOB"_s,
            u"A B"_s, u"X=Y"_s, u""_s, u"X\n"_s};
        for (const QString& name : names) {
            const BuildEnvironment result = made({}, {{name, u"evil"_s, false}}, BuildPhase::Build);
            QCOMPARE(result.refused, QStringList(name));
            QVERIFY(!result.environment.toStringList().join(u'\n').contains(u"evil"_s));
        }
    }

    void surprisingNamesAreTakenAndTold() {
        const BuildEnvironment result
            = made({}, {{u"NODE_OPTIONS"_s, u"--max-old-space-size=4096"_s, false}}, BuildPhase::Build);
        QCOMPARE(result.risky, QStringList(u"NODE_OPTIONS"_s));
        QCOMPARE(result.environment.value(u"NODE_OPTIONS"_s), u"--max-old-space-size=4096"_s);
    }
};

QTEST_APPLESS_MAIN(TestBuildEnvironment)
#include "tst_build_environment.moc"
