#include "core/build/container_engines.h"
#include "core/build/dockerfile.h"
#include "core/build/image_commands.h"
#include "core/build/image_failure.h"
#include "core/build/image_progress.h"
#include "core/build/private_folder.h"
#include "core/build/program_run.h"
#include "core/build/push_failure.h"
#include "core/build/python_recipe.h"
#include "core/detect/detector.h"
#include "tests/detect/memory_tree.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace miaobu;

namespace {

using Files = MemoryTree::Files;
using Builder = ContainerEngine::Builder;

ContainerEngine engine(Builder builder) {
    ContainerEngine engine;
    engine.builder = builder;
    engine.kind = builder == Builder::Podman ? ContainerEngine::Kind::Podman : ContainerEngine::Kind::Docker;
    engine.program = builder == Builder::Podman ? u"/usr/bin/podman"_s : u"/usr/bin/docker"_s;
    return engine;
}

ImageRecipe recipeOf(const Files& files, const ImageSettings& settings = {}, const BuildVariableNames& variables = {}) {
    const MemoryTree tree(files);
    const BuildPlan plan = detect(tree, {});
    return imageRecipe(AppFolder(tree, {}), plan, settings, variables);
}

Files flask() {
    return {{u"requirements.txt"_s, "Flask==3.0\ngunicorn\n"}, {u"app.py"_s, "app = Flask(__name__)\n"}};
}

} // namespace

Q_DECLARE_METATYPE(MemoryTree::Files)

class TestImageRules : public QObject {
    Q_OBJECT

private slots:
    void speaksToEachEngineInItsOwnWay() {
        ImageBuildCall call;
        call.context = u"/source"_s;
        call.dockerfile = u"/private/Dockerfile"_s;
        call.reference = u"miaobu/site:1"_s;
        call.idFile = u"/private/id"_s;
        call.buildArguments = {u"PIP_INDEX_URL"_s};
        for (const Builder builder : {Builder::Buildx, Builder::BuildKit, Builder::Legacy, Builder::Podman}) {
            const QStringList arguments = buildArguments(engine(builder), call);
            QVERIFY(arguments.contains(u"--platform=linux/amd64"_s));
            QCOMPARE(arguments.last(), u"/source"_s);
            QCOMPARE(arguments.at(arguments.indexOf(u"--build-arg"_s) + 1), u"PIP_INDEX_URL"_s);
            const bool isBuildKit = builder == Builder::Buildx || builder == Builder::BuildKit;
            QCOMPARE(arguments.contains(u"--progress=plain"_s), isBuildKit);
            QCOMPARE(arguments.contains(u"--provenance=false"_s), builder == Builder::Buildx);
        }
        QCOMPARE(buildVariables(engine(Builder::BuildKit)).value(u"DOCKER_BUILDKIT"_s), u"1"_s);
        QVERIFY(!engine(Builder::Legacy).knowsSecrets());
    }

    void neverNamesAPassword() {
        for (const Builder builder : {Builder::Buildx, Builder::Podman}) {
            const QStringList login = loginArguments(engine(builder), u"/private"_s, u"127.0.0.1:5000"_s, u"cr_temp"_s);
            QVERIFY(login.contains(u"--password-stdin"_s));
            QVERIFY(login.contains(u"cr_temp"_s));
        }
        const auto push = [](const QString& reference) {
            return pushArguments(engine(Builder::Podman), u"/private"_s, u"miaobu/site:1"_s, reference);
        };
        QVERIFY(push(u"127.0.0.1:5000/miaobu/site:1"_s).contains(u"--tls-verify=false"_s));
        QVERIFY(push(u"localhost/miaobu/site:1"_s).contains(u"--tls-verify=false"_s));
        QVERIFY(!push(u"registry.cn-hangzhou.aliyuncs.com/miaobu/site:1"_s).contains(u"--tls-verify=false"_s));
    }

    void knowsWhyAnEngineDoesNotAnswer_data() {
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("state");
        const auto row = [](const char* words, EngineState state) {
            QTest::newRow(words) << QString::fromLatin1(words) << static_cast<int>(state);
        };
        row("Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?",
            EngineState::NotRunning);
        row("failed to connect to the docker API at unix:///var/run/docker.sock; check if the path is correct",
            EngineState::NotRunning);
        row("permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock",
            EngineState::NotPermitted);
        row("error during connect: Get http://%2F%2F.%2Fpipe%2Fdocker_engine", EngineState::NotRunning);
        row("unknown flag: --format", EngineState::Broken);
    }

    void knowsWhyAnEngineDoesNotAnswer() {
        QFETCH(QString, words);
        QFETCH(int, state);
        QCOMPARE(static_cast<int>(engineState(1, words)), state);
        QCOMPARE(engineState(0, words), EngineState::Ready);
    }

    void takesTheEngineThatIsReady() {
        EngineFinding stopped{u"docker"_s, EngineState::NotRunning, {}, u"Is the docker daemon running?"_s};
        EngineFinding ready{u"podman"_s, EngineState::Ready, engine(Builder::Podman), {}};
        QCOMPARE(readyEngine({stopped, ready}).kind, ContainerEngine::Kind::Podman);
        const auto kindOf = [](const QList<EngineFinding>& findings) {
            try {
                (void)readyEngine(findings);
            } catch (const Error& error) {
                return error.kind;
            }
            return ErrorKind::Internal;
        };
        const EngineFinding missing{u"podman"_s, EngineState::Missing, {}, {}};
        QCOMPARE(kindOf({stopped, missing}), ErrorKind::EngineNotRunning);
        stopped.state = EngineState::NotPermitted;
        QCOMPARE(kindOf({stopped, missing}), ErrorKind::EngineNotPermitted);
        QCOMPARE(kindOf({missing, missing}), ErrorKind::EngineMissing);
        QCOMPARE(kindOf({}), ErrorKind::EngineMissing);
    }

    void countsSteps_data() {
        QTest::addColumn<QByteArray>("output");
        QTest::addColumn<QString>("counted");
        QTest::newRow("docker") << QByteArray(
            "Step 1/3 : FROM python\n ---> 1\nStep 2/3 : RUN true\nStep 3/3 : CMD x\n")
                                << u"1/3 2/3 3/3"_s;
        QTest::newRow("podman, two stages")
            << QByteArray("[1/2] STEP 1/2: FROM a\n[1/2] STEP 2/2: RUN x\n[2/2] STEP 1/1: FROM b\n")
            << u"1/2 2/2 3/3"_s;
        QTest::newRow("BuildKit, two stages") << QByteArray(
            "#1 [internal] load build definition from Dockerfile\n#5 [build 1/2] FROM a\n#6 [stage-1 1/3] "
            "FROM b\n#7 0.3 Step 9/9 : no\n#8 [build 2/2] RUN x\n")
                                              << u"1/2 2/5 3/5"_s;
        QTest::newRow("hostile") << QByteArray("Step 9/3 : x\nStep 1/0 : x\n#1 [a 99999999999999999999/1] \n")
                                 << QString();
    }

    void countsSteps() {
        QFETCH(QByteArray, output);
        QFETCH(QString, counted);
        QStringList seen;
        BuildSteps steps([&seen](qint64 done, qint64 total) { seen.append(u"%1/%2"_s.arg(done).arg(total)); });
        for (const char byte : std::as_const(output)) {
            steps.write(LogChannel::Output, QByteArray(1, byte));
        }
        QCOMPARE(seen.join(u' '), counted);
    }

    void countsLayers() {
        const QByteArray digest = "sha256:" + QByteArray(64, 'a');
        QStringList seen;
        PushLayers layers([&seen](qint64 done, qint64 total) { seen.append(u"%1/%2"_s.arg(done).arg(total)); });
        layers.write(LogChannel::Output,
            "The push refers to repository [127.0.0.1:5000/miaobu/site]\n0123456789ab: Preparing\nba9876543210: "
            "Preparing\n0123456789ab: Layer already exists\nba9876543210: Pushed\n");
        QCOMPARE(seen, QStringList({u"0/1"_s, u"0/2"_s, u"1/2"_s, u"2/2"_s}));
        QCOMPARE(layers.digest(), QString());
        layers.write(LogChannel::Output, "1: digest: " + digest + " size: 528\n");
        QCOMPARE(layers.digest().toLatin1(), digest);
        PushLayers podman([&seen](qint64 done, qint64 total) { seen.append(u"%1/%2"_s.arg(done).arg(total)); });
        podman.write(LogChannel::ErrorOutput, "Copying blob sha256:" + QByteArray(64, 'b') + "\n");
        podman.finish();
        QCOMPARE(seen.mid(4), QStringList({u"0/1"_s, u"1/1"_s}));
    }

    void tellsPushFailuresApart_data() {
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("retryable");
        const auto row = [](const char* words, ErrorKind kind, bool retryable) {
            QTest::newRow(words) << QString::fromLatin1(words) << static_cast<int>(kind) << retryable;
        };
        row("Error response from daemon: Get \"http://127.0.0.1:5000/v2/\": unauthorized: authentication required",
            ErrorKind::PushFailed, false);
        row("denied: requested access to the resource is denied", ErrorKind::PushFailed, false);
        row("dial tcp: lookup registry.cn-x.aliyuncs.com: no such host", ErrorKind::HostNotFound, true);
        row("dial tcp 127.0.0.1:5000: connect: connection refused", ErrorKind::ConnectionLost, true);
        row("write tcp 1.2.3.4:443: write: broken pipe", ErrorKind::ConnectionLost, true);
        row("unexpected EOF", ErrorKind::ConnectionLost, true);
        row("received unexpected HTTP status: 503 Service Unavailable", ErrorKind::ServiceError, true);
        row("Cannot connect to the Docker daemon at unix:///x. Is the docker daemon running?",
            ErrorKind::EngineNotRunning, false);
        row("permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock",
            ErrorKind::EngineNotPermitted, false);
        row("x509: certificate signed by unknown authority", ErrorKind::TlsFailed, false);
        row("something else", ErrorKind::PushFailed, false);
    }

    void tellsPushFailuresApart() {
        QFETCH(QString, words);
        QFETCH(int, kind);
        QFETCH(bool, retryable);
        const Error error = pushFailure(u"127.0.0.1:5000"_s, words, 1);
        QCOMPARE(static_cast<int>(error.kind), kind);
        QCOMPARE(error.retryable, retryable);
        QCOMPARE(error.subject, u"127.0.0.1:5000"_s);
    }

    void tellsWhichStepFailed_data() {
        QTest::addColumn<QString>("output");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("exitCode");
        const auto row = [](const char* name, const char* output, ErrorKind kind, int exitCode) {
            QTest::newRow(name) << QString::fromLatin1(output) << static_cast<int>(kind) << exitCode;
        };
        row("docker", "The command '/bin/sh -c pip install -r requirements.txt' returned a non-zero code: 1",
            ErrorKind::InstallFailed, 1);
        row("BuildKit",
            "ERROR: failed to solve: process \"/bin/sh -c npm run build\" did not complete successfully: exit code: 7",
            ErrorKind::BuildFailed, 7);
        row("BuildKit of Docker 20.10",
            "executor failed running [/bin/sh -c pip install -r requirements.txt]: exit code: 1",
            ErrorKind::InstallFailed, 1);
        row("podman", "Error: building at STEP \"RUN uv sync --locked\": while running runtime: exit status 2",
            ErrorKind::InstallFailed, 2);
        row("engine stopped", "Cannot connect to the Docker daemon at unix:///x. Is the docker daemon running?",
            ErrorKind::EngineNotRunning, 0);
        row("disk", "write /var/lib/docker/tmp/x: no space left on device", ErrorKind::DiskFull, 0);
        row("the app's own refused connection", "Error: connect ECONNREFUSED: connection refused",
            ErrorKind::BuildFailed, 125);
    }

    void tellsWhichStepFailed() {
        QFETCH(QString, output);
        QFETCH(int, kind);
        QFETCH(int, exitCode);
        const Error error = imageFailure(engine(Builder::Legacy), StepResult{125, output, output});
        QCOMPARE(static_cast<int>(error.kind), kind);
        if (exitCode != 0) {
            QCOMPARE(error.exitCode, exitCode);
        }
    }

    void writesADockerfile() {
        const ImageRecipe recipe = recipeOf(flask());
        QVERIFY(recipe.isGenerated());
        QCOMPARE(recipe.baseImage, u"python:3.12-slim"_s);
        const QString& text = recipe.dockerfile;
        QVERIFY(text.contains(u"\nFROM python:3.12-slim\n"_s));
        // The dependencies come before the source, or each change of it would install them again.
        QVERIFY(text.indexOf(u"COPY [\"requirements.txt\", \"./\"]\nRUN pip install -r requirements.txt\n"_s)
            < text.indexOf(u"COPY --chown=10001:10001 . ."_s));
        QVERIFY(text.contains(u"\nUSER 10001\n"_s));
        QVERIFY(text.contains(u"PORT=9000"_s));
        QVERIFY(text.endsWith(u"\nCMD [\"sh\",\"-c\",\"exec gunicorn --bind 0.0.0.0:${PORT:-9000} app:app\"]\n"_s));
        QVERIFY(!text.contains(u"ARG "_s));
        QVERIFY(recipe.notes.isEmpty());
        QVERIFY(recipe.dockerignore.contains(u"\n.env\n"_s));
    }

    void leavesTheRepositorysOwnFilesAlone() {
        Files files = flask();
        files.insert(u"Dockerfile"_s, "FROM scratch\n");
        const ImageRecipe own = recipeOf(files);
        QCOMPARE(own.ownFile, u"Dockerfile"_s);
        QCOMPARE(own.dockerfile, u"FROM scratch\n"_s);
        QVERIFY(own.dockerignore.isEmpty());
        Files ignoring = flask();
        ignoring.insert(u".dockerignore"_s, "data\n");
        QVERIFY(recipeOf(ignoring).dockerignore.isEmpty());
    }

    void addsAMissingServer() {
        Files files = flask();
        files.insert(u"requirements.txt"_s, "Flask\n");
        const ImageRecipe recipe = recipeOf(files);
        QVERIFY(recipe.dockerfile.contains(u"\nRUN pip install gunicorn\n"_s));
        QCOMPARE(recipe.notes, QStringList(u"gunicorn is not among the dependencies: it is added to the image."_s));
        const Files standard{{u"requirements.txt"_s, "fastapi[standard]\n"}, {u"main.py"_s, "app = FastAPI()\n"}};
        QVERIFY(recipeOf(standard).notes.isEmpty());
    }

    void installsWithTheProjectsOwnTool_data() {
        QTest::addColumn<Files>("files");
        QTest::addColumn<QStringList>("lines");
        const QByteArray project = "[project]\nname='shop'\nversion='1'\ndependencies=['fastapi>=0.1', 'uvicorn']\n";
        const QByteArray code = "app = FastAPI()\n";
        QTest::newRow("uv") << Files{{u"pyproject.toml"_s, project}, {u"uv.lock"_s, ""}, {u"main.py"_s, code}}
                            << QStringList{u"RUN uv sync --locked --no-dev --no-install-project"_s,
                                   u"ENV PATH=/app/.venv/bin:$PATH"_s};
        QTest::newRow("uv with a package") << Files{
            {u"pyproject.toml"_s, project + "[build-system]\nrequires=['hatchling']\n"}, {u"uv.lock"_s, ""},
            {u"main.py"_s, code}} << QStringList{u"RUN uv sync --locked --no-dev --inexact"_s};
        QTest::newRow("poetry") << Files{{u"pyproject.toml"_s,
                                             "[tool.poetry.dependencies]\nfastapi='*'\n[tool.poetry.group.web."
                                             "dependencies]\nuvicorn='*'\n"},
            {u"poetry.lock"_s, ""}, {u"main.py"_s, code}}
                                << QStringList{
                                       u"RUN poetry install --no-interaction --no-ansi --only main,web --no-root"_s};
        QTest::newRow("pdm") << Files{{u"pyproject.toml"_s, project}, {u"pdm.lock"_s, ""}, {u"main.py"_s, code}}
                             << QStringList{u"RUN pdm sync --prod --no-self"_s};
        QTest::newRow("pipenv") << Files{{u"Pipfile"_s, "[packages]\nfastapi='*'\nuvicorn='*'\n"},
            {u"Pipfile.lock"_s, "{}"}, {u"main.py"_s, code}}
                                << QStringList{u"COPY [\"Pipfile\", \"Pipfile.lock\", \"./\"]"_s,
                                       u"RUN pipenv install --system --deploy"_s};
        QTest::newRow("project") << Files{{u"pyproject.toml"_s, project}, {u"main.py"_s, code}}
                                 << QStringList{u"RUN pip install 'fastapi>=0.1' uvicorn"_s};
        QTest::newRow("extra") << Files{{u"pyproject.toml"_s,
                                            "[project]\nname='shop'\ndependencies=['httpx']\n[project."
                                            "optional-dependencies]\nweb=['fastapi', 'uvicorn']\ndev=['flask']\n"},
            {u"main.py"_s, code}}
                               << QStringList{u"RUN pip install httpx fastapi uvicorn"_s};
        QTest::newRow("includes") << Files{{u"requirements.txt"_s, "-r requirements/base.txt\n-c limits.txt\n"},
            {u"requirements/base.txt"_s, "fastapi\nuvicorn\n"}, {u"limits.txt"_s, "uvicorn<1\n"}, {u"main.py"_s, code}}
                                  << QStringList{u"COPY [\"requirements.txt\", \"limits.txt\", \"./\"]"_s,
                                         u"COPY [\"requirements/base.txt\", \"./requirements/\"]"_s};
        QTest::newRow("compiled, and from git")
            << Files{{u"requirements.txt"_s, "fastapi\nuvicorn\npsycopg2\ngit+https://example.com/x.git\n"},
                   {u"main.py"_s, code}}
            << QStringList{
                   u"RUN apt-get update && apt-get install -y --no-install-recommends gcc libc6-dev libpq-dev git \\"_s};
    }

    void installsWithTheProjectsOwnTool() {
        QFETCH(Files, files);
        QFETCH(QStringList, lines);
        const QStringList text = recipeOf(files).dockerfile.split(u'\n');
        for (const QString& line : std::as_const(lines)) {
            QVERIFY2(text.contains(line), qPrintable(text.join(u'\n')));
        }
    }

    void keepsSecretsAndMirrorsOutOfTheText() {
        ImageSettings settings;
        settings.pipIndexUrl = u"https://mirrors.example.com/simple/"_s;
        settings.pythonImage = u"registry.example.com/python:%1"_s;
        const ImageRecipe recipe = recipeOf(flask(), settings, {{u"RELEASE"_s}, {u"INDEX_KEY"_s}});
        QVERIFY(recipe.dockerfile.contains(u"FROM registry.example.com/python:3.12\n"_s));
        QVERIFY(recipe.dockerfile.contains(u"\nARG PIP_INDEX_URL\n"_s));
        QVERIFY(recipe.dockerfile.contains(u"\nARG RELEASE\n"_s));
        QVERIFY(!recipe.dockerfile.contains(u"mirrors.example.com"_s));
        QVERIFY(!recipe.dockerfile.contains(u"ARG INDEX_KEY"_s));
        QVERIFY(recipe.dockerfile.contains(u"RUN --mount=type=secret,id=INDEX_KEY"_s));
    }

    void poetryUsesTheMirrorToo() {
        const Files files{{u"pyproject.toml"_s, "[tool.poetry.dependencies]\nfastapi='*'\nuvicorn='*'\n"},
            {u"main.py"_s, "app = FastAPI()\n"}};
        QVERIFY(recipeOf(files).dockerfile.contains(u"\nRUN pip install poetry\n"_s));
        ImageSettings settings;
        settings.pipIndexUrl = u"https://mirrors.example.com/simple/"_s;
        const QString text = recipeOf(files, settings).dockerfile;
        QVERIFY2(text.contains(u"\nRUN pip install poetry poetry-plugin-pypi-mirror\n"_s), qPrintable(text));
        QVERIFY(text.contains(u"\nARG POETRY_PYPI_MIRROR_URL\n"_s));
        QCOMPARE(mirrorVariables(settings).value(u"POETRY_PYPI_MIRROR_URL"_s), settings.pipIndexUrl);
    }

    void asksWhenNothingSaysHowTheAppStarts() {
        const MemoryTree tree(flask());
        BuildPlan plan = detect(tree, {});
        plan.startCommand.clear();
        QVERIFY_THROWS_EXCEPTION(Error, imageRecipe(AppFolder(tree, {}), plan, {}));
    }

    void takesTheStartCommandAsTyped() {
        const MemoryTree tree(flask());
        BuildPlan plan = detect(tree, {});
        plan.startCommand = u"python manage.py migrate && gunicorn \"shop\" --bind :$PORT"_s;
        const QString text = imageRecipe(AppFolder(tree, {}), plan, {}).dockerfile;
        QVERIFY(text.endsWith(
            u"CMD [\"sh\",\"-c\",\"python manage.py migrate && gunicorn \\\"shop\\\" --bind :$PORT\"]\n"_s));
        QCOMPARE(imageCommand(u"poetry run uvicorn main:app --host 0.0.0.0 --port 9000"_s, u"poetry"_s),
            u"uvicorn main:app --host 0.0.0.0 --port ${PORT:-9000}"_s);
    }

    void removesSecretsOfAProgramThatWasKilled() {
        QTemporaryDir runtime;
        const QByteArray before = qgetenv("XDG_RUNTIME_DIR");
        const auto restore = qScopeGuard([&before] { qputenv("XDG_RUNTIME_DIR", before); });
        qputenv("XDG_RUNTIME_DIR", runtime.path().toUtf8());
        const QString left = runtime.filePath(u"miaobu-private-999999999-abcdef"_s);
        const QString foreign = runtime.filePath(u"miaobu-private-1-abcdef"_s);
        QVERIFY(QDir().mkpath(left) && QDir().mkpath(foreign));
        QString path;
        {
            const auto folder = privateFolder();
            path = folder->path();
            QVERIFY(path.startsWith(runtime.path()));
            QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
            writePrivateFile(folder->filePath(u"secret"_s), "value");
            QCOMPARE(QFile::permissions(folder->filePath(u"secret"_s)) & (QFile::ReadGroup | QFile::ReadOther),
                QFile::Permissions());
            QVERIFY(!QFileInfo::exists(left));
            QVERIFY(QFileInfo::exists(foreign));
        }
        QVERIFY(!QFileInfo::exists(path));
    }

    void quotesForTheShell() {
        QCOMPARE(shellWord(u"uvicorn"_s), u"uvicorn"_s);
        QCOMPARE(shellWord(u"fastapi>=1"_s), u"'fastapi>=1'"_s);
        QCOMPARE(shellWord(u"it's"_s), u"'it'\\''s'"_s);
        QCOMPARE(shellWord(u"a\nRUN rm -rf /"_s), u"'aRUN rm -rf /'"_s);
    }
};

QTEST_GUILESS_MAIN(TestImageRules)
#include "tst_image_rules.moc"
