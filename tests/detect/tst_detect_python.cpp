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
    void saysWhatAPersonShouldKnow();
    void startsWhatServesItself();
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
        "flask", "run:server", "gunicorn --bind 0.0.0.0:9000 -w 2 run:server --log-file -");
    row("procfile with steps before the server",
        with(with(flask(), "app.py", "app = Flask(__name__)"), "Procfile",
            "web: python manage.py migrate && gunicorn app:app -b :$PORT --workers $WEB_CONCURRENCY\n"),
        "flask", "app:app",
        "python manage.py migrate && gunicorn --bind 0.0.0.0:9000 app:app --workers ${WEB_CONCURRENCY:-2}");
    row("procfile with a program of a host",
        with(with(flask(), "app.py", "app = Flask(__name__)"), "Procfile", "web: bin/start-nginx gunicorn app:app\n"),
        "flask", "app:app", "gunicorn --bind 0.0.0.0:9000 app:app");
    row("railway", with(fastApi(), "railway.toml", "[deploy]\nstartCommand = 'uvicorn api.web:app --port $PORT'\n"),
        "fastapi", "api.web:app", "uvicorn --host 0.0.0.0 --port 9000 api.web:app");
    row("the framework's own tool",
        with(with(fastApi(), "Procfile", "web: fastapi run service/http.py --port $PORT\n"), "service/http.py",
            "api = FastAPI()\n"),
        "fastapi", "service.http:api", "uvicorn service.http:api --host 0.0.0.0 --port 9000");
    row("named in pyproject.toml",
        {{u"pyproject.toml"_s,
             "[project]\nname='x'\ndependencies=['fastapi']\n[tool.fastapi]\nentrypoint='shop.api:service'\n"},
            {u"main.py"_s, "app = FastAPI()"}},
        "fastapi", "shop.api:service", "uvicorn shop.api:service --host 0.0.0.0 --port 9000");
    row("where a script of the project leads",
        {{u"pyproject.toml"_s,
             "[project]\nname='shop'\ndependencies=['fastapi']\n[project.scripts]\nshop='shop.http.service:run'\n"},
            {u"shop/http/service.py"_s, "application = FastAPI()\ndef run(): pass\n"}},
        "fastapi", "shop.http.service:application", "uvicorn shop.http.service:application --host 0.0.0.0 --port 9000");
    row("in a dependency group",
        {{u"pyproject.toml"_s,
             "[project]\nname='x'\n[dependency-groups]\nweb=['fastapi>=0.110', "
             "{include-group='base'}]\nbase=['rich']\n"},
            {u"main.py"_s, "from fastapi import FastAPI\napp = FastAPI()\n"}},
        "fastapi", "main:app", "uvicorn main:app --host 0.0.0.0 --port 9000");
    row("under an alias", with(flask(), "app.py", "from flask import Flask as Web\nsite = Web(__name__)\n"), "flask",
        "app:site", "gunicorn --bind 0.0.0.0:9000 app:site");
    row("of a class of its own",
        with(fastApi(), "main.py", "class Shop(FastAPI):\n    pass\napp: FastAPI = Shop(title='x')\n"), "fastapi",
        "main:app", "uvicorn main:app --host 0.0.0.0 --port 9000");
    row("the usual one of several", with(fastApi(), "main.py", "inner = FastAPI()\napp = FastAPI()\n"), "fastapi",
        "main:app", "uvicorn main:app --host 0.0.0.0 --port 9000");
    row("inside a condition",
        with(fastApi(), "main.py",
            "def make():\n    hidden = FastAPI()\n    return hidden\nif True:\n    app = FastAPI()\n"),
        "fastapi", "main:app", "uvicorn main:app --host 0.0.0.0 --port 9000");
    row("in a file of any name", with(flask(), "webshop.py", "server = Flask(__name__)\n"), "flask", "webshop:server",
        "gunicorn --bind 0.0.0.0:9000 webshop:server");
    row("beside what it imports",
        with(with(fastApi(), "backend/main.py", "from database import Session\napp = FastAPI()\n"),
            "backend/database.py", ""),
        "fastapi", "main:app", "uvicorn main:app --host 0.0.0.0 --port 9000 --app-dir backend");
    row("in a package that imports itself",
        with(with(fastApi(), "app/main.py", "from app.database import Session\napp = FastAPI()\n"), "app/database.py",
            ""),
        "fastapi", "app.main:app", "uvicorn app.main:app --host 0.0.0.0 --port 9000");
    row("django below a folder",
        {{u"requirements.txt"_s, "django\n"}, {u"src/manage.py"_s, "os.environ['DJANGO_SETTINGS_MODULE']"},
            {u"src/shop/wsgi.py"_s, ""}},
        "django", "shop.wsgi:application", "gunicorn --bind 0.0.0.0:9000 shop.wsgi:application --chdir src");
    row("django settings that manage.py names",
        {{u"requirements.txt"_s, "django\n"},
            {u"manage.py"_s, "os.environ.setdefault(\"DJANGO_SETTINGS_MODULE\", \"config.settings.local\")"},
            {u"config/settings/local.py"_s, "from .base import *\n"},
            {u"config/settings/base.py"_s, "WSGI_APPLICATION = 'config.wsgi.application'\n"}, {u"blog/wsgi.py"_s, ""}},
        "django", "config.wsgi:application", "gunicorn --bind 0.0.0.0:9000 config.wsgi:application");
    row("django with channels",
        with(with(django(), "requirements.txt", "django\nchannels\n"), "shop/settings.py",
            "WSGI_APPLICATION = 'shop.wsgi.application'\nASGI_APPLICATION = 'shop.asgi.application'\n"),
        "django", "shop.asgi:application", "uvicorn shop.asgi:application --host 0.0.0.0 --port 9000");
    row("a group of Poetry's",
        {{u"pyproject.toml"_s,
             "[tool.poetry.dependencies]\nhttpx='*'\n[tool.poetry.group.web.dependencies]\nfastapi='*'\n"
             "[tool.poetry.group.dev.dependencies]\nflask='*'\n"},
            {u"main.py"_s, "app = FastAPI()"}},
        "fastapi", "main:app", "poetry run uvicorn main:app --host 0.0.0.0 --port 9000");
    const QString powerShell = u"\uFEFFFlask==3.0\r\n"_s;
    row("a file of requirements from PowerShell",
        {{u"requirements.txt"_s, QByteArray(reinterpret_cast<const char*>(powerShell.utf16()), powerShell.size() * 2)},
            {u"app.py"_s, "app = Flask(__name__)"}},
        "flask", "app:app", "gunicorn --bind 0.0.0.0:9000 app:app");
    row("a file of requirements with everything",
        {{u"requirements.txt"_s,
             "# ours\n-r base.txt\n--index-url https://example.com/simple\nhttpx==0.27 \\\n    --hash=sha256:aa\n"
             "-e ./libs/shop\nuvicorn ; sys_platform == 'win32'\n"},
            {u"base.txt"_s, "fastapi @ https://example.com/fastapi-1.0-py3-none-any.whl\n"},
            {u"main.py"_s, "app = FastAPI()"}},
        "fastapi", "main:app", "uvicorn main:app --host 0.0.0.0 --port 9000");
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
    QCOMPARE(parseRequirement(u"-e git+https://host/x.git@v1#egg=Shop_Kit"_s).name, u"shop-kit"_s);
    QCOMPARE(parseRequirement(u"git+ssh://git@host/shop-kit.git"_s).name, u"shop-kit"_s);
    QCOMPARE(parseRequirement(u"https://host/Shop_Kit-1.0-py3-none-any.whl"_s).name, u"shop-kit"_s);
    QCOMPARE(parseRequirement(u"./libs/shop[web]"_s).path, u"./libs/shop"_s);
    QCOMPARE(parseRequirement(u"flask==3 --hash=sha256:aa --hash=sha256:bb"_s).name, u"flask"_s);
    QCOMPARE(parseRequirement(u"two words"_s).name, QString());
    QVERIFY(packagesOf(parseRequirement(u"fastapi[all, standard]>=0.1"_s)).contains(u"uvicorn"_s));
    QVERIFY(packagesOf(parseRequirement(u"pywin32 ; sys_platform == 'win32'"_s)).isEmpty());
    QVERIFY(!packagesOf(parseRequirement(u"flask ; sys_platform != 'win32' and python_version >= '3.8'"_s)).isEmpty());
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
    QTest::newRow("the upper end first") << with(
        app, "pyproject.toml", "[project]\nname='x'\nrequires-python = '<3.13,>=3.10'")
                                         << u"3.10"_s;
    QTest::newRow("only an upper end") << with(app, "pyproject.toml", "[project]\nrequires-python = '<3.13'")
                                       << u"3.12"_s;
    QTest::newRow("not one of them") << with(app, "pyproject.toml", "[project]\nrequires-python = '!=3.11.*,>=3.10'")
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

void TestDetectPython::saysWhatAPersonShouldKnow() {
    const BuildPlan missing = detect(MemoryTree(with(flask(), "app.py", "app = Flask(__name__)")), {});
    QVERIFY(missing.reasons.value(u"startCommand"_s).contains(u"gunicorn is not among the dependencies"_s));
    const BuildPlan complete
        = detect(MemoryTree({{u"requirements.txt"_s, "flask\ngunicorn"}, {u"app.py"_s, "app = Flask(__name__)"}}), {});
    QVERIFY(!complete.reasons.value(u"startCommand"_s).contains(u"gunicorn is not"_s));
    const BuildPlan two = detect(
        MemoryTree(with(with(flask(), "app.py", "app = Flask(__name__)"), "admin.py", "site = Flask('x')")), {});
    QCOMPARE(two.appModule, u"app:app"_s);
    QCOMPARE(two.appCandidates, QStringList(u"admin:site"_s));
    QCOMPARE(buildPlanFromJson(toJson(two)), two);
    const BuildPlan debug = detect(MemoryTree(with(with(django(), "shop/wsgi.py", ""), "shop/settings.py",
                                       "DEBUG = True\nWSGI_APPLICATION = 'shop.wsgi.application'\n")),
        {});
    QVERIFY(debug.reasons.value(u"startCommand"_s).contains(u"DEBUG is on in shop/settings.py"_s));
    const BuildPlan arguments
        = detect(MemoryTree(with(flask(), "app.py", "def create_app(config, debug=False):\n    pass\n")), {});
    QVERIFY(arguments.reasons.value(u"appModule"_s).contains(u"asks for arguments"_s));
}

void TestDetectPython::startsWhatServesItself() {
    const BuildPlan streamlit
        = detect(MemoryTree({{u"requirements.txt"_s, "streamlit"}, {u"app.py"_s, "import streamlit as st"}}), {});
    QCOMPARE(streamlit.startCommand,
        u"streamlit run app.py --server.address 0.0.0.0 --server.port 9000 --server.headless true"_s);
    const BuildPlan tornado
        = detect(MemoryTree({{u"requirements.txt"_s, "tornado"}, {u"main.py"_s, "import tornado"}}), {});
    QCOMPARE(tornado.startCommand, u"python main.py"_s);
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
