#include "core/detect/python/entry_point.h"
#include "core/detect/python/python_code.h"
#include "core/detect/python/requirement.h"
#include "tests/detect/plan_summary.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace miaobu;

class TestDetectPython : public QObject {
    Q_OBJECT

private slots:
    void knowsTheApplication_data();
    void knowsTheApplication();
    void knowsWhatIsNoApplication_data();
    void knowsWhatIsNoApplication();
    void choosesTheInstaller_data();
    void choosesTheInstaller();
    void readsServerCommands_data();
    void readsServerCommands();
    void readsRequirementNames();
    void findsThePythonVersion_data();
    void findsThePythonVersion();
    void leavesHelpersOfNodeAside();
    void survivesHostileCode_data();
    void survivesHostileCode();
};

namespace {

using Files = MemoryTree::Files;

Files with(Files files, const char* name, const QByteArray& text) {
    files.insert(QString::fromLatin1(name), text);
    return files;
}

const Files& flask() {
    static const Files files{{u"requirements.txt"_s, "Flask==3.0\n"}};
    return files;
}

const Files& fastApi() {
    static const Files files{{u"requirements.txt"_s, "fastapi[standard]>=0.1 ; python_version > '3.8'\nflask\n"}};
    return files;
}

const Files& django() {
    static const Files files{
        {u"requirements.txt"_s, "Django\n"}, {u"manage.py"_s, "os.environ['DJANGO_SETTINGS_MODULE']"}};
    return files;
}

} // namespace

Q_DECLARE_METATYPE(MemoryTree::Files)

void TestDetectPython::knowsTheApplication_data() {
    QTest::addColumn<Files>("files");
    QTest::addColumn<QString>("framework");
    QTest::addColumn<QString>("module");
    QTest::addColumn<QString>("start");
    const auto row
        = [](const char* name, const Files& files, const char* framework, const char* module, const char* start) {
              QTest::newRow(name) << files << QString::fromLatin1(framework) << QString::fromLatin1(module)
                                  << QString::fromLatin1(start);
          };
    row("fastapi", with(fastApi(), "main.py", "from fastapi import FastAPI\napp = FastAPI()\n"), "fastapi", "main:app",
        "uvicorn main:app --host 0.0.0.0 --port 9000");
    row("another name",
        with(fastApi(), "main.py", "import fastapi\napi: fastapi.FastAPI = fastapi.FastAPI(title='x')\n"), "fastapi",
        "main:api", "uvicorn main:api --host 0.0.0.0 --port 9000");
    row("in a package", with(fastApi(), "app/main.py", "app = FastAPI()"), "fastapi", "app.main:app",
        "uvicorn app.main:app --host 0.0.0.0 --port 9000");
    row("in a source folder", with(with(fastApi(), "src/shop/__init__.py", ""), "src/shop/main.py", "app = FastAPI()"),
        "fastapi", "shop.main:app", "uvicorn shop.main:app --host 0.0.0.0 --port 9000");
    row("not in a comment or text",
        with(with(fastApi(), "main.py", "# app = FastAPI()\n'''\napp = FastAPI()\n'''\n"), "app.py",
            "application = FastAPI()"),
        "fastapi", "app:application", "uvicorn app:application --host 0.0.0.0 --port 9000");
    row("factory", with(fastApi(), "main.py", "def create_app():\n    app = FastAPI()\n    return app\n"), "fastapi",
        "main:create_app()", "uvicorn main:create_app --factory --host 0.0.0.0 --port 9000");
    row("flask", with(flask(), "app.py", "from flask import Flask\napp = Flask(__name__)\n"), "flask", "app:app",
        "gunicorn --bind 0.0.0.0:9000 app:app");
    row("flask factory",
        with(flask(), "shop/__init__.py", "def create_app(config=None):\n  app = Flask(__name__)\n  return app\n"),
        "flask", "shop:create_app()", "gunicorn --bind 0.0.0.0:9000 'shop:create_app()'");
    row("flask called factory",
        with(with(flask(), "shop/__init__.py", "def create_app(): pass"), "wsgi.py",
            "from shop import create_app\napp = create_app()\n"),
        "flask", "wsgi:app", "gunicorn --bind 0.0.0.0:9000 wsgi:app");
    row("flask environment", with(with(flask(), "shop/__init__.py", ""), ".flaskenv", "FLASK_APP=shop\n"), "flask",
        "shop:app", "gunicorn --bind 0.0.0.0:9000 shop:app");
    row("procfile first",
        with(with(flask(), "app.py", "app = Flask(__name__)"), "Procfile",
            "worker: celery\nweb: gunicorn -w 2 run:server --log-file -\n"),
        "flask", "run:server", "gunicorn --bind 0.0.0.0:9000 run:server");
    row("docker",
        with(fastApi(), "Dockerfile",
            "FROM python:3.12\nCMD [\"uvicorn\", \"shop.api:app\", \\\n \"--host\", \"0.0.0.0\"]\n"),
        "fastapi", "shop.api:app", "uvicorn shop.api:app --host 0.0.0.0 --port 9000");
    row("render", with(flask(), "render.yaml", "services:\n  - type: web\n    startCommand: gunicorn shop:app\n"),
        "flask", "shop:app", "gunicorn --bind 0.0.0.0:9000 shop:app");
    row("django settings",
        with(with(django(), "shop/settings.py", "WSGI_APPLICATION = 'shop.wsgi.application'\n"), "blog/wsgi.py", ""),
        "django", "shop.wsgi:application", "gunicorn --bind 0.0.0.0:9000 shop.wsgi:application");
    row("django layout", with(django(), "shop/wsgi.py", ""), "django", "shop.wsgi:application",
        "gunicorn --bind 0.0.0.0:9000 shop.wsgi:application");
    row("django before its api",
        with(with(django(), "requirements.txt", "fastapi\nflask\ndjango\n"), "shop/asgi.py", ""), "django",
        "shop.asgi:application", "uvicorn shop.asgi:application --host 0.0.0.0 --port 9000");
    row("poetry",
        {{u"pyproject.toml"_s, "[tool.poetry.dependencies]\npython = '^3.11'\nfastapi = '*'\n"}, {u"poetry.lock"_s, ""},
            {u"main.py"_s, "app = FastAPI()"}},
        "fastapi", "main:app", "poetry run uvicorn main:app --host 0.0.0.0 --port 9000");
}

void TestDetectPython::knowsTheApplication() {
    QFETCH(Files, files);
    QFETCH(QString, framework);
    QFETCH(QString, module);
    QFETCH(QString, start);
    const BuildPlan plan = detect(MemoryTree(files), {});
    QCOMPARE(projectKindName(plan.kind), u"python"_s);
    QCOMPARE(plan.framework, framework);
    QCOMPARE(plan.appModule, module);
    QCOMPARE(plan.startCommand, start);
    QCOMPARE(plan.buildCommand, QString());
    QVERIFY(!plan.reasons.value(u"appModule"_s).isEmpty());
}

void TestDetectPython::knowsWhatIsNoApplication_data() {
    QTest::addColumn<Files>("files");
    QTest::newRow("library") << Files{{u"setup.py"_s, "setup(install_requires=['requests'])"}};
    QTest::newRow("the framework itself")
        << Files{{u"pyproject.toml"_s, "[project]\nname = 'Flask'\ndependencies = ['werkzeug']"},
               {u"src/flask/__init__.py"_s, ""}};
    QTest::newRow("extension") << Files{
        {u"pyproject.toml"_s, "[project]\nname = 'Flask-Login'\ndependencies = ['Flask']"},
        {u"flask_login/__init__.py"_s, ""}};
    QTest::newRow("library for a framework")
        << Files{{u"pyproject.toml"_s, "[project]\nname = 'shopkit'\ndependencies = ['fastapi']"},
               {u"shopkit/__init__.py"_s, "from .x import y"}};
    QTest::newRow("the framework itself with another for its documentation")
        << Files{{u"pyproject.toml"_s, "[project]\nname = 'fastapi'\n"}, {u"requirements.txt"_s, "flask"}};
    QTest::newRow("library with an example")
        << Files{{u"pyproject.toml"_s, "[project]\nname = 'django-bar'\ndependencies = ['django']"},
               {u"django_bar/__init__.py"_s, "x = 1"}, {u"example/wsgi.py"_s, ""},
               {u"example/settings.py"_s, "WSGI_APPLICATION = 'example.wsgi.application'"}};
    QTest::newRow("scripts") << Files{{u"requirements.txt"_s, "requests\npandas"}, {u"main.py"_s, "print(1)"}};
    QTest::newRow("documentation") << Files{{u"requirements.txt"_s, "mkdocs-material"}, {u"mkdocs.yml"_s, ""}};
}

void TestDetectPython::knowsWhatIsNoApplication() {
    QFETCH(Files, files);
    const BuildPlan plan = detect(MemoryTree(files), {});
    QCOMPARE(projectKindName(plan.kind), u"unknown"_s);
    QVERIFY(!plan.reasons.value(u"kind"_s).isEmpty());
}

void TestDetectPython::choosesTheInstaller_data() {
    QTest::addColumn<Files>("files");
    QTest::addColumn<QString>("command");
    const Files project{{u"pyproject.toml"_s, "[project]\nname = 'x'\ndependencies = ['flask']"},
        {u"app.py"_s, "app = Flask(__name__)"}};
    QTest::newRow("pip") << with(flask(), "app.py", "app = Flask(__name__)") << u"pip install -r requirements.txt"_s;
    QTest::newRow("project") << project << u"pip install ."_s;
    QTest::newRow("uv") << with(project, "uv.lock", "") << u"uv sync"_s;
    QTest::newRow("uv before requirements")
        << with(with(project, "uv.lock", ""), "requirements.txt", "flask") << u"uv sync"_s;
    QTest::newRow("poetry") << with(project, "poetry.lock", "") << u"poetry install"_s;
    QTest::newRow("pdm") << with(project, "pdm.lock", "") << u"pdm install"_s;
    QTest::newRow("pipenv") << Files{{u"Pipfile"_s, "[packages]\nflask = \"*\"\n"},
        {u"app.py"_s, "app = Flask(__name__)"}}
                            << u"pipenv install"_s;
    QTest::newRow("setup.cfg") << Files{{u"setup.cfg"_s,
                                            "[options]\ninstall_requires =\n    requests\n\n    "
                                            "Flask>=2\n[options.extras_require]\nx =\n    django\n"},
        {u"app.py"_s, "app = Flask(__name__)"}}
                               << u"pip install ."_s;
    QTest::newRow("inside a folder") << Files{{u"requirements/prod.txt"_s, "-r base.txt"},
        {u"requirements/base.txt"_s, "flask"}, {u"app.py"_s, "app = Flask(__name__)"}}
                                     << u"pip install -r requirements/prod.txt"_s;
}

void TestDetectPython::choosesTheInstaller() {
    QFETCH(Files, files);
    QFETCH(QString, command);
    const BuildPlan plan = detect(MemoryTree(files), {});
    QCOMPARE(projectKindName(plan.kind), u"python"_s);
    QCOMPARE(plan.installCommand, command);
    QCOMPARE(plan.packageManager, command.section(u' ', 0, 0));
}

void TestDetectPython::readsServerCommands_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("module");
    const auto row = [](const char* line, const char* module) {
        QTest::newRow(line) << QString::fromLatin1(line) << QString::fromLatin1(module);
    };
    row("gunicorn app:app", "app:app");
    row("gunicorn pkg.wsgi", "pkg.wsgi:application");
    row("gunicorn -w 4 -k uvicorn.workers.UvicornWorker main:app", "main:app");
    row("gunicorn --worker-tmp-dir /dev/shm --config gunicorn_config.py app:app", "app:app");
    row("ddtrace-run python -m gunicorn.app.wsgiapp -c prod.conf.py shop.wsgi:application", "shop.wsgi:application");
    row("bin/start-nginx gunicorn -c gunicorn.conf shop.wsgi", "shop.wsgi:application");
    row("python manage.py migrate && gunicorn shop.wsgi:application --log-file -", "shop.wsgi:application");
    row("gunicorn 'shop:create_app()' --bind 0.0.0.0:$PORT", "shop:create_app()");
    row("uvicorn main:app --host 0.0.0.0 --port $PORT", "main:app");
    row("python app.py", "");
    row("celery -A shop worker", "");
    row("", "");
}

void TestDetectPython::readsServerCommands() {
    QFETCH(QString, line);
    QFETCH(QString, module);
    QCOMPARE(entryPointOfCommand(line).module, module);
}

void TestDetectPython::readsRequirementNames() {
    QCOMPARE(parseRequirement(u"Django[argon2]>=4 ; python_version>'3'"_s).name, u"django"_s);
    QCOMPARE(parseRequirement(u"  Foo_.Bar==1  # comment"_s).name, u"foo-bar"_s);
    QCOMPARE(parseRequirement(u"flask @ https://example.com/flask.zip"_s).name, u"flask"_s);
    QCOMPARE(parseRequirement(u"# flask"_s).name, QString());
    QCOMPARE(parseRequirement(u"--hash=sha256:abc"_s).name, QString());
    QCOMPARE(parseRequirement(u"-e ."_s).name, QString());
}

void TestDetectPython::findsThePythonVersion_data() {
    QTest::addColumn<Files>("files");
    QTest::addColumn<QString>("version");
    const Files app = with(flask(), "app.py", "app = Flask(__name__)");
    QTest::newRow("nothing") << app << QString();
    QTest::newRow("python-version") << with(app, ".python-version", "# ours\n3.12.4\n") << u"3.12"_s;
    QTest::newRow("runtime") << with(app, "runtime.txt", "python-3.11.9") << u"3.11"_s;
    QTest::newRow("requires") << with(app, "pyproject.toml", "[project]\nname='x'\nrequires-python = '>=3.10,<4'")
                              << u"3.10"_s;
    QTest::newRow("poetry") << with(app, "pyproject.toml", "[tool.poetry.dependencies]\npython = '^3.9'") << u"3.9"_s;
    QTest::newRow("docker") << with(app, "Dockerfile", "FROM python:3.13-slim\n") << u"3.13"_s;
    QTest::newRow("first of two") << with(with(app, "Dockerfile", "FROM python:3.13-slim\n"), ".python-version", "3.8")
                                  << u"3.8"_s;
}

void TestDetectPython::findsThePythonVersion() {
    QFETCH(Files, files);
    QFETCH(QString, version);
    QCOMPARE(detect(MemoryTree(files), {}).pythonVersion, version);
}

void TestDetectPython::leavesHelpersOfNodeAside() {
    Files files
        = with(with(django(), "shop/wsgi.py", ""), "package.json", packageJson(R"("build": "webpack")", "webpack"));
    QCOMPARE(projectKindName(detect(MemoryTree(files), {}).kind), u"python"_s);
    files.insert(u"package.json"_s, packageJson(R"("build": "vite build")", "vite"));
    QCOMPARE(projectKindName(detect(MemoryTree(files), {}).kind), u"python"_s);
    files.insert(u"package.json"_s, packageJson(R"("build": "astro build")", "astro"));
    QCOMPARE(projectKindName(detect(MemoryTree(files), {}).kind), u"static"_s);
    Files mixed
        = with(with(flask(), "index.html", ""), "package.json", packageJson(R"("build": "vite build")", "vite react"));
    QCOMPARE(projectKindName(detect(MemoryTree(mixed), {}).kind), u"static"_s);
}

void TestDetectPython::survivesHostileCode_data() {
    QTest::addColumn<QString>("source");
    QTest::newRow("open texts") << u"\"\"\"\""_s.repeated(100'000);
    QTest::newRow("backslashes") << u"'\\"_s.repeated(200'000);
    QTest::newRow("quotes") << u"'"_s.repeated(400'001);
    QTest::newRow("dots") << u"app = "_s + u"a."_s.repeated(200'000);
    QTest::newRow("annotations") << u"app: x\n"_s.repeated(100'000);
    QTest::newRow("no text") << QString(100'000, QChar(0));
}

void TestDetectPython::survivesHostileCode() {
    QFETCH(QString, source);
    const PythonApplication application = pythonApplication(source);
    QCOMPARE(application.instance, QString());
    QCOMPARE(application.factory, QString());
    QCOMPARE(pythonText(source, u"WSGI_APPLICATION"_s), QString());
}

QTEST_GUILESS_MAIN(TestDetectPython)
#include "tst_detect_python.moc"
