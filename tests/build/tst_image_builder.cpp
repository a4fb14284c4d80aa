#include "core/build/engine_call.h"
#include "core/build/image_builder.h"
#include "core/build/push_failure.h"
#include "core/detect/detector.h"
#include "core/detect/folder_tree.h"
#include "tests/support/await.h"

#include <QDirIterator>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace std::chrono_literals;

namespace {

constexpr auto patience = 120s;

void writeFile(const QString& path, const QByteArray& content) {
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

/// What docker prints for \a arguments; its errors too where it fails.
QString docker(const QStringList& arguments) {
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(u"docker"_s, arguments);
    process.waitForFinished(30'000);
    return QString::fromUtf8(process.readAll()).trimmed();
}

int freePort() {
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
}

/// The body of an answer of the app at \a port; asked again until it listens.
QByteArray answerOf(int port, const QByteArray& path) {
    for (int attempt = 0; attempt < 100; ++attempt) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, static_cast<quint16>(port));
        if (socket.waitForConnected(1000)) {
            socket.write("GET " + path + " HTTP/1.0\r\n\r\n");
            while (socket.waitForReadyRead(1000)) { }
            if (const QByteArray answer = socket.readAll(); answer.contains("200 OK")) {
                return answer.mid(answer.indexOf("\r\n\r\n") + 4);
            }
        }
        QTest::qWait(100);
    }
    return {};
}

/// Whether a process of this very command line runs anywhere on this computer, in a container too.
bool isRunning(const QString& line) {
    const QStringList processes = QDir(u"/proc"_s).entryList({u"[0-9]*"_s}, QDir::Dirs);
    return std::any_of(processes.begin(), processes.end(), [&line](const QString& process) {
        QFile file(u"/proc/"_s + process + u"/cmdline"_s);
        return file.open(QIODevice::ReadOnly) && QString::fromUtf8(file.readAll().replace('\0', ' ')).trimmed() == line;
    });
}

class CollectedLog final : public LogSink {
public:
    void write(LogChannel, const QByteArray& bytes) override {
        text += QString::fromUtf8(bytes);
        if (onText) {
            onText(text);
        }
    }
    void note(const QString& line) override { notes.append(line); }

    QString text;
    QStringList notes;
    std::function<void(const QString&)> onText;
};

/// A registry of this computer that asks for a password.
class Registry {
public:
    explicit Registry(const QString& folder, int port = freePort()) : m_folder(folder), m_port(port) { }
    ~Registry() { stop(); }

    void start() {
        // "cr_temp" with the password "s3cr3t-word"
        writeFile(m_folder + u"/htpasswd"_s, "cr_temp:$2b$05$abcdefghijklmnopqrstuu1gnH1w3qtZX3U1O7JEI3HUJtwELxlju\n");
        writeFile(m_folder + u"/config.yml"_s,
            u"version: 0.1\nlog: {level: error}\nstorage: {delete: {enabled: true}, filesystem: {rootdirectory: "
            u"%1/data}}\nhttp: {addr: \"127.0.0.1:%2\"}\nauth: {htpasswd: {realm: test, path: %1/htpasswd}}\n"_s
                .arg(m_folder)
                .arg(m_port)
                .toUtf8());
        m_process.setStandardOutputFile(QProcess::nullDevice());
        m_process.setStandardErrorFile(QProcess::nullDevice());
        m_process.start(u"docker-registry"_s, {u"serve"_s, m_folder + u"/config.yml"_s});
        QVERIFY(m_process.waitForStarted());
    }
    void stop() {
        m_process.terminate();
        m_process.waitForFinished(5000);
    }

    [[nodiscard]] QString reference(const QString& tag) const { return host() + u"/miaobu/site:"_s + tag; }
    [[nodiscard]] QString host() const { return u"127.0.0.1:%1"_s.arg(m_port); }
    [[nodiscard]] RegistryLogin login(const QByteArray& password = "s3cr3t-word") const {
        return {host(), u"cr_temp"_s, password, {}};
    }
    /// The digest the registry itself gives for \a tag.
    [[nodiscard]] QByteArray digestOf(const QString& tag) const {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, static_cast<quint16>(m_port));
        if (!socket.waitForConnected(1000)) {
            return {};
        }
        socket.write("HEAD /v2/miaobu/site/manifests/" + tag.toUtf8()
            + " HTTP/1.0\r\nAccept: application/vnd.docker.distribution.manifest.v2+json\r\nAuthorization: Basic "
            + QByteArray("cr_temp:s3cr3t-word").toBase64() + "\r\n\r\n");
        while (socket.waitForReadyRead(1000)) { }
        const QByteArray answer = socket.readAll();
        const qsizetype at = answer.indexOf("Docker-Content-Digest: ");
        return at < 0 ? QByteArray() : answer.mid(at + 23, 71);
    }

private:
    QString m_folder;
    int m_port;
    QProcess m_process;
};

} // namespace

/// Run by with_docker.mjs and with_python_image.mjs: an engine of its own, with a stand-in for python:3.x-slim.
class TestImageBuilder : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    LoginShell m_shell;
    std::unique_ptr<ImageBuilder> m_builder;
    int m_number = 0;

    /// A Flask app whose gunicorn nobody has thought of.
    ImageRequest app() {
        ImageRequest request;
        request.sourceDirectory = m_folder.filePath(u"checkout%1"_s.arg(++m_number));
        writeFile(request.sourceDirectory + u"/requirements.txt"_s, "flask\n");
        writeFile(request.sourceDirectory + u"/app.py"_s, "from flask import Flask\napp = Flask(__name__)\n");
        writeFile(request.sourceDirectory + u"/.env"_s, "PASSWORD=kept out\n");
        request.plan = detect(FolderTree(request.sourceDirectory), {});
        request.slug = u"site"_s;
        request.tag = u"%1-test"_s.arg(m_number);
        request.settings.pythonImage = u"python:test"_s;
        return request;
    }

    BuiltImage build(
        const ImageRequest& request, LogSink& log, const ProgressHandler& progress = {}, std::stop_token stop = {}) {
        return test::await(m_builder->build(request, log, progress, stop), patience);
    }

    template <typename Work> Error failureOf(Work work) {
        try {
            work();
        } catch (const Error& error) {
            return error;
        }
        return Error(ErrorKind::Internal, u"nothing was thrown"_s);
    }

    Error failureOfBuild(const ImageRequest& request, const std::shared_ptr<CollectedLog>& log = {}) {
        CollectedLog own;
        return failureOf([&] { build(request, log ? *log : own); });
    }

    QStringList filesOf(const QString& folder) {
        QStringList files;
        QDirIterator walk(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            files.append(walk.next().mid(folder.size()));
        }
        files.sort();
        return files;
    }

    /// The program of an older docker that has BuildKit without a plugin; empty where there is none.
    static QString dockerWithBuildKit() {
        for (const QString& program : {u"/usr/bin/docker"_s, u"/usr/local/bin/docker"_s}) {
            QProcess process;
            process.start(program, {u"version"_s, u"--format"_s, u"{{.Client.Version}}"_s});
            if (process.waitForFinished(10'000) && process.exitCode() == 0
                && process.readAll().split('.').first().toInt() < 23) {
                return program;
            }
        }
        return {};
    }

private slots:
    void init() { m_builder = std::make_unique<ImageBuilder>(QProcessEnvironment::systemEnvironment(), m_shell); }

    void buildsAnAppThatAnswers() {
        const ImageRequest request = app();
        const QStringList before = filesOf(request.sourceDirectory);
        CollectedLog log;
        QList<std::pair<qint64, qint64>> steps;
        const BuiltImage image
            = build(request, log, [&steps](qint64 done, qint64 total) { steps.append({done, total}); });
        QVERIFY(image.isGenerated);
        QCOMPARE(image.localReference, u"miaobu/site:"_s + request.tag);
        QVERIFY(image.imageId.startsWith(u"sha256:"_s));
        QVERIFY(image.bytes > 1'000'000);
        QCOMPARE(image.exposedPort, 9000);
        QVERIFY(!steps.isEmpty());
        QCOMPARE(steps.last().first, steps.last().second);
        QVERIFY(log.notes.contains(u"gunicorn is not among the dependencies: it is added to the image."_s));
        QCOMPARE(filesOf(request.sourceDirectory), before);

        const int port = freePort();
        const QString container = docker({u"run"_s, u"--detach"_s, u"--rm"_s, u"--env"_s, u"GREETING=hello"_s,
            u"--publish"_s, u"127.0.0.1:%1:9000"_s.arg(port), image.localReference});
        const auto end = qScopeGuard([&] { docker({u"rm"_s, u"--force"_s, container}); });
        QCOMPARE(answerOf(port, "/path"), QByteArray("/path hello 10001"));
        QVERIFY(!docker({u"exec"_s, container, u"ls"_s, u"-a"_s, u"/app"_s}).split(u'\n').contains(u".env"_s));
        QCOMPARE(docker({u"exec"_s, container, u"touch"_s, u"/app/database.sqlite3"_s}), QString());
    }

    void keepsTheLayerOfTheDependencies() {
        const QByteArray requirements = "flask\n# of no test before\n";
        ImageRequest request = app();
        writeFile(request.sourceDirectory + u"/requirements.txt"_s, requirements);
        CollectedLog first;
        const BuiltImage before = build(request, first);
        test::await(m_builder->remove(before, {}), patience);
        ImageRequest changed = app();
        writeFile(changed.sourceDirectory + u"/requirements.txt"_s, requirements);
        writeFile(
            changed.sourceDirectory + u"/app.py"_s, "from flask import Flask\n# another text\napp = Flask(__name__)\n");
        CollectedLog second;
        build(changed, second);
        QVERIFY(first.text.contains(u"Successfully installed flask"_s));
        QVERIFY(second.text.contains(u"Using cache"_s) || second.text.contains(u"CACHED"_s));
        QVERIFY(!second.text.contains(u"Successfully installed flask"_s));
    }

    void usesTheRepositorysOwnDockerfile() {
        ImageRequest request = app();
        writeFile(request.sourceDirectory + u"/Dockerfile"_s,
            "FROM python:test\nARG RELEASE\nRUN echo \"release $RELEASE\" > /release\nEXPOSE 8000\nCMD [\"true\"]\n");
        request.variables = {{u"RELEASE"_s, u"v1 of \"this\""_s, false, true, true},
            {u"ONLY_RUN"_s, u"not for builds"_s, false, false, true}};
        CollectedLog log;
        const BuiltImage image = build(request, log);
        QVERIFY(!image.isGenerated);
        QCOMPARE(image.exposedPort, 8000);
        QCOMPARE(
            docker({u"run"_s, u"--rm"_s, image.localReference, u"cat"_s, u"/release"_s}), u"release v1 of \"this\""_s);
        QVERIFY(log.notes.filter(u"v1 of"_s).isEmpty());
        QVERIFY(!(log.notes.join(u' ') + log.text).contains(u"ONLY_RUN"_s));
        QCOMPARE(test::await(m_builder->toolchain(request, {}), patience).section(u", "_s, -1), u"Dockerfile"_s);
    }

    void refusesSecretsThatWouldStayInALayer() {
        ImageRequest request = app();
        request.variables = {{u"INDEX_KEY"_s, u"never-in-a-layer"_s, true, true, true}};
        const ContainerEngine engine
            = test::await(ContainerEngines(QProcessEnvironment::systemEnvironment(), m_shell).find({}));
        if (engine.knowsSecrets()) {
            QSKIP("the engine here knows secrets");
        }
        const Error error = failureOfBuild(request);
        QCOMPARE(error.kind, ErrorKind::BuildSecretsUnsupported);
        QCOMPARE(error.subject, u"INDEX_KEY"_s);
        request.variables[0].atBuild = false;
        CollectedLog log;
        build(request, log);
    }

    void keepsSecretsOutOfEveryLayer() {
        const QString program = dockerWithBuildKit();
        if (program.isEmpty()) {
            QSKIP("no docker with BuildKit is installed");
        }
        QProcessEnvironment host = QProcessEnvironment::systemEnvironment();
        host.insert(u"MIAOBU_CONTAINER_ENGINE"_s, program);
        m_builder = std::make_unique<ImageBuilder>(host, m_shell);
        ImageRequest request = app();
        request.plan.buildCommand = u"test \"$INDEX_KEY\" = never-in-a-layer && echo the-secret-was-there > /seen"_s;
        request.variables = {{u"INDEX_KEY"_s, u"never-in-a-layer"_s, true, true, true}};
        CollectedLog log;
        QList<std::pair<qint64, qint64>> steps;
        const BuiltImage image
            = build(request, log, [&steps](qint64 done, qint64 total) { steps.append({done, total}); });
        QCOMPARE(docker({u"run"_s, u"--rm"_s, image.localReference, u"cat"_s, u"/seen"_s}), u"the-secret-was-there"_s);
        QCOMPARE(steps.last().first, steps.last().second);
        const QString file = m_folder.filePath(u"image.tar"_s);
        docker({u"save"_s, u"--output"_s, file, image.localReference});
        QFile archive(file);
        QVERIFY(archive.open(QIODevice::ReadOnly));
        const QByteArray bytes = archive.readAll();
        QVERIFY(bytes.size() > 1'000'000);
        QVERIFY(bytes.contains("the-secret-was-there"));
        // The build command is in the image's history; what the secret came in is not.
        QCOMPARE(bytes.count("never-in-a-layer"), bytes.count("= never-in-a-layer"));
        QVERIFY(!log.notes.join(u'\n').contains(u"never-in-a-layer"_s));
    }

    void tellsAFailedInstallFromAFailedBuild() {
        ImageRequest request = app();
        writeFile(request.sourceDirectory + u"/requirements.txt"_s, "flask\nno-such-package-anywhere\n");
        const Error install = failureOfBuild(request);
        QCOMPARE(install.kind, ErrorKind::InstallFailed);
        QCOMPARE(install.exitCode, 1);
        QVERIFY2(install.subject.contains(u"no-such-package-anywhere"_s), qPrintable(install.subject));
        ImageRequest failing = app();
        failing.plan.buildCommand = u"echo broken; exit 7"_s;
        const Error failed = failureOfBuild(failing);
        QCOMPARE(failed.kind, ErrorKind::BuildFailed);
        QCOMPARE(failed.exitCode, 7);
        QVERIFY(docker({u"images"_s, u"--quiet"_s, u"miaobu/site:"_s + failing.tag}).isEmpty());
    }

    void cancelLeavesNothingBehind_data() {
        QTest::addColumn<QString>("program");
        QTest::newRow("the usual docker") << u"docker"_s;
        QTest::newRow("with BuildKit") << dockerWithBuildKit();
    }

    void cancelLeavesNothingBehind() {
        QFETCH(QString, program);
        if (program.isEmpty()) {
            QSKIP("no docker with BuildKit is installed");
        }
        QProcessEnvironment host = QProcessEnvironment::systemEnvironment();
        host.insert(u"MIAOBU_CONTAINER_ENGINE"_s, program);
        m_builder = std::make_unique<ImageBuilder>(host, m_shell);
        ImageRequest request = app();
        // A number of its own, by which the process is found whichever engine runs it.
        const QString line = u"sleep 60%1"_s.arg(QCoreApplication::applicationPid());
        request.plan.buildCommand = u"echo now-it-sleeps; "_s + line;
        std::stop_source stop;
        CollectedLog log;
        log.onText = [&stop, line](const QString&) {
            if (isRunning(line)) {
                stop.request_stop();
            }
        };
        QTimer ask;
        connect(&ask, &QTimer::timeout, this, [&log] { log.onText({}); });
        ask.start(100ms);
        const Error error = failureOf([&] { build(request, log, {}, stop.get_token()); });
        QCOMPARE(error.kind, ErrorKind::Cancelled);
        QTRY_VERIFY_WITH_TIMEOUT(!isRunning(line), 3000);
        QTRY_VERIFY_WITH_TIMEOUT(docker({u"ps"_s, u"--all"_s, u"--quiet"_s}).isEmpty(), 3000);
        QVERIFY(docker({u"images"_s, u"--quiet"_s, u"miaobu/site:"_s + request.tag}).isEmpty());
        QVERIFY(!QFileInfo::exists(request.sourceDirectory + u"/.dockerignore"_s));
    }

    void pushesWithATemporaryPassword() {
        Registry registry(m_folder.path());
        registry.start();
        const QString configuration = QDir::homePath() + u"/.docker/config.json"_s;
        const QDateTime configured = QFileInfo(configuration).lastModified();
        CollectedLog log;
        const ImageRequest request = app();
        const BuiltImage image = build(request, log);
        QList<std::pair<qint64, qint64>> layers;
        const QString reference = registry.reference(request.tag);
        const QString digest
            = test::await(m_builder->push(image, reference, registry.login(), log,
                              [&layers](qint64 done, qint64 total) { layers.append({done, total}); }, {}),
                patience);
        QCOMPARE(digest.size(), 71);
        QCOMPARE(digest.toLatin1(), registry.digestOf(request.tag));
        QCOMPARE(layers.last().first, layers.last().second);
        QVERIFY(!(log.text + log.notes.join(u'\n')).contains(u"s3cr3t-word"_s));
        QCOMPARE(QFileInfo(configuration).lastModified(), configured);

        test::await(m_builder->remove(image, reference), patience);
        QVERIFY(docker({u"images"_s, u"--quiet"_s, reference}).isEmpty());
        QVERIFY(docker({u"images"_s, u"--quiet"_s, image.localReference}).isEmpty());
        test::await(m_builder->removeAll(request.slug), patience);
        QVERIFY(docker({u"images"_s, u"--quiet"_s, u"--filter"_s, u"label=miaobu.slug=site"_s}).isEmpty());
    }

    void aWrongPasswordIsSaidAtOnce() {
        Registry registry(m_folder.path());
        registry.start();
        CollectedLog log;
        const BuiltImage image = build(app(), log);
        const auto push = [&](const RegistryLogin& login, const ProgressHandler& progress = {}) {
            return failureOf([&] {
                test::await(m_builder->push(image, registry.reference(u"wrong"_s), login, log, progress, {}), patience);
            });
        };
        // Until it listens, an attempt is one that fails for another reason and is made again.
        const Error error = push(registry.login("not-the-password"));
        QCOMPARE(error.kind, ErrorKind::PushFailed);
        QVERIFY(isRefusal(error.detail));
        QCOMPARE(error.subject, registry.host());
    }

    void aRegistryThatComesBackIsReached() {
        Registry registry(m_folder.path());
        CollectedLog log;
        const ImageRequest request = app();
        const BuiltImage image = build(request, log);
        QTimer::singleShot(1500, &m_later, [&registry] { registry.start(); });
        const QString digest = test::await(
            m_builder->push(image, registry.reference(request.tag), registry.login(), log, {}, {}), patience);
        QCOMPARE(digest.toLatin1(), registry.digestOf(request.tag));
        QVERIFY(!log.notes.filter(u"trying again"_s).isEmpty());
    }

    void anEngineThatIsNotThereIsNamed() {
        QProcessEnvironment host = QProcessEnvironment::systemEnvironment();
        host.insert(u"DOCKER_HOST"_s, u"unix://%1/no.sock"_s.arg(m_folder.path()));
        host.insert(u"MIAOBU_CONTAINER_ENGINE"_s, u"docker"_s);
        m_builder = std::make_unique<ImageBuilder>(host, m_shell);
        QCOMPARE(failureOfBuild(app()).kind, ErrorKind::EngineNotRunning);
        host.insert(u"MIAOBU_CONTAINER_ENGINE"_s, u"none"_s);
        m_builder = std::make_unique<ImageBuilder>(host, m_shell);
        QCOMPARE(failureOfBuild(app()).kind, ErrorKind::EngineMissing);
    }

private:
    QObject m_later;
};

QTEST_GUILESS_MAIN(TestImageBuilder)
#include "tst_image_builder.moc"
