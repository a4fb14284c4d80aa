#include "core/build/host_builder.h"
#include "core/log/build_log.h"
#include "tests/support/await.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace std::chrono_literals;

namespace {

/// JSON written with single quotes.
QByteArray json(QByteArray text) {
    return text.replace('\'', '"');
}

void writeFile(const QString& path, const QByteArray& content) {
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A process that has ended and whom nobody has buried yet does not run.
bool isRunning(const QString& pid) {
    const QByteArray status = contentOf(u"/proc/"_s + pid + u"/stat"_s);
    return !status.isEmpty() && !status.contains(") Z ");
}

class CollectedLog final : public LogSink {
public:
    void write(LogChannel, const QByteArray& bytes) override { text += QString::fromUtf8(bytes); }
    void note(const QString& line) override { notes.append(line); }

    QString text;
    QStringList notes;
};

} // namespace

class TestHostBuilder : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    LoginShell m_shell;
    std::unique_ptr<HostBuilder> m_builder;
    int m_checkouts = 0;

    /// A project with one dependency that needs no network, and its lockfile.
    BuildRequest project(const QByteArray& scripts) {
        const QString path = m_folder->filePath(u"checkout%1"_s.arg(++m_checkouts));
        writeFile(path + u"/package.json"_s,
            json("{'name':'site','version':'1.0.0','scripts':" + scripts
                + ",'dependencies':{'greeting':'file:greeting'}}"));
        writeFile(path + u"/greeting/package.json"_s,
            json("{'name':'greeting','version':'1.0.0','bin':{'greet':'greet.js'}}"));
        writeFile(path + u"/greeting/greet.js"_s, "#!/usr/bin/env node\nconsole.log('hello from a dependency');\n");
        writeFile(path + u"/package-lock.json"_s,
            json("{'name':'site','version':'1.0.0','lockfileVersion':3,'requires':true,'packages':{"
                 "'':{'name':'site','version':'1.0.0','dependencies':{'greeting':'file:greeting'}},"
                 "'greeting':{'version':'1.0.0','bin':{'greet':'greet.js'}},"
                 "'node_modules/greeting':{'resolved':'greeting','link':true}}}"));
        BuildRequest request;
        request.sourceDirectory = path;
        request.plan.packageManager = u"npm"_s;
        request.plan.installCommand = u"npm install"_s;
        request.plan.buildCommand = u"npm run build"_s;
        request.cacheScope = u"site"_s;
        return request;
    }

    void run(const BuildRequest& request, LogSink& log, std::stop_token stop = {}) {
        bool succeeded = false;
        const auto finish = qScopeGuard([&] { test::await(m_builder->finish(request, succeeded)); });
        test::await(m_builder->install(request, log, stop), 120s);
        test::await(m_builder->build(request, log, stop), 120s);
        succeeded = true;
    }

    Error failureOfRun(const BuildRequest& request, LogSink& log) {
        try {
            run(request, log);
        } catch (const Error& error) {
            return error;
        }
        return Error(ErrorKind::Internal, u"nothing was thrown"_s);
    }

private slots:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_builder = std::make_unique<HostBuilder>(
            m_folder->filePath(u"cache"_s), QProcessEnvironment::systemEnvironment(), m_shell);
    }

    void installsAndBuilds() {
        const BuildRequest request = project("{'build':'greet && mkdir -p dist && echo built > dist/index.html'}");
        CollectedLog log;
        run(request, log);
        QCOMPARE(contentOf(request.sourceDirectory + u"/dist/index.html"_s), QByteArray("built\n"));
        QVERIFY(log.text.contains(u"hello from a dependency"_s));
        QVERIFY(log.notes.contains(u"$ npm ci"_s));
        QVERIFY(log.notes.contains(u"$ npm run build"_s));
        const QString toolchain = test::await(m_builder->toolchain(request.plan, request.sourceDirectory, log, {}));
        QVERIFY(
            QRegularExpression(u"\\Anode \\d+\\.\\d+\\.\\d+, npm \\d+\\.\\d+\\.\\d+\\z"_s).match(toolchain).hasMatch());
        QVERIFY(log.notes.contains(u"Using %1."_s.arg(toolchain)));
    }

    void theSecondBuildNeedsNoInstall() {
        CollectedLog first;
        run(project("{'build':'greet'}"), first);
        const BuildRequest again = project("{'build':'greet && echo again'}");
        CollectedLog second;
        run(again, second);
        QVERIFY(!second.notes.contains(u"$ npm ci"_s));
        QVERIFY(second.text.contains(u"hello from a dependency"_s));

        BuildRequest other = project("{'build':'greet'}");
        other.cacheScope = u"another"_s;
        CollectedLog third;
        run(other, third);
        QVERIFY(third.notes.contains(u"$ npm ci"_s));

        QVERIFY(test::await(m_builder->clearCache(u"site"_s)));
        CollectedLog fourth;
        run(project("{'build':'greet'}"), fourth);
        QVERIFY(fourth.notes.contains(u"$ npm ci"_s));
    }

    void theProjectsOwnInstallScriptsRunEachTime() {
        const QByteArray scripts = "{'postinstall':'echo generated > generated.txt','build':'cat generated.txt'}";
        CollectedLog first;
        run(project(scripts), first);
        const BuildRequest again = project(scripts);
        CollectedLog second;
        run(again, second);
        QVERIFY(second.notes.contains(u"$ npm ci"_s));
        QCOMPARE(contentOf(again.sourceDirectory + u"/generated.txt"_s), QByteArray("generated\n"));
    }

    void aLockfileOutOfStepIsNotTheEnd() {
        const BuildRequest request = project("{'build':'greet'}");
        writeFile(request.sourceDirectory + u"/farewell/package.json"_s, json("{'name':'farewell','version':'1.0.0'}"));
        writeFile(request.sourceDirectory + u"/package.json"_s,
            json("{'name':'site','version':'1.0.0','scripts':{'build':'greet'},'dependencies':{'greeting':'file:"
                 "greeting','farewell':'file:farewell'}}"));
        CollectedLog log;
        run(request, log);
        QVERIFY(log.notes.contains(u"$ npm install"_s));
        QCOMPARE(log.notes.filter(u"out of step"_s).size(), 1);
    }

    void anOldBundlersHashIsNotTheEnd() {
        const BuildRequest request = project("{'build':'node hash.js'}");
        writeFile(request.sourceDirectory + u"/hash.js"_s,
            "const hash = require('crypto').createHash('md4').update('chunk').digest('hex');\n"
            "require('fs').writeFileSync('hash.txt', hash);\n");
        CollectedLog log;
        run(request, log);
        QCOMPARE(contentOf(request.sourceDirectory + u"/hash.txt"_s), QByteArray("ed1335a04aae1e4016ce5bd18e08d90f"));
        QCOMPARE(log.notes.filter(u"--openssl-legacy-provider"_s).size(), 1);
    }

    void aFailedBuildSaysWhy() {
        const BuildRequest request = project("{'build':'sh fail.sh'}");
        writeFile(request.sourceDirectory + u"/fail.sh"_s,
            "for i in $(seq 30); do echo line $i; done; printf '\\033[31merror TS2322: no\\033[0m\\n' >&2; exit 7\n");
        CollectedLog log;
        const Error error = failureOfRun(request, log);
        QCOMPARE(error.kind, ErrorKind::BuildFailed);
        QCOMPARE(error.exitCode, 7);
        QCOMPARE(error.subject, u"error TS2322: no"_s);
        QCOMPARE(error.detail.split(u'\n').size(), 20);
        QVERIFY(error.detail.contains(u"line 30\n"_s));
        QVERIFY(!error.detail.contains(u"line 5\n"_s));
        QVERIFY(!error.detail.contains(u'\x1b'));
    }

    void aFailureDoesNotTellSecrets() {
        BuildRequest request = project("{'build':'echo key-of-the-target $NAME; exit 1'}");
        request.secrets = {u"key-of-the-target"_s};
        request.variables = {{u"NAME"_s, u"secret-of-the-project"_s, true}};
        CollectedLog log;
        const Error error = failureOfRun(request, log);
        QCOMPARE(error.kind, ErrorKind::BuildFailed);
        QVERIFY2(error.detail.endsWith(u"*** ***"_s), qPrintable(error.detail));
    }

    void aMissingScriptSaysWhich() {
        BuildRequest request = project("{}");
        CollectedLog log;
        const Error error = failureOfRun(request, log);
        QCOMPARE(error.kind, ErrorKind::BuildFailed);
        QVERIFY(error.subject.contains(u"Missing script: \"build\""_s));
    }

    void aFailedInstallSaysWhy() {
        const BuildRequest request = project("{'preinstall':'echo no way; exit 3','build':'greet'}");
        CollectedLog log;
        const Error error = failureOfRun(request, log);
        QCOMPARE(error.kind, ErrorKind::InstallFailed);
        QVERIFY(error.exitCode != 0);
        QVERIFY(!log.notes.contains(u"$ npm run build"_s));
        CollectedLog again;
        run(project("{'build':'greet'}"), again);
        QVERIFY(again.notes.contains(u"$ npm ci"_s));
    }

    void theEnvironmentIsTheProjectsOwn() {
        qputenv("GITHUB_TOKEN", "of-the-person");
        BuildRequest request = project("{'postinstall':'echo install=$NODE_ENV.','build':'echo "
                                       "$CI/$NODE_ENV/$GREETING/$GITHUB_TOKEN/$LD_PRELOAD.'}");
        request.variables = {{u"GREETING"_s, u"hi"_s, false}, {u"LD_PRELOAD"_s, u"/tmp/x.so"_s, false}};
        HostBuilder builder(m_folder->filePath(u"cache"_s), QProcessEnvironment::systemEnvironment(), m_shell);
        CollectedLog log;
        test::await(builder.install(request, log, {}), 120s);
        test::await(builder.build(request, log, {}), 120s);
        test::await(builder.finish(request, true));
        qunsetenv("GITHUB_TOKEN");
        QVERIFY(log.text.contains(u"true/production/hi//."_s));
        QVERIFY(log.text.contains(u"install=."_s));
        QCOMPARE(log.notes.filter(u"LD_PRELOAD is not passed on"_s).size(), 1);
    }

    void secretsAreMaskedInTheLogAndInTheError() {
        BuildRequest request = project("{'build':'echo key=$API_KEY; echo $API_KEY | base64; exit 1'}");
        request.variables = {{u"API_KEY"_s, u"correct-horse-battery"_s, true}};
        const QString path = m_folder->filePath(u"build.log"_s);
        const SystemClock clock;
        BuildLog log(path, {u"correct-horse-battery"_s}, clock);
        const Error error = failureOfRun(request, log);
        log.close();
        const QByteArray written = contentOf(path);
        QVERIFY(written.contains("key=***"));
        QVERIFY(error.detail.contains(u"key=***"_s));
        for (const QByteArray& text : {written, error.detail.toUtf8()}) {
            QVERIFY(!text.contains("horse"));
            QVERIFY(!text.contains(QByteArray("correct-horse-battery").toBase64().first(20)));
        }
    }

    void aBuildThatDoesNotListenIsCancelled() {
        const BuildRequest request = project("{'build':'node stubborn.js'}");
        writeFile(request.sourceDirectory + u"/stubborn.js"_s,
            "for (const s of ['SIGINT', 'SIGTERM']) process.on(s, () => {});\n"
            "require('fs').writeFileSync('pid', String(process.pid));\nsetInterval(() => {}, 1000);\n");
        CollectedLog log;
        test::await(m_builder->install(request, log, {}), 120s);
        std::stop_source stop;
        QTimer poll;
        connect(&poll, &QTimer::timeout, &poll, [&] {
            if (!contentOf(request.sourceDirectory + u"/pid"_s).isEmpty()) {
                stop.request_stop();
            }
        });
        poll.start(20ms);
        QVERIFY_THROWS_EXCEPTION(Error, test::await(m_builder->build(request, log, stop.get_token()), 60s));
        QVERIFY(stop.stop_requested());
        const QString pid = QString::fromUtf8(contentOf(request.sourceDirectory + u"/pid"_s));
        test::await(m_builder->finish(request, false));
        QVERIFY(!isRunning(pid));

        CollectedLog again;
        run(project("{'build':'greet'}"), again);
        QVERIFY(!again.notes.contains(u"$ npm ci"_s));
    }

    void twoBuildsOfOneProjectDoNotShare() {
        const BuildRequest first = project("{'build':'greet'}");
        const BuildRequest second = project("{'build':'greet'}");
        CollectedLog log;
        test::await(m_builder->install(first, log, {}), 120s);
        CollectedLog other;
        run(second, other);
        QCOMPARE(other.notes.filter(u"goes without"_s).size(), 1);
        test::await(m_builder->build(first, log, {}), 120s);
        test::await(m_builder->finish(first, true));
    }

    void aWorkspaceIsInstalledAtItsTop() {
        BuildRequest request = project("{}");
        const QString top = request.sourceDirectory;
        writeFile(top + u"/package.json"_s, json("{'name':'top','private':true,'workspaces':['apps/*']}"));
        writeFile(top + u"/apps/web/package.json"_s,
            json("{'name':'web','version':'1.0.0','scripts':{'build':'pwd > where.txt'}}"));
        writeFile(top + u"/package-lock.json"_s,
            json("{'name':'top','lockfileVersion':3,'requires':true,'packages':{'':{'name':'top','workspaces':['apps/"
                 "*']},"
                 "'apps/web':{'name':'web','version':'1.0.0'},'node_modules/web':{'resolved':'apps/"
                 "web','link':true}}}"));
        request.plan.rootDirectory = u"apps/web"_s;
        CollectedLog log;
        run(request, log);
        QCOMPARE(contentOf(top + u"/apps/web/where.txt"_s).trimmed(),
            (QFileInfo(top).canonicalFilePath() + u"/apps/web"_s).toUtf8());
        QVERIFY(log.notes.contains(u"$ npm ci"_s));
    }

    void plainHtmlRunsNothing() {
        BuildRequest request = project("{}");
        request.plan.installCommand.clear();
        request.plan.buildCommand.clear();
        request.plan.nodeVersion = u"999"_s;
        CollectedLog log;
        run(request, log);
        QVERIFY(log.notes.isEmpty());
        QVERIFY(test::await(m_builder->toolchain(request.plan, request.sourceDirectory, log, {})).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestHostBuilder)
#include "tst_host_builder.moc"
